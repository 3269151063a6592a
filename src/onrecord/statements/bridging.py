"""Passages that tell one utterance by way of a third: what A has of B and B has of C, A has of C.

An outlet's lead and its body tell a remark in different words, and another outlet's words may be near to
one of them only. The way by a third passage is as sure as its two steps together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from onrecord.records import Relation, Span
from onrecord.statements.choosing import Match
from onrecord.statements.speakers import OTHER, agreement
from onrecord.statements.tellings import Tellings

SURE = 0.5
"""Product of the scores of both steps, at least."""
SAME_PASSAGE = 0.6
"""Two spans of one article are one passage from this share of common characters."""


class Found(NamedTuple):
    """A match, with its passages' places: numbers of two articles in order, and a span in each."""

    articles: tuple[int, int]
    left: Span
    right: Span
    match: Match


class _Step(NamedTuple):
    """From a passage of an article to another passage."""

    hub: Span
    article: int
    span: Span
    part: int
    relation: Relation
    score: float


def bridged(tellings: Tellings, found: Iterable[Found]) -> Iterator[Found]:
    """Pairs of passages of two articles that both match a third passage, the likeliest way each."""
    steps: dict[int, list[_Step]] = defaultdict(list)
    for (one, two), left, right, match in found:
        steps[one].append(_Step(left, two, right, match.b, match.relation, match.score))
        steps[two].append(_Step(right, one, left, match.a, match.relation, match.score))
    for outward in steps.values():
        outward.sort()
        for at, first in enumerate(outward):
            for second in outward[at + 1 :]:
                if second.hub[0] >= first.hub[1]:
                    break
                if _leads_on(tellings, first, second):
                    yield _joined(*sorted((first, second), key=lambda step: step.article))


def _leads_on(tellings: Tellings, first: _Step, second: _Step) -> bool:
    """Two pieces of one passage need not meet, and what is quoted twice must be alike by itself."""
    if first.article == second.article or first.score * second.score < SURE:
        return False
    if first.relation == second.relation == "truncated" or _common(first.hub, second.hub) < SAME_PASSAGE:
        return False
    both_direct = all(tellings.parts[step.part].type == "direct" for step in (first, second))
    return not both_direct and agreement(tellings, first.part, second.part) != OTHER


def _joined(left: _Step, right: _Step) -> Found:
    score = round(left.score * right.score, 4)
    match = Match(left.part, right.part, "reworded", score, 0.0)
    return Found((left.article, right.article), left.span, right.span, match)


def _common(one: Span, two: Span) -> float:
    common = min(one[1], two[1]) - max(one[0], two[0])
    return max(0, common) / (max(one[1], two[1]) - min(one[0], two[0]))
