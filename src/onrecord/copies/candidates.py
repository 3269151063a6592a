"""Which articles may be copies: those that share bands of a sketch, found without comparing all with all.

One band in common may be chance: of the articles that share a single sentence, one pair in fifty has it, and
in a large corpus these are many. Copies have several. Articles that share a band are put in order of
publication, and each meets the next few only (the sorted-neighbourhood method: Hernández and Stolfo 1995),
so that the work grows with the corpus and not with its square, also where a thousand articles open alike.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

type Ints = NDArray[np.int64]

REACH = 32
"""Neighbours in the order of days that an article meets in one band."""


def candidates(keys: NDArray[np.int32], days: Ints, fresh: NDArray[np.bool_]) -> Ints:
    """Pairs (i < j) of rows of ``keys`` (articles by bands) that share two keys, in order; shape (n, 2).

    ``days``: day of publication as a number, for the order alone. Of each pair, one at least is ``fresh``.
    """
    total = len(keys)
    once: Ints = np.empty(0, dtype=np.int64)
    twice: Ints = once
    for band in keys.T:
        order = np.lexsort((np.arange(total), days, band))
        new = [once[:0]]
        for step in range(1, min(REACH, total - 1) + 1):
            left, right = order[:-step], order[step:]
            meets = band[left] == band[right]
            if not meets.any():
                break
            meets &= fresh[left] | fresh[right]
            left, right = left[meets], right[meets]
            new.append(np.minimum(left, right) * total + np.maximum(left, right))
        pairs = np.unique(np.concatenate(new))
        twice = np.union1d(twice, np.intersect1d(once, pairs, assume_unique=True))
        once = np.union1d(once, pairs)
    return np.column_stack((twice // max(total, 1), twice % max(total, 1)))
