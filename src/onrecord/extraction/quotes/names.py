"""The cast of an article: which name, role or pronoun stands for which entity."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict

from onrecord.extraction.quotes.lexicon import PERSONAL, words
from onrecord.extraction.quotes.parse import Parse
from onrecord.records import LocalEntity, Mention

SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "'s", "’s"})
FEMALE_TITLES = words("mrs mrs. ms ms. miss lady dame madam queen princess sister")
MALE_TITLES = words("mr mr. sir lord king prince brother father")


def last_word(name: str) -> str:
    """The last word of a name, lower case, suffixes left out."""
    words = [word for word in name.lower().split() if word.strip(".,") and word not in SUFFIXES]
    return words[-1].strip(".,'’") if words else ""


class Cast:
    """Entities of one article, looked up by token, last name and role."""

    def __init__(
        self, parse: Parse, mentions: tuple[Mention, ...], entities: tuple[LocalEntity, ...]
    ) -> None:
        self.parse = parse
        self.entities = {entity.key: entity for entity in entities}
        self.by_last: dict[str, list[LocalEntity]] = defaultdict(list)
        for entity in entities:
            if entity.kind == "PERSON":
                self.by_last[last_word(entity.name)].append(entity)
        self.mention_of: dict[int, str] = {}
        self.starts: list[int] = []
        self.people: list[tuple[int, str]] = []
        for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
            first, end = parse.tokens_in(mention.start, mention.end)
            entity = self._person(mention)
            for token in range(first, end):
                self.mention_of.setdefault(token, entity)
            if entity in self.entities and self.entities[entity].kind == "PERSON":
                self.people.append((first, entity))
        self.people.sort()
        self.starts = [at for at, _ in self.people]
        self.gender = self._genders()

    def _person(self, mention: Mention) -> str:
        """A surname that the model took for a place or a firm is the person of that name, if there is one."""
        entity = self.entities.get(mention.entity)
        if entity is None or " " in mention.text.strip():
            return self.fullest(mention.entity)
        if entity.kind != "PERSON":
            namesakes = [p for p in self.by_last.get(last_word(mention.text), []) if " " in p.name]
            if namesakes and mention.text.istitle():
                return namesakes[0].key
        return self.fullest(mention.entity)

    def fullest(self, key: str) -> str:
        """A person known by one word only is the fuller one with that last name."""
        entity = self.entities.get(key)
        if entity is None or entity.kind != "PERSON" or " " in entity.name:
            return key
        fuller = [p for p in self.by_last[last_word(entity.name)] if " " in p.name]
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

    def people_before(self, token: int, reach: int = 60) -> list[tuple[int, str]]:
        """Mentions of persons before a token, nearest first."""
        at = bisect_right(self.starts, token - 1)
        return self.people[max(at - reach, 0) : at][::-1]

    def _genders(self) -> dict[str, str]:
        genders: dict[str, str] = {
            key: entity.gender for key, entity in self.entities.items() if entity.gender
        }
        for first, key in self.people:
            before = self.parse.word[first - 1] if first else ""
            here = self.parse.word[first]
            for word in (before, here):
                if word in FEMALE_TITLES:
                    genders.setdefault(key, "f")
                elif word in MALE_TITLES:
                    genders.setdefault(key, "m")
        return genders


def is_role(parse: Parse, token: int) -> bool:
    """The token heads a phrase for one person by role (the spokeswoman)."""
    return parse.lemma[token] in PERSONAL
