"""The rules of resolution. Each says in words why two names are one; ``None`` means: a new entity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import NamedTuple

from onrecord.names.forms import bare, fold, is_acronym
from onrecord.names.given import is_given
from onrecord.names.known import ACRONYMS
from onrecord.names.people import PersonName, parse, same_person, short_of
from onrecord.resolution.entity import Entity, Local
from onrecord.resolution.index import Index

DOMINANT = 3
"""How many times as frequent as the next a reading must be to win."""
KNOWN = 5
"""Articles that make a family name outweigh the same word as a given name."""
ALONE = 5
"""How many times as frequent as all others together the bearer of a given name must be."""
FAMOUS = 20
"""Articles after which a person may be meant by the given name alone."""


class Found(NamedTuple):
    """An entity and the reason in words."""

    entity: Entity
    why: str
    same: bool = True
    """Whether the entity goes by all the names of the local one; a name taken for another kind is but one."""


def thing(index: Index, row: Local) -> Found | None:
    """Places, organisations and the rest: the same normal form, or an acronym and its expansion."""
    same = index.with_key(row.block, row.key)
    if same:
        entity = max(same, key=lambda e: (e.articles, e.id))
        if fold(entity.name) == fold(row.name):
            return Found(entity, "same name")
        if row.block == "PLACE":
            return Found(entity, f"another name of {entity.name}")
        if row.block == "ORG":
            return Found(entity, f"{row.name} and {entity.name}: one name but for form or acronym")
        return Found(entity, "same name")
    return _organisation(index, row) if row.block == "ORG" else None


def _organisation(index: Index, row: Local) -> Found | None:
    if is_acronym(row.name):
        long = index.spelled_out(row.name) if _telling(row.name) else []
        return Found(long[0], f"initials of {long[0].name}") if len(long) == 1 else None
    for alias in row.aliases:
        # The article itself introduced the acronym: Full Name (FN).
        if is_acronym(alias) and _telling(alias):
            named = [e for e in index.with_key("ORG", fold(alias)) if is_acronym(e.name)]
            if len(named) == 1:
                return Found(named[0], f"{row.name} is introduced as {alias}")
    return None


def _telling(acronym: str) -> bool:
    """Whether initials are long enough to tell, and have no meaning that everybody knows."""
    return len(fold(acronym)) > 2 and fold(acronym) not in ACRONYMS


def full_person(index: Index, row: Local) -> Found | None:
    """A full name: equal, or with one family name and given names that agree (Jim/James, initials)."""
    form = parse(row.name)
    fitting = [entity for entity in index.namesakes(form) if _may_be(form, entity.full_forms())]
    others = [p for p in map(parse, row.aliases) if p.given and same_person(p, form)]
    agreeing = [e for e in fitting if all(_may_be(other, e.full_forms()) for other in others)]
    fitting = agreeing or fitting
    exact = [e for e in fitting if any(form.words == f.words for f in e.full_forms())]
    exact = exact or [e for e in index.with_key("PERSON", row.key) if parse(e.name).suffix == form.suffix]
    if exact:
        return Found(max(exact, key=lambda e: (e.articles, e.id)), "same full name")
    if len(fitting) == 1 or (fitting and len(form.given[0]) > 1):
        entity = max(fitting, key=lambda e: (e.articles, e.id))
        return Found(entity, f"{row.name} and {entity.name}: one family name, given names that agree")
    return None


def _may_be(form: PersonName, known: list[PersonName]) -> bool:
    """Whether a name agrees with an entity's canonical name, and contradicts no other name it goes by."""
    plain = form._replace(suffix="")
    return (
        bool(known)
        and same_person(form, known[0])
        and all(same_person(plain, other._replace(suffix="")) for other in known[1:])
    )


