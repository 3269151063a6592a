"""The cast of an article: which token names which entity, and which entities are persons."""

from __future__ import annotations

from collections import defaultdict

from onrecord.extraction.quotes.lexicon import FRAMES, words
from onrecord.extraction.quotes.parse import Parse
from onrecord.names.countries import country_of
from onrecord.names.given import gender_of, is_given
from onrecord.records import TITLE, LocalEntity, Mention

SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "'s", "’s"})
FEMALE = words(
    """
    mrs mrs. ms ms. miss lady dame madam queen princess sister widow mother wife daughter actress
    congresswoman spokeswoman chairwoman businesswoman woman girl grandmother aunt niece girlfriend
    heiress duchess baroness
    """
)
MALE = words(
    """
    mr mr. sir lord king prince brother father husband son widower congressman spokesman chairman
    businessman man boy grandfather uncle nephew boyfriend duke baron
    """
)
UNISEX = words(
    """
    terry chris pat kim robin leslie jamie taylor jordan alex sam casey dana tracy kelly shannon lee
    jean marion kerry stacy francis frances lindsey lindsay ashley courtney kelsey morgan cameron jessie
    jackie lynn lyn sandy bobby andrea nicola simone sasha michel
    """
)
"""Given names that do not tell the gender."""
MAYBE_PERSON = frozenset({"ORG", "FAC", "PRODUCT", "WORK_OF_ART", "GPE", "LOC"})
"""Kinds that the model gives to surnames it does not know."""


def last_word(name: str) -> str:
    """The last word of a name, lower case, suffixes left out."""
    parts = [word for word in name.lower().split() if word.strip(".,") and word not in SUFFIXES]
    return parts[-1].strip(".,'’") if parts else ""


class Cast:
    """Entities of one article, looked up by token and last name."""

    def __init__(
        self, parse: Parse, mentions: tuple[Mention, ...], entities: tuple[LocalEntity, ...]
    ) -> None:
        self.parse = parse
        self.entities = {entity.key: entity for entity in entities}
        self.persons = {entity.key for entity in entities if entity.kind == "PERSON"}
        self.persons |= {entity.key for entity in entities if _named_like_a_person(entity)}
        self.by_last: dict[str, list[LocalEntity]] = defaultdict(list)
        for entity in entities:
            if entity.key in self.persons:
                self.by_last[last_word(entity.name)].append(entity)
        self.mention_of: dict[int, str] = {}
        self.people: list[tuple[int, str]] = []
        """First token and entity of each mention of a person, by place."""
        self._read(mentions)
        self.gender: dict[str, str] = {}
        self._genders()

    def _read(self, mentions: tuple[Mention, ...]) -> None:
        found: list[tuple[int, str]] = []
        names = (mention for mention in mentions if mention.label != TITLE)
        for mention in sorted(names, key=lambda m: (m.start, -m.end)):
            first, end = self.parse.tokens_in(mention.start, mention.end)
            key = self._person(mention)
            found.append((first, key))
            for token in range(first, end):
                self.mention_of.setdefault(token, key)
            if key not in self.persons and self._speaks_alone(key, end - 1):
                self.persons.add(key)
        self.people = sorted((first, key) for first, key in found if key in self.persons)

    def _person(self, mention: Mention) -> str:
        """A surname that the model took for a place or a firm is the person of that name, if there is one."""
        entity = self.entities.get(mention.entity)
        if entity is not None and entity.key not in self.persons and " " not in mention.text.strip():
            namesakes = [p for p in self.by_last.get(last_word(mention.text), []) if " " in p.name]
            if namesakes and mention.text.istitle():
                return namesakes[0].key
        return self.fullest(mention.entity)

    def _speaks_alone(self, key: str, token: int) -> bool:
        """One capitalised word that is no known country, and says or thinks something: a surname."""
        parse, entity = self.parse, self.entities.get(key)
        if entity is None or entity.kind not in MAYBE_PERSON - {"GPE", "LOC"} or " " in entity.name:
            return False
        verb = parse.head[token]
        return (
            parse.dep[token] == "nsubj"
            and entity.name.istitle()
            and parse.child(token, "det") is None
            and parse.lemma[verb] in FRAMES["direct"] | FRAMES["mental"]
            and country_of(entity.name) is None
        )

    def fullest(self, key: str) -> str:
        """A person known by one word only is the fuller one with that last name, but no junior.

        Whom entity resolution keeps apart from a "Vale Jr." is the other one, whose given name is not told.
        """
        entity = self.entities.get(key)
        if entity is None or key not in self.persons or " " in entity.name:
            return key
        fuller = [p for p in self.by_last[last_word(entity.name)] if " " in p.name and not _is_junior(p)]
        fuller = [p for p in fuller if None in (entity.gender, p.gender) or entity.gender == p.gender]
        return fuller[0].key if len(fuller) == 1 else key

    def named(self, token: int) -> str | None:
        """Key of the entity whose name holds the token."""
        key = self.mention_of.get(token)
        if key is not None:
            return key
        if self.parse.pos[token] == "PROPN":
            people = self.by_last.get(last_word(self.parse.word[token]))
            if people:
                return self.fullest(people[0].key)
        return None

    def name(self, key: str) -> str:
        return self.entities[key].name

    def kind(self, key: str) -> str:
        return self.entities[key].kind if key in self.entities else ""

    def is_person(self, key: str | None) -> bool:
        return key in self.persons

    def _genders(self) -> None:
        """Titles and role nouns beside a name tell the gender; else the given name, unless both bear it."""
        for first, key in self.people:
            for word in self.parse.word[max(first - 2, 0) : first + 1]:
                if word in FEMALE or word in MALE:
                    self.gender.setdefault(key, "f" if word in FEMALE else "m")
        for key in self.persons - set(self.gender):
            entity = self.entities[key]
            given = entity.name.split()[0].lower() if " " in entity.name else ""
            gender = entity.gender or (gender_of(given) if given else None)
            if gender and given not in UNISEX:
                self.gender[key] = gender


def _is_junior(entity: LocalEntity) -> bool:
    return entity.name.lower().split()[-1] in SUFFIXES


def _named_like_a_person(entity: LocalEntity) -> bool:
    """Two or three capitalised words, the first a given name, whatever kind the model saw."""
    parts = entity.name.split()
    return entity.kind in MAYBE_PERSON and len(parts) == 2 and entity.name.istitle() and is_given(parts[0])
