"""Statements as articles come and go: what is new is linked with what shares words with it, the rest stays.

An article is pending where its quotes are not those that an earlier run linked: it is new, or its speakers,
its day or what counts of it became others. Its links are found anew, and the statements that it tells or
told are gathered again with all that hangs together with them. Rows are only appended: of an article the
newest run counts, of a link the run of its later article, of a quote the newest row that says which
statement it tells, if any.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from onrecord import statements
from onrecord.tables import SCHEMAS
from onrecord.workspace.snapshot import Snapshot, frame
from onrecord.workspace.store import Store, new_batch

RUNS = 32
"""Runs that count at most: then their rows are written as one."""

_TOLD = """
CREATE TEMP TABLE told AS
SELECT quote_id, article_id, speaker_id, quote.speaker AS speaker_name,
       CASE WHEN entity.kind = 'PERSON' OR (entity.kind IS NULL AND speaker_class = 'named') THEN 'person'
            WHEN speaker_id IS NOT NULL THEN 'other' END AS speaker_kind,
       quote.text, type, start, "end", published
FROM quote JOIN article USING (article_id) LEFT JOIN entity ON entity_id = speaker_id
WHERE quote.kept AND article_id NOT IN (SELECT unnest($gone::VARCHAR[]))"""

_STATE = """
CREATE TEMP TABLE state AS
SELECT article_id, md5(string_agg(concat_ws(
    '|', quote_id, coalesce(speaker_id, ''), coalesce(speaker_name, ''), coalesce(speaker_kind, ''),
    coalesce(published::VARCHAR, '')), ' ' ORDER BY quote_id)) AS state
FROM told GROUP BY ALL"""

_MATCHED = """
CREATE TEMP TABLE matched AS
SELECT m.article_id, m.run, m.state, m.stems, m.counts, m.batch
FROM raw_statement_articles m JOIN article USING (article_id, batch)
WHERE list_contains($runs::VARCHAR[], m.run)
QUALIFY row_number() OVER (PARTITION BY article_id ORDER BY m.run DESC) = 1"""

_PENDING = """
CREATE TEMP TABLE pending AS
SELECT article_id FROM state FULL JOIN matched USING (article_id)
WHERE state.state IS DISTINCT FROM matched.state OR article_id IN (SELECT unnest($gone::VARCHAR[]))"""

_LINKED = """
CREATE TEMP TABLE linked AS
SELECT l.a, l.b, l.relation, l.score, l.whole,
       one.article_id IN (FROM pending) OR two.article_id IN (FROM pending) AS stale
