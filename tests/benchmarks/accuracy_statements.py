"""Statements on the gold annotations, end to end from the texts: quotes, then pairs, then the scorer's figures.

    python -m tests.benchmarks.accuracy_statements                 the scorer's report
    python -m tests.benchmarks.accuracy_statements --per-cluster   with a line per event (the scorer's own options)

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


def main() -> None:
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
