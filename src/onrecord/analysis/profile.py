"""One entity's file: what it said, and what was said about it."""

from __future__ import annotations

import pandas as pd


def said(quotes: pd.DataFrame, entity_id: str) -> pd.DataFrame:
    """The quotes whose speaker is the entity."""
    return quotes[quotes["speaker_id"] == entity_id]


def said_about(quotes: pd.DataFrame, entity_id: str) -> pd.DataFrame:
    """The quotes of others that mention the entity in their span (``about``: list of entity ids)."""
    mentions_it = pd.Series([entity_id in _ids(about) for about in quotes["about"]], index=quotes.index)
    return quotes[mentions_it.astype(bool) & (quotes["speaker_id"] != entity_id)]


def _ids(about: object) -> list[str]:
    """The list in a cell, which may be an array, a list or missing."""
    return [] if about is None or isinstance(about, float) else [str(entity) for entity in about]  # type: ignore[attr-defined]
