"""The kind that counts for each passage: what an analyst decided, else a line taught for the outlet, else a
line that the outlet repeats, else what the rules said when the article was read.

Mentions, quotes and marked text take their kind from the passage they lie in, so that a decision shows in all
figures alike, and nothing is extracted anew.
"""

from __future__ import annotations

import duckdb

from onrecord.cleaning.repeated import ENOUGH

_PASSAGE = """
CREATE TABLE passage AS
WITH p AS (
    SELECT p.article_id, p.start, p."end", p.kind AS labelled, p.reason, p.line, p.if_repeated, outlet,
           coalesce(cluster, p.article_id) AS text_id
    FROM raw_passages p JOIN article USING (article_id, batch) LEFT JOIN copy USING (article_id)
), repeated AS (
    SELECT outlet, line, count(DISTINCT text_id) AS articles FROM p
    WHERE if_repeated IS NOT NULL AND outlet IS NOT NULL GROUP BY ALL HAVING articles >= $enough
), taught AS (
    SELECT json_extract_string(value, '$.outlet') AS outlet, json_extract_string(value, '$.line') AS line,
           json_extract_string(value, '$.kind') AS kind, who, made
    FROM correction WHERE action = 'line kind'
), decided AS (
    SELECT json_extract_string(value, '$.article_id') AS article_id,
           json_extract(value, '$.start')::INT AS start, json_extract(value, '$.end')::INT AS "end",
           json_extract_string(value, '$.kind') AS kind, who, made
    FROM correction WHERE action = 'passage kind'
)
SELECT p.article_id, p.start, p."end",
       coalesce(d.kind, t.kind, CASE WHEN r.line IS NOT NULL THEN p.if_repeated END, p.labelled) AS kind,
       CASE WHEN d.kind IS NOT NULL THEN
                format('decided by {} on {}', d.who, strftime(d.made, '%-d %B %Y'))
            WHEN t.kind IS NOT NULL THEN
                format('a line of {}, taught by {} on {}', p.outlet, t.who, strftime(t.made, '%-d %B %Y'))
            WHEN r.line IS NOT NULL AND p.if_repeated IS NOT NULL THEN
                format('{} repeats this line: it stands in {} articles', p.outlet, r.articles)
            ELSE p.reason END AS reason,
       CASE WHEN d.kind IS NOT NULL THEN 'decided' WHEN t.kind IS NOT NULL THEN 'taught'
            WHEN r.line IS NOT NULL AND p.if_repeated IS NOT NULL THEN 'repeated' ELSE 'rule' END AS source,
       p.labelled, p.line
FROM p LEFT JOIN decided d ON d.article_id = p.article_id AND d.start = p.start AND d."end" = p."end"
LEFT JOIN taught t ON t.outlet = p.outlet AND t.line = p.line
LEFT JOIN repeated r ON r.outlet = p.outlet AND r.line = p.line AND p.if_repeated IS NOT NULL"""

_RECAST = """
CREATE TABLE recast AS
SELECT article_id, start, "end", kind, labelled FROM passage WHERE kind != labelled"""

# A row that the extraction gave a kind of its own (a name in a credit glued to a paragraph) keeps it, unless
# the whole passage is set aside.
_NOW = """
CREATE VIEW now_{name} AS
SELECT r.* REPLACE (
    CASE WHEN n.kind IS NULL THEN passage_kind
         WHEN passage_kind != labelled AND n.kind IN ('body', 'heading', 'summary') THEN passage_kind
         ELSE n.kind END AS passage_kind)
FROM raw_{name} r LEFT JOIN recast n
  ON n.article_id = r.article_id AND r.start >= n.start AND r.start < n."end\""""


def make(connection: duckdb.DuckDBPyConnection) -> None:
    """Leave ``passage`` (article_id, start, end, kind, reason, source, labelled, line), where ``source`` says
    what decided (decided, taught, repeated or rule), and the rows with the kind that counts:
    ``now_mentions``, ``now_quotes``, ``now_marked_text``. Reads article, copy and correction.
    """
    connection.execute(_PASSAGE, {"enough": ENOUGH})
    connection.execute(_RECAST)
    for name in ("mentions", "quotes", "marked_text"):
        connection.execute(_NOW.format(name=name))
