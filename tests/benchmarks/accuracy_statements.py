"""Statements on the gold annotations, end to end from the texts: quotes, then pairs, then the scorer's figures.

    python -m tests.benchmarks.accuracy_statements                 the scorer's report
    python -m tests.benchmarks.accuracy_statements --per-cluster   with a line per event (the scorer's own options)
    python -m tests.benchmarks.accuracy_statements --read NAME     100 links of a workspace, to be read by hand

Needs the folder shared/ beside the project. All events are matched in one run, as a corpus would be; pairs
between two events are counted, since none is right. Never part of ``make test``.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from datetime import date
from pathlib import Path

from onrecord.extraction.extract import extract
from onrecord.extraction.pipeline import load_pipeline
from onrecord.records import Article
from onrecord.statements import pairs
from onrecord.workspace import Workspace

SHARED = Path(__file__).resolve().parents[3] / "shared"
GOLD = SHARED / "gold" / "statements_dev.jsonl"
SCORER = SHARED / "score" / "score_statements.py"


def read_gold() -> tuple[list[Article], dict[str, str]]:
    """The articles, and the event (cluster) of each by its id."""
    articles, events = [], {}
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        cluster = json.loads(line)
        for row in cluster["articles"]:
            day = date.fromisoformat(row["published"]) if row["published"] else None
            articles.append(Article(row["id"], row["text"], row["title"], row["outlet"], day))
            events[row["id"]] = cluster["cluster"]
    return articles, events


LINKS = """
SELECT l.relation, l.score, one.speaker AS speaker_a, two.speaker AS speaker_b, one.text AS a, two.text AS b,
       first.published AS day_a, second.published AS day_b
FROM raw_statement_links l JOIN quote one ON one.quote_id = l.a JOIN quote two ON two.quote_id = l.b
JOIN article first ON first.article_id = one.article_id JOIN article second ON second.article_id = two.article_id
WHERE one.article_id <> two.article_id AND list_contains($runs::VARCHAR[], l.run) ORDER BY l.a, l.b"""


def read(workspace: Path, many: int = 100) -> None:
    """Links between quotes of two articles in a workspace, drawn at random, the same ones in every run."""
    with Workspace.open(workspace, read_only=True) as opened:
        snapshot = opened.snapshot()
        links = snapshot.frame(LINKS, runs=list(snapshot.head.runs))
    print(f"{len(links)} links")
    for row in links.sample(min(many, len(links)), random_state=1).itertuples():
        print(f"\n{row.relation} {row.score:.2f}\n  {row.day_a:%Y-%m-%d} {row.speaker_a}: {row.a}")
        print(f"  {row.day_b:%Y-%m-%d} {row.speaker_b}: {row.b}")


def main() -> None:
    if sys.argv[1:2] == ["--read"]:
        read(Path(sys.argv[2]))
        return
    if not GOLD.is_file():
        sys.exit(
            f"Expected gold annotations at {GOLD.name} in the folder shared/ beside the project; found none."
        )
    articles, events = read_gold()
    found = defaultdict(list)
    between = 0
    for pair in pairs(extract(articles, load_pipeline())):
        if events[pair["a"]] == events[pair["b"]]:
            found[events[pair["a"]]].append(pair)
        else:
            between += 1
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as predictions:
        for event, rows in found.items():
            predictions.write(json.dumps({"cluster": event, "pairs": rows}) + "\n")
        predictions.flush()
        subprocess.run([sys.executable, SCORER, predictions.name, "--gold", GOLD, *sys.argv[1:]], check=True)
    print(f"   pairs between different events (all wrong): {between}")


if __name__ == "__main__":
    main()
