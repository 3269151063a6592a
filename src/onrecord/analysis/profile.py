"""One entity's whole file: its names by outlet, what it said, what was said about it, its company."""

from __future__ import annotations

import pandas as pd

from onrecord.analysis.cooccurrence import pairs
from onrecord.analysis.units import Unit

_CANDIDATES = 60
"""Entities whose association is worked out; more than any page shows."""


def said(quotes: pd.DataFrame, entity_id: str) -> pd.DataFrame:
    """The quotes whose speaker is the entity."""
    return quotes[quotes["speaker_id"] == entity_id]


def said_about(quotes: pd.DataFrame, entity_id: str) -> pd.DataFrame:
    """The quotes of others that mention the entity in their span (``about``: list of entity ids)."""
    mentions_it = pd.Series([entity_id in _ids(about) for about in quotes["about"]], index=quotes.index)
    return quotes[mentions_it.astype(bool) & (quotes["speaker_id"] != entity_id)]


def company(
    mentions: pd.DataFrame, entity_id: str, *, unit: Unit = "sentence", top_n: int = 12
) -> pd.DataFrame:
    """Whom the entity appears with: entity_id, name, kind, together, count, expected, npmi, g2.

    Counted over the whole of ``mentions``, so that the figures are those of the connections page; the
    ``top_n`` it meets most.
    """
    mine = mentions[mentions["entity_id"] == entity_id]
    keys = ["article_id", "sentence_start"] if unit == "sentence" else ["article_id"]
    beside = mentions.merge(mine[keys].drop_duplicates(), on=keys).drop_duplicates([*keys, "entity_id"])
    # Only the closest: all of a country's company would be a matrix of thousands.
    near = beside["entity_id"].value_counts().head(_CANDIDATES).index
    rows = pairs(mentions, unit=unit, only=tuple(near))
    columns = ["entity_id", "name", "kind", "count"]
    sides = []
    for me, other in (("a", "b"), ("b", "a")):
        side = rows[rows[me] == entity_id]
        names = [other, f"{other}_name", f"{other}_kind", f"count_{other}"]
        sides.append(side.rename(columns=dict(zip(names, columns, strict=True))))
    wanted = ["entity_id", "name", "kind", "together", "count", "expected", "npmi", "g2"]
    found = pd.concat(sides)[wanted].sort_values(
        ["together", "npmi", "entity_id"], ascending=[False, False, True]
    )
    return found.head(top_n).reset_index(drop=True)


def _ids(about: object) -> list[str]:
    """The list in a cell, which may be an array, a list or missing."""
    return [] if about is None or isinstance(about, float) else [str(entity) for entity in about]  # type: ignore[attr-defined]
