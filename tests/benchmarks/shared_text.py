"""Shared sentences found again: planted with edits in articles that have nothing to do with each other.

    python -m tests.benchmarks.shared_text --corpus ../shared/corpora/news_5k.jsonl.gz

Three sentences in a row of one article are put into another of another year. Each of their words but the first and
the last is left out with the given probability, or has another word put in before it with half of that. A planted
sentence is found if an answer ties it to its original; an answer that ties anything else is a false alarm.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path

from onrecord.analysis.shared_text import shared
from onrecord.interchange.sentences import Sentences

EDITS = (0.0, 0.05, 0.1, 0.15, 0.2, 0.3)
WORDS = 8
"""A planted sentence has as many words at least."""


def articles(path: Path) -> list[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        found = [json.loads(line) for line in lines]
    return [
        article for article in found if article["published"] and 200 < len(article["text"].split()) < 3000
    ]


def edited(words: list[str], share: float, chance: random.Random) -> Iterator[str]:
    yield words[0]
    for word in words[1:-1]:
        if chance.random() < share / 2:
            yield chance.choice(words)
        if chance.random() >= share:
            yield word
    yield words[-1]


def runs(text: str) -> list[list[tuple[int, int]]]:
    """Three sentences in a row that are long enough."""
    spans = Sentences(text).spans
    long = [len(text[start:end].split()) >= WORDS for start, end in spans]
    return [spans[at : at + 3] for at in range(len(spans) - 2) if all(long[at : at + 3])]


def meet(one: tuple[int, int], two: tuple[int, int]) -> bool:
    return max(one[0], two[0]) < min(one[1], two[1])


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--pairs", type=int, default=300)
    parser.add_argument("--seed", type=int, default=5)
    options = parser.parse_args()
    chance = random.Random(options.seed)  # noqa: S311 - no secret
    usable = [article for article in articles(options.corpus) if runs(article["text"])]
    print("| words left out or put in | planted | found | false alarms |\n|---|---|---|---|")
    for share in EDITS:
        planted = found = alarms = 0
        for _ in range(options.pairs):
            one, two = chance.sample(usable, 2)
            if one["published"][:4] == two["published"][:4]:
                continue
            passage = chance.choice(runs(one["text"]))
            head, tail = two["text"][: (cut := two["text"].find("\n"))], two["text"][cut:]
            text, places = head + "\n", []
            for start, end in passage:
                told = " ".join(edited(one["text"][start:end].split(), share, chance))
                places.append(((start, end), (len(text), len(text) + len(told))))
                text += told + " "
            answers = shared(one["text"], text + tail)
            planted += len(places)
            hits = set()
            for row in answers.itertuples():
                spans = (row.a_start, row.a_end), (row.b_start, row.b_end)
                meets = [at for at, place in enumerate(places) if all(map(meet, spans, place))]
                hits.update(meets)
                alarms += not meets
            found += len(hits)
        print(f"| {share:.0%} | {planted} | {found / planted:.1%} | {alarms} |")
    _speed(usable)


def _speed(usable: list[dict[str, str]]) -> None:
    longest = sorted(usable, key=lambda article: -len(article["text"]))[:20]
    begin, pairs = time.process_time(), 0
    for one, two in zip(longest[::2], longest[1::2], strict=True):
        shared(one["text"], two["text"])
        pairs += 1
    words = sum(len(article["text"].split()) for article in longest) / len(longest)
    print(f"\nTwo articles of {words:,.0f} words: {1000 * (time.process_time() - begin) / pairs:.0f} ms")


if __name__ == "__main__":
    main()
