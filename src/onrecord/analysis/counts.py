"""Counts by outlet: who is quoted where and how, which entities are named where."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pandas as pd

from onrecord.analysis.groups import UNKNOWN, folded, members


def speakers_by_outlet(
    quotes: pd.DataFrame, *, top_n: int = 12, named: Collection[str] | None = None
) -> pd.DataFrame:
    """speaker_id, speaker, outlet, n (quotes), total, also (articles) of the ``top_n`` most quoted speakers.

    Of equals, those whom more articles quote come first. Quotes without a speaker are left out. Outlets
    that are not ``named`` fold (see ``groups.folded``).
    """
    known = quotes[quotes["speaker_id"].notna()]
    # Cut first: of 20,000 speakers only those who may be at the top need their names and articles.
    sizes = known["speaker_id"].value_counts()
    known = known[known["speaker_id"].isin(sizes.index[sizes >= sizes.iloc[:top_n].min()])]
    articles = known.groupby("speaker_id")["article_id"].nunique()
    tallied = known.groupby(["speaker_id", "outlet"], dropna=False).size().rename("n").reset_index()
    names = known.drop_duplicates("speaker_id").set_index("speaker_id")["speaker"].astype(str)
    tallied = tallied.assign(
        speaker=tallied["speaker_id"].map(names), also=tallied["speaker_id"].map(articles)
    )
    return _folded(tallied, ("speaker_id", "speaker"), top_n, named)


def entities_by_outlet(
    tallied: pd.DataFrame, *, by: str = "articles", top_n: int = 12, named: Collection[str] | None = None
) -> pd.DataFrame:
    """entity_id, entity, outlet, n (``by``), total, also (the other) of the ``top_n`` entities.

    ``tallied``: entity_id, entity, outlet, articles, mentions (``Workspace.entities_by_outlet``). Counted
    in articles, for one that repeats a name is no more about it; of equals, those named more often come
    first. Where a few articles name the same, mentions tell more.
    """
    other = "mentions" if by == "articles" else "articles"
    also = tallied.groupby("entity_id")[other].transform("sum")
    rows = tallied.rename(columns={by: "n"}).assign(also=also)
    return _folded(rows, ("entity_id", "entity"), top_n, named)


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


def rules(quotes: pd.DataFrame) -> dict[str, int]:
    """Quotes by the rule that found them (``resolved_by``), the most frequent first."""
    return {str(rule): int(number) for rule, number in quotes["resolved_by"].value_counts().items()}


def outlets(quotes: pd.DataFrame) -> pd.DataFrame:
    """Who quotes how: outlet, quotes, speakers, articles, direct and named (shares, 0-1), most quotes first.

    Quotes of articles whose outlet is unknown stand under ``UNKNOWN``.
    """
    marked = quotes.assign(
        outlet=quotes["outlet"].fillna(UNKNOWN),
        direct=quotes["type"] == "direct",
        named=quotes["speaker_class"] == "named",
    )
    table = marked.groupby("outlet").agg(
        quotes=("quote_id", "size"),
        speakers=("speaker_id", "nunique"),
        articles=("article_id", "nunique"),
        direct=("direct", "mean"),
        named=("named", "mean"),
    )
    return table.sort_values("quotes", ascending=False, kind="stable").reset_index()


def types(quotes: pd.DataFrame) -> dict[str, int]:
    """How many quotes are direct, mixed and indirect, in this order, zeros included."""
    return {kind: int((quotes["type"] == kind).sum()) for kind in ("direct", "mixed", "indirect")}


def _folded(
    tallied: pd.DataFrame, columns: tuple[str, str], top_n: int, named: Collection[str] | None
) -> pd.DataFrame:
    """The top rows with their outlets folded; ``tallied``: key, name, outlet, n, also."""
    key, name = columns
    rows = tallied.assign(total=tallied.groupby(key)["n"].transform("sum").astype(int))
    bars = rows.drop_duplicates(key).sort_values(
        ["total", "also", name, key], ascending=[False, False, True, True]
    )
    place = {identifier: i for i, identifier in enumerate(bars[key].head(top_n))}
    rows = rows[rows[key].isin(place)]
    rows = rows.assign(_place=rows[key].map(place), outlet=folded(rows["outlet"], named))
    summed = rows.groupby(["_place", key, name, "outlet", "total", "also"])["n"].sum().reset_index()
    order = summed.sort_values(["_place", "n", "outlet"], ascending=[True, False, True], ignore_index=True)
    return order[[key, name, "outlet", "n", "total", "also"]]
