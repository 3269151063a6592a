"""How long finding copies takes, and how it grows: a workspace that is filled step by step.

    python -m tests.benchmarks.speed copies                      to 5,000, 10,000, 20,000 and 40,000 articles
    python -m tests.benchmarks.speed_copies 5000 20000           to other sizes

The articles beyond those of the corpus are made of its sentences, drawn by chance, as long as its articles; a
tenth of them are copies of another. At every size 100 more are added, to see what an addition costs. Needs the
corpus in the folder shared/ beside the project. Never part of ``make test``.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from onrecord.copies import Text
from onrecord.records import Article, Extraction, Passage
from onrecord.workspace import Workspace, finishing
from onrecord.workspace.adding import add
from onrecord.workspace.copying import find_copies
from tests.benchmarks.accuracy_copies import CORPUS, articles, sentences

SIZES = (5_000, 10_000, 20_000, 40_000)
COPIED = 0.1
ADDED = 100


def extraction(text: Text) -> Extraction:
    article = Article(text.id, text.text, text.id, text.outlet, text.published)
    return Extraction(article, (Passage(0, len(text.text)),) if text.text else ())


def invented(real: Sequence[Text]) -> Iterator[Text]:
    """Articles without end, always the same."""
    rng = random.Random(7)  # noqa: S311 - the same in every run
    pool = [part for text in real for part in sentences(text.text)]
    lengths = [len(sentences(text.text)) for text in real]
    parts = [""]
    number = 0
    while True:
        if rng.random() >= COPIED:
            parts = rng.choices(pool, k=rng.choice(lengths))
        day = date(2031, 1, 1) + timedelta(days=rng.randrange(365))
        number += 1
        yield Text(f"made {number}", " ".join([rng.choice(pool), *parts]), f"Outlet {rng.randrange(40)}", day)


def grow(workspace: Workspace, texts: Sequence[Text]) -> tuple[float, float]:
    """Add articles; CPU seconds and seconds of finding copies alone, without the snapshot that it reads."""
    add(workspace, map(extraction, texts), engine="benchmark", batch_articles=1000)
    workspace.snapshot()
    busy, start = time.process_time(), time.perf_counter()
    find_copies(workspace)
    return time.process_time() - busy, time.perf_counter() - start


def bench_copies(sizes: Sequence[int] = SIZES) -> None:
    """Print, per size, the seconds that finding copies took: in all so far, and for 100 more articles."""
    real = articles(CORPUS)
    source = invented(real)
    finishing.find_copies = lambda _: False  # called, and timed, by ``grow``
    total = 0.0
    with tempfile.TemporaryDirectory() as folder, Workspace.create(Path(folder) / "w") as workspace:
        waiting, there = list(real), 0
        for size in sizes:
            while len(waiting) < size - there:
                waiting.append(next(source))
            batch, waiting = waiting[: size - there], waiting[size - there :]
            busy, _ = grow(workspace, batch)
            total += busy
            more, seconds = grow(workspace, [next(source) for _ in range(ADDED)])
            there = len(workspace.articles())
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            copies = workspace.copies()
            print(f"{there:>8,} articles  {total:6.1f} CPU s in all  {total / there * 1000:5.2f} ms an article  "
                  f"{ADDED} more: {more:4.1f} CPU s, {seconds:4.1f} s  peak {memory:5.0f} MiB  "
                  f"{copies['cluster'].nunique():,} clusters of {len(copies):,}", flush=True)  # fmt: skip


if __name__ == "__main__":
    if not CORPUS.is_file():
        sys.exit(f"Expected {CORPUS.name} in the folder shared/ beside the project; found none.")
    bench_copies([int(argument) for argument in sys.argv[1:]] or SIZES)
