"""How long matching takes, and how it grows: invented quotes, a tenth of them told again in another article.

    python -m tests.benchmarks.speed statements                       25,000, 50,000 and 100,000 quotes
    python -m tests.benchmarks.speed_statements 25000 200000

Words are drawn as in a language: common ones are everywhere, most are invented and rare. Days come from a
year, speakers from 2,000 names. Every size runs in a process of its own, so that its peak memory is its own.
Never part of ``make test``.
"""

from __future__ import annotations

import multiprocessing
import random
import resource
import sys
import time
from collections.abc import Sequence
from datetime import date, timedelta

import pandas as pd

from onrecord.statements import match
from onrecord.statements.rarity import common_words

SIZES = (25_000, 50_000, 100_000)
VOCABULARY, LENGTH, SPEAKERS, RETOLD = 40_000, 22, 2_000, 0.1


def make(size: int) -> tuple[pd.DataFrame, int]:
    """``size`` quotes as ``match`` takes them, and how many of them are told again."""
    known = common_words()
    words = [*known, *(f"w{rank:x}" for rank in range(VOCABULARY - len(known)))]
    dice = random.Random(size)  # noqa: S311 - the same quotes in every run
    ranks = [1 / (rank + 3) for rank in range(VOCABULARY)]
    stream = iter(dice.choices(words, ranks, k=size * (LENGTH + 4)))
    rows: list[tuple[str, str, str, date]] = []
    retold = int(size * RETOLD)
    for _ in range(size - retold):
        text = " ".join(next(stream) for _ in range(dice.randint(4, LENGTH)))
        day = date(2031, 1, 1) + timedelta(days=dice.randrange(365))
        rows.append(
            (text, f"Name{dice.randrange(SPEAKERS)}", dice.choice(["direct", "mixed", "indirect"]), day)
        )
    for text, speaker, _, day in dice.sample(rows, retold):
        words = text.split()
        cut = words[dice.randint(0, 2) :] if len(words) > 8 else words
        rows.append((" ".join(cut), speaker, "direct", day + timedelta(days=dice.randrange(3))))
    frame = pd.DataFrame(rows, columns=["text", "speaker_name", "type", "published"])
    frame["quote_id"] = [f"{at:08}" for at in range(len(frame))]
    frame["article_id"] = [f"a{at // 12}" for at in range(len(frame))]
    frame["speaker_id"] = "person:" + frame["speaker_name"]
    frame["speaker_kind"] = "person"
    return frame, retold


def measure(size: int) -> None:
    quotes, retold = make(size)
    start, busy = time.perf_counter(), time.process_time()
    found = match(quotes)
    seconds, busy = time.perf_counter() - start, time.process_time() - busy
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    told = len(found.statement_quotes) - len(found.statements)
    print(
        f"{size:>8,} quotes  {busy:6.1f} CPU s  {seconds:6.1f} s  {memory:6.0f} MB  {told:,} of {retold:,} retellings"
    )


def bench_statements(sizes: Sequence[int] = SIZES) -> None:
    """Print, per size, the seconds and peak memory that matching takes, and how many retellings it finds."""
    for size in sizes:
        process = multiprocessing.get_context("spawn").Process(target=measure, args=(size,))
        process.start()
        process.join()


if __name__ == "__main__":
    bench_statements([int(argument) for argument in sys.argv[1:]] or SIZES)
