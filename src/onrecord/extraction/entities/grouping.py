"""From mentions to the article's entities: one person, country or organisation, one local entity."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from onrecord.extraction.entities.namesakes import state_meant
from onrecord.extraction.entities.persons import People, Person
from onrecord.extraction.entities.view import Name, View
from onrecord.names.countries import country_of, country_of_people, region_of_people
from onrecord.names.forms import abbreviates, bare, fold, initials, is_acronym, organisation, people_key
from onrecord.names.known import ACRONYMS, CITIES
from onrecord.names.people import parse
from onrecord.records import LocalEntity, stable_id

_PAPERS = frozenset({"Times", "Post", "Journal", "Herald", "Tribune", "Globe", "Gazette", "Chronicle"})
"""Last words of newspapers' names by which the article calls them afterwards."""

type Group = list[Name]


def group(view: View, names: list[Name]) -> list[LocalEntity]:
    """The local entities of an article; sets ``Name.entity`` to an entity's place in the list."""
    people = People(view, [n for n in names if n.label == "PERSON"])
    short = [n for n in names if n.label == "PERSON" and len(parse(n.text(view)).words) < 2]
    # Those with a title first: what "President Roe" is, a bare "Roe" may be, too.
    for name in sorted(short, key=lambda n: (not n.polite, n.start)):
        people.assign(name)
    groups: list[tuple[Group, Person | None]] = [(p.names, p) for p in people.people]
    groups += [(g, None) for g in _others(view, [n for n in names if n.label != "PERSON"])]
    groups.sort(key=lambda item: min(n.start for n in item[0]))
    used: Counter[str] = Counter()
    entities = []
    for number, (members, person) in enumerate(groups):
        for name in members:
            name.entity = number
        entities.append(_entity(view, members, people.title(person) if person else None, person, used))
    return entities


def _others(view: View, names: list[Name]) -> list[Group]:
    acronyms = _acronyms(view, names)
    groups: dict[str, Group] = defaultdict(list)
    for name in names:
        groups[_key(view, name, acronyms)].append(name)
    return list(groups.values())


def _key(view: View, name: Name, acronyms: dict[str, str]) -> str:
    text = bare(name.text(view))
    country = _place(view, name) or country_of(text) or country_of_people(text)
    if country:
        return f"country {country}"
    if region := name.label == "NORP" and region_of_people(text):
        return fold(region)
    if name.label == "NORP":
        return f"people {people_key(text)}"
    form = organisation(text) if name.label == "ORG" else fold(CITIES.get(text, text))
    return acronyms.get(form, form)


def _side(view: View, name: Name) -> str | None:
    """The Korea that a bare North or South means."""
    return f"{name.text(view)} Korea" if name.source == "korea" else None


def _place(view: View, name: Name) -> str | None:
    """The place that a name means here and elsewhere does not: a Korea, or a state with a namesake."""
    return _side(view, name) or state_meant(view, name)


def _acronyms(view: View, names: list[Name]) -> dict[str, str]:
    """Folded short name -> key of the name it stands for: in brackets, its initials, or its last word."""
    long = [n for n in names if n.label != "NORP" and " " in n.text(view)]
    short = {fold(t) for n in names if is_acronym(t := bare(n.text(view))) and not country_of(t)}
    short |= {fold(t) for n in names if (t := bare(n.text(view))) in _PAPERS}
    short |= {fold(n.text(view)) for n in names if n.source == "ship"}
    if not short:
        return {}
    spelled: dict[str, set[str]] = defaultdict(set)
    for name in long:
        text = name.text(view)
        key = organisation(text) if name.label == "ORG" else fold(text)
        if text.split()[-1] in _PAPERS or (name.source == "ship" and fold(text.split()[-1]) not in spelled):
            spelled[fold(text.split()[-1])].add(key)
        bracket = re.match(r"\s?\(((?:[A-Z]\.?){2,7}s?)\)", view.text[name.end : name.end + 12])
        if bracket and abbreviates(bracket[1], text):
            spelled[fold(bracket[1])] = {key}
        for letters in initials(text) if name.label == "ORG" else ():
            if len(letters) > 2 and ACRONYMS.get(letters.lower(), key) == key:
                spelled[letters.lower()].add(key)
    return {a: next(iter(keys)) for a, keys in spelled.items() if a in short and len(keys) == 1}


def _entity(
    view: View, members: Group, name: str | None, person: Person | None, used: Counter[str]
) -> LocalEntity:
    kept = [n for n in members if n.kept] or members
    kind = _most((n.label for n in kept), {"GPE": 2}) if person is None else "PERSON"
    texts = [_clean(n.text(view)) for n in kept if n.label == kind] or [_clean(n.text(view)) for n in kept]
    sides = {place for n in kept if (place := _place(view, n))}
    best = name or (sides.pop() if len(sides) == 1 else None)
    best = best or (_most(texts, {}) if kind == "NORP" else _fullest(texts))
    stem = f"{kind} {fold(best)}"
    used[stem] += 1
    # "the North" means North Korea here; elsewhere it means other places.
    aliases = dict.fromkeys(_side(view, n) or _clean(n.text(view)) for n in members)
    titles = dict.fromkeys(t for n in members for t in n.titles if n.kept) if person else {}
    return LocalEntity(
        key=stable_id(stem, used[stem]),
        name=best,
        kind=kind,
        aliases=tuple(sorted(aliases)),
        titles=tuple(titles),
        gender=person.gender if person else None,  # type: ignore[arg-type]
    )


def _clean(text: str) -> str:
    return " ".join(bare(text).split())


def _fullest(texts: list[str]) -> str:
    """The longest form that is no acronym; of equals the one not in capitals, then by the alphabet."""
    return max(sorted(set(texts)), key=lambda t: (not is_acronym(t), len(t.split()), not t.isupper(), len(t)))


def _most(values: Iterable[str], first: dict[str, int]) -> str:
    counts = Counter(values)
    return max(counts, key=lambda v: (first.get(v, 0), counts[v], v))
