"""Full text: an SQLite FTS5 file beside the tables. It is a cache, and takes in what is new.

Where the folder cannot be written, or may not be, a private copy in the temporary folder takes the
new articles instead.
"""

from __future__ import annotations

import json
import os
import sqlite3
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from itertools import batched
from pathlib import Path
from typing import Any

import duckdb

from onrecord._errors import QueryError
from onrecord.workspace.querystring import HELP, to_fts
from onrecord.workspace.selecting import Hits
from onrecord.workspace.snapshot import Snapshot

INDEX_FORMAT = 2
TAKE = 500
"""Articles taken in at once: bounds memory, and how long other processes wait."""

_SCHEMA = (
    "CREATE TABLE taken (article_id TEXT PRIMARY KEY, batch TEXT NOT NULL) WITHOUT ROWID",
    "CREATE VIRTUAL TABLE articles USING fts5(article_id UNINDEXED, title, text, tokenize='unicode61')",
    "CREATE VIRTUAL TABLE quotes USING fts5(quote_id UNINDEXED, text, tokenize='unicode61')",
)
_BATCHES = "SELECT article_id, batch FROM article"
_NEW_ARTICLES = """
SELECT DISTINCT ON (article_id) article_id, article.title, raw_articles.text
FROM raw_articles JOIN article USING (article_id, batch)
WHERE article_id IN (SELECT unnest($ids::VARCHAR[]))"""
_NEW_QUOTES = "SELECT quote_id, text FROM quote WHERE article_id IN (SELECT unnest($ids::VARCHAR[]))"

_ARTICLE_HITS = "SELECT article_id FROM articles WHERE articles MATCH ?"
_QUOTE_HITS = "SELECT quote_id FROM quotes WHERE quotes MATCH ?"
_RANKED = "SELECT article_id, bm25(articles, 0, 4, 1) FROM articles WHERE articles MATCH ?"
_SNIPPETS = """
SELECT article_id, snippet(articles, 2, '', '', ' … ', 24) FROM articles
WHERE articles MATCH ? AND article_id IN (SELECT value FROM json_each(?))"""
_TAKEN = "SELECT article_id, batch FROM taken WHERE article_id IN (SELECT value FROM json_each(?))"
_ALL_QUOTES = "SELECT DISTINCT quote_id FROM raw_quotes WHERE article_id IN (SELECT unnest($ids::VARCHAR[]))"
_DROP = (
    "DELETE FROM taken WHERE article_id IN (SELECT value FROM json_each(?))",
    "DELETE FROM articles WHERE article_id IN (SELECT value FROM json_each(?))",
    "DELETE FROM quotes WHERE quote_id IN (SELECT value FROM json_each(?))",
)

_COMPARED = (
    ("article", "SELECT article_id, title, text FROM articles", _NEW_ARTICLES),
    ("quote", "SELECT quote_id, text FROM quotes", _NEW_QUOTES),
)