FROM raw_statement_links l JOIN quote one ON one.quote_id = l.a JOIN quote two ON two.quote_id = l.b
JOIN matched m ON m.article_id = one.article_id JOIN matched n ON n.article_id = two.article_id
WHERE list_contains($runs::VARCHAR[], l.run) AND l.run >= m.run AND l.run >= n.run
QUALIFY row_number() OVER (PARTITION BY l.a, l.b ORDER BY l.run DESC) = 1"""

_ASSIGNED = """
CREATE TEMP TABLE assigned AS
SELECT * EXCLUDE (filename) FROM raw_statement_quotes WHERE list_contains($runs::VARCHAR[], run)
QUALIFY row_number() OVER (PARTITION BY quote_id ORDER BY run DESC) = 1"""


class Linking:
    """One look at a workspace, to bring its statements up to date; ``gone`` articles are about to leave."""

    def __init__(self, snapshot: Snapshot, gone: Collection[str] = ()) -> None:
        head = snapshot.head
        self.snapshot = snapshot
        self.runs = list(head.runs) if head.method == statements.METHOD else []
        self._gone = sorted(gone)
        self._cursor = snapshot.cursor()
        for sql in (_TOLD, _STATE, _MATCHED, _PENDING, _LINKED, _ASSIGNED):
            given = {"gone": self._gone, "runs": self.runs}
            self._cursor.execute(sql, {name: given[name] for name in given if f"${name}" in sql})
        self.pending = self._column("SELECT article_id FROM pending ORDER BY ALL")
        self._seeds = set(self._column("SELECT unnest([a, b]) FROM linked WHERE stale"))
        assigned = """
        SELECT quote_id FROM assigned JOIN quote USING (quote_id) WHERE article_id IN (FROM pending)"""
        self._seeds |= set(self._column(assigned))
        self._cursor.execute("DELETE FROM linked WHERE stale")
        self._cursor.execute("DELETE FROM matched WHERE article_id IN (FROM pending)")

    # What statements.link asks of earlier runs.

    def postings(self, features: np.ndarray[Any, np.dtype[np.int64]]) -> pd.DataFrame:
        """The parts of linked quotes that are indexed by one of the features."""
        sql = """
        SELECT quote_id, part, content, feature,
               coalesce(date_diff('day', DATE '0001-01-01', published) + 1, -1) AS day
        FROM (SELECT p.quote_id, part, content, unnest(features) AS feature
              FROM raw_statement_parts p JOIN matched USING (article_id, run))
        SEMI JOIN (SELECT unnest($features::BIGINT[]) AS feature) USING (feature)
        JOIN told USING (quote_id)"""
        return self._frame(sql, features=features.tolist())

    def quotes(self, quote_ids: list[str]) -> pd.DataFrame:
        return self._frame(
            "SELECT * FROM told WHERE quote_id IN (SELECT unnest($ids::VARCHAR[]))", ids=quote_ids
        )

    def spread(self, article_ids: list[str]) -> Mapping[str, Counter[int]]:
        sql = """
        SELECT article_id, stems, counts FROM matched
        WHERE article_id IN (SELECT unnest($ids::VARCHAR[]))"""
        rows = self._frame(sql, ids=article_ids)
        return {
            article_id: Counter(dict(zip(stems, counts, strict=True)))
            for article_id, stems, counts in rows.itertuples(index=False, name=None)
        }

    def within(self, quote_ids: list[str]) -> list[tuple[str, str]]:
        sql = """
        SELECT a, b FROM linked JOIN told one ON one.quote_id = a JOIN told two ON two.quote_id = b
        WHERE one.article_id = two.article_id AND a IN (SELECT unnest($ids::VARCHAR[]))
          AND b IN (SELECT unnest($ids::VARCHAR[]))"""
        return [(a, b) for a, b in self._frame(sql, ids=quote_ids).itertuples(index=False, name=None)]

    # Bringing up to date.

    def update(self, sentences: statements.Sentences) -> tuple[str, dict[str, pa.Table]]:
        """A run: its id, and the rows to append, by table."""
        run = new_batch()
        fresh = self._frame("SELECT * FROM told WHERE article_id IN (FROM pending)")
        known = self if self._column("SELECT article_id FROM matched LIMIT 1") else None
        linked = statements.link(fresh, known)
        links = self._frame("SELECT a, b, relation, score, whole FROM linked")
        links = pd.concat([links, linked.links]) if len(links) else linked.links
        reached = _reached(links, self._seeds | set(linked.links["a"]) | set(linked.links["b"]))
        links = links[links["a"].isin(reached)]
        found = statements.gather(self.quotes(sorted(reached)), links, sentences)
        return run, {
            "statement_articles": _rows("statement_articles", self._articles(linked.articles), run),
            "statement_parts": _rows("statement_parts", linked.parts, run),
            "statement_links": _rows("statement_links", linked.links, run),
            "statements": _rows("statements", found.statements, run),
            "statement_quotes": _rows(
                "statement_quotes", self._with_leavers(found.statement_quotes, reached), run
            ),
        }

    def _articles(self, counted: pd.DataFrame) -> pd.DataFrame:
        """A row for every pending article that stays, whether it tells anything or not."""
        rows = self._frame("""
        SELECT article_id, state, batch FROM pending JOIN article USING (article_id)
        LEFT JOIN state USING (article_id)""")
        # A run that found no statement counts nothing, in columns of no type.
        counted = counted.astype({"article_id": rows["article_id"].dtype})
        return rows.merge(counted, how="left", on="article_id")

    def _with_leavers(self, told: pd.DataFrame, reached: Iterable[str]) -> pd.DataFrame:
        """Also the quotes that told a statement and tell none now."""
        sql = """
        SELECT quote_id FROM assigned JOIN quote USING (quote_id)
        WHERE statement_id IS NOT NULL AND quote_id IN (SELECT unnest($ids::VARCHAR[]))
          AND article_id NOT IN (SELECT unnest($gone::VARCHAR[]))"""
        before = self._column(sql, ids=sorted(reached), gone=self._gone)
        left = sorted(set(before) - set(told["quote_id"]))
        return pd.concat([told, pd.DataFrame({"quote_id": left})]) if left else told

    def as_one(self) -> tuple[str, dict[str, pa.Table]]:
        """All rows that count, as one run; to be called on a workspace without pending articles."""
        run = new_batch()
        newest = """
        SELECT s.* EXCLUDE (filename) FROM raw_statements s JOIN assigned USING (statement_id, quote_id)
        WHERE list_contains($runs::VARCHAR[], s.run)
        QUALIFY row_number() OVER (PARTITION BY statement_id ORDER BY s.run DESC) = 1"""
        selects = {
            "statement_articles": "SELECT * FROM matched",
            "statement_parts": """
            SELECT p.* EXCLUDE (filename) FROM raw_statement_parts p JOIN matched USING (article_id, run)""",
            "statement_links": "SELECT * FROM linked",
            "statements": newest,
            "statement_quotes": "SELECT * FROM assigned WHERE statement_id IS NOT NULL",
        }
        return run, {
            name: _rows(name, self._frame(sql, **({"runs": self.runs} if "$runs" in sql else {})), run)
            for name, sql in selects.items()
        }

    def _frame(self, sql: str, **given: Any) -> pd.DataFrame:
        return frame(self._cursor, sql, **given)

    def _column(self, sql: str, **given: Any) -> list[str]:
        return [row[0] for row in self._cursor.execute(sql, given or None).fetchall()]


def _reached(links: pd.DataFrame, seeds: set[str]) -> set[str]:
    """The seeds and what links lead to from them."""
    reached = set(seeds)
    while True:
        near = links[links["a"].isin(reached) | links["b"].isin(reached)]
        more = (set(near["a"]) | set(near["b"])) - reached
        if not more:
            return reached
        reached |= more


def _rows(name: str, rows: pd.DataFrame, run: str) -> pa.Table:
    schema = SCHEMAS[name]
    every = rows.reindex(columns=schema.names).astype(object).assign(run=run)
    return pa.Table.from_pandas(every, schema, preserve_index=False)


def append(store: Store, rows: Mapping[str, pa.Table]) -> None:
    """Store a run, under ``writing``; nobody sees it before its id is published."""
    for name, table in rows.items():
        store.append(name, table)
