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
AT_ONCE = 2_000_000
"""Meetings in memory before those of the same two parts are added up."""
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
    """Pairs (i < j) of parts that share enough; ``places``: row (of the quote), day and content by part."""
    rows, days = places["row"].to_numpy(), places["day"].to_numpy()
    once = np.unique(features, return_counts=True)
    often = once[0][once[1] > 1]
    shared_by_some = np.isin(features, often)
    features, parts, weights = features[shared_by_some], parts[shared_by_some], weights[shared_by_some]
    order = np.lexsort((parts, days[parts], features))
    features, parts, weights = features[order], parts[order], weights[order]
    pairs, shared = np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float64)
    keys, weighed = [pairs], [shared]
    for step in range(1, min(REACH, len(features) - 1) + 1):
        meets = np.flatnonzero(features[:-step] == features[step:])
        if not len(meets):
            break
        left, right, weight = parts[meets], parts[meets + step], weights[meets]
        near = _near(days[left], days[right]) & (rows[left] != rows[right])
        left, right = left[near], right[near]
        keys.append(np.minimum(left, right) * len(places) + np.maximum(left, right))
        weighed.append(weight[near])
        if sum(map(len, keys)) > AT_ONCE:
            pairs, shared = _summed(keys, weighed)
            keys, weighed = [pairs], [shared]
    pairs, shared = _summed(keys, weighed)
    found = np.column_stack((pairs // max(1, len(places)), pairs % max(1, len(places))))
    wanted = np.clip(SHARE * places["content"].to_numpy()[found].min(axis=1, initial=np.inf), ENOUGH, CERTAIN)
    enough: Ints = found[shared >= wanted - 1e-9]
    return enough


def _summed(keys: list[Ints], weights: list[Floats]) -> tuple[Ints, Floats]:
    """Every key once, with the sum of its weights."""
    every, at = np.unique(np.concatenate(keys), return_inverse=True)
    return every, np.bincount(at, np.concatenate(weights), minlength=len(every))


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
