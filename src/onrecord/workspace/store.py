"""The tables at rest: Delta Lake, one folder a table.

``articles`` is committed last, so its Delta version is the workspace's version. Each commit to it
carries a *head*: the versions that the other tables had then. A reader that starts from a head sees
one state of all tables, and a pinned version can be read for as long as nobody vacuums.

A table or a column may come after a workspace was made: until its next write, which makes them, the
table reads as empty (``uris``) and the column as null (``snapshot.connect``).
"""

from __future__ import annotations

import json
import os
import secrets
import threading
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Self
from urllib.parse import unquote

import pyarrow as pa
from deltalake import CommitProperties, DeltaTable, Schema, write_deltalake
from filelock import FileLock

from onrecord._errors import ReadOnlyError, WorkspaceError
from onrecord.tables import SCHEMAS

HEAD = "onrecord.head"
SMALL_FILES = 50
"""A table of more files than this is compacted: DuckDB opens every one of them."""


@dataclass(frozen=True)
class Head:
    """One state of the workspace: its version, and what the other tables looked like then."""

    version: int
    tables: Mapping[str, int] = field(default_factory=dict)
    run: str | None = None
    """The newest complete run of the statement matcher."""
    runs: Sequence[str] = field(default_factory=list)
    """Its runs that count, the newest last."""
    method: int = 0
    """Of which method they are."""
    matched: int = 0
    """How many articles they cover."""
    copies: str | None = None
    """The newest complete run that clustered copies."""
    compared: int = 0
    """How many articles that run covered."""
    removed: int = 0
    """How many articles were removed so far: while it stays the same, articles only come."""

    def to_json(self) -> str:
        told = asdict(self)
        del told["version"]
        return json.dumps(told)

    @classmethod
    def from_json(cls, version: int, told: str) -> Self:
        """The head that was told; what another version of Onrecord told beyond ours is left out."""
        known = {column.name for column in fields(cls)} - {"version"}
        return cls(version, **{name: value for name, value in json.loads(told).items() if name in known})


def new_batch() -> str:
    """An id that sorts by time: nanoseconds since 1970 in 16 hex digits, then 8 random ones."""
    return f"{time.time_ns():016x}{secrets.token_hex(4)}"


