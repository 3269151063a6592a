"""Which parts of quotes report the same utterance: decided by words, speakers, days and the occasion.

Two passes. Pairs that their own words decide come first. Where two articles share one of these, they tell
the same event, and there less is enough: two words in marks, a freer rewording (the occasion as evidence).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from onrecord.names.people import PersonName, same_person, short_of
from onrecord.records import Relation
from onrecord.statements.candidates import candidates
from onrecord.statements.likeness import KEPT, Likeness, compare
from onrecord.statements.tellings import Tellings
from onrecord.statements.words import NEGATIONS

SAME, UNKNOWN, OTHER = "same", "unknown", "other"


class Limit(NamedTuple):
    """What a pair must reach: the score, and the weight of the content words that both have."""

    score: float
    weight: float


ALONE = {SAME: Limit(0.5, 1.3), UNKNOWN: Limit(0.75, 2.2), OTHER: Limit(0.95, 5.0)}
"""By what is known of the speakers. A rare word weighs 0.8 to 1; two speakers must share the wording."""
SAME_EVENT = {SAME: Limit(0.45, 1.3), UNKNOWN: Limit(0.6, 1.3), OTHER: Limit(0.95, 2.0)}
EVENT_WEIGHT = 2.0
"""Weight of shared words from which a pair shows that its articles tell one event."""
DIRECT_RUN = 3
"""Words in a row that two direct quotes of one utterance share at least; reported speech may share none."""


PHRASE, LONG_PHRASE = 5, 8
"""Words in a row that one speaker hardly says twice, and that two speakers hardly share by chance."""


class Match(NamedTuple):
    """Two parts (``a < b``) that report one utterance; ``relation`` is what the shorter is to the longer."""

    a: int
    b: int
    relation: Relation
    score: float
    weight: float


def matches(tellings: Tellings) -> list[Match]:
    """All matching pairs of parts of two quotes, within an article too, in order."""
    alone, rest = [], []
    events: set[tuple[int, int]] = set()
    articles = tellings.articles.tolist()
    for a, b in candidates(tellings).tolist():
        likeness = compare(tellings, a, b)
        if likeness.score < SAME_EVENT[SAME].score or tellings.overlap(a, b):
            continue
        speakers = agreement(tellings, a, b)
        if likeness.relation == "reworded" and not _may_reword(tellings, a, b, likeness, speakers):
            continue
        match = Match(a, b, likeness.relation, round(likeness.score, 4), likeness.shared)
        if _reaches(match, ALONE[speakers]) or _same_phrase(likeness, speakers):
            alone.append(match)
            if likeness.shared >= EVENT_WEIGHT:
                events.add((articles[a], articles[b]))
                events.add((articles[b], articles[a]))
        elif _reaches(match, SAME_EVENT[speakers]) or _same_words(likeness, speakers):
            rest.append(match)
    same_event = [
        m for m in rest if articles[m.a] == articles[m.b] or (articles[m.a], articles[m.b]) in events
    ]
    return sorted(alone + same_event)


def _same_words(likeness: Likeness, speakers: str) -> bool:
    """Whether the wording is enough within one event: any words of one speaker, a phrase of anyone."""
    return (likeness.score == 1.0 and speakers == SAME) or (likeness.score >= KEPT and likeness.run >= PHRASE)


def _same_phrase(likeness: Likeness, speakers: str) -> bool:
    """Whether the wording alone is enough: a phrase of one speaker, a long one whoever it is given to."""
    kept = likeness.score >= KEPT
    return kept and likeness.run >= (PHRASE if speakers == SAME else LONG_PHRASE)


def _reaches(match: Match, limit: Limit) -> bool:
    return match.score >= limit.score and match.weight >= limit.weight


def _may_reword(tellings: Tellings, a: int, b: int, likeness: Likeness, speakers: str) -> bool:
    """Two direct quotes share a few words in a row; what someone else denies is another remark."""
    if speakers != SAME and _negated(tellings, a) != _negated(tellings, b):
        return False
    both_direct = tellings.parts[a].type == tellings.parts[b].type == "direct"
    return not both_direct or likeness.run >= DIRECT_RUN


def _negated(tellings: Tellings, part: int) -> bool:
    return any(word.form in NEGATIONS for word in tellings.words[part])


def agreement(tellings: Tellings, a: int, b: int) -> str:
    """SAME, UNKNOWN or OTHER: a group or a document goes by other words elsewhere, so only persons differ."""
    one, two = tellings.speakers[a], tellings.speakers[b]
    if one == two and one >= 0:
        return SAME
    first, second = tellings.names[a], tellings.names[b]
    if first is None or second is None:
        return UNKNOWN
    return SAME if _one_person(first, second) else OTHER


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