class SearchIndex:
    """Finds articles by title and text and quotes by their words; one connection a call."""

    def __init__(self, path: Path, *, read_only: bool) -> None:
        self.path = path
        self._read_only = read_only
        self._private: tempfile.TemporaryDirectory[str] | None = None
        self._lock = threading.Lock()

    def hits(self, snapshot: Snapshot, query: str) -> Hits:
        """Every article and quote that matches, of any version. Raises ``QueryError``."""
        with self.ready(snapshot) as index:
            articles = _run(index, _ARTICLE_HITS, query)
            quotes = _run(index, _QUOTE_HITS, query)
        return Hits([row[0] for row in articles], [row[0] for row in quotes])

    def ranked(self, snapshot: Snapshot, query: str) -> list[tuple[str, float]]:
        """(article_id, rank) of every match; a lower rank is a better match, a title's word counts four."""
        with self.ready(snapshot) as index:
            return _run(index, _RANKED, query)

    def snippets(self, snapshot: Snapshot, query: str, article_ids: Sequence[str]) -> dict[str, str]:
        """About 24 words around the best match in each article's text."""
        with self.ready(snapshot) as index:
            return dict(_run(index, _SNIPPETS, query, json.dumps(list(article_ids))))

    def catch_up(self, snapshot: Snapshot) -> int:
        """Take in the snapshot's articles that the index lacks; how many there were."""
        with self._lock:
            if snapshot.searchable.is_set():
                return 0
            done = self._catch_up(snapshot)
            snapshot.searchable.set()
            return done

    def forget(self, snapshot: Snapshot, article_ids: Sequence[str]) -> None:
        """Drop articles that were removed; ``snapshot`` is one that still has them.

        No answer depends on it, as hits count only where the tables have them; so a damaged index,
        which is made anew when it is next asked, stops nothing.
        """
        if self.path.exists():
            with suppress(sqlite3.DatabaseError), self._open("rw") as index:
                index.execute("BEGIN IMMEDIATE")
                _drop(index, snapshot.cursor(), article_ids)
                index.execute("COMMIT")

    @contextmanager
    def ready(self, snapshot: Snapshot) -> Iterator[sqlite3.Connection]:
        """The index, with every article of the snapshot in it."""
        self.catch_up(snapshot)
        try:
            with self._open() as index:
                _format(index)
        except sqlite3.OperationalError:
            # A writer was killed and left a journal: only a writer, or a private copy, can go on.
            snapshot.searchable.clear()
            self.catch_up(snapshot)
        with self._open() as index:
            yield index

    def problems(self, snapshot: Snapshot) -> Iterator[str]:
        """Where the index and the snapshot disagree, in words."""
        with self.ready(snapshot) as index:
            for kind, indexed, stored in _COMPARED:
                held: dict[str, int] = {}
                for key, *words in index.execute(indexed):
                    if key in held:
                        yield f"search index: {kind} {key} is there twice"
                    held[key] = hash(tuple(words))
                for key, *words in _stored(snapshot, stored):
                    if held.get(key) != hash(tuple(words)):
                        yield f"search index: {kind} {key} is {'out of date' if key in held else 'missing'}"
        if self._private or not self._read_only:
            yield from self._damage()

    def _damage(self) -> Iterator[str]:
        """FTS5's own test: that its words and its texts agree."""
        with self._open("rw" if self.path.exists() else "ro") as index:
            for table in ("articles", "quotes"):
                try:
                    index.execute(f"INSERT INTO {table}({table}) VALUES ('integrity-check')")  # noqa: S608
                except sqlite3.DatabaseError as error:
                    if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_READONLY:
                        return
                    yield f"search index: {table}: {error}. Delete {self.path}; it is made anew."

    def close(self) -> None:
        if self._private:
            self._private.cleanup()

    def _catch_up(self, snapshot: Snapshot) -> int:
        articles: dict[str, str] = dict(snapshot.cursor().execute(_BATCHES).fetchall())
        missing = self._missing(articles)
        if not missing:
            return 0
        if self._read_only and not self._private:
            self._go_private()
        try:
            self._take(snapshot, articles)
        except sqlite3.OperationalError:
            if self._private or os.access(self.path.parent, os.W_OK):
                raise
            self._go_private()
            self._take(snapshot, articles)
        except sqlite3.DatabaseError:  # damaged; it is only a cache
            self.path.unlink()
            self._take(snapshot, articles)
        return len(missing)

    def _missing(self, articles: Mapping[str, str]) -> list[str]:
        """Articles (id to batch) that the index lacks or has of another batch; all, if it cannot be read."""
        try:
            with self._open() as index:
                if _format(index) != INDEX_FORMAT:
                    return list(articles)
                taken = dict(index.execute("SELECT article_id, batch FROM taken"))
        except sqlite3.DatabaseError:
            return list(articles)
        return [article for article, batch in articles.items() if taken.get(article) != batch]

    def _take(self, snapshot: Snapshot, articles: Mapping[str, str]) -> None:
        with self._open("rwc") as index:
            _prepare(index)
            for some in batched(self._missing(articles), TAKE):
                _take(index, snapshot.cursor(), {article: articles[article] for article in some})

    def _go_private(self) -> None:
        """Go on with a copy in the temporary folder, or with an empty one if it cannot be copied."""
        self._private = tempfile.TemporaryDirectory(prefix="onrecord-search-", ignore_cleanup_errors=True)
        private = Path(self._private.name) / self.path.name
        try:
            with self._open() as old, closing(sqlite3.connect(private)) as new:
                old.backup(new)
        except sqlite3.DatabaseError:
            private.unlink(missing_ok=True)
        self.path = private

    @contextmanager
    def _open(self, mode: str = "ro") -> Iterator[sqlite3.Connection]:
        """A connection for one call. An index that isn't there yet reads as an empty one."""
        absent = mode == "ro" and not self.path.exists()
        uri = ":memory:" if absent else f"{self.path.as_uri()}?mode={mode}"
        with closing(sqlite3.connect(uri, uri=True, timeout=60, isolation_level=None)) as connection:
            if absent:
                _prepare(connection)
            yield connection


