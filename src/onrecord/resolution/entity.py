"""An entity of the corpus while names are being resolved to it, and the local entities that come in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from typing import Any

from onrecord.names.countries import place_of
from onrecord.names.forms import bare, fold, known_as, organisation, people_key
from onrecord.names.given import root_of
from onrecord.names.known import CITIES
from onrecord.names.people import PersonName, parse, same_person
from onrecord.records import stable_id

_PLACES = frozenset({"GPE", "LOC", "FAC"})


@dataclass(slots=True, eq=False)
class Local:
    """One local entity: a row of ``links`` that does not know its entity yet."""

    id: str
    article: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    titles: tuple[str, ...]

    @property
    def block(self) -> str:
        """The kinds that are compared with one another."""
        return block_of(self.name, self.kind)

    @property
    def key(self) -> str:
        """The normal form that makes two names one."""
        return key_of(self.name, self.kind)


@dataclass(slots=True, eq=False)
class Entity:
    """One entity; ``articles`` counts the local entities that were resolved to it."""

    id: str
    name: str
    kind: str
    aliases: dict[str, None] = field(default_factory=dict)
    titles: Counter[str] = field(default_factory=Counter)
    """How many local entities bear each title."""
    articles: int = 0
    _full: list[PersonName] | None = None

    @property
    def block(self) -> str:
        """The kinds that are compared with one another."""
        return block_of(self.name, self.kind)

    @property
    def key(self) -> str:
        """The normal form of its canonical name."""
        return key_of(self.name, self.kind)

    def bearing(self, titles: Iterable[str]) -> int:
        """How many of its local entities bear one of the titles."""
        wanted = {title.casefold() for title in titles}
        return sum(n for title, n in self.titles.items() if title.casefold() in wanted)

    def full_forms(self) -> list[PersonName]:
        """Its names that have a given and a family name."""
        if self._full is None:
            own = parse(self.name)
            forms = dict.fromkeys([own, *map(parse, self.aliases)] if own.given else map(parse, self.aliases))
            self._full = [p for p in forms if p.given and (not own.given or same_person(p, own))]
        return self._full

    def learn(self, local: Local, aliases: Iterable[str]) -> bool:
        """Take over new aliases and titles; whether there were any."""
        before = len(self.aliases), len(self.titles)
        self.aliases.update(dict.fromkeys(aliases))
        if len(self.aliases) != before[0]:
            self._full = None
        self.titles.update(local.titles)
        self.articles += 1
        return before != (len(self.aliases), len(self.titles))


def block_of(name: str, kind: str) -> str:
    """PERSON, PLACE (with countries and their people), ORG, or the kind itself."""
    if kind in _PLACES or (kind in ("NORP", "ORG") and place_of(name, people=kind == "NORP")):
        return "PLACE"
    return kind


def key_of(name: str, kind: str) -> str:
    """The normal form within a block: a country, an organisation without its legal form, a folded name."""
    if block_of(name, kind) == "PLACE":
        return fold(place_of(name, people=kind == "NORP") or CITIES.get(name, bare(name)))
    if kind == "NORP":
        return people_key(name)
    form = fold(bare(name))
    return organisation(name) if kind == "ORG" else known_as(name, form) if kind == "LAW" else form


def new_id(block: str, name: str, key: str) -> str:
    """The id of an entity first seen under ``name``: equal in every process that meets it first."""
    if block == "PERSON":
        form = parse(name)
        if form.given:
            key = " ".join((root_of(form.given[0]), *form.family, form.suffix)).strip()
    return stable_id(block, key)


def strings(value: Any) -> tuple[str, ...]:
    """A list column's cell as a tuple; a missing value is empty."""
    return () if value is None or isinstance(value, float) else tuple(map(str, value))


def locals_of(rows: list[dict[Hashable, Any]]) -> list[Local]:
    """Local entities from a DataFrame's records."""
    return [
        Local(
            r["local_entity"],
            r["article_id"],
            r["name"],
            r["kind"],
            strings(r["aliases"]),
            strings(r["titles"]),
        )
        for r in rows
    ]