class Store:
    """Append to the tables and name their files; thread-safe, and safe beside other processes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()
        self._versions: dict[str, int] = {}
        self._writers: dict[str, DeltaTable] = {}
        self._evolved = False
        """Whether this store has looked for tables and columns that came after the workspace was made."""

    @staticmethod
    def create(path: Path) -> None:
        """Make every table, empty; what is there already stays."""
        for name in SCHEMAS:
            _create(path, name)

    def version(self, name: str = "articles") -> int:
        """A table's newest version; one look for a file per version since the last call."""
        log = self._log(name)
        with self._lock:
            if name not in self._versions:
                self._versions[name] = max(int(file.stem) for file in log.glob("*.json"))
            while os.path.exists(log / f"{self._versions[name] + 1:020d}.json"):
                self._versions[name] += 1
            return self._versions[name]

    def head(self, version: int | None = None) -> Head:
        """The state at ``version``, by default the newest. Raises ``WorkspaceError`` for one to come."""
        newest = self.version()
        version = newest if version is None else version
        if not 0 <= version <= newest:
            raise WorkspaceError(
                f"Expected a version from 0 to {newest} of {self.path.parent}, got {version}. "
                "Leave the version out to see the newest."
            )
        for earlier in range(version, -1, -1):
            told = self._commit_info(earlier).get(HEAD)
            if told:
                head = Head.from_json(version, str(told))
                # Another program committed since: it may have rewritten files, but made no rows of ours.
                return head if earlier == version else replace(head, tables={})
        return Head(version)

    def uris(self, name: str, head: Head) -> list[str]:
        """The Parquet files that hold a table at a head; none where the table came later."""
        if (head.tables and name not in {"articles", *head.tables}) or not self._log(name).exists():
            return []
        version = head.version if name == "articles" else head.tables.get(name)
        return [unquote(uri) for uri in self._table(name, version).file_uris()]

    def append(self, name: str, rows: pa.Table) -> None:
        """Append rows to a table other than ``articles``, under ``writing``; unseen before ``publish``."""
        if rows.num_rows:
            write_deltalake(
                self._writer(name),
                _undocumented(rows.select(SCHEMAS[name].names).cast(SCHEMAS[name])),
                mode="append",
            )

    def publish(self, articles: pa.Table | None = None, **told: Any) -> None:
        """Commit articles (or none), and with them everything appended so far. Call it under ``writing``.

        ``told``: fields of the head that change with it, as ``run`` and ``matched``.
        """
        rows = SCHEMAS["articles"].empty_table() if articles is None else articles
        head = replace(self._next_head(), **told)
        write_deltalake(
            self._writer("articles"),
            _undocumented(rows.cast(SCHEMAS["articles"])),
            mode="append",
            commit_properties=_told(head),
        )

    def withdraw(self, article_ids: Collection[str], **told: Any) -> None:
        """Commit that these articles are gone, and runs over the others. Call it under ``writing``."""
        head = self._next_head()
        head = replace(head, removed=head.removed + len(article_ids), **told)
        ids = ", ".join(f"'{article_id}'" for article_id in article_ids)
        self._writer("articles").delete(f"article_id IN ({ids})", commit_properties=_told(head))

    def compact(self) -> list[str]:
        """Rewrite tables of many small files as few, under ``writing``; the old files stay."""
        done = [name for name in SCHEMAS if name != "articles" and self._compact(name)]
        if self._compact("articles", _told(self._next_head())):
            done.append("articles")
        elif done:
            self.publish()
        return done

    def _compact(self, name: str, told: CommitProperties | None = None) -> bool:
        if self.version(name) <= SMALL_FILES:  # a version adds a file
            return False
        table = self._writer(name)
        if len(table.file_uris()) <= SMALL_FILES:
            return False
        table.optimize.compact(commit_properties=told)
        return True

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the workspace's write lock; the system frees it when a process dies."""
        lock = FileLock(self.path.parent / "writing.lock")
        try:
            lock.acquire()
        except OSError as error:
            raise ReadOnlyError(
                f"Expected a folder that can be written, {self.path.parent} cannot ({error.strerror}). "
                "Ask for the right to write, or add to a workspace of your own."
            ) from error
        try:
            self._evolve()
            yield
        finally:
            lock.release()

    def _evolve(self) -> None:
        """Make the tables and columns that came after the workspace was made; ``articles`` last."""
        if self._evolved:
            return
        for name in sorted(SCHEMAS, key="articles".__eq__):
            if not self._log(name).exists():
                _create(self.path, name)
            table = self._writer(name)
            present = {column.name for column in table.schema().fields}
            lacking = [column for column in SCHEMAS[name] if column.name not in present]
            if lacking:
                told = _told(self._next_head()) if name == "articles" else None
                table.alter.add_columns(Schema.from_arrow(pa.schema(lacking)).fields, commit_properties=told)
        self._evolved = True

    def _next_head(self) -> Head:
        tables = {name: self.version(name) for name in SCHEMAS if name != "articles"}
        return replace(self.head(), tables=tables)

    def _writer(self, name: str) -> DeltaTable:
        """A table to write to, kept open: reading its log takes longer than a small append."""
        table = self._writers.get(name) or self._table(name)
        self._writers[name] = table
        if table.version() < self.version(name):
            table.update_incremental()
        return table

    def _log(self, name: str) -> Path:
        return self.path / name / "_delta_log"

    def _table(self, name: str, version: int | None = None) -> DeltaTable:
        return DeltaTable(str(self.path / name), version=version)

    def _commit_info(self, version: int) -> dict[str, object]:
        log = self._log("articles") / f"{version:020d}.json"
        for line in log.read_text(encoding="utf-8").splitlines():
            action = json.loads(line)
            if "commitInfo" in action:
                return dict(action["commitInfo"])
        return {}


def _create(path: Path, name: str) -> None:
    DeltaTable.create(
        str(path / name),
        schema=SCHEMAS[name],
        mode="ignore",
        configuration={"delta.enableExpiredLogCleanup": "false"},
    )


def _undocumented(rows: pa.Table) -> pa.Table:
    """Without the columns' docstrings: a table of an earlier Onrecord may have others, and keeps them."""
    return rows.cast(pa.schema([column.remove_metadata() for column in rows.schema]))


def _told(head: Head) -> CommitProperties:
    return CommitProperties(custom_metadata={HEAD: head.to_json()})
