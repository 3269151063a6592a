"""Resolution: what each local entity is in the corpus, with the rule that says so.

Names are only compared within blocks that share a normal form, an acronym or a family name, so the
cost of a batch grows with the batch and the names it shares. Nothing earlier is rewritten: a
resolution is new links and new or enlarged entities.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import NamedTuple

import pandas as pd

from onrecord.names.countries import country_of, place_of
from onrecord.names.forms import bare, fold, is_acronym
from onrecord.names.given import is_given
from onrecord.names.people import parse
from onrecord.resolution.entity import Entity, Local, locals_of, new_id, strings
from onrecord.resolution.index import Index
from onrecord.resolution.rules import Found, full_person, other_kind, outweighs, short_person, thing

ENTITY_COLUMNS = ["entity_id", "name", "kind", "aliases", "titles"]
LINK_COLUMNS = ["local_entity", "article_id", "name", "kind", "aliases", "titles", "entity_id", "why"]


class Resolution(NamedTuple):
    """The outcome of a batch."""

    links: pd.DataFrame
    """What each local entity is: local_entity, article_id, name, kind, aliases, titles, entity_id, why."""
    entities: pd.DataFrame
    """Entities that are new or have learned an alias or a title: entity_id, name, kind, aliases, titles."""


def resolve(local: pd.DataFrame, known: pd.DataFrame, loose: pd.DataFrame | None = None) -> Resolution:
    """Link local entities to the entities of the corpus, making new ones where none fits.

    ``local`` has local_entity, article_id, name, kind, aliases, titles (one row each); ``known`` has
    entity_id, name, kind, aliases, titles and may have ``articles`` (how many local entities each has).
    ``loose`` holds earlier local entities (columns as in ``Resolution.links``) that only a family name
    linked; where this batch brings the full name, they get a second link. For many batches keep a
    ``Resolver``: it need not read ``known`` again.
    """
    return Resolver(known).add(local, loose)


class Resolver:
    """The corpus's entities, ready to take in batch after batch."""

    def __init__(self, known: pd.DataFrame) -> None:
        self._index = Index()
        for row in known.to_dict("records"):
            aliases, titles = dict.fromkeys(strings(row["aliases"])), Counter(strings(row["titles"]))
            articles = int(row.get("articles") or 1)
            self._index.add(Entity(row["entity_id"], row["name"], row["kind"], aliases, titles, articles))

    def add(self, local: pd.DataFrame, loose: pd.DataFrame | None = None) -> Resolution:
        """Resolve a batch; arguments and result as in ``resolve``."""
        batch = _Batch(self._index, locals_of(local.to_dict("records")))
        batch.run()
        if loose is not None and len(loose):
            batch.again(
                locals_of(loose.to_dict("records")), list(loose.get("entity_id", [None] * len(loose)))
            )
        return batch.result()


class _Batch:
    def __init__(self, index: Index, rows: list[Local]) -> None:
        self.index = index
        # The most frequent form first: it names the entity. The rest of the key makes the order one.
        uses = Counter(fold(row.name) for row in rows)
        forms = Counter(row.name for row in rows)
        self.rows = sorted(
            rows,
            key=lambda r: (
                -uses[fold(r.name)],
                fold(r.name),
                _loud(r.name),
                -forms[r.name],
                r.name,
                r.article,
                r.id,
            ),
        )
        self.kinds = _kinds(rows)
        self.links: list[tuple[Local, str, str]] = []
        self.changed: dict[str, Entity] = {}
        self.in_article: dict[str, set[str]] = defaultdict(set)

    def run(self) -> None:
        """Full names and things first, then short names: they lean on the full ones of the whole batch."""
        waves = [self._wave(row) for row in self.rows]
        for wave in range(3):
            for row, own in zip(self.rows, waves, strict=True):
                if own == wave:
                    self._link(row, self._find(row))

    def _wave(self, row: Local) -> int:
        if _is_short(row):
            return 2 if is_given(fold(row.name)) or "-" in row.name else 1
        kinds = self.kinds[fold(bare(row.name))]
        rare = (row.block != "PERSON" or " " in row.name) and _rare(row, kinds)
        known = any(e.block != row.block for e in self.index.with_alias(row.name))
        return 2 if rare or known else 0

    def _find(self, row: Local) -> Found | None:
        found = other_kind(self.index, row, self.kinds[fold(bare(row.name))])
        if found is not None:
            return found
        if row.block != "PERSON":
            return thing(self.index, row)
        if _is_short(row):
            return short_person(self.index, row, self.in_article[row.article])
        return full_person(self.index, row)

    def again(self, rows: list[Local], before: list[str | None]) -> None:
        """Second links for local entities that a family name alone linked earlier."""
        for row, entity_id in zip(rows, before, strict=True):
            found = short_person(self.index, row, set())
            if found is not None and found.entity.id != entity_id and found.entity.full_forms():
                self.links.append((row, found.entity.id, found.why))

    def _link(self, row: Local, found: Found | None) -> None:
        found = found or Found(self._new(row), "first mention of the name")
        entity, new = found.entity, found.entity.articles == 0
        if entity.learn(row, row.aliases if found.same else (row.name,)) or new:
            self.changed[entity.id] = entity
            self.index.add(entity)
        self.in_article[row.article].add(entity.id)
        self.links.append((row, entity.id, found.why))

    def _new(self, row: Local) -> Entity:
        name, kind = row.name, row.kind
        if row.block == "PLACE":
            place = place_of(name, people=kind == "NORP")
            name, kind = (place, "GPE" if country_of(place) else "LOC") if place else (name, kind)
        entity_id = new_id(row.block, name, row.key)
        if entity_id in self.index.by_id:  # a namesake: told apart by the name in full
            entity_id = new_id("", "", f"{row.block} {row.name}")
        # A third of that name is the second: nothing tells them apart, and no id may change its meaning.
        return self.index.by_id.get(entity_id) or Entity(entity_id, name, kind)

    def result(self) -> Resolution:
        links = [
            (r.id, r.article, r.name, r.kind, list(r.aliases), list(r.titles), entity_id, why)
            for r, entity_id, why in self.links
        ]
        entities = [(e.id, e.name, e.kind, list(e.aliases), list(e.titles)) for e in self.changed.values()]
        return Resolution(
            pd.DataFrame(links, columns=LINK_COLUMNS).astype({"entity_id": "str", "why": "str"}),
            pd.DataFrame(entities, columns=ENTITY_COLUMNS),
        )


def _loud(name: str) -> bool:
    """In capitals without being an acronym: a headline's spelling, no name to show."""
    return name.isupper() and not is_acronym(name)


def _rare(row: Local, kinds: Counter[str]) -> bool:
    """Whether the batch has a name far more often as another kind."""
    own = kinds[row.block]
    return any(outweighs(kind, n, row.block, own, row.name) for kind, n in kinds.items() if kind != row.block)


def _is_short(row: Local) -> bool:
    return row.block == "PERSON" and not parse(row.name).given


def _kinds(rows: list[Local]) -> dict[str, Counter[str]]:
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        kinds[fold(bare(row.name))][row.block] += 1
    return kinds
