"""Counts by outlet: who is quoted where and how, which entities are named where."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pandas as pd

from onrecord.analysis.groups import UNKNOWN, folded, members


def speakers_by_outlet(
    quotes: pd.DataFrame, *, top_n: int = 12, named: Collection[str] | None = None
) -> pd.DataFrame:
    """speaker_id, speaker, outlet, n, total of the ``top_n`` speakers, the most quoted first.

    Quotes without a speaker are left out. Outlets that are not ``named`` fold (see ``groups.folded``).
    """
    return _by_outlet(quotes[quotes["speaker_id"].notna()], ("speaker_id", "speaker"), top_n, named)


def entities_by_outlet(
    mentions: pd.DataFrame, *, top_n: int = 12, named: Collection[str] | None = None
) -> pd.DataFrame:
    """entity_id, entity, outlet, n (articles), total of the ``top_n`` entities.

    Counted in articles: one that repeats a name is no more about it.
    """
    known = mentions[mentions["entity_id"].notna()].drop_duplicates(["article_id", "entity_id"])
    return _by_outlet(known, ("entity_id", "entity"), top_n, named)


def behind(rows: pd.DataFrame, counted: pd.DataFrame, picked: Mapping[str, str]) -> pd.DataFrame:
    """The rows that one stretch of a bar counts.

    ``counted`` is what a function above made of ``rows``; ``picked`` has the ``id`` of the bar, and the
    ``outlet`` of the stretch unless the whole bar is meant.
    """
    mine = rows[rows[counted.columns[0]] == picked["id"]]
    if "outlet" not in picked:
        return mine
    return mine[members(mine["outlet"], picked["outlet"], set(counted["outlet"]))]


def names_by_outlet(mentions: pd.DataFrame) -> pd.DataFrame:
    """What outlets call it: text, outlet, n of these mentions, the most frequent name first."""
    rows = mentions.assign(outlet=mentions["outlet"].where(mentions["outlet"].notna(), UNKNOWN))
    counted = rows.groupby(["text", "outlet"]).size().rename("n").reset_index()
    total = counted.groupby("text")["n"].transform("sum")
    counted = counted.assign(total=total).sort_values(
        ["total", "text", "n", "outlet"], ascending=[False, True, False, True], ignore_index=True
    )
    return counted.drop(columns="total")


def types(quotes: pd.DataFrame) -> dict[str, int]:
    """How many quotes are direct, mixed and indirect, in this order, zeros included."""
    return {kind: int((quotes["type"] == kind).sum()) for kind in ("direct", "mixed", "indirect")}


def _by_outlet(
    rows: pd.DataFrame, columns: tuple[str, str], top_n: int, named: Collection[str] | None
) -> pd.DataFrame:
    key, name = columns
    sizes = rows.groupby(key).size().rename("total").reset_index()
    # Cut before any name is looked up: of 20,000 entities only the top ones need theirs.
    top = sizes.sort_values(["total", key], ascending=[False, True]).head(top_n)
    mine = rows[rows[key].isin(top[key])]
    names = mine.drop_duplicates(key).set_index(key)[name].astype(str)
    top = top.assign(**{name: top[key].map(names)})
    counted = mine.assign(outlet=folded(mine["outlet"], named)).groupby([key, "outlet"]).size()
    joined = top.merge(counted.rename("n").reset_index(), on=key)
    order = joined.sort_values(
        ["total", name, key, "n", "outlet"], ascending=[False, True, True, False, True]
    )
    return order[[key, name, "outlet", "n", "total"]].reset_index(drop=True)
