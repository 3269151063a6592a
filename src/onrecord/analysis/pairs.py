"""Pairs of articles worth comparing: those that tell one event, alike or not.

Two articles tell one event if they tell a statement, or name the same rare people, places and organisations
within a few days. Both are found by joining on what is shared, never by comparing all with all.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
import pandas as pd

type Order = Literal["event", "common", "different"]

COLUMNS = ["a", "b", "outlets", "copies", "statements", "changed", "alerts", "apart", "likeness", "days"]

RARE = 25
"""Articles that name an entity, at most, for it to lead them to each other."""
SHARED = 3
"""Rare entities that two articles name at least where no statement ties them."""
MET = 100
"""Articles, at most, that an article meets for each statement, those next to it in the list."""
WEEK = 7
"""Days between two articles on one event, at most, where both days are known and no statement ties them."""


def pairs(
    articles: pd.DataFrame, named: pd.DataFrame, told: pd.DataFrame, copies: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Pairs of articles on one event: ``COLUMNS``, each pair once (``a`` before ``b`` in ``articles``).

    ``articles``: article_id, outlet, published. ``named``: article_id, entity_id. ``told``: statement_id,
    article_id, relation, score, alerts. ``copies``: article_id, cluster. In the answer, ``outlets``: 1 or 2
    (2 where one is unknown); ``copies``: whether they are copies of one text; ``statements``: how many both
    tell; ``changed``: how many of them not word for word in both; ``alerts``: articles that tell them with
    one; ``apart``: how far these are from their fullest tellings on average, 0 to 1; ``likeness``: cosine of
    the entities named, the rare ones weighing more; ``days`` between the two, missing where one is undated.
    """
    place = pd.Series(range(len(articles)), index=articles["article_id"])
    shared = _told_by_both(told[told["article_id"].isin(place.index)], place)
    alike = _named_by_both(named[named["article_id"].isin(place.index)], place)
    found = alike.merge(shared, on=["a", "b"], how="outer")
    counts = ["statements", "changed", "alerts", "shared"]
    found[counts] = found[counts].fillna(0).astype(int)
    found[["apart", "likeness"]] = found[["apart", "likeness"]].fillna(0.0)
    outlet, day = articles["outlet"].to_numpy(), articles["published"].to_numpy(dtype="datetime64[D]")
    one, two = found["a"].to_numpy(dtype=int), found["b"].to_numpy(dtype=int)
    found["outlets"] = np.where(outlet[one] == outlet[two], 1, 2)
    found["copies"] = _one_text(articles["article_id"], copies, one, two)
    gap = np.abs((day[one] - day[two]) / np.timedelta64(1, "D"))
    found["days"] = pd.Series(gap, index=found.index).round().astype("Int64")
    near = found["days"].fillna(0) <= WEEK
    found = found[(found["statements"] > 0) | ((found["shared"] >= SHARED) & near)]
    ids = articles["article_id"].to_numpy()
    return found.assign(a=ids[found["a"]], b=ids[found["b"]])[COLUMNS].reset_index(drop=True)


def ranked(found: pd.DataFrame, order: Order) -> pd.DataFrame:
    """The pairs: by likeness of the event, by what both tell, or by what changed.

    Different outlets go first, and copies of one text last: there is nothing to compare.
    """
    by = {
        "event": ["likeness", "statements"],
        "common": ["statements", "likeness"],
        "different": ["alerts", "changed", "apart"],
    }[order]
    if order == "different":
        found = found[found["statements"] > 0]
    keys = ["copies", "outlets", *by]
    ascending = [True, *(False for _ in keys[1:])]
    return found.sort_values(keys, ascending=ascending, kind="stable", ignore_index=True)


def _one_text(
    ids: pd.Series[str], copies: pd.DataFrame | None, one: np.ndarray, two: np.ndarray
) -> np.ndarray | bool:
    """Whether the articles at two places are copies of one text."""
    if copies is None or copies.empty:
        return False
    cluster = ids.map(copies.set_index("article_id")["cluster"]).fillna(ids).to_numpy()
    same: np.ndarray = cluster[one] == cluster[two]
    return same


def _told_by_both(told: pd.DataFrame, place: pd.Series[int]) -> pd.DataFrame:
    """a, b (places), statements, changed, alerts, apart."""
    tellings = pd.DataFrame(
        {
            "statement": told["statement_id"].to_numpy(),
            "at": told["article_id"].map(place).to_numpy(dtype=int),
            "kept": (told["relation"] == "verbatim").to_numpy(),
            "alert": told["alerts"].map(bool, na_action="ignore").eq(True).to_numpy(),
            "apart": 1 - told["score"].to_numpy(dtype=float),
        }
    )
    # An article's best telling stands for it; an alert of any counts.
    each = tellings.groupby(["statement", "at"], as_index=False).agg(
        kept=("kept", "any"), alert=("alert", "any"), apart=("apart", "min")
    )
    one, two = _next_few(each["statement"].to_numpy())
    both = each.iloc[one].reset_index(drop=True)
    both = both.assign(**each.iloc[two].reset_index(drop=True).add_suffix("_b"))
    both = both.assign(
        changed=~(both["kept"] & both["kept_b"]),
        alerts=both["alert"].astype(int) + both["alert_b"].astype(int),
        apart=both[["apart", "apart_b"]].mean(axis=1),
    )
    found = both.groupby(["at", "at_b"], as_index=False).agg(
        statements=("statement", "size"), changed=("changed", "sum"), alerts=("alerts", "sum"),
        apart=("apart", "mean"),
    )  # fmt: skip
    return found.rename(columns={"at": "a", "at_b": "b"})


def _next_few(statements: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Places of two rows of one statement each: every row with the next few; ``statements`` is in order."""
    codes = pd.factorize(statements)[0]
    at, ones, twos = np.arange(len(codes)), [np.arange(0)], [np.arange(0)]
    for step in range(1, MET + 1):
        at = at[at + step < len(codes)]
        at = at[codes[at] == codes[at + step]]
        ones.append(at)
        twos.append(at + step)
        if not len(at):
            break
    return np.concatenate(ones), np.concatenate(twos)


def _named_by_both(named: pd.DataFrame, place: pd.Series[int]) -> pd.DataFrame:
    """a, b (places), shared (rare entities), likeness; of articles that share one rare entity at least."""
    known = named.dropna(subset=["entity_id"])
    entity = pd.factorize(known["entity_id"])[0]  # numbers group and join several times faster than names
    at = known["article_id"].map(place).to_numpy(dtype=int)
    each = pd.DataFrame({"at": at, "entity": entity}).drop_duplicates()
    often = each.groupby("entity")["at"].transform("size")
    each["w"] = np.log((len(place) + 1) / often)
    norm = np.sqrt((each["w"] ** 2).groupby(each["at"]).sum())
    rare = each[(often > 1) & (often <= RARE)]
    both = rare.merge(rare[["at", "entity"]], on="entity", suffixes=("", "_b")).query("at < at_b")
    squared = (both["w"] ** 2).groupby([both["at"], both["at_b"]])
    found = pd.DataFrame({"shared": squared.size(), "likeness": squared.sum()}).rename_axis(["a", "b"])
    found = found.reset_index()
    length = norm.reindex(found["a"]).to_numpy() * norm.reindex(found["b"]).to_numpy()
    return found.assign(likeness=(found["likeness"] / np.where(length > 0, length, 1)).round(3))
