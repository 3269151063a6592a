"""One state of the workspace in DuckDB: the rows that count, joined once, never changed after.

The tables in memory (``correction``, ``article``, ``copy``, ``passage``, ``headline``, ``link``, ``entity``,
``mention``, ``title_mention``, ``quote``, ``statement``, ``statement_quote``) hold only rows of the batch
that counts for their article, and obey what analysts decided. Article texts stay on disk; ``article.file``
says where.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa

from onrecord.records import KEPT, TITLE
from onrecord.tables import SCHEMAS
from onrecord.workspace import articles, governments, headlines, passages
from onrecord.workspace.narrowed import Narrowings
from onrecord.workspace.store import Head, Store

THREADS = 2

_LINK = """
CREATE TABLE link AS
SELECT raw_links.* EXCLUDE (filename) FROM raw_links JOIN article USING (article_id, batch)
QUALIFY row_number() OVER (PARTITION BY local_entity ORDER BY made DESC) = 1"""

_ENTITY = """
CREATE TABLE entity AS
SELECT entity_id, name, kind, aliases, titles, batch FROM raw_entities
WHERE batch IN (SELECT batch FROM article)
QUALIFY row_number() OVER (PARTITION BY entity_id ORDER BY made DESC) = 1"""

_MENTION = """
CREATE TABLE {table} AS
SELECT m.mention_id, m.article_id, m.start, m."end", m.text, m.label, l.entity_id,
       m.sentence_start, m.sentence_end, m.passage_kind, m.source, m.local_entity,
       m.passage_kind IN (SELECT unnest($kept::VARCHAR[])) AS kept
FROM now_mentions m JOIN article USING (article_id, batch) LEFT JOIN link l USING (local_entity)
WHERE (m.label = $title) = {titles}"""

_QUOTE = """
CREATE TABLE quote AS
WITH inside AS (
    SELECT q.quote_id, m.entity_id, min(m.start) AS first
    FROM raw_quotes q JOIN article USING (article_id, batch)
    JOIN mention m ON m.article_id = q.article_id AND m.start >= q.start AND m."end" <= q."end"
    WHERE m.entity_id IS NOT NULL GROUP BY ALL
), about AS (SELECT quote_id, list(entity_id ORDER BY first, entity_id) AS about FROM inside GROUP BY ALL)
SELECT q.quote_id, q.article_id, q.start, q."end", q.text, q.type, q.marked, q."group",
       q.cue_start, q.cue_end, q.speaker_start, q.speaker_end,
       coalesce(l.entity_id, 'name:' || lower(trim(q.speaker_name))) AS speaker_id,
       coalesce(e.name, q.speaker_name) AS speaker,
       q.speaker_class, q.resolved_by, q.confidence, q.addressee, q.occasion, q.passage_kind,
       coalesce(about.about, []) AS about, q.local_entity, q.speaker_name,
       q.passage_kind IN (SELECT unnest($kept::VARCHAR[])) AS kept
FROM now_quotes q JOIN article USING (article_id, batch)
LEFT JOIN link l USING (local_entity) LEFT JOIN entity e USING (entity_id)
LEFT JOIN about USING (quote_id)"""

# A decision may set quotes aside that a run of the matcher counted: a statement is one as long as two quotes
# tell it, and the fullest of them represents it.
_STATEMENT_QUOTE = """
CREATE TABLE statement_quote AS
SELECT s.statement_id, s.quote_id, s.relation, s.score, s.cut, s.cut_at, s.alerts
FROM (FROM raw_statement_quotes WHERE list_contains($runs::VARCHAR[], run)
      QUALIFY row_number() OVER (PARTITION BY quote_id ORDER BY run DESC) = 1) s JOIN quote USING (quote_id)
WHERE s.statement_id IS NOT NULL
QUALIFY count(*) FILTER (kept) OVER (PARTITION BY statement_id) > 1"""

_STATEMENT = """
CREATE TABLE statement AS
WITH fullest AS (SELECT statement_id, arg_max(quote_id, (length(text), quote_id)) AS quote_id
                 FROM statement_quote JOIN quote USING (quote_id) WHERE kept GROUP BY ALL)
