"""Planted changes: whether the alert is raised, and how often one is raised for nothing.

    python -m tests.benchmarks.accuracy_alerts              direct quotes of the corpus in the folder shared/
    python -m tests.benchmarks.accuracy_alerts --missed 5   with examples of what was missed
    python -m tests.benchmarks.accuracy_alerts --read NAME  100 alerts of a workspace, to be read by hand

Direct quotes are found by their marks. Each is told as it stands in one article and changed in another by the
same speaker; both go through ``match`` with all the others. A change counts as found where the quote's telling
carries its alert (or the place of its cut); a pair that is not matched is missed. Never part of ``make test``.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pandas as pd

from onrecord.statements import match
from onrecord.workspace.workspace import Workspace
from tests.benchmarks.planted import ALERTS, CUTS, dressed

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpora" / "news_5k.jsonl.gz"
QUOTE = re.compile(r"“([A-Z][^“”\n]{40,500}[.,?!])”")
MANY = 400
"""Quotes a kind of change."""


def quotes() -> Iterator[str]:
    """Direct quotes of the corpus, each once."""
    seen = set()
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        for line in lines:
            for text in QUOTE.findall(json.loads(line)["text"]):
                if text not in seen:
                    seen.add(text)
                    yield text


def plant(texts: list[str], change: Callable[[str], str | None]) -> list[tuple[str, str]]:
    """Up to ``MANY`` pairs of a quote and its changed words."""
    pairs = []
    for text in texts:
        told = change(text)
        if told and told != text:
            pairs.append((text, told))
            if len(pairs) == MANY:
                break
    return pairs


def tell(pairs: list[tuple[str, str]]) -> pd.DataFrame:
    """Every pair in two articles of one day, by a speaker of its own."""
    rows = []
    for at, pair in enumerate(pairs):
        day = date(2031, 1, 1) + timedelta(days=at)
        for side, text in zip("ab", pair, strict=True):
            rows.append((f"{at}{side}", f"{at}{side}", f"person:{at}", f"Ada Vale{at}", text, day))
    names = ["quote_id", "article_id", "speaker_id", "speaker_name", "text", "published"]
    return pd.DataFrame(rows, columns=names).assign(type="direct", speaker_kind="person")


def tellings(pairs: list[tuple[str, str]]) -> dict[int, dict[str, object]]:
    """The row of every changed telling that is matched with its quote, by the pair's number."""
    frame = tell(pairs)
    text = dict(zip(frame["quote_id"], frame["text"], strict=True))

    def sentence(ids: object) -> dict[str, str]:
        return {key: f"“{words}” she said." for key, words in text.items()}

    found = match(frame, sentence)
    centre = dict(zip(found.statements["statement_id"], found.statements["quote_id"], strict=True))
    rows: dict[int, dict[str, object]] = {}
    for row in found.statement_quotes.to_dict("records"):
        at, side = int(row["quote_id"][:-1]), row["quote_id"][-1]
        changed = side == "b" or at not in rows or row["alerts"]
        if changed and centre[row["statement_id"]][:-1] == str(at):
            rows[at] = row
    return rows


def report(
    name: str, pairs: list[tuple[str, str]], raised: Callable[[dict[str, object]], bool], missed: int
) -> None:
    rows = tellings(pairs)
    hits = [at for at, row in rows.items() if raised(row)]
    print(
        f"{name:<12} {len(hits):>4} of {len(pairs):>4} = {len(hits) / len(pairs):.3f}   matched {len(rows)}"
    )
    for at in [at for at in range(len(pairs)) if at not in hits][:missed]:
        print("   -", pairs[at][0], "\n     ", pairs[at][1], "\n     ", rows.get(at, {}).get("alerts"))


def read(workspace: Path, many: int = 100) -> None:
    """Alerts of a workspace, the same ones in every run, each with the fullest telling and the telling."""
    with Workspace.open(workspace, read_only=True) as opened:
        statements = opened.statements()
        told = opened.statement_quotes(statements["statement_id"].tolist())
    fullest = dict(zip(statements["statement_id"], statements["text"], strict=True))
    every = [(row, alert) for row in told.to_dict("records") for alert in row["alerts"]]
    print(f"{len(every)} alerts, {len(told)} tellings")
    for row, alert in random.Random(1).sample(every, min(many, len(every))):  # noqa: S311
        print(f"\n{alert['kind']} [{alert['words']}] {row['relation']}, {row['outlet']}")
        print("  fullest:", fullest[row["statement_id"]], "\n  telling:", row["text"])


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--missed", type=int, default=0, help="examples of each kind to show")
    parser.add_argument("--read", type=Path, help="a workspace: print its alerts to read")
    given = parser.parse_args()
    missed = given.missed
    if given.read:
        read(given.read)
        return
    if not CORPUS.is_file():
        sys.exit(f"Expected {CORPUS.name} in the folder shared/corpora/ beside the project; found none.")
    texts = list(quotes())
    random.Random(1).shuffle(texts)  # noqa: S311 - the same quotes in every run
    for kind, change in ALERTS.items():
        report(
            kind,
            plant(texts, change),
            lambda row, kind=kind: any(a["kind"] == kind for a in row["alerts"]),
            missed,
        )
    for place, change in CUTS.items():
        report(
            f"cut {place}", plant(texts, change), lambda row, place=place: row["cut_at"] == [place], missed
        )
    same = plant(texts, dressed)
    report("false alarm", same, lambda row: bool(row["alerts"]), 0)


if __name__ == "__main__":
    main()
