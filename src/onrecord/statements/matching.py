"""Which parts of quotes report the same utterance: decided by words, speakers, days and the occasion.

Two passes. First every candidate is compared, and what two articles have in common, pair by pair, tells
whether they report one event. Where they do, less is enough: two words in marks, a freer rewording.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from onrecord.names.people import PersonName, same_person, short_of
from onrecord.records import Relation
from onrecord.statements.likeness import KEPT, Likeness, compare
from onrecord.statements.tellings import Ints, Tellings

SAME, UNKNOWN, OTHER = "same", "unknown", "other"


class Limit(NamedTuple):
    """What a pair must reach: by its score and the weight of the words that both have, or, where wording
    is kept or nearly kept, by the words in a row.
    """

    score: float
    weight: float
    run: int
    phrase: int
    """Words in a row of kept wording that score and weight may speak for: "quid pro quo" is a term."""


ALONE = {SAME: Limit(0.6, 1.6, 5, 3), UNKNOWN: Limit(0.75, 3.0, 8, 4), OTHER: Limit(0.95, 5.0, 8, 4)}
"""By what is known of the speakers. A rare word weighs 0.85; two speakers must share the wording."""
ONE_EVENT = {SAME: Limit(0.42, 0.7, 2, 1), UNKNOWN: Limit(0.46, 0.8, 4, 4), OTHER: Limit(0.85, 1.5, 5, 4)}
EVIDENCE = {SAME: 1.0, UNKNOWN: 0.5, OTHER: 0.0}
EVENT, UNDATED_EVENT, NEAR = 1.0, 2.0, 3
"""What two articles have in common if they tell one event within so many days, or on days unknown."""
THINGS, IN_A_ROW = 2, 2
"""Words that name nobody, and words in a row, of a rewording by who may be others."""
DIRECT_SCORE = 0.66
"""Of two direct quotes of which nothing shows that one person said both."""
DIRECT_RUN, REPORTED_WORDS = 3, 2
"""Words in a row that two direct quotes share at least, content words that two reported passages share."""
CLEARLY = 0.1
"""By so much a rival must be likelier."""
TELLING = 0.85
"""Weight of words that say whose they are; what says less ("very close") is said again within weeks."""
NEARLY = 0.6
"""Share of the shorter wording that a run of words makes up where it is all but kept."""


class Match(NamedTuple):
    """Two parts (``a < b``) that report one utterance; ``relation`` is what the shorter is to the longer."""

    a: int
    b: int
    relation: Relation
    score: float
    weight: float


class _Compared(NamedTuple):
    a: int
    b: int
    likeness: Likeness
    speakers: str


def matches(tellings: Tellings, pairs: Ints, within: Collection[tuple[int, int]] = ()) -> list[Match]:
    """The pairs of parts of two quotes that match, within an article too, in order.

    ``within``: quotes (rows, in order) known to tell one utterance in one article, beyond those in ``pairs``.
    """
    compared = list(_compare(tellings, pairs))
    events = _events(tellings, compared)
    articles = tellings.articles.tolist()
    found = []
    for a, b, likeness, speakers in compared:
        limit = (ONE_EVENT if _pair(articles[a], articles[b]) in events else ALONE)[speakers]
        if _reaches(tellings, a, b, likeness, speakers, limit):
            found.append(Match(a, b, likeness.relation, round(likeness.score, 4), likeness.shared))
    return _likeliest(tellings, sorted(found), set(within))


class _Rival(NamedTuple):
    """A match of a quote with another article: the part of the one, the row of the other."""

    score: float
    mine: int
    row: int
    same_speaker: bool


def _likeliest(tellings: Tellings, found: list[Match], within: set[tuple[int, int]]) -> list[Match]:
    """Without what another quote of the same article tells better.

    A rewording gives way to what is clearly likelier; two quotes of one article may tell one utterance (its
    lead and its body) if they match each other too. Direct words of who may be somebody else give way to the
    speaker's own, which are as near: no outlet puts one utterance into two mouths.
    """
    rows, articles = tellings.rows.tolist(), tellings.articles.tolist()
    rivals: dict[tuple[int, int], list[_Rival]] = defaultdict(list)
    for match in found:
        if articles[match.a] == articles[match.b]:
            within.add((rows[match.a], rows[match.b]))
            continue
        same = agreement(tellings, match.a, match.b) == SAME
        for mine, other in ((match.a, match.b), (match.b, match.a)):
            rivals[rows[mine], articles[other]].append(_Rival(match.score, mine, rows[other], same))

    kinds = [tellings.parts[whole].type for whole in tellings.wholes.tolist()]

    def gives_way(match: Match, mine: int, other: int, rival: _Rival) -> bool:
        row = rows[other]
        if rival.row == row or not _meet(tellings, mine, rival.mine):
            return False
        told_both = (min(row, rival.row), max(row, rival.row)) in within
        if match.relation == "reworded" and rival.score >= match.score + CLEARLY and not told_both:
            return True
        if not rival.same_speaker or agreement(tellings, match.a, match.b) == SAME:
            return False
        return rival.score >= match.score and kinds[row] == kinds[rival.row] == "direct"

    def bettered(match: Match, mine: int, other: int) -> bool:
        return any(gives_way(match, mine, other, rival) for rival in rivals[rows[mine], articles[other]])

    return [
        match
        for match in found
        if articles[match.a] == articles[match.b]
        or not (bettered(match, match.a, match.b) or bettered(match, match.b, match.a))
    ]


def _compare(tellings: Tellings, pairs: Ints) -> Iterator[_Compared]:
    """The candidates that any decision may accept."""
    for a, b in pairs.tolist():
        likeness = compare(tellings, a, b)
        if likeness.score < ONE_EVENT[SAME].score or tellings.overlap(a, b):
            continue
        speakers = agreement(tellings, a, b)
        if likeness.relation != "reworded" or _may_reword(tellings, a, b, likeness, speakers):
            yield _Compared(a, b, likeness, speakers)


def _events(tellings: Tellings, compared: Iterable[_Compared]) -> set[tuple[int, int]]:
    """Pairs of articles that tell one event: every quote counts with its likest in the other article."""
    by_articles: dict[tuple[int, int], list[tuple[float, int, int]]] = defaultdict(list)
    articles, rows = tellings.articles.tolist(), tellings.rows.tolist()
    for a, b, likeness, speakers in compared:
        common = likeness.score * likeness.shared * EVIDENCE[speakers]
        by_articles[_pair(articles[a], articles[b])].append((common, a, b))
    events = set()
    for pair, group in by_articles.items():
        taken: set[int] = set()
        total = 0.0
        for common, a, b in sorted(group, reverse=True):
            if taken.isdisjoint((rows[a], rows[b])):
                taken |= {rows[a], rows[b]}
                total += common
        if pair[0] == pair[1] or total >= _enough(tellings, group[0][1], group[0][2]):
            events.add(pair)
    return events


def _enough(tellings: Tellings, a: int, b: int) -> float:
    """What two articles must have in common to tell one event; what is known to lie apart is another."""
    if min(int(tellings.days[a]), int(tellings.days[b])) < 0:
        return UNDATED_EVENT
    return EVENT if _is_near(tellings, a, b) else math.inf


def _is_near(tellings: Tellings, a: int, b: int) -> bool:
    """Whether two parts are told within a few days, as far as is known."""
    one, two = int(tellings.days[a]), int(tellings.days[b])
    return min(one, two) < 0 or abs(one - two) <= NEAR


def _pair(one: int, two: int) -> tuple[int, int]:
    return (one, two) if one <= two else (two, one)


def _reaches(tellings: Tellings, a: int, b: int, likeness: Likeness, speakers: str, limit: Limit) -> bool:
    """Whether two parts are near enough: by words in a row, or by score and weight and what they share.

    What two passages share must be more than names; of who may be different speakers, more than a term.
    """
    words = min(len(tellings.forms[a]), len(tellings.forms[b]))
    kept = likeness.score >= KEPT or likeness.run >= NEARLY * words
    in_a_row = likeness.run >= limit.run
    if kept and in_a_row and (likeness.shared >= TELLING or _is_near(tellings, a, b)):
        return True
    if likeness.score < limit.score or likeness.shared < limit.weight:
        return False
    if likeness.score >= KEPT:
        return likeness.run >= limit.phrase
    if tellings.articles[a] == tellings.articles[b]:
        return True
    things = len((tellings.distinct[a] & tellings.distinct[b]) - tellings.named[a] - tellings.named[b])
    if speakers == SAME:
        return things > 0
    return in_a_row or (things >= THINGS and likeness.run >= IN_A_ROW)


def _may_reword(tellings: Tellings, a: int, b: int, likeness: Likeness, speakers: str) -> bool:
    """What someone else denies is another remark; two tellings of one kind must have something in common."""
    if speakers != SAME and tellings.negated[a] != tellings.negated[b]:
        return False
    types = {tellings.parts[a].type, tellings.parts[b].type}
    if types == {"direct"}:
        return likeness.run >= DIRECT_RUN and (speakers == SAME or likeness.score >= DIRECT_SCORE)
    return "direct" in types or len(set(tellings.stems[a]) & set(tellings.stems[b])) >= REPORTED_WORDS


def agreement(tellings: Tellings, a: int, b: int) -> str:
    """SAME, UNKNOWN or OTHER: only persons differ, and relatives are easily taken for one another.

    A group, a document or an organisation goes by other words elsewhere, or by its spokesman's name.
    """
    one, two = tellings.speakers[a], tellings.speakers[b]
    if one == two and one >= 0:
        return SAME
    first, second = tellings.names[a], tellings.names[b]
    if first is None or second is None:
        return UNKNOWN
    if _one_person(first, second):
        return SAME
    return UNKNOWN if first.family and first.family == second.family else OTHER


@lru_cache(maxsize=65536)
def _one_person(one: PersonName, two: PersonName) -> bool:
    return same_person(one, two) or short_of(one, two) or short_of(two, one)


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
