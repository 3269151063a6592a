"""Several processes at one workspace, some of which are killed."""

from __future__ import annotations

import multiprocessing
import random
import sys
import time
from collections.abc import Iterator
from multiprocessing.context import ForkServerContext
from pathlib import Path
from types import ModuleType

import pytest

from onrecord.workspace import Workspace
from onrecord.workspace.check import check
from tests.workspace import factory, worker

ROOT = Path(__file__).resolve().parents[2]
KILLS = 10
PATIENCE = 120
"""Seconds until a process counts as hanging."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL and a fork server")


@pytest.fixture
def processes(monkeypatch: pytest.MonkeyPatch) -> Iterator[ForkServerContext]:
    """Processes that start with everything imported, from a server that never touched a table.

    A new process runs the main module again, and Streamlit's page tests leave their script as that.
    """
    monkeypatch.syspath_prepend(str(ROOT))
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.workspace.worker"])
    yield context
    for process in multiprocessing.active_children():
        process.kill()
        process.join()


def everything_is_there(workspace: Workspace) -> None:
    made = list(factory.extractions(worker.ARTICLES))
    assert check(workspace) == []
    assert sorted(workspace.articles()["source_id"]) == sorted(x.article.id for x in made)
    assert len(workspace.quotes()) == sum(q.passage_kind == "body" for x in made for q in x.quotes)
    assert len(workspace.mentions()) == sum(m.passage_kind == "body" for x in made for m in x.mentions)
    assert len(workspace.search("report", limit=1000)) == worker.ARTICLES
    assert workspace.snapshot().head.matched == worker.ARTICLES


class Filler:
    """A process that adds the articles; keeps what it shares with it alive."""

    def __init__(self, processes: ForkServerContext, path: Path) -> None:
        self.started, self.told = processes.Event(), processes.SimpleQueue()
        self.process = processes.Process(target=worker.fill, args=(path, self.started, self.told))
        self.process.start()

    def has_started(self) -> bool:
        """Wait until it adds; False if it died before, or hangs."""
        patience = time.monotonic() + PATIENCE
        while not self.started.wait(0.2):
            if not self.process.is_alive() or time.monotonic() > patience:
                return self.started.is_set()
        return True

    def added(self) -> int:
        """How many articles it added, when it has ended well."""
        self.process.join(PATIENCE)
        assert self.process.exitcode == 0
        return int(self.told.get())


def test_killed_ten_times(empty: Workspace, processes: ForkServerContext) -> None:
    moments, seen = random.Random(20240101), [0]  # noqa: S311
    for _ in range(KILLS):
        filler = Filler(processes, empty.path)
        assert filler.has_started()
        time.sleep(moments.uniform(0.0, 0.6))
        filler.process.kill()
        filler.process.join()
        with Workspace.open(empty.path) as workspace:
            assert check(workspace) == []
            seen.append(len(workspace.articles()))
    assert seen == sorted(seen)
    assert seen[1] < worker.ARTICLES
    assert Filler(processes, empty.path).added() == worker.ARTICLES - seen[-1]
    everything_is_there(empty)


def test_two_add_the_same_while_a_third_reads(empty: Workspace, processes: ForkServerContext) -> None:
    heard, reading, stop = processes.SimpleQueue(), processes.Event(), processes.Event()
    reader = processes.Process(target=worker.read, args=(empty.path, reading, stop, heard))
    reader.start()
    assert reading.wait(PATIENCE)
    writers = [Filler(processes, empty.path), Filler(processes, empty.path)]
    assert sum(writer.added() for writer in writers) == worker.ARTICLES
    stop.set()
    answers = heard.get()
    reader.join(PATIENCE)
    assert reader.exitcode == 0, answers
    assert answers >= 3
    everything_is_there(empty)
