"""How long it takes to count who appears with whom, against one plain count of the same mentions.

    python -m tests.benchmarks.speed analysis

The ratio to the plain count, measured in the same run, tells more than the seconds; it should not grow
with the size. Entities are drawn as in news: a few are everywhere. Never part of ``make test``.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np
import pandas as pd

from onrecord.analysis import cooccurrence

SIZES = (250_000, 500_000, 1_000_000)
ENTITIES, PER_ARTICLE, SENTENCES, ROUNDS = 20_000, 20, 40, 3


def make(size: int) -> pd.DataFrame:
    """``size`` mentions as ``cooccurrence.pairs`` takes them."""
    dice = np.random.default_rng(0)
    names = np.array([f"{number:016x}" for number in range(max(ENTITIES, size // PER_ARTICLE))])
    entity = names[dice.zipf(1.4, size) % ENTITIES]
    return pd.DataFrame(
        {
            "article_id": names[np.sort(dice.integers(0, size // PER_ARTICLE, size))],
            "sentence_start": dice.integers(0, SENTENCES, size) * 120,
            "entity_id": entity,
            "entity": entity,
            "kind": "PERSON",
        }
    )


def cpu_seconds(call: Callable[[], object]) -> float:
    """CPU seconds of a call, best of ``ROUNDS``."""
    taken = []
    for _ in range(ROUNDS):
        start = time.process_time()
        call()
        taken.append(time.process_time() - start)
    return min(taken)


def bench_analysis() -> None:
    """Print, per size, the seconds for a matrix of 30 entities and their ratio to a plain count."""
    for size in SIZES:
        mentions = make(size)
        plain = cpu_seconds(lambda frame=mentions: frame.groupby(["article_id", "entity_id"]).size())  # type: ignore[misc]
        pairs = cpu_seconds(lambda frame=mentions: cooccurrence.pairs(frame, top_n=30))  # type: ignore[misc]
        print(
            f"{size:>9,} mentions  pairs {pairs:.2f} CPU s  plain count {plain:.2f} CPU s  ratio {pairs / plain:.2f}"
        )


if __name__ == "__main__":
    bench_analysis()
