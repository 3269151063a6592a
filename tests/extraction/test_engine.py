"""``extract_many``: order kept, memory flat, a dead worker costs one article, none outlives its parent."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence

import psutil
import pytest
from spacy.language import Language

from onrecord._errors import ModelError
from onrecord.extraction import engine
from onrecord.extraction.pipeline import engine_name
from onrecord.extraction.worker import WorkerDiedError
from onrecord.records import Article, Extraction, Failure

TEXT = "Gen. Ada Poe spoke in Lund on Monday. “We hold the line,” Poe said. Her staff agreed. "


class FakeWorker:
    """A worker without a process: dies on the word "poison", and counts what happens to it."""

    started = stopped = 0
    seen: list[list[str]]

    def __init__(self, model: str | None) -> None:
        if model == "none":
            raise ModelError("no such model")
        type(self).started += 1

    def run(self, batch: Sequence[Article]) -> list[Extraction | Failure]:
        type(self).seen.append([article.id for article in batch])
        if any("poison" in article.text for article in batch):
            raise WorkerDiedError("stopped by signal 9")
        return [Extraction(article) for article in batch]

    def stop(self) -> None: ...

    def close(self) -> None:
        type(self).stopped += 1


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> type[FakeWorker]:
    FakeWorker.started = FakeWorker.stopped = 0
    FakeWorker.seen = []
    monkeypatch.setattr(engine, "Worker", FakeWorker)
    monkeypatch.setattr(engine, "BATCH_ARTICLES", 4)
    return FakeWorker


def numbered(count: int, poison: tuple[int, ...] = ()) -> list[Article]:
    return [Article(str(i), f"{TEXT}{i}{' poison' if i in poison else ''}") for i in range(count)]


@pytest.mark.parametrize("processes", [2, 3])
@pytest.mark.parametrize("count", [0, 1, 4, 5, 50])
def test_order_is_kept_and_all_workers_are_stopped(
    fake: type[FakeWorker], count: int, processes: int
) -> None:
    results = list(engine.extract_many(numbered(count), processes=processes))
    assert [r.article.id for r in results if isinstance(r, Extraction)] == [str(i) for i in range(count)]
    assert fake.started == fake.stopped <= processes


@pytest.mark.parametrize("poison", [(0,), (5,), (4, 5, 6, 7), (19,), tuple(range(20))])
def test_an_article_that_kills_its_worker_is_one_failure(
    fake: type[FakeWorker], poison: tuple[int, ...]
) -> None:
    results = list(engine.extract_many(numbered(20, poison), processes=2))
    assert [i for i, r in enumerate(results) if isinstance(r, Failure)] == list(poison)
    assert all(
        "died on this article (stopped by signal 9)" in r.reason for r in results if isinstance(r, Failure)
    )
    assert fake.started == fake.stopped


def test_no_more_is_read_than_is_under_way(fake: type[FakeWorker]) -> None:
    read = 0

    def source() -> Iterator[Article]:
        nonlocal read
        for article in numbered(1000):
            read += 1
            yield article

    stream = engine.extract_many(source(), processes=2)
    for _ in range(10):
        next(stream)
    assert read <= 10 + 4 * 2 * 2 + 4 + 1
    stream.close()
    assert fake.started == fake.stopped


def test_a_missing_model_is_said(fake: type[FakeWorker]) -> None:
    with pytest.raises(ModelError, match="no such model"):
        list(engine.extract_many(numbered(9), model="none", processes=2))


@pytest.mark.parametrize(("count", "workers"), [(3, False), (60, True)])
def test_workers_start_when_they_pay(
    fake: type[FakeWorker], monkeypatch: pytest.MonkeyPatch, count: int, *, workers: bool
) -> None:
    monkeypatch.setattr(engine, "PAYS", 40 * len(TEXT))
    monkeypatch.setattr(engine, "_affordable", lambda: 2)
    monkeypatch.setattr(engine, "_here", lambda batches, model: (Extraction(a) for b in batches for a in b))
    results = list(engine.extract_many(iter(numbered(count))))
    assert [r.article.id for r in results if isinstance(r, Extraction)] == [str(i) for i in range(count)]
    assert (fake.started > 0) is workers


def test_batches_are_bounded_by_number_and_size() -> None:
    sizes = [10, 90_000, 20_000, 300_000, *[5] * 40]
    batches = list(engine._batches(iter([Article(str(n), "x" * n) for n in sizes])))
    assert [len(b) for b in batches] == [2, 1, 1, 16, 16, 8]
    assert [len(a.text) for b in batches for a in b] == sizes


@pytest.mark.model
def test_the_engines_name_needs_no_loading(nlp: Language) -> None:
    assert engine.name() == engine_name(nlp)
    with pytest.raises(ModelError):
        engine.name("no-such-model")


@pytest.mark.model
def test_workers_give_what_one_process_gives_even_when_one_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BATCH_ARTICLES", 2)
    articles = numbered(24)
    stream = engine.extract_many(articles, processes=2)
    first = next(stream)
    _workers()[0].kill()
    assert [first, *stream] == list(engine.extract_many(articles, processes=1))
    assert _workers() == []


@pytest.mark.model
def test_a_worker_that_cannot_load_the_model_says_why() -> None:
    with pytest.raises(ModelError, match="no-such-model"):
        list(engine.extract_many(numbered(3), model="no-such-model", processes=2))


def _workers(pid: int | None = None) -> list[psutil.Process]:
    children = psutil.Process(pid).children()
    return [child for child in children if "onrecord.extraction.worker" in child.cmdline()]


SCRIPT = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may start tests with it ignored
from onrecord.extraction import engine
from onrecord.records import Article
engine.BATCH_ARTICLES = 2
articles = (Article(str(i), {text!r} + str(i)) for i in range(100_000))
try:
    for number, result in enumerate(engine.extract_many(articles, processes=2)):
        if number == 0:
            print("running", flush=True)
except KeyboardInterrupt:
    print("interrupted", flush=True)
"""


@pytest.mark.model
@pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_no_worker_outlives_its_parent(how: signal.Signals) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", SCRIPT.format(text=TEXT)], stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        guard = threading.Timer(120, parent.kill)
        guard.start()
        assert parent.stdout.readline() == "running\n"
        workers = _workers(parent.pid)
        assert len(workers) == 2
        parent.send_signal(how)
        said = parent.stdout.read()
        guard.cancel()
    assert said == ("interrupted\n" if how == signal.SIGINT else "")
    _, alive = psutil.wait_procs(workers, timeout=30)
    assert alive == []
