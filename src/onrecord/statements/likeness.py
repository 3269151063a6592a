"""How alike two passages are as tellings of one utterance, and how one stands to the other."""

from __future__ import annotations

from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from onrecord.records import Relation
from onrecord.statements.tellings import Tellings

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
    short, long = (one, two) if len(one) <= len(two) else (two, one)
    common = set(tellings.stems[a]) & set(tellings.stems[b])
    shared = tellings.weight(tuple(common))
    if one == two:
        return Likeness(1.0, _relation(tellings, a, b, "verbatim"), shared, len(one))
    run = longest_run(short, long)
    if short and (run == len(short) or _in_pieces(short, long)):
        return Likeness(0.95, _relation(tellings, a, b, "truncated"), shared, run)
    less, more = sorted((tellings.weight(tellings.stems[a]), tellings.weight(tellings.stems[b])))
    if not less:
        return Likeness(0.0, "reworded", shared, run)
    ordered = _ordered_weight(tellings, a, b)
    overlap, in_order, balance = shared / less, ordered / less, shared / (less + more - shared)
    score = 0.45 * overlap + 0.3 * in_order + 0.25 * balance
    return Likeness(min(score, 0.94), "reworded", shared, run)


def _relation(tellings: Tellings, a: int, b: int, relation: Relation) -> Relation:
    """Wording can only be kept or cut where it is claimed: reported speech against marks is a rewording."""
    return "reworded" if tellings.reported[a] or tellings.reported[b] else relation


def _ordered_weight(tellings: Tellings, a: int, b: int) -> float:
    """Weight of the content words that both have in the same order."""
    one, two = tellings.stems[a], tellings.stems[b]
    kept = [one[op.src_start : op.src_end] for op in LCSseq.opcodes(one, two) if op.tag == "equal"]
    return tellings.weight(tuple(stem for piece in kept for stem in piece))


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
