"""Titles that stand with people's names, as mentions of their own: *Roelandic leader* Jane Roe.

They show where an article gives a title, and are no names: their label is ``TITLE``, they may hold the name
of a country or body, and whoever counts names leaves them out.
"""

from __future__ import annotations

from onrecord.extraction.entities.view import Name, View, make_name
from onrecord.records import TITLE, Span

OWNERS = frozenset({"GPE", "NORP", "ORG"})
"""Kinds of names that an office can belong to."""
_POSSESSIVES = frozenset({"'s", "\u2019s"})


def titled(view: View, names: list[Name]) -> list[Name]:
    """The titles of the people among ``names``, each with the country or body it is held in."""
    owner = {i: name.first for name in names if name.label in OWNERS for i in range(name.first, name.last)}
    people = [name for name in names if name.label == "PERSON"]
    taken = {i for name in people if not _owns(view, name, owner) for i in range(name.first, name.last)}
    found: dict[int, Name] = {}
    for person in people:
        for start, last in person.held:
            first = _with_owner(view, start, owner)
            # What somebody is to a person (a lawyer *for Roe*) is no office.
            if taken.isdisjoint(range(first, last)) and (last not in found or first < found[last].first):
                found[last] = title(view, (first, last), person)
    return list(found.values())


def _owns(view: View, person: Name, owner: dict[int, int]) -> bool:
    """Whether a body stands behind a person's name: *Roe's* National Council."""
    return view.word(person.last) in _POSSESSIVES and person.last + 1 in owner


def title(view: View, words: Span, person: Name) -> Name:
    """The mention of a title that stands with a person's name."""
    name = make_name(view, *words, TITLE, "title")
    name.entity = person.entity
    return name


def _with_owner(view: View, first: int, owner: dict[int, int]) -> int:
    """Where a title begins, with what stands before it: *Roeland's* president, *Acme City* Mayor."""
    before = first - 2 if view.word(first - 1) in _POSSESSIVES else first - 1
    return owner.get(first, owner.get(before, first))
