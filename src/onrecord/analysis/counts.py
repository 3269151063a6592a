"""Counts by outlet: who is quoted where and how, which entities are named where."""

from __future__ import annotations

import pandas as pd

UNKNOWN = "unknown outlet"


def speakers_by_outlet(quotes: pd.DataFrame, *, top_n: int = 12) -> pd.DataFrame:
    """speaker_id, speaker, outlet, n, total of the ``top_n`` speakers, the most quoted first.

    Quotes without a speaker are left out; a quote without an outlet counts for ``UNKNOWN``.
    """
    return _by_outlet(quotes[quotes["speaker_id"].notna()], "speaker_id", "speaker", top_n)


def entities_by_outlet(mentions: pd.DataFrame, *, top_n: int = 15) -> pd.DataFrame:
    """entity_id, entity, kind, outlet, n (articles), total of the ``top_n`` entities.

    Counted in articles: one that repeats a name is no more about it.
    """
    known = mentions[mentions["entity_id"].notna()].drop_duplicates(["article_id", "entity_id"])
    rows = _by_outlet(known, "entity_id", "entity", top_n)
    kinds = known.drop_duplicates("entity_id").set_index("entity_id")["kind"]
    rows.insert(2, "kind", rows["entity_id"].map(kinds))
    return rows


def names_by_outlet(mentions: pd.DataFrame) -> pd.DataFrame:
    """What outlets call it: text, outlet, n of these mentions, the most frequent name first."""
    rows = mentions.assign(outlet=mentions["outlet"].fillna(UNKNOWN))
    counted = rows.groupby(["text", "outlet"]).size().rename("n").reset_index()
    total = counted.groupby("text")["n"].transform("sum")
    counted = counted.assign(total=total).sort_values(
        ["total", "text", "n", "outlet"], ascending=[False, True, False, True], ignore_index=True
    )
    return counted.drop(columns="total")


def types(quotes: pd.DataFrame) -> pd.Series:
    """How many quotes are direct, mixed and indirect, in this order, zeros included."""
    return quotes["type"].value_counts().reindex(["direct", "mixed", "indirect"], fill_value=0)


def _by_outlet(rows: pd.DataFrame, key: str, name: str, top_n: int) -> pd.DataFrame:
    rows = rows.assign(outlet=rows["outlet"].fillna(UNKNOWN))
    names = rows.drop_duplicates(key).set_index(key)[name].astype(str)
    total = rows.groupby(key).size().rename("total").reset_index()
    total[name] = total[key].map(names)
    top = total.sort_values(["total", name], ascending=[False, True]).head(top_n)
    counted = rows.groupby([key, "outlet"]).size().rename("n").reset_index()
    joined = top.merge(counted, on=key)
    order = joined.sort_values(["total", name, "n", "outlet"], ascending=[False, True, False, True])
    return order[[key, name, "outlet", "n", "total"]].reset_index(drop=True)
