"""Parts of quotes worth comparing: those that share rare words, found without comparing all with all.

An inverted index of the rarest stems and pairs of neighbouring stems of every part of a quote. Those that
share one are put in order of publication, and each meets the next few only (the sorted-neighbourhood
method: Hernández and Stolfo 1995), so the work grows with the corpus and not with its square, also
where a phrase is on everyone's lips.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from onrecord.statements.tellings import Floats, Ints, Tellings

WINDOW = 45
"""Days between two tellings of one statement, at most, where both days are known."""
REACH = 32
"""Neighbours in the order of days that a part meets per shared word."""
FEATURES = 16
"""Rarest words and word pairs of a part that the index holds."""
PAIR_WEIGHT = 1.5
"""Two neighbouring words in common say more than one."""
SHARE, ENOUGH, CERTAIN = 0.45, 0.8, 4.0
"""Two parts are compared that share this much of the weight of the one that says less, within bounds."""


def candidates(tellings: Tellings) -> Ints:
    """Pairs (i < j) of parts of two quotes, in order; shape (n, 2)."""
    features, parts, weights = _index(tellings)
    if not len(features):
        return np.empty((0, 2), dtype=np.int64)
    order = np.lexsort((parts, tellings.days[parts], features))
    features, parts, weights = features[order], parts[order], weights[order]
    keys, shared = [], []
    for step in range(1, min(REACH, len(features) - 1) + 1):
        left, right = parts[:-step], parts[step:]
        meets = features[:-step] == features[step:]
        if not meets.any():
            break
        left, right, weight = left[meets], right[meets], weights[:-step][meets]
        near = _near(tellings, left, right)
        left, right, weight = left[near], right[near], weight[near]
        keys.append(np.minimum(left, right) * len(tellings.parts) + np.maximum(left, right))
        shared.append(weight)
    if not keys:
        return np.empty((0, 2), dtype=np.int64)
    pairs, at = np.unique(np.concatenate(keys), return_inverse=True)
    found = np.column_stack((pairs // len(tellings.parts), pairs % len(tellings.parts)))
    wanted = np.clip(SHARE * tellings.content[found].min(axis=1), ENOUGH, CERTAIN)
    enough: Ints = found[np.bincount(at, np.concatenate(shared)) >= wanted]
    return enough


def _near(tellings: Tellings, left: Ints, right: Ints) -> NDArray[np.bool_]:
    one, two = tellings.days[left], tellings.days[right]
    near = (one < 0) | (two < 0) | (np.abs(one - two) <= WINDOW)
    near &= tellings.rows[left] != tellings.rows[right]
    return near


def _index(tellings: Tellings) -> tuple[Ints, Ints, Floats]:
    """The index as three columns: feature, part, and the feature's weight."""
    seen = _quotes_with(tellings)
    ids: dict[object, int] = {}
    features, parts, weights = [], [], []
    for part in range(len(tellings.parts)):
        shared = [feature for feature in _features(tellings, part) if seen[feature] > 1]
        for feature in sorted(shared, key=lambda f: (seen[f], str(f)))[:FEATURES]:
            features.append(ids.setdefault(feature, len(ids)))
            parts.append(part)
            weights.append(_feature_weight(tellings, feature))
    return (
        np.array(features, dtype=np.int64),
        np.array(parts, dtype=np.int64),
        np.array(weights, dtype=np.float64),
    )


def _quotes_with(tellings: Tellings) -> Counter[object]:
    """In how many quotes a feature stands; a part repeats what its whole has."""
    seen: Counter[object] = Counter()
    bounds = [*tellings.wholes.tolist(), len(tellings.parts)]
    for first, end in pairwise(bounds):
        seen.update({feature for part in range(first, end) for feature in _features(tellings, part)})
    return seen


def _features(tellings: Tellings, part: int) -> Iterator[object]:
    """Distinct stems and neighbouring pairs of them; a part without either (``"Yes"``) is its own words."""
    stems = tellings.stems[part]
    yield from dict.fromkeys(stems)
    yield from dict.fromkeys(pairwise(stems))
    if len(stems) < 2 and tellings.forms[part]:
        yield ("whole", tellings.forms[part])


def _feature_weight(tellings: Tellings, feature: object) -> float:
    if isinstance(feature, int):
        return float(tellings.weights[feature])
    if isinstance(feature, tuple) and feature[0] == "whole":
        return ENOUGH
    return PAIR_WEIGHT
