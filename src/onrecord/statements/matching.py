"""Which parts of quotes report the same utterance: decided by words, speakers, days and the occasion.

Two passes. First every candidate is compared, and what two articles have in common, pair by pair, tells
whether they report one event. Where they do, less is enough: two words in marks, a freer rewording.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from onrecord.statements.choosing import Match, standing
from onrecord.statements.likeness import KEPT, Likeness, compare
from onrecord.statements.speakers import OTHER, SAME, UNKNOWN, agreement
from onrecord.statements.tellings import Ints, Tellings


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
SAID_ONCE = 0.85
"""Of two direct quotes of one article: it does not put one remark into quotation marks in two wordings."""
DIRECT_RUN, REPORTED_WORDS = 3, 2
"""Words in a row that two direct quotes share at least, content words that two reported passages share."""
TELLING = 0.85
"""Weight of words that say whose they are; what says less ("very close") is said again within weeks."""
NEARLY = 0.6
"""Share of the shorter wording that a run of words makes up where it is all but kept."""


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
    return standing(tellings, sorted(found), set(within))


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
    things = len((tellings.distinct[a] & tellings.distinct[b]) - tellings.named[a] - tellings.named[b])
    if likeness.score >= KEPT:
        return things > 0 and likeness.run >= limit.phrase
    if tellings.articles[a] == tellings.articles[b]:
        return True
    if speakers == SAME:
        return things > 0
    return in_a_row or (things >= THINGS and likeness.run >= IN_A_ROW)


def _may_reword(tellings: Tellings, a: int, b: int, likeness: Likeness, speakers: str) -> bool:
    """What someone else denies is another remark; two tellings of one kind must have something in common."""
    if speakers != SAME and tellings.negated[a] != tellings.negated[b]:
        return False
    types = {tellings.parts[a].type, tellings.parts[b].type}
    if types == {"direct"}:
        once = tellings.articles[a] == tellings.articles[b]
        least = SAID_ONCE if once else 0.0 if speakers == SAME else DIRECT_SCORE
        return likeness.run >= DIRECT_RUN and likeness.score >= least
    return "direct" in types or len(set(tellings.stems[a]) & set(tellings.stems[b])) >= REPORTED_WORDS
