"""Links between quotes that tell one utterance: of a whole corpus, or of what comes to one that is linked.

What a pair of quotes is to each other depends on them and their two articles alone. So an addition is
compared with what shares words with it, and everything between earlier articles stays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

import numpy as np
import pandas as pd

from onrecord.statements.candidates import meet, postings
from onrecord.statements.choosing import links
from onrecord.statements.grouping import edge
from onrecord.statements.matching import matches
from onrecord.statements.tellings import Floats, Ints, Tellings, prepare

METHOD = 7
"""Grows when a change of the method asks for a new run over everything."""
LINK_COLUMNS = ("a", "b", "relation", "score", "whole")


class Known(Protocol):
    """What earlier runs linked: articles that are neither new nor gone."""

    def postings(self, features: Ints) -> pd.DataFrame:
        """quote_id, part, day (-1 if unknown), content, feature: the parts indexed by one of the features."""

    def quotes(self, quote_ids: list[str]) -> pd.DataFrame:
        """The quotes, with the columns that ``match`` takes."""

    def spread(self, article_ids: list[str]) -> Mapping[str, Counter[int]]:
        """By article, in how many of its quotes a stem stands."""

    def within(self, quote_ids: list[str]) -> list[tuple[str, str]]:
        """Those of the quotes that tell one utterance in one article, as pairs in order."""


@dataclass(frozen=True)
class Linked:
    """``links``: a, b (quote ids, a < b), relation, score, whole (not in part only).

    What later runs need: ``articles``: article_id, stems, counts (in how many quotes each stands);
    ``parts``: article_id, quote_id, part, content, features.
    """

    links: pd.DataFrame
    articles: pd.DataFrame
    parts: pd.DataFrame


def link(quotes: pd.DataFrame, known: Known | None = None) -> Linked:
    """Link new quotes with each other and with what is known; ``quotes`` as ``match`` takes them, of each
    article all.

    Equal to linking everything at once, but where more than ``REACH`` quotes share a word within
    ``WINDOW`` days: there, pairs that met before others came between them stay linked.
    """
    fresh = quotes.sort_values("quote_id", ignore_index=True)
    tellings = prepare(fresh)
    features, parts, weights = postings(tellings)
    index = _Index(_places(fresh, tellings), features, parts, weights)
    if known is None:
        pairs, within = meet(features, parts, weights, index.places), set[tuple[int, int]]()
        every, whole = fresh, tellings
    else:
        every, whole, pairs, within = _with_known(fresh, index, known)
    ids = every["quote_id"].tolist()
    rows = []
    for one, two, best in links(whole, matches(whole, pairs, within)):
        found = edge(whole, one, two, best[0])
        rows.append((ids[one], ids[two], *found))
    return Linked(
        pd.DataFrame(rows, columns=list(LINK_COLUMNS)), _articles(fresh, tellings), index.parts_frame(fresh)
    )


@dataclass(frozen=True)
class _Index:
    """Parts of new quotes and what they are indexed by."""

    places: pd.DataFrame
    """By part: row, day, content, quote_id, part (its number in the quote)."""
    features: Ints
    parts: Ints
    weights: Floats

    def parts_frame(self, quotes: pd.DataFrame) -> pd.DataFrame:
        bounds = np.searchsorted(self.parts, np.arange(len(self.places) + 1))
        lists = [self.features[start:end] for start, end in pairwise(bounds.tolist())]
        article = quotes["article_id"].to_numpy()[self.places["row"].to_numpy()]
        frame = self.places[["quote_id", "part", "content"]]
        return frame.assign(article_id=article, features=pd.Series(lists, dtype=object))


def _places(quotes: pd.DataFrame, tellings: Tellings) -> pd.DataFrame:
    first = tellings.wholes[tellings.rows]
    return pd.DataFrame(
        {
            "row": tellings.rows,
            "day": tellings.days,
            "content": tellings.content,
            "quote_id": quotes["quote_id"].to_numpy()[tellings.rows],
            "part": np.arange(len(first)) - first,
        }
    )


def _articles(quotes: pd.DataFrame, tellings: Tellings) -> pd.DataFrame:
    ids = quotes["article_id"].drop_duplicates().tolist()
    stems = [np.array(list(counted), dtype=np.int64) for counted in tellings.spread]
    counts = [np.array(list(counted.values()), dtype=np.int32) for counted in tellings.spread]
    return pd.DataFrame({"article_id": ids, "stems": stems, "counts": counts})


def _with_known(
    fresh: pd.DataFrame, index: _Index, known: Known
) -> tuple[pd.DataFrame, Tellings, Ints, set[tuple[int, int]]]:
    """New quotes and the known ones that they meet, as one corpus; the pairs of parts; what tells one thing
    within a known article.
    """
    shared = known.postings(np.unique(index.features))
    pairs = _meet_known(index, shared)
    partners = sorted({quote for pair in pairs for quote, _ in pair} - set(fresh["quote_id"]))
    told = known.quotes(partners)
    every = pd.concat([fresh, told[fresh.columns]]).sort_values("quote_id", ignore_index=True)
    spread = known.spread(told["article_id"].unique().tolist())
    whole = prepare(every, spread)
    at = {quote: int(part) for quote, part in zip(every["quote_id"], whole.wholes, strict=True)}
    found = sorted(sorted((at[one] + first, at[two] + second)) for (one, first), (two, second) in pairs)
    row = {quote: number for number, quote in enumerate(every["quote_id"])}
    within = {(row[one], row[two]) for one, two in known.within(partners)}
    return every, whole, np.array(found, dtype=np.int64).reshape(-1, 2), within


type _Pair = tuple[tuple[str, int], tuple[str, int]]


def _meet_known(index: _Index, shared: pd.DataFrame) -> list[_Pair]:
    """Pairs of parts (quote id and number) of which one at least is new."""
    columns = ["quote_id", "part", "day", "content"]
    old = shared[columns].drop_duplicates(["quote_id", "part"])
    places = pd.concat([index.places[columns].assign(fresh=True), old.assign(fresh=False)])
    places = places.sort_values(["quote_id", "part"], ignore_index=True)
    places["row"] = places.groupby("quote_id", sort=False).ngroup()
    place = pd.Series(places.index, index=pd.MultiIndex.from_frame(places[["quote_id", "part"]]))
    mine = place.loc[pd.MultiIndex.from_frame(index.places[["quote_id", "part"]])].to_numpy()[index.parts]
    theirs = place.loc[pd.MultiIndex.from_frame(shared[["quote_id", "part"]])].to_numpy()
    known, first = np.unique(index.features, return_index=True)
    wanted = shared["feature"].to_numpy(dtype=np.int64)
    weights = index.weights[first][np.searchsorted(known, wanted)]
    pairs = meet(
        np.concatenate([index.features, wanted]),
        np.concatenate([mine, theirs]).astype(np.int64),
        np.concatenate([index.weights, weights]),
        places,
    )
    fresh = places["fresh"].to_numpy()
    pairs = pairs[fresh[pairs].any(axis=1)]
    keys = list(zip(places["quote_id"].tolist(), places["part"].tolist(), strict=True))
    return [(keys[one], keys[two]) for one, two in pairs.tolist()]
