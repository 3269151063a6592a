"""Passage labels on the gold annotations: the scorer's figures.

    python -m tests.benchmarks.accuracy_junk               the scorer's report
    python -m tests.benchmarks.accuracy_junk --worst 5     with the worst articles (the scorer's own options)

Needs the folder shared/ beside the project. Never part of ``make test``.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from onrecord.cleaning import label_passages

SHARED = Path(__file__).resolve().parents[3] / "shared"
GOLD = SHARED / "gold" / "junk_dev.jsonl"
SCORER = SHARED / "score" / "score_junk.py"


def main() -> None:
    if not GOLD.is_file():
        sys.exit(f"Expected {GOLD.name} in the folder shared/ beside the project; found none.")
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as predictions:
        for line in GOLD.read_text("utf-8").splitlines():
            row = json.loads(line)
            passages = label_passages(row["text"], outlet=row["source"], title=row["title"])
            spans = [{"start": p.start, "end": p.end, "kind": p.kind} for p in passages]
            predictions.write(json.dumps({"id": row["id"], "passages": spans}) + "\n")
        predictions.flush()
        command = [sys.executable, SCORER, predictions.name, "--gold", GOLD, "--split", "dev", *sys.argv[1:]]
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