SELECT s.statement_id, q.quote_id, q.text, q.speaker_id, coalesce(q.speaker, s.speaker_name) AS speaker
FROM raw_statements s JOIN fullest USING (statement_id) JOIN quote first ON first.quote_id = s.quote_id
JOIN quote q ON q.quote_id = CASE WHEN first.kept THEN s.quote_id ELSE fullest.quote_id END
WHERE list_contains($runs::VARCHAR[], s.run)
QUALIFY row_number() OVER (PARTITION BY s.statement_id ORDER BY s.run DESC) = 1"""

_COPY = """
CREATE TABLE copy AS
SELECT article_id, cluster, relation, similarity, c.words, why
FROM raw_copies c JOIN article USING (article_id) WHERE run = $run"""

NULLABLE = ("cue_start", "cue_end", "speaker_start", "speaker_end")
"""Offsets that may be missing: they come as ``Int64``, because a float cannot cut a text."""


class Snapshot:
    """The rows that count at one head; safe to query from several threads at once."""

    def __init__(self, store: Store, head: Head) -> None:
        self.head = head
        self.searchable = threading.Event()
        """Set once the search index is known to hold every article of this snapshot."""
        self.narrowings = Narrowings()
        self._connection = connect(store, head, SCHEMAS)
        articles.make(self._connection)
        self._connection.execute(_COPY, {"run": head.copies or ""})
        passages.make(self._connection)
        for sql in (_LINK, _ENTITY):
            self._connection.execute(sql)
        governments.make(self._connection)
        headlines.make(self._connection, sorted(KEPT))
        # Titles that stand with names are no names: no figure counts them.
        for table, titles in (("mention", False), ("title_mention", True)):
            made = _MENTION.format(table=table, titles=titles)
            self._connection.execute(made, {"kept": sorted(KEPT), "title": TITLE})
        self._connection.execute(_QUOTE, {"kept": sorted(KEPT)})
        for sql in (_STATEMENT_QUOTE, _STATEMENT):
            self._connection.execute(sql, {"runs": list(head.runs) or [head.run or ""]})

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """A connection of its own for one call: temporary tables made on it are seen by nobody else."""
        return self._connection.cursor()

    def frame(self, sql: str, **parameters: Any) -> pd.DataFrame:
        return frame(self.cursor(), sql, **parameters)

    def rows(self, sql: str, **parameters: Any) -> list[dict[str, Any]]:
        """The answer as Python's own types, ``None`` where there is nothing."""
        return rows(self.cursor(), sql, **parameters)


def _connect(store: Store) -> duckdb.DuckDBPyConnection:
    """A database that can open files of this workspace and nothing else, and no network."""
    connection = duckdb.connect(
        ":memory:",
        config={
            "threads": THREADS,
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "temp_directory": "",
        },
    )
    folder = str(store.path).replace("'", "''")
    connection.execute(f"SET allowed_directories = ['{folder}']")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection


def connect(store: Store, head: Head, names: Iterable[str]) -> duckdb.DuckDBPyConnection:
    """A database in memory that sees tables as they are on disk, all batches, as ``raw_<name>``."""
    connection = _connect(store)
    for name in names:
        _attach(connection, store, name, head)
    return connection


def _attach(connection: duckdb.DuckDBPyConnection, store: Store, name: str, head: Head) -> None:
    """Call a table's files ``raw_<name>``; without files it is empty, a column that none has is null."""
    uris = store.uris(name, head)
    empty = connection.from_arrow(SCHEMAS[name].append(pa.field("filename", pa.string())).empty_table())
    if not uris:
        empty.create(f"raw_{name}")
        return
    found = connection.read_parquet(uris, filename=True, union_by_name=True)
    types = dict(zip(empty.columns, empty.types, strict=True))
    later = [f'NULL::{types[column]} AS "{column}"' for column in types if column not in found.columns]
    found.project(", ".join(["*", *later])).create_view(f"raw_{name}")


def frame(cursor: duckdb.DuckDBPyConnection, sql: str, **parameters: Any) -> pd.DataFrame:
    """A query's answer in pandas; lists are Python lists, days ``datetime64``."""
    table = _relation(cursor, sql, parameters).to_arrow_table()
    result: pd.DataFrame = table.to_pandas(date_as_object=False)
    for column in table.schema:
        if pa.types.is_list(column.type):
            result[column.name] = pd.Series(table[column.name].to_pylist(), index=result.index, dtype=object)
    return result.astype(dict.fromkeys(result.columns.intersection(list(NULLABLE)), "Int64"))


def rows(cursor: duckdb.DuckDBPyConnection, sql: str, **parameters: Any) -> list[dict[str, Any]]:
    """A query's answer as Python's own types, ``None`` where there is nothing."""
    answer: list[dict[str, Any]] = _relation(cursor, sql, parameters).to_arrow_table().to_pylist()
    return answer


def _relation(
    cursor: duckdb.DuckDBPyConnection, sql: str, parameters: dict[str, Any]
) -> duckdb.DuckDBPyRelation:
    return cursor.sql(sql, params=parameters) if parameters else cursor.sql(sql)
