"""How alike two passages are as tellings of one utterance, and how one stands to the other."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from onrecord.records import Relation
from onrecord.statements.tellings import Tellings

KEPT = 0.95
"""Score of a wording that lies in the other as it stands, if not alone."""
OVERLAP, IN_ORDER, BALANCE = 0.45, 0.3, 0.25
"""Shares of the score: words in common, the same in order, and how little the longer one adds."""
HOPELESS = 0.4
"""A score that no decision accepts; what cannot reach it is not aligned."""
PIECE = 3
"""Words, at least, of each piece that a cut in the middle leaves."""


class Likeness(NamedTuple):
    """Score from 0 to 1, and the relation of the shorter telling to the longer one."""

    score: float
    relation: Relation
    shared: float
    """Weight of the content words they share."""
    run: int
    """Longest run of words that both have."""


def compare(tellings: Tellings, a: int, b: int) -> Likeness:
    """Likeness of two tellings by their words alone; speakers and days are the caller's concern.

    Reworded passages are scored by the weight of the content words they share, in any order and in
    the same order, against what the one that says less has to say (overlap coefficient), tempered by
    what the one that says more adds.
    """
    one, two = tellings.forms[a], tellings.forms[b]
    common = tellings.distinct[a] & tellings.distinct[b]
    shared = tellings.weight(common)
    weigh = partial(tellings.local_weight, a, b)
    if one == two:
        return Likeness(1.0, _relation(tellings, a, b, "verbatim"), weigh(common), len(one))
    less, more = sorted((float(tellings.content[a]), float(tellings.content[b])))
    overlap, balance = (shared / less, shared / (less + more - shared)) if less else (1.0, 0.0)
    if (OVERLAP + IN_ORDER) * overlap + BALANCE * balance < HOPELESS:
        return Likeness(0.0, "reworded", shared, 0)
    short, long = (one, two) if len(one) <= len(two) else (two, one)
    run = longest_run(short, long)
    if short and (run == len(short) or _in_pieces(short, long)):
        return Likeness(KEPT, _relation(tellings, a, b, "truncated"), weigh(common), run)
    shared = weigh(common)
    less, more = sorted((weigh(tellings.distinct[a]), weigh(tellings.distinct[b])))
    overlap, balance = (shared / less, shared / (less + more - shared)) if less else (1.0, 0.0)
    in_order = weigh(_ordered(tellings, a, b)) / less if less else 0.0
    score = OVERLAP * overlap + IN_ORDER * in_order + BALANCE * balance if less else 0.0
    return Likeness(min(score, KEPT - 0.01), "reworded", shared, run)


def _relation(tellings: Tellings, a: int, b: int, relation: Relation) -> Relation:
    """Reported speech against marked words is a rewording, even where it happens to keep the words."""
    reported = [tellings.parts[part].type == "indirect" for part in (a, b)]
    return "reworded" if reported[0] != reported[1] else relation


def _ordered(tellings: Tellings, a: int, b: int) -> set[int]:
    """The content words that both have in the same order."""
    one, two = tellings.stems[a], tellings.stems[b]
    kept = [one[op.src_start : op.src_end] for op in LCSseq.opcodes(one, two) if op.tag == "equal"]
    return {stem for piece in kept for stem in piece}


def _in_pieces(short: tuple[int, ...], long: tuple[int, ...]) -> bool:
    """Whether all of the short wording lies in the long one, in order, in pieces that are no accident."""
    sizes = [op.src_end - op.src_start for op in LCSseq.opcodes(short, long) if op.tag == "equal"]
    return sum(sizes) == len(short) and min(sizes) >= PIECE


def longest_run(one: tuple[int, ...], two: tuple[int, ...]) -> int:
    """Length of the longest run of words that two passages share."""
    places: dict[int, list[int]] = {}
    for at, word in enumerate(two):
        places.setdefault(word, []).append(at)
    best, ending = 0, dict[int, int]()
    for word in one:
        ending = {at: ending.get(at - 1, 0) + 1 for at in places.get(word, ())}
        best = max(best, max(ending.values(), default=0))
    return best
