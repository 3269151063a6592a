"""Where to look for an entity: blocks of shared names, so that no name is compared with all others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from onrecord.names.countries import country_of
from onrecord.names.forms import bare, fold, initials, is_acronym, organisation
from onrecord.names.people import PersonName, parse, spelling
from onrecord.resolution.entity import Entity, key_of


class Index:
    """Entities by id, by normal form, by alias, by family name and by given name."""

    def __init__(self) -> None:
        self.by_id: dict[str, Entity] = {}
        self._by_key: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
        self._by_alias: dict[str, dict[str, None]] = defaultdict(dict)
        self._by_word: dict[str, dict[str, None]] = defaultdict(dict)
        self._by_words: dict[tuple[str, ...], dict[str, None]] = defaultdict(dict)
        self._by_given: dict[str, dict[str, None]] = defaultdict(dict)

    def add(self, entity: Entity) -> None:
        """Take an entity in, or take in what it has learned."""
        self.by_id[entity.id] = entity
        block = entity.block
        self._by_key[block, entity.key][entity.id] = None
        for alias in (entity.name, *entity.aliases):
            self._by_alias[fold(bare(alias))][entity.id] = None
            if block == "PERSON":
                self._add_person(entity, alias)
            elif block == "ORG":
                if not _part_of(alias, entity.name):
                    self._by_key[block, organisation(alias)][entity.id] = None
                for letters in () if is_acronym(alias) else initials(alias):
                    self._by_word[letters.lower()][entity.id] = None
            elif not (block == "PLACE" and country_of(alias)):
                self._by_key[block, key_of(alias, entity.kind)][entity.id] = None

    def _add_person(self, entity: Entity, alias: str) -> None:
        form = parse(alias)
        if form.given:
            # De la Roe is also Roe, López Roe also López.
            for word in {spelling(form.family), form.words[-1], *form.given[2:]}:
                self._by_word[word][entity.id] = None
            self._by_words[form.words][entity.id] = None
            self._by_given[form.given[0]][entity.id] = None
        elif form.words:
            self._by_word[form.words[0]][entity.id] = None

    def with_key(self, block: str, key: str) -> list[Entity]:
        """Entities of a block with this normal form."""
        return self._entities(self._by_key.get((block, key), ()))

    def with_alias(self, name: str) -> list[Entity]:
        """Entities of any kind that are called exactly so, case and accents aside."""
        return self._entities(self._by_alias.get(fold(bare(name)), ()))

    def spelled_out(self, acronym: str) -> list[Entity]:
        """Organisations whose initials are the acronym."""
        return [e for e in self._entities(self._by_word.get(fold(acronym), ())) if e.block == "ORG"]

    def namesakes(self, form: PersonName) -> list[Entity]:
        """People with this family name, however spelled, or with these words the other way round."""
        words = (spelling(form.family or form.words), *form.words[-1:])
        found = dict.fromkeys(i for word in words for i in self._by_word.get(word, ()))
        found |= self._by_words.get(form.words[::-1], {})
        return [e for e in self._entities(found) if e.block == "PERSON"]

    def with_given(self, given: str) -> list[Entity]:
        """People with this given name."""
        return self._entities(self._by_given.get(given, ()))

    def _entities(self, ids: Iterable[str]) -> list[Entity]:
        return [self.by_id[i] for i in ids]


def _part_of(alias: str, name: str) -> bool:
    """Whether an alias is some words of the name: *the Times* is only where an article says which."""
    words, whole = fold(bare(alias)).split(), fold(bare(name)).split()
    return len(words) < len(whole) and any(whole[i : i + len(words)] == words for i in range(len(whole)))
