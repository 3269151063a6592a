"""Is one article a copy of another? Decided by the words that stand in both, in runs of several.

What two reports of one event may share is no copy: a quote, a paragraph of boilerplate, a sentence of a
press release, or a form filled in with other names and figures.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

import numpy as np

from onrecord.copies.words import RUN, Hashes, Mask, Words

SHARE, OTHER_SHARE = 0.6, 0.4
"""Near copies share this much of the shorter text and of the longer one, at least."""
CUT, FRONT = 0.85, 0.9
"""A text that was cut shares this much of itself; of what is shared, this much lies at the other's front."""
LEFT = 0.9
"""A text is called cut, not near, if it has no more words than this share of the other's."""
UNMARKED = 0.5
"""Share of the words outside quotation marks: two articles with one long quote in common are no copies."""
FACTS, SOME = 0.4, 6
"""Share of the shorter text's names and figures, as often as they stand, that the longer one has too."""
SHORTEST = 25
"""Words that a text needs to be a near copy or cut; shorter ones are copies only if they are the same."""

type Form = Literal["near", "cut"]


class Likeness(NamedTuple):
    """How a text stands to one that has no fewer words; shares from 0 to 1."""

    form: Form
    share: float
    """Of the shorter text's words, those in a run of words that the longer one has too."""
    other_share: float
    """The same of the longer text."""


def compare(shorter: Words, longer: Words) -> Likeness | None:
    """Whether the first, which has no more words, is a near copy or the beginning of the other; else None.

    Texts of the same words (``Words.fingerprint``) are exact copies, which needs no comparison.
    """
    if len(shorter) < SHORTEST:
        return None
    own, other = shared(shorter, longer.runs), shared(longer, shorter.runs)
    share, other_share = float(own.mean()), float(other.mean())
    cut = share >= CUT and len(shorter) <= LEFT * len(longer) and _at_front(other, len(shorter)) >= FRONT
    if not cut and (share < SHARE or other_share < OTHER_SHARE):
        return None
    if _share_outside_marks(shorter, own) < UNMARKED or _same_facts(shorter, longer) < FACTS:
        return None
    return Likeness("cut" if cut else "near", share, other_share)


def shared(words: Words, runs: Hashes) -> Mask:
    """Which words lie in a run that is among ``runs``."""
    found = np.isin(words.runs, runs)
    covered = np.zeros(len(words), dtype=np.bool_)
    for step in range(min(RUN, len(words))):
        covered[step : step + len(found)] |= found
    return covered


def _at_front(covered: Mask, many: int) -> float:
    """How much of what is covered lies at the front, where the other text of so many words would."""
    front = covered[: round(many * 1.1)]
    return int(front.sum()) / max(int(covered.sum()), 1)


def _share_outside_marks(words: Words, covered: Mask) -> float:
    """Of the words outside quotation marks; 1 where all stand in marks."""
    outside = covered[~words.marked]
    return float(outside.mean()) if len(outside) else 1.0


def _same_facts(shorter: Words, longer: Words) -> float:
    if len(shorter.facts) < SOME:
        return 1.0
    return float(np.isin(shorter.facts, longer.facts).mean())
