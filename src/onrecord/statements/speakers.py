"""Whether two tellings have one speaker, as far as is known."""

from __future__ import annotations

from functools import lru_cache

from onrecord.names.people import PersonName, same_person, short_of
from onrecord.statements.tellings import Tellings

SAME, UNKNOWN, OTHER = "same", "unknown", "other"


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
