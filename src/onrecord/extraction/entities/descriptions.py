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
_ANY = word_set("leader dictator ruler strongman chief head boss")
"""What people of any office are called."""
_CHIEF = word_set("director chief head boss chairman chairwoman chair ceo")
_PAST = word_set("former ex late then next incoming outgoing future acting deputy vice")
_LONGEST = 4

type Office = tuple[int, str]
"""The country or body, as its place in the list of local entities, and what is held."""


class _Description(NamedTuple):
    """Words that call somebody by an office, and the person's name that stands with them, if one does."""

    words: Span
    office: Office
    held: str
    person: Name | None
    past: bool
    """Whether the office was held before, or will be."""


def descriptions(view: View, names: list[Name]) -> list[Name]:
    """Mentions of people by office; ``names`` are those of the article, with their entities.

    Beside a name, it is a title (*Roeland's leader*, Jane Roe); alone, it names the person.
    """
    found = list(_read(view, names))
    holders: dict[Office, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for one in found:
        if one.person and not one.past:
            holders[one.office][one.person.entity].add(one.held)
    mentions = []
    for one in found:
        if one.person:
            if view.word(one.words[1]) == ",":
                mentions.append(title(view, one.words, one.person))
        elif not one.past and _definite(view, one.words):
            able = [who for who, held in holders[one.office].items() if _agree(one.held, held)]
            mentions += [_described(view, one.words, able[0])] if len(able) == 1 else []
    return mentions


def _agree(said: str, held: set[str]) -> bool:
    """A president is no prime minister; either is a leader."""
    return said in held or said in _ANY or held <= _ANY


def _read(view: View, names: list[Name]) -> Iterator[_Description]:
    covered = {i for name in names for i in range(name.first, name.last)}
    people = _People(view, names)
    for owner in names:
        if owner.label not in OWNERS:
            continue
        last, held = _office_behind(view, owner, covered)
        words = (owner.first, last)
        if not held:
            first, held = _office_before(view, owner, covered)
            words = (first, owner.last)
        if held:
            office, past = _office(owner, held), {held[0], view.word(words[0] - 1).lower()} & _PAST
            person = people.behind(words[1])
            if person is None and view.tags[words[1] : words[1] + 1] in (["NNP"], ["NNPS"]):
                continue  # somebody's whom no rule knows
            person = person or people.before(words[0])
            yield _Description(words, office, " ".join(held), person, bool(past))
        elif (
            view.word(owner.first - 1) == "of" and (person := people.ending(owner.first - 1)) and person.held
        ):
            first, last = person.held[0]
            held = [word.lower() for word in view.words[first:last]]
            yield _Description((first, last), _office(owner, held), " ".join(held), person, held[0] in _PAST)


class _People:
    """The people of an article by where their names begin and end."""

    def __init__(self, view: View, names: list[Name]) -> None:
        self.view = view
        self._starts = {name.first: name for name in names if name.label == "PERSON"}
        self._ends = {name.last: name for name in names if name.label == "PERSON"}

    def ending(self, last: int) -> Name | None:
        """Whose name ends before word ``last``."""
        return self._ends.get(last)

    def behind(self, last: int) -> Name | None:
        """Whose name follows an office: Roeland's leader*, Gen. Jane Roe*."""
        i = last + (self.view.word(last) == ",")
        while i not in self._starts and is_title_word(self.view.word(i)):
            i += 1
        return self._starts.get(i)

    def before(self, first: int) -> Name | None:
        """Whose name an office follows: *Jane Roe, the* Roelandic leader."""
        comma = first - (2 if self.view.word(first - 1).lower() == "the" else 1)
        return self._ends.get(comma) if self.view.word(comma) == "," else None


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


def _office(owner: Name, held: list[str]) -> Office:
    """The leader of a country and the chief of a body have many titles."""
    name = " ".join(held)
    if name in _TOP or name in ("prime minister", "supreme leader"):
        return owner.entity, "leader"
    return owner.entity, "chief" if name in _CHIEF else name


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