def _stored(snapshot: Snapshot, sql: str) -> Iterator[tuple[str, ...]]:
    ids = [row["article_id"] for row in snapshot.rows("SELECT article_id FROM article")]
    for some in batched(ids, TAKE):
        yield from snapshot.cursor().execute(sql, {"ids": list(some)}).fetchall()


def _format(index: sqlite3.Connection) -> int:
    return int(index.execute("PRAGMA user_version").fetchone()[0])


def _prepare(index: sqlite3.Connection) -> None:
    """Make the tables, or make them anew where another version of Onrecord made them."""
    index.execute("BEGIN IMMEDIATE")
    if _format(index) != INDEX_FORMAT:
        for name in ("taken", "articles", "quotes"):
            index.execute(f"DROP TABLE IF EXISTS {name}")
        for statement in _SCHEMA:
            index.execute(statement)
        index.execute(f"PRAGMA user_version = {INDEX_FORMAT}")
    index.execute("COMMIT")


def _take(index: sqlite3.Connection, cursor: duckdb.DuckDBPyConnection, batches: Mapping[str, str]) -> None:
    """Index some articles and their quotes in one transaction; another process may have been faster.

    An article that was removed and came again, in another batch, is indexed as it is now.
    """
    index.execute("BEGIN IMMEDIATE")
    known = dict(index.execute(_TAKEN, (json.dumps(list(batches)),)))
    ids = [article for article, batch in batches.items() if known.get(article) != batch]
    if known:
        _drop(index, cursor, [article for article in ids if article in known])
    articles = cursor.execute(_NEW_ARTICLES, {"ids": ids}).fetchall()
    index.executemany("INSERT INTO articles VALUES (?, ?, ?)", articles)
    quotes = cursor.execute(_NEW_QUOTES, {"ids": ids}).fetchall()
    index.executemany("INSERT INTO quotes VALUES (?, ?)", quotes)
    index.executemany("INSERT INTO taken VALUES (?, ?)", [(article, batches[article]) for article in ids])
    index.execute("COMMIT")


def _drop(index: sqlite3.Connection, cursor: duckdb.DuckDBPyConnection, article_ids: Sequence[str]) -> None:
    """Delete articles with the quotes of all their batches."""
    quotes = [row[0] for row in cursor.execute(_ALL_QUOTES, {"ids": list(article_ids)}).fetchall()]
    for sql, ids in zip(_DROP, (article_ids, article_ids, quotes), strict=True):
        index.execute(sql, (json.dumps(list(ids)),))


def _run(index: sqlite3.Connection, sql: str, query: str, *parameters: str) -> list[Any]:
    try:
        return index.execute(sql, (to_fts(query), *parameters)).fetchall()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_ERROR:
            raise
        raise QueryError(f"Expected a search, got {query.strip()!r} ({error}). {HELP}") from error
