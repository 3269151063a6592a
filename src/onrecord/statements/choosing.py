"""Of passages that match, those that stand: what another quote tells better gives way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.records import Relation
from onrecord.statements.speakers import SAME, agreement
from onrecord.statements.tellings import Tellings

CLEARLY = 0.1
"""By so much a rival must be likelier."""


class Match(NamedTuple):
    """Two parts (``a < b``) that report one utterance; ``relation`` is what the shorter is to the longer."""

    a: int
    b: int
    relation: Relation
    score: float
    weight: float


def standing(tellings: Tellings, found: list[Match], within: set[tuple[int, int]]) -> list[Match]:
    """Matches without those that another quote of the same article tells better.

    ``within``: pairs of quotes (rows, in order) of one article that tell one utterance, beyond those in
    ``found``.
    """
    rows, articles = tellings.rows.tolist(), tellings.articles.tolist()
    inside = [match for match in found if articles[match.a] == articles[match.b]]
    across = [match for match in found if articles[match.a] != articles[match.b]]
    rivals = _Rivals(tellings, across, within | {(rows[match.a], rows[match.b]) for match in inside})
    return sorted([*inside, *(match for match in across if not rivals.tell_better(match))])


class _Rival(NamedTuple):
    """A match of a quote with another article: the part of the one, the row of the other."""

    score: float
    mine: int
    row: int
    same_speaker: bool


class _Rivals:
    """Matches between two articles, by quote and by the other article."""

    def __init__(self, tellings: Tellings, found: list[Match], within: set[tuple[int, int]]) -> None:
        self._tellings, self._within = tellings, within
        self._rows, self._articles = tellings.rows.tolist(), tellings.articles.tolist()
        self._kinds = [tellings.parts[whole].type for whole in tellings.wholes.tolist()]
        self._rivals: dict[tuple[int, int], list[_Rival]] = defaultdict(list)
        for match in found:
            same = agreement(tellings, match.a, match.b) == SAME
            for mine, other in ((match.a, match.b), (match.b, match.a)):
                rival = _Rival(match.score, mine, self._rows[other], same)
                self._rivals[self._rows[mine], self._articles[other]].append(rival)

    def tell_better(self, match: Match) -> bool:
        """Whether one end of the match has a better partner in the other's article."""
        return self._lead_away(match, match.a, match.b) or self._lead_away(match, match.b, match.a)

    def _lead_away(self, match: Match, mine: int, other: int) -> bool:
        row = self._rows[other]
        rivals = [
            rival
            for rival in self._rivals[self._rows[mine], self._articles[other]]
            if rival.row != row and _meet(self._tellings, mine, rival.mine)
        ]
        return any(self._is_likelier(rival, match, row) or self._owns(rival, match, row) for rival in rivals)

    def _is_likelier(self, rival: _Rival, match: Match, row: int) -> bool:
        """A rewording gives way, unless both tell one utterance, as an article's lead and its body do.

        Two direct quotes do not: in one article, other words in quotation marks are another remark.
        """
        told_both = (min(row, rival.row), max(row, rival.row)) in self._within
        told_both &= not self._kinds[row] == self._kinds[rival.row] == "direct"
        return match.relation == "reworded" and rival.score >= match.score + CLEARLY and not told_both

    def _owns(self, rival: _Rival, match: Match, row: int) -> bool:
        """Direct words of who may be somebody else give way to the speaker's own, if as near.

        No outlet puts one utterance into two mouths.
        """
        if not rival.same_speaker or rival.score < match.score:
            return False
        both_direct = self._kinds[row] == self._kinds[rival.row] == "direct"
        return both_direct and agreement(self._tellings, match.a, match.b) != SAME


def links(tellings: Tellings, found: list[Match]) -> Iterator[tuple[int, int, list[Match]]]:
    """Matches by pair of quotes (rows), the likeliest first; none overlaps one before it on both sides.

    Kept wording goes before rewording, and the longer before the shorter.
    """
    by_quotes: dict[tuple[int, int], list[Match]] = defaultdict(list)
    rows = tellings.rows.tolist()
    for match in found:
        by_quotes[rows[match.a], rows[match.b]].append(match)
    for (one, two), group in sorted(by_quotes.items()):
        best: list[Match] = []
        for match in sorted(group, key=likeliest_first):
            if not any(_meet(tellings, match.a, m.a) and _meet(tellings, match.b, m.b) for m in best):
                best.append(match)
        yield one, two, best


def likeliest_first(match: Match) -> tuple[bool, float, float, int, int]:
    kept = match.relation != "reworded"
    return not kept, -match.weight if kept else -match.score, -match.score, match.a, match.b


def _meet(tellings: Tellings, one: int, two: int) -> bool:
    a, b = tellings.parts[one], tellings.parts[two]
    return max(a.start, b.start) < min(a.end, b.end)
