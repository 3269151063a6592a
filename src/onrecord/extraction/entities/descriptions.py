"""People called by their office: *the Roelandic leader* is the one whom the article so introduces.

An office counts only together with the country or body it belongs to, and only if exactly one person
of the article holds it; *the president* alone is left to those who resolve pronouns. The country's own
mention stays inside the description.
"""

from __future__ import annotations

from collections import defaultdict

from onrecord.extraction.entities.view import Name, View, make_name
from onrecord.names.forms import word_set
from onrecord.names.titles import is_head, is_title_word

_OWNERS = frozenset({"GPE", "NORP", "ORG"})
_TOP = word_set("president leader dictator ruler strongman chancellor premier king queen emir monarch")
_CHIEF = word_set("director chief head boss chairman chairwoman chair ceo")
_PAST = word_set("former ex late then next incoming outgoing future acting deputy vice")
_LONGEST = 4

type Office = tuple[int, str]
"""The country or body, as its place in the list of local entities, and what is held."""


def descriptions(view: View, names: list[Name]) -> list[Name]:
    """Mentions of people by office; ``names`` are those of the article, with their entities."""
    by_start = {name.first: name for name in names if name.label == "PERSON"}
    covered = {i for name in names for i in range(name.first, name.last)}
    holders: dict[Office, set[int]] = defaultdict(set)
    open_: list[tuple[Name, int, Office]] = []
    for owner in names:
        if owner.label not in _OWNERS:
            continue
        last, office = _office(view, owner, covered)
        if office is None:
            continue
        if person := by_start.get(last + (view.word(last) == ",")) or _before(view, owner, names):
            if view.word(owner.first - 1).lower() not in _PAST:
                holders[office].add(person.entity)
        elif _definite(view, owner, last):
            open_.append((owner, last, office))
    return [
        _described(view, owner, last, next(iter(holders[office])))
        for owner, last, office in open_
        if len(holders[office]) == 1
    ]


def _office(view: View, owner: Name, covered: set[int]) -> tuple[int, Office | None]:
    """The word after the title that follows a country or body, and the office that it is."""
    first = owner.last + (view.word(owner.last) in ("'s", "\u2019s"))
    last = first
    while last - first < _LONGEST and last not in covered and is_title_word(view.word(last)):
        last += 1
    words = [word.lower() for word in view.words[first:last]]
    if not words or not is_head(words[-1]) or words[0] in _PAST:
        return last, None
    title = " ".join(words)
    if title in _TOP or title in ("prime minister", "supreme leader"):
        title = "leader"
    elif title in _CHIEF:
        title = "chief"
    return last, (owner.entity, title)


def _before(view: View, owner: Name, names: list[Name]) -> Name | None:
    """Jane Roe, *the Roelandic* president: the person whom the office follows."""
    comma = owner.first - (2 if view.word(owner.first - 1).lower() == "the" else 1)
    if view.word(comma) != ",":
        return None
    return next((n for n in names if n.label == "PERSON" and n.last == comma), None)


def _definite(view: View, owner: Name, last: int) -> bool:
    """Whether the description stands for somebody: *the* … *leader*, and no noun behind."""
    before = view.word(owner.first - 1)
    return (before.lower() == "the" or view.opens_sentence(owner.first)) and (
        last >= len(view) or not view.tags[last].startswith(("NN", "HYPH"))
    )


def _described(view: View, owner: Name, last: int, person: int) -> Name:
    name = make_name(view, owner.first, last, "PERSON", "description")
    name.entity = person
    return name
