"""The articles as they are known: the facts that were read, those inferred, and those typed in since."""

from __future__ import annotations

import duckdb

from onrecord.cleaning.language import ENGLISH
from onrecord.cleaning.origins import FACTS, STATED, TYPED

_TYPED = ", ".join(f"max(value) FILTER (action = '{field}') AS {field}" for field in (*FACTS, "language"))


def _fact(field: str, kind: str = "VARCHAR") -> str:
    typed = f"nullif(json_extract_string(typed.{field}, '$.to'), '')::{kind}"
    return f"CASE WHEN typed.{field} IS NULL THEN read.{field} ELSE {typed} END AS {field}"


def _origin(field: str) -> str:
    return f"""CASE WHEN typed.{field} IS NOT NULL THEN '{TYPED}' WHEN read.{field} IS NULL THEN NULL
        ELSE coalesce(read.{field}_from, '{STATED}') END AS {field}_from"""


# The newest decision on one thing counts, unless it was undone.
_CORRECTION = """
CREATE TABLE correction AS
SELECT correction_id, who, made, target, action, value FROM raw_corrections
WHERE undone_by IS NULL
  AND correction_id NOT IN (SELECT undone_by FROM raw_corrections WHERE undone_by IS NOT NULL)
QUALIFY row_number() OVER (PARTITION BY target, action ORDER BY made DESC, correction_id DESC) = 1"""

# The first committed batch of an article counts; batches sort by time, so the lowest is the first.
_ARTICLE = f"""
CREATE TABLE article AS
WITH read AS (FROM raw_articles QUALIFY row_number() OVER (PARTITION BY article_id ORDER BY batch) = 1),
     typed AS (SELECT target AS article_id, {_TYPED} FROM correction GROUP BY target)
SELECT article_id, source_id, {_fact("title")}, {_fact("outlet")}, {_fact("published", "DATE")}, url,
       {_fact("author")}, path, words, {_fact("language")}, engine, added,
       {", ".join(_origin(fact) for fact in FACTS)}, text_from, batch, filename AS file
FROM read LEFT JOIN typed USING (article_id)"""  # noqa: S608 (constants)

_COUNTED = f"""
ALTER TABLE article ADD COLUMN counted BOOLEAN;
UPDATE article SET counted = coalesce(language, '{ENGLISH}') = '{ENGLISH}'"""  # noqa: S608


def make(connection: duckdb.DuckDBPyConnection) -> None:
    """Leave ``correction``, the decisions in force (correction_id, who, made, target, action, value), and
    ``article``, whose ``counted`` is false for what is set aside because of its language.
    """
    connection.execute(_CORRECTION)
    connection.execute(_ARTICLE)
    connection.execute(_COUNTED)
