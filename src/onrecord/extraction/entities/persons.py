"""The people of an article: who is introduced by a full name, and who a short name means."""

from __future__ import annotations

import sys
from collections import defaultdict
from dataclasses import dataclass, field

from onrecord.extraction.entities.roles import first_lady, kin_before
from onrecord.extraction.entities.view import Name, View
from onrecord.names.forms import fold
from onrecord.names.given import gender_of
from onrecord.names.people import PersonName, parse, same_person, short_of, spelling
from onrecord.names.titles import ROYAL

_OF_FAMILY = frozenset(
    {"wife", "husband", "first lady", "son", "daughter", "brother", "sister", "mother", "father"}
)


@dataclass(slots=True, eq=False)
class Person:
    """One person of the article, with all mentions found so far."""

    forms: list[PersonName]
    names: list[Name] = field(default_factory=list)
    gender: str | None = None
    titles: list[str] = field(default_factory=list)
    principal: bool = False
    """Known by the family name alone beside namesakes with full names: President Roe."""
    relative: bool = False
    """Introduced as somebody's relative: a bare family name is rarely theirs."""
    first_lady: bool = False
    """The wife of a president: "President Roe" is not hers."""

    @property
    def introduced(self) -> int:
        """Where the first full name stands; far away for somebody without one."""
        return min((n.start for n in self.names if n.last - n.first > 1 and n.kept), default=sys.maxsize)

    def take(self, name: Name) -> None:
        """Count a mention as this person's."""
        self.names.append(name)
        self.gender = self.gender or name.gender
        self.titles += [t for t in name.titles if t not in self.titles]

    @property
    def family(self) -> tuple[str, ...]:
        """Folded family name."""
        return self.forms[0].family


class People:
    """Groups the person mentions of one article."""

    def __init__(self, view: View, names: list[Name]) -> None:
        self.view = view
        self.people: list[Person] = []
        self._by_word: dict[str, list[Person]] = defaultdict(list)
        full = [(n, p) for n in names if len((p := parse(n.text(view))).words) > 1]
        for kept in (True, False):
            for name, form in full:
                if name.kept == kept:
                    self._introduce(name, form)

    def _introduce(self, name: Name, form: PersonName) -> None:
        fitting = [p for p in self._candidates(form.words) if any(same_person(form, f) for f in p.forms)]
        exact = [
            p for p in fitting if any(form.words == f.words and form.suffix == f.suffix for f in p.forms)
        ]
        part = (
            []
            if fitting
            else [p for p in self._candidates(form.words) if any(_part(form, f) for f in p.forms)]
        )
        if exact or len(fitting) == 1:
            person = (exact or fitting)[0]
        elif len(part) == 1:
            person = part[0]
        else:
            person = Person([form], gender=gender_of(form.given[0]) if form.given else None)
            self.people.append(person)
        if form not in person.forms:
            person.forms.append(form)
        person.relative = person.relative or form.suffix == "jr" or kin_before(self.view, name)
        person.first_lady = person.first_lady or first_lady(self.view, name)
        for word in {*form.words, *form.family, spelling(form.family)}:
            if person not in self._by_word[word]:
                self._by_word[word].append(person)
        person.take(name)

    def _candidates(self, words: tuple[str, ...]) -> list[Person]:
        found: dict[int, Person] = {}
        for word in dict.fromkeys((*words, *(spelling((word,)) for word in words))):
            for person in self._by_word.get(word, ()):
                found[id(person)] = person
        return list(found.values())

    def assign(self, name: Name) -> Person:
        """The person a short name means: by family name, else by given name, else somebody new."""
        form = parse(name.text(self.view))
        candidates = self._candidates(form.words)
        fitting = [p for p in candidates if any(short_of(form, f) for f in p.forms)]
        if not fitting:
            fitting = [
                p for p in candidates if any(f.given[:1] == form.words[:1] and f.given for f in p.forms)
            ]
        able = [p for p in fitting if not self._clash(name, p)]
        person = self._choose(name, able)
        if person is None:
            person = Person([form], gender=name.gender, principal=bool(fitting))
            self.people.append(person)
            for word in form.words:
                self._by_word[word].append(person)
        person.take(name)
        return person

    def _choose(self, name: Name, people: list[Person]) -> Person | None:
        """Among people of one family name: the same gender, spelling, title, then who comes first."""
        if len(people) < 2:
            return people[0] if people else None
        spelling = name.text(self.view).split()[-1]

        def rank(person: Person) -> tuple[bool, bool, bool, bool, bool, int]:
            own = {t.lower() for t in person.titles}
            return (
                name.gender is not None and person.gender == name.gender,
                person.principal,
                any(spelling in n.text(self.view).split() for n in person.names),
                any(t.lower() in own for t in name.titles),
                not person.relative,
                # The one who is introduced first is whom the article is about.
                -person.introduced,
            )

        return max(people, key=rank)

    def _clash(self, name: Name, person: Person) -> bool:
        """A short name that cannot be this person: other gender, or an office that is not the namesake's."""
        if name.gender and person.gender and name.gender != person.gender:
            return True
        if person.relative and name.start < person.introduced:
            return True  # called by the family name before the relative is introduced
        junior = all(f.suffix == "jr" for f in person.forms if f.given)
        family = any(word in t.lower() for t in person.titles for word in _OF_FAMILY)
        lesser = junior or person.first_lady or family
        return _office(name) and lesser and any(f.given for f in person.forms)

    def title(self, person: Person) -> str:
        """A display name: the fullest form; a lone given name of royalty keeps its title."""
        best = max(person.names, key=lambda n: (n.kept, _fullness(n.text(self.view)), -n.start))
        text = " ".join(best.text(self.view).split())
        royal = next((t for t in person.titles if t.lower().split()[-1] in ROYAL), None)
        return f"{royal} {text}" if royal and len(text.split()) == 1 else text


def _office(name: Name) -> bool:
    return any(t.lower().split()[-1] in ("president", "chancellor") for t in name.titles)


def _part(a: PersonName, b: PersonName) -> bool:
    """One name inside the other (``Juan Santos`` in ``Juan Manuel Santos Calderón``), same first word."""
    short, long = sorted((a.words, b.words), key=len)
    if any(len(word) == 1 for word in (*short, *long)):
        return False  # initials tell namesakes apart
    return len(short) < len(long) and short[0] == long[0] and set(short) <= set(long) and a.suffix == b.suffix


def _fullness(text: str) -> tuple[int, bool, int]:
    words = fold(text).split()
    long = [w for w in words if len(w) > 1]
    # "John Roe" before "John F. Roe", but "J. Roe" before "Roe".
    return max(len(long), min(len(words), 2)), not text.isupper(), -len(text)
