"""Seats counted as the country whose government they stand for, where a selection asks for it.

``make`` leaves the table ``stands`` in a snapshot. ``merge`` hides ``mention``, ``quote`` and ``statement``
behind views of the same names on one call's cursor, so that no query need know of the switch.
"""

from __future__ import annotations

from dataclasses import replace

import duckdb
import pyarrow as pa

from onrecord.records import Selection
from onrecord.resolution import stands_for

_ENTITIES = "SELECT entity_id, name, kind FROM entity ORDER BY entity_id"
_STANDS = pa.schema([("entity_id", pa.string()), ("country", pa.string())])

_MENTION = """
CREATE TEMP VIEW mention AS
SELECT m.* REPLACE (coalesce(s.country, m.entity_id) AS entity_id)
FROM memory.main.mention m LEFT JOIN stands s ON s.entity_id = m.entity_id"""

_QUOTE = """
CREATE TEMP VIEW quote AS
WITH told AS (SELECT map(list(entity_id), list(country)) AS country FROM stands),
     q AS (SELECT quote.* REPLACE (list_transform(about, lambda id: coalesce(told.country[id], id)) AS about)
           FROM memory.main.quote, told)
SELECT q.* REPLACE (
    coalesce(s.country, q.speaker_id) AS speaker_id, coalesce(e.name, q.speaker) AS speaker,
    list_filter(q.about, lambda id, i: list_position(q.about, id) = i) AS about)
FROM q LEFT JOIN stands s ON s.entity_id = q.speaker_id LEFT JOIN entity e ON e.entity_id = s.country"""

_STATEMENT = """
CREATE TEMP VIEW statement AS
SELECT t.* REPLACE (coalesce(s.country, t.speaker_id) AS speaker_id, coalesce(e.name, t.speaker) AS speaker)
FROM memory.main.statement t LEFT JOIN stands s ON s.entity_id = t.speaker_id
LEFT JOIN entity e ON e.entity_id = s.country"""


def make(connection: duckdb.DuckDBPyConnection) -> None:
    """Leave the table ``stands`` (entity_id, country) beside the table ``entity``."""
    entities = connection.sql(_ENTITIES).to_arrow_table().to_pandas()
    pairs = stands_for(entities).rename(columns={"stands_for": "country"})
    connection.from_arrow(pa.Table.from_pandas(pairs, _STANDS, preserve_index=False)).create("stands")


def merge(cursor: duckdb.DuckDBPyConnection, selection: Selection) -> Selection:
    """Hide the rows behind views that count seats for countries; the selection with its ids mapped so."""
    for view in (_MENTION, _QUOTE, _STATEMENT):
        cursor.execute(view)
    country = dict(cursor.execute("FROM stands").fetchall())
    return replace(
        selection,
        entities=tuple(country.get(id_, id_) for id_ in selection.entities),
        speakers=tuple(country.get(id_, id_) for id_ in selection.speakers),
    )
