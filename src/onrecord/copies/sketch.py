"""What is stored of an article so that its copies are found without reading any text again.

A MinHash signature (Broder 1997) of its runs of words, cut into bands: two articles that share a band
may be copies (locality-sensitive hashing: Indyk and Motwani 1998). One signature is of the whole text, one
of its opening, because a text that was cut at the end has its opening in common with the full one, and
little else in proportion.
"""

from __future__ import annotations

import numpy as np
import rensa
from numpy.typing import NDArray

from onrecord.copies.words import RUN, Words, scatter

WHOLE = (64, 2)
"""Bands, and values a band: texts with 3 of 10 runs in common share a band 99.8 times of 100."""
OPENING = (8, 4)
"""Openings with 8 of 10 runs in common share a band 98 times of 100."""
OPENING_WORDS = 60
BANDS = WHOLE[0] + OPENING[0]
"""Numbers in a sketch."""
SEED = 1997
SCHEME = f"1: rensa {rensa.RMinHash.ALGORITHM_VERSION}, runs of {RUN}, whole {WHOLE}, opening {OPENING}"
"""How copies are found: sketches and pairs of another scheme do not count, and are made anew.

The first number stands for how texts are compared; raise it when ``words`` or ``compare`` change.
"""


def sketch(words: Words) -> list[int]:
    """The bands of an article, as numbers of 32 bits; none for an article without words."""
    runs = words.runs
    if not len(runs):
        return []
    return [*_bands(runs, WHOLE, 0), *_bands(runs[: OPENING_WORDS - RUN + 1], OPENING, 1000)]


def _bands(runs: NDArray[np.uint64], shape: tuple[int, int], salt: int) -> list[int]:
    """A number for each band of a text's signature; ``salt`` keeps two kinds of signature apart."""
    bands, rows = shape
    matrix = rensa.RMinHash.digest_matrix_from_token_hash_sets([runs.tolist()], bands * rows, SEED)
    values = np.array(matrix.to_rows()[0], dtype=np.uint64).reshape(bands, rows)
    keys = np.arange(salt, salt + bands, dtype=np.uint64)
    for column in range(rows):
        keys = scatter(keys ^ values[:, column])
    found: list[int] = (keys >> np.uint64(32)).astype(np.uint32).view(np.int32).tolist()
    return found
