"""People called by their office: *the Roelandic leader* is the one whom the article so introduces.

An office counts only together with the country or body it belongs to, and only if exactly one person
of the article holds it; *the president* alone is left to those who resolve pronouns. The country's own
mention stays inside the description.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.extraction.entities.titled import OWNERS, title
from onrecord.extraction.entities.view import Name, View, make_name
from onrecord.names.forms import word_set
from onrecord.names.titles import is_head, is_title_word
from onrecord.records import Span

_TOP = word_set("president leader dictator ruler strongman chancellor premier king queen emir monarch")
_CHIEF = word_set("director chief head boss chairman chairwoman chair ceo")
_PAST = word_set("former ex late then next incoming outgoing future acting deputy vice")
_LONGEST = 4

type Office = tuple[int, str]
"""The country or body, as its place in the list of local entities, and what is held."""


class _Description(NamedTuple):
    """Words that call somebody by an office, and the person's name that stands with them, if one does."""

    words: Span
    office: Office
    person: Name | None
    past: bool
    """Whether the office was held before, or will be."""


def descriptions(view: View, names: list[Name]) -> list[Name]:
    """Mentions of people by office; ``names`` are those of the article, with their entities.

    Beside a name, it is a title (*Roeland's leader*, Jane Roe); alone, it names the person.
    """
    found = list(_read(view, names))
    holders: dict[Office, set[int]] = defaultdict(set)
    for one in found:
        if one.person and not one.past:
            holders[one.office].add(one.person.entity)
    mentions = [
        title(view, one.words, one.person) for one in found if one.person and view.word(one.words[1]) == ","
    ]
    for one in found:
        held = holders[one.office]
        if not one.person and not one.past and len(held) == 1 and _definite(view, one.words):
            mentions.append(_described(view, one.words, next(iter(held))))
    return mentions


def _read(view: View, names: list[Name]) -> Iterator[_Description]:
    starts = {name.first: name for name in names if name.label == "PERSON"}
    ends = {name.last: name for name in names if name.label == "PERSON"}
    covered = {i for name in names for i in range(name.first, name.last)}
    for owner in names:
        if owner.label not in OWNERS:
            continue
        last, held = _office_behind(view, owner, covered)
        if held:
            past = held[0] in _PAST or view.word(owner.first - 1).lower() in _PAST
            person = starts.get(last + (view.word(last) == ",")) or ends.get(_comma(view, owner.first))
            yield _Description((owner.first, last), (owner.entity, _name(held)), person, past)
            continue
        first, held = _office_before(view, owner, covered)
        if held:
            past = view.word(first - 1).lower() in _PAST or held[0] in _PAST
            person = ends.get(_comma(view, first))
            yield _Description((first, owner.last), (owner.entity, _name(held)), person, past)
        elif view.word(owner.first - 1) == "of" and (person := ends.get(owner.first - 1)) and person.held:
            first, last = person.held[0]
            held = [word.lower() for word in view.words[first:last]]
            yield _Description((first, last), (owner.entity, _name(held)), person, held[0] in _PAST)


def _office_behind(view: View, owner: Name, covered: set[int]) -> tuple[int, list[str]]:
    """The word after the title that follows a country or body, and the title: Roeland's *leader*."""
    first = last = owner.last + (view.word(owner.last) in ("'s", "\u2019s"))
    while last - first < _LONGEST and last not in covered and is_title_word(view.word(last)):
        last += 1
    return last, _title(view, first, last)


def _office_before(view: View, owner: Name, covered: set[int]) -> tuple[int, list[str]]:
    """The first word of the title that a country or body closes, and the title: *leader* of Roeland."""
    last = owner.first - (2 if view.word(owner.first - 1).lower() == "the" else 1)
    first = last
    while last - first < _LONGEST and first - 1 not in covered and is_title_word(view.word(first - 1)):
        first -= 1
    return first, _title(view, first, last) if view.word(last) == "of" else []


def _title(view: View, first: int, last: int) -> list[str]:
    words = [word.lower() for word in view.words[first:last]]
    return words if words and is_head(words[-1]) else []


def _name(words: list[str]) -> str:
    """One name for offices that the news takes for one: the leader of a country, the chief of a body."""
    held = " ".join(words)
    if held in _TOP or held in ("prime minister", "supreme leader"):
        return "leader"
    return "chief" if held in _CHIEF else held


def _comma(view: View, first: int) -> int:
    """Where a name ends behind whose comma the words from ``first`` stand: Jane Roe, *the* leader."""
    comma = first - (2 if view.word(first - 1).lower() == "the" else 1)
    return comma if view.word(comma) == "," else -1


def _definite(view: View, words: Span) -> bool:
    """Whether the description stands for somebody: *the* … *leader*, and no noun behind."""
    first, last = words
    before = view.word(first - 1)
    return (before.lower() == "the" or view.opens_sentence(first)) and (
        last >= len(view) or not view.tags[last].startswith(("NN", "HYPH"))
    )


def _described(view: View, words: Span, person: int) -> Name:
    name = make_name(view, *words, "PERSON", "description")
    name.entity = person
    return name
