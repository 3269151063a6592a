"""Parts of quotes worth comparing: those that share rare words, found without comparing all with all.

An inverted index of the rarest stems and pairs of neighbouring stems of every part of a quote. Those that
share one are put in order of publication, and each meets the next few only (the sorted-neighbourhood
method: Hernández and Stolfo 1995), so the work grows with the corpus and not with its square, also
where a phrase is on everyone's lips. What a part is indexed by depends on the part alone, so that an
index may be kept and grow.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from onrecord.statements.tellings import Floats, Ints, Tellings

WINDOW = 45
"""Days between two tellings of one statement, at most, where both days are known."""
REACH = 32
"""Neighbours in the order of days that a part meets per shared word."""
SINGLE, DOUBLE = 24, 12
"""Rarest words and rarest word pairs of a part that the index holds."""
PAIR_WEIGHT = 1.5
"""Two neighbouring words in common say more than one."""
SHARE, ENOUGH, CERTAIN = 0.45, 0.8, 4.0
"""Two parts are compared that share this much of the weight of the one that says less, within bounds."""
AT_ONCE = 50_000
"""Postings whose meetings (``REACH`` each, at most) are in memory together."""
MIX = 0x9E3779B97F4A7C15


def candidates(tellings: Tellings) -> Ints:
    """Pairs (i < j) of parts of two quotes, in order; shape (n, 2)."""
    features, parts, weights = postings(tellings)
    places = pd.DataFrame({"row": tellings.rows, "day": tellings.days, "content": tellings.content})
    return meet(features, parts, weights, places)


def postings(tellings: Tellings) -> tuple[Ints, Ints, Floats]:
    """The index as three columns: feature, part, and the feature's weight."""
    features, parts, weights = array("q"), array("q"), array("d")
    for part in range(len(tellings.parts)):
        for feature, weight in _features(tellings, part):
            features.append(feature)
            parts.append(part)
            weights.append(weight)
    return np.array(features, np.int64), np.array(parts, np.int64), np.array(weights, np.float64)


def meet(features: Ints, parts: Ints, weights: Floats, places: pd.DataFrame) -> Ints:
    """Pairs (i < j) of parts that share enough; ``places``: row (of the quote), day and content by part.

    Parts are taken in the order of their days, so that all that one shares with later ones is added up in
    one go, for some parts at a time: memory grows with the index alone.
    """
    in_order = np.lexsort((np.arange(len(places)), places["day"].to_numpy()))
    ranks = np.empty_like(in_order)
    ranks[in_order] = np.arange(len(in_order))
    index = _Postings.sorted(features, ranks[parts], weights)
    ordered = places.iloc[in_order]
    found = [_shared(index, block, ordered) for block in _blocks(index)]
    pairs: Ints = np.sort(in_order[np.concatenate([*found, np.empty((0, 2), dtype=np.int64)])], axis=1)
    return pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]


class _Postings(NamedTuple):
    """Postings by feature, then by part; features that stand in one part alone are left out."""

    features: Ints
    parts: Ints
    weights: Floats

    @classmethod
    def sorted(cls, features: Ints, parts: Ints, weights: Floats) -> _Postings:
        _, which, often = np.unique(features, return_inverse=True, return_counts=True)
        shared = np.flatnonzero(often[which] > 1)
        order = shared[np.lexsort((parts[shared], features[shared]))]
        return cls(features[order], parts[order], weights[order])


def _blocks(index: _Postings) -> Iterator[Ints]:
    """Places in the index, by part: about ``AT_ONCE`` at a time, all of a part together."""
    by_part = np.argsort(index.parts, kind="stable")
    firsts = np.flatnonzero(np.diff(index.parts[by_part], prepend=-1))
    starts = firsts[np.flatnonzero(np.diff(firsts // AT_ONCE, prepend=-1))]
    yield from np.split(by_part, starts)[1:]


def _shared(index: _Postings, at: Ints, places: pd.DataFrame) -> Ints:
    """Pairs of which the first is posted ``at``, and the second among the next few of the same feature."""
    days, rows, content = (places[name].to_numpy() for name in ("day", "row", "content"))
    keys, weights = [], []
    for step in range(1, REACH + 1):
        at = at[at + step < len(index.features)]
        at = at[index.features[at] == index.features[at + step]]
        # Whatever comes after one that is too late is too late as well.
        at = at[_near(days[index.parts[at]], days[index.parts[at + step]])]
        one, two = index.parts[at], index.parts[at + step]
        other = rows[one] != rows[two]
        keys.append(one[other] * len(places) + two[other])
        weights.append(index.weights[at][other])
    every, of_pair = np.unique(np.concatenate(keys), return_inverse=True)
    shared = np.bincount(of_pair, np.concatenate(weights), minlength=len(every))
    pairs = np.column_stack(np.divmod(every, len(places)))
    wanted = np.clip(SHARE * content[pairs].min(axis=1, initial=np.inf), ENOUGH, CERTAIN)
    enough: Ints = pairs[shared >= wanted - 1e-9]
    return enough


def _near(one: Ints, two: Ints) -> NDArray[np.bool_]:
    return (one < 0) | (two < 0) | (np.abs(one - two) <= WINDOW)


def _features(tellings: Tellings, part: int) -> Iterator[tuple[int, float]]:
    """The rarest distinct stems and pairs of neighbours; a part without (``"Yes"``) is its own words."""
    stems, weights = tellings.stems[part], tellings.weights
    single = sorted({(-weights[stem], stem) for stem in stems})
    double = sorted({(-weights[one] - weights[two], _pair(one, two)) for one, two in pairwise(stems)})
    yield from ((stem, -weight) for weight, stem in single[:SINGLE])
    yield from ((pair, PAIR_WEIGHT) for _, pair in double[:DOUBLE])
    if tellings.wordings[part]:
        yield tellings.wordings[part], ENOUGH


def _pair(one: int, two: int) -> int:
    """A number for two stems in this order."""
    return ((one * MIX) ^ two) & 0x7FFFFFFFFFFFFFFF
