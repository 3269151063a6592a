"""Passage labels on the gold annotations: the scorer's figures.

    python -m tests.benchmarks.accuracy_junk               the scorer's report
    python -m tests.benchmarks.accuracy_junk --learned     as in a workspace with the 5,000 articles beside them
    python -m tests.benchmarks.accuracy_junk --worst 5     with the worst articles (the scorer's own options)

``--learned`` sets aside lines that an outlet repeats, as a workspace does. Needs the folder shared/ beside the
project. Never part of ``make test``.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from onrecord.cleaning import label_passages
from onrecord.cleaning.repeated import ENOUGH, if_repeated, passage_key
from onrecord.records import Passage

SHARED = Path(__file__).resolve().parents[3] / "shared"
GOLD = SHARED / "gold" / "junk_dev.jsonl"
CORPUS = SHARED / "corpora" / "news_5k.jsonl.gz"
SCORER = SHARED / "score" / "score_junk.py"

type Line = tuple[str, str]
"""An outlet, and the key of a line in it."""


def main() -> None:
    if not GOLD.is_file():
        sys.exit(f"Expected {GOLD.name} in the folder shared/ beside the project; found none.")
    options = [option for option in sys.argv[1:] if option != "--learned"]
    rows = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]
    learned = repeated(rows) if "--learned" in sys.argv else set()
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as predictions:
        for row in rows:
            spans = [
                {"start": p.start, "end": p.end, "kind": kind}
                for p, line, kind in candidates(row["text"], row["source"], row["title"], learned)
            ]
            predictions.write(json.dumps({"id": row["id"], "passages": spans}) + "\n")
        predictions.flush()
        command = [sys.executable, SCORER, predictions.name, "--gold", GOLD, "--split", "dev", *options]
        subprocess.run(command, check=True)


def repeated(gold: Sequence[dict[str, Any]]) -> set[Line]:
    """Lines that at least ``ENOUGH`` articles of an outlet bring, among the corpus and the gold articles."""
    articles = {row["id"]: (row["text"], row["source"], row["title"]) for row in gold}
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            articles[row["id"]] = (row["text"], row["outlet"], row["title"])
    seen: dict[Line, set[str]] = defaultdict(set)
    for article_id, (text, outlet, title) in articles.items():
        passages = label_passages(text, outlet=outlet, title=title)
        for p, kind in zip(passages, if_repeated(text, passages), strict=True):
            if kind:
                seen[outlet, passage_key(text[p.start : p.end])].add(article_id)
    return {line for line, ids in seen.items() if len(ids) >= ENOUGH}


def candidates(text: str, outlet: str, title: str, learned: set[Line]) -> Iterable[tuple[Passage, Line, str]]:
    """The passages with the kind that counts."""
    passages = label_passages(text, outlet=outlet, title=title)
    for p, kind in zip(passages, if_repeated(text, passages), strict=True):
        line = (outlet, passage_key(text[p.start : p.end]))
        yield p, line, kind if kind and line in learned else p.kind


if __name__ == "__main__":
    main()
