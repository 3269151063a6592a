"""Recent selections, narrowed once: a page asks a dozen questions about one and the same."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import duckdb

from onrecord.records import Selection
from onrecord.workspace.selecting import Hits, narrow

KEPT = 8
"""Selections whose rows are remembered; 5,000 articles with 85,000 quotes take 5 MiB each."""


@dataclass
class _Narrowed:
    """A connection with the tables of one selection on it; one question at a time."""

    cursor: duckdb.DuckDBPyConnection | None = None
    lock: threading.Lock = field(default_factory=threading.Lock)


class Narrowings:
    """Connections to one snapshot, by selection; the ones asked for last are kept."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Selection, _Narrowed] = OrderedDict()
        self._lock = threading.Lock()

    @contextmanager
    def cursor(
        self,
        selection: Selection,
        fresh: Callable[[], duckdb.DuckDBPyConnection],
        hits: Callable[[], Hits | None],
    ) -> Iterator[duckdb.DuckDBPyConnection]:
        """The connection on which ``selection`` is narrowed, for the caller alone while it is used.

        ``fresh`` gives a connection of its own, ``hits`` what the search found; both are asked when needed.
        """
        with self._lock:
            kept = self._kept.setdefault(selection, _Narrowed())
            self._kept.move_to_end(selection)
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        with kept.lock:
            if kept.cursor is None:
                cursor = fresh()
                narrow(cursor, selection, hits())
                kept.cursor = cursor
            yield kept.cursor
