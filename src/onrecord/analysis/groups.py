"""Groups that a chart can tell apart: outlets or speakers by name, the many small ones as one."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

OTHERS = "others"
"""All groups that have no name of their own in a chart."""
UNKNOWN = "unknown"
"""Rows whose group is not known."""
MOST = 8
"""Groups that a chart tells apart; more take turns with the palette, or become ``OTHERS``."""


def folded(group: pd.Series, named: Collection[str] | None = None) -> pd.Series:
    """Every row's group by name: ``UNKNOWN`` where there is none; where there are more than ``MOST``,
    ``OTHERS`` for those that are not ``named`` (by default the largest keep their names). One alone
    keeps its name.
    """
    names = group.astype(object).where(group.notna(), UNKNOWN).astype(str)
    sizes = names[names != UNKNOWN].value_counts()
    if len(sizes) <= MOST:
        return names
    if named is None:
        named = sorted(sizes.index, key=lambda name: (-sizes[name], name))[: MOST - 1]
    kept = names.isin([*named, UNKNOWN])
    return names.where(kept, OTHERS) if names[~kept].nunique() > 1 else names


def members(group: pd.Series, wanted: str, shown: Collection[str]) -> pd.Series:
    """Which rows a chart that shows the groups ``shown`` counts for the group ``wanted``: a mask."""
    names = group.astype(object).where(group.notna(), UNKNOWN).astype(str)
    return ~names.isin([name for name in shown if name != OTHERS]) if wanted == OTHERS else names == wanted