def short_person(index: Index, row: Local, in_article: Collection[str]) -> Found | None:
    """A family name alone: the one person of that name, or the one that most articles mean."""
    form = parse(row.name)
    people = [e for e in index.namesakes(form) if e.id not in in_article]
    fitting = [e for e in people if any(short_of(form, f) for f in e.full_forms())]
    found = _choose(row, fitting) if fitting else None
    if found is None and (not fitting or is_given(fold(row.name))):
        found = _by_given_name(index, row, form.words, in_article)
    same = [e for e in people if not e.full_forms() and e.key == row.key]
    if found is None and same:
        return Found(same[0], "same name, no full name known")
    return found


def _by_given_name(
    index: Index, row: Local, words: tuple[str, ...], in_article: Collection[str]
) -> Found | None:
    """A given name alone: the bearer whom the article names otherwise, too, else the one everybody knows."""
    given = index.with_given(words[0].replace(" ", "")) if len(words) == 1 else []
    named = [e for e in given if e.id in in_article]
    if len(named) == 1:
        return Found(named[0], f"given name alone; the article names {named[0].name} otherwise, too")
    families = {
        f.family: e for i in in_article if (e := index.by_id[i]).block == "PERSON" for f in e.full_forms()
    }
    kin = [e for e in given if any(f.family in families for f in e.full_forms())]
    if len(kin) == 1:
        relative = next(families[f.family] for f in kin[0].full_forms() if f.family in families)
        return Found(kin[0], f"given name alone; the article names {relative.name} of the same family")
    ranked = sorted(given, key=lambda e: (-e.articles, e.id))
    if len(given) == 1 and given[0].bearing(row.titles):
        return Found(given[0], f"given name alone; the corpus knows one {row.name}, {given[0].name}")
    if ranked and ranked[0].articles > max(FAMOUS, ALONE * sum(e.articles for e in ranked[1:])):
        return Found(
            ranked[0], f"given name alone; nearly every {row.name} of the corpus is {ranked[0].name}"
        )
    return None


def _choose(row: Local, fitting: list[Entity]) -> Found | None:
    if len(fitting) == 1:
        one = fitting[0]
        if is_given(fold(row.name)) and one.articles < KNOWN and not one.bearing(row.titles):
            return None  # as likely somebody's given name
        return Found(one, f"family name alone; the corpus knows one full name, {one.name}")
    # Among namesakes the title decides first: the one who mostly bears it.
    titled = sorted(fitting, key=lambda e: (-e.bearing(row.titles), -e.articles, e.id))
    bearing = [e.bearing(row.titles) for e in titled]
    if bearing[0] and bearing[0] >= DOMINANT * bearing[1]:
        return Found(titled[0], f"family name and title alone; {titled[0].name} bears both")
    first, second = sorted(fitting, key=lambda e: (-e.articles, e.id))[:2]
    if first.articles >= DOMINANT * second.articles and (first is titled[0] or not bearing[0]):
        return Found(first, f"family name alone; {first.name} is by far the most frequent of that name")
    return None


def outweighs(rival: str, many: int, block: str, few: int, name: str) -> bool:
    """Whether ``many`` readings of a name as one kind decide against ``few`` as another.

    A place is rarely a person (Jackson). Between the other kinds the majority decides, as it does over
    names of several words, which people and things seldom share.
    """
    if "PERSON" not in (block, rival) or " " in bare(name):
        return many > few
    return many >= few * (KNOWN * DOMINANT if block == "PLACE" else DOMINANT)


def other_kind(index: Index, row: Local, kinds: Counter[str]) -> Found | None:
    """A name that is nearly always of another kind in the corpus is taken for that there too."""
    rivals = [
        e
        for e in index.with_alias(bare(row.name))
        if e.block != row.block
        and outweighs(e.block, e.articles, row.block, max(kinds[row.block], 1), row.name)
        # VA is not Va.: capitals mean something.
        and (not (is_acronym(row.name) or is_acronym(e.name)) or row.name in (e.name, *e.aliases))
    ]
    if not rivals:
        return None
    best = max(rivals, key=lambda e: (e.articles, e.id))
    own = index.with_key(row.block, row.key)
    if any(not outweighs(best.block, best.articles, row.block, e.articles, row.name) for e in own):
        return None
    return Found(best, f"the same name is mostly {best.name} ({best.kind})", same=False)
