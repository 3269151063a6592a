"""Which quotes report the same utterance: candidates, decided by words, speakers and days."""

from __future__ import annotations

from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.records import Relation
from onrecord.statements.candidates import candidates
from onrecord.statements.likeness import Likeness, compare
from onrecord.statements.tellings import Ints, Tellings

SAME, UNKNOWN, OTHER = 2, 1, 0
type Agreement = Literal[0, 1, 2]

LIMITS: dict[int, float] = {SAME: 0.5, UNKNOWN: 0.62, OTHER: 0.95}
"""Score that a pair must reach by what is known of the speakers; different ones must share the wording."""
WEIGHT: dict[int, float] = {SAME: 1.2, UNKNOWN: 1.8, OTHER: 5.0}
"""Weight of the shared content words that a pair must reach (a rare word weighs about 0.8 to 1)."""
DIRECT_RUN = 3
"""Words in a row that two direct quotes of one utterance share at least; reported speech may share none."""


class Match(NamedTuple):
    """Two quotes (row numbers, ``a < b``) that report one utterance; what the shorter is to the longer."""

    a: int
    b: int
    relation: Relation
    score: float


def matches(tellings: Tellings) -> list[Match]:
    """All matching pairs, within an article too, in row order."""
    pairs = candidates(tellings)
    agreements = _agreements(tellings, pairs)
    found = []
    for (a, b), agreement in zip(pairs.tolist(), agreements.tolist(), strict=True):
        likeness = compare(tellings, a, b)
        if decide(tellings, a, b, likeness, agreement):
            found.append(Match(a, b, likeness.relation, round(likeness.score, 4)))
    return found


def _agreements(tellings: Tellings, pairs: Ints) -> NDArray[np.int64]:
    """SAME, UNKNOWN or OTHER for every pair: ids or last names agree, one is missing, or neither."""
    a, b = pairs[:, 0], pairs[:, 1]
    speakers, surnames = tellings.speakers, tellings.surnames
    same = (speakers[a] == speakers[b]) & (speakers[a] >= 0)
    same |= (surnames[a] == surnames[b]) & (surnames[a] >= 0)
    # A group or a document goes by other words in every outlet, so only two named speakers can disagree.
    unknown = (surnames[a] < 0) | (surnames[b] < 0)
    return np.where(same, SAME, np.where(unknown, UNKNOWN, OTHER))


def decide(tellings: Tellings, a: int, b: int, likeness: Likeness, agreement: int) -> bool:
    """Whether a pair is one statement, given its likeness and what is known of the speakers."""
    if likeness.score < LIMITS[agreement]:
        return False
    if likeness.score == 1.0 and agreement == SAME:
        return True
    if likeness.shared < WEIGHT[agreement]:
        return False
    both_direct = bool(tellings.marked[a] and tellings.marked[b])
    return not both_direct or likeness.run >= DIRECT_RUN
