"""What the processes of ``test_processes`` do; a module of its own, so that they can import it."""

from __future__ import annotations

from itertools import batched
from multiprocessing.queues import SimpleQueue
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Any

from onrecord.records import Selection
from onrecord.workspace import Workspace, store
from onrecord.workspace.adding import Added, add
from tests.workspace import factory

ARTICLES = 60


def fill(path: Path, started: Event, told: SimpleQueue[Any]) -> None:
    """Add the articles in small batches, with everything that follows an addition every few batches."""
    store.SMALL_FILES = 5
    workspace, total = Workspace.open(path), Added()
    started.set()
    for some in batched(factory.extractions(ARTICLES), 12):
        total += add(workspace, some, engine="test", batch_articles=3)
    told.put(total.new)


def read(path: Path, started: Event, stop: Event, told: SimpleQueue[Any]) -> None:
    """Ask until told to stop; tell how many answers came, or what went wrong."""
    workspace, answers, last = Workspace.open(path, read_only=True), 0, 0
    try:
        while not stop.is_set() or answers < 3:
            summary = workspace.summary(Selection(junk=True))
            assert summary["articles"] >= last, "articles were lost"
            last = summary["articles"]
            assert summary["quotes"] == summary["articles"] * 3, "an article was seen without all its quotes"
            assert len(workspace.search("report", limit=1000)) >= last, "an article could not be found"
            answers += 1
            started.set()
    except BaseException as error:
        told.put(repr(error))
        started.set()
        raise
    told.put(answers)
