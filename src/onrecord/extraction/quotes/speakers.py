"""From a source's head token to the speaker: span, entity, name, class, and the rule that settled it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.extraction.quotes.antecedents import antecedent_of
from onrecord.extraction.quotes.findings import Attribution
from onrecord.extraction.quotes.lexicon import COLLECTIVE, DOCUMENTS, PERSONAL, SAYING_NOUNS, words
from onrecord.extraction.quotes.names import FEMALE, MALE, Cast
from onrecord.extraction.quotes.parse import Parse
from onrecord.extraction.quotes.pronouns import GENDER, Pronouns
from onrecord.extraction.quotes.regions import dateline_end
from onrecord.extraction.quotes.roles import OFFICES, Roles
from onrecord.extraction.quotes.sentences import Sentences
from onrecord.extraction.quotes.sources import RELATIVES, antecedent, nearest_nominal
from onrecord.records import Span, SpeakerClass

ARTICLES = frozenset({"the", "a", "an"})
UNNAMED = frozenset({"source", "people", "person"})
"""Nouns that keep a name back, in any number."""
PLURAL_TAGS = frozenset({"NNS", "NNPS"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
OTHER_PRONOUNS = words("they it them who which that we i you its their our my your")
WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday")
MAX_PHRASE = 14
RECENT = 60
"""Speakers back that "the spokesman" may be one of."""


@dataclass(slots=True)
class Speaker:
    """Who speaks; ``how`` is the rule's name. Everything may be unknown."""

    span: Span | None = None
    entity: str | None = None
    name: str | None = None
    kind: SpeakerClass = "unresolved"
    how: str = "none"
    plural: bool = False
    unnamed: str | None = None
    """Key of a person without a name (``Pronouns.unnamed``)."""


class Speakers:
    """Resolves attributions in text order."""

    def __init__(self, parse: Parse, sentences: Sentences, cast: Cast, pronouns: Pronouns) -> None:
        self.parse = parse
        self.sentences = sentences
        self.cast = cast
        self.pronouns = pronouns
        self.done: dict[int, Speaker] = {}
        self.last: list[tuple[int, Speaker]] = []
        self.roles = Roles(parse, cast)

    def resolve(self, found: Attribution) -> Speaker:
        """The speaker of one attribution; earlier ones must have been resolved before."""
        if id(found) in self.done:
            return self.done[id(found)]
        if found.inherits is not None:
            given = self.resolve(found.inherits)
            speaker = Speaker(given.span, given.entity, given.name, given.kind, "inherited")
            speaker.unnamed = given.unnamed
        elif found.source is None:
            speaker = Speaker()
        else:
            speaker = self._of(found.source, found)
        self.done[id(found)] = speaker
        if speaker.name and found.pieces:
            self.last.append((found.pieces[0][0], speaker))
        return speaker

    # One source ----------------------------------------------------------------------------

    def _of(self, token: int, found: Attribution) -> Speaker:
        parse = self.parse
        word = parse.word[token]
        if parse.surface[token].isupper() and len(word) > 1:
            word = ""  # WHO, US, IT are names
        if word in GENDER:
            return self._pronoun(token, found)
        if word in RELATIVES and (noun := antecedent(parse, token)) is not None:
            return self._relative(token, noun, found)
        if word in OTHER_PRONOUNS:
            return self._other_pronoun(token, word, found)
        token = self._before_place(self._before_day(self._after_dateline(token)))
        span = self.phrase(token)
        key = self.cast.named(token) or self._appositive(token) or self._author(token)
        if key is not None and key in self.cast.entities and not self._is_member(token, key):
            kind: SpeakerClass = "collective" if self.cast.kind(key) == "NORP" else "named"
            return Speaker(span, key, self.cast.name(key), kind, "name", kind == "collective")
        return self._described(token, span)

    def _author(self, token: int) -> str | None:
        """Lee's statement said: what a person's statement or letter says, the person says."""
        parse = self.parse
        owner = parse.child(token, "poss")
        if owner is None or parse.lemma[token] not in SAYING_NOUNS:
            return None
        key = self.cast.named(owner)
        return key if self.cast.is_person(key) else None

    def _is_member(self, token: int, key: str) -> bool:
        """The Democrat, a Catholic: one of a group, whom the article does not name."""
        return self.cast.kind(key) == "NORP" and self.parse.tag[token] in ("NN", "NNP", "JJ")

    def _after_dateline(self, token: int) -> int:
        """PARIS (AP) — Lee said …: the parser may take the place for the subject."""
        parse = self.parse
        end = dateline_end(parse.text, parse.text.rfind("\n", 0, parse.start[token]) + 1)
        if parse.start[token] >= end:
            return token
        first = parse.token_at(end)
        found = nearest_nominal(parse, first, min(first + 12, len(parse)))
        return token if found is None else found

    def _before_day(self, token: int) -> int:
        """Spokeswoman Jane Moss Friday said …: the parser may take the day for the last name."""
        parse = self.parse
        named = token > 0 and parse.pos[token - 1] in ("PROPN", "NOUN")
        return token - 1 if parse.word[token] in WEEKDAYS and named else token

    def _before_place(self, token: int) -> int:
        """Jane Moss, of Albany, N.Y., said …: the parser may take the state for the subject."""
        parse, cast = self.parse, self.cast
        places = all(cast.kind(cast.named(at) or "") in PLACES for at in (token, max(token - 2, 0)))
        if not places or parse.word[token - 1] != ",":
            return token
        first = self.sentences.span(token)[0]
        persons = (at for at in range(first, token) if cast.is_person(cast.named(at)))
        return next((at for at in persons if parse.dep[at] != "compound"), token)

    def _relative(self, token: int, noun: int, found: Attribution) -> Speaker:
        """Lee, who said …: the name of what the pronoun stands for."""
        if self.parse.word[token] == "who":
            noun = self._someone(noun)
        speaker = self._of(noun, found) if self.parse.word[noun] not in RELATIVES else Speaker()
        span = (self.parse.start[token], self.parse.end[token])
        return Speaker(span, speaker.entity, speaker.name, speaker.kind, "relative")

    def _someone(self, noun: int) -> int:
        """Voters in Oslo, who said …: a place cannot be "who", so it is those who are there."""
        parse = self.parse
        if parse.dep[noun] != "pobj" or self.cast.kind(self.cast.named(noun) or "") not in PLACES:
            return noun
        people = parse.head[parse.head[noun]]
        return people if parse.pos[people] in ("NOUN", "PROPN") else noun

    def _pronoun(self, token: int, found: Attribution) -> Speaker:
        span = (self.parse.start[token], self.parse.end[token])
        key = self.pronouns.resolve(token, self._last_person, found.pieces)
        if key is None:
            return Speaker(span, None, None, "unresolved", "pronoun")
        if (noun := self.pronouns.unnamed.get(key)) is not None:
            name = self._own_words(self.phrase(noun))
            return Speaker(span, None, name, "anonymous", "pronoun", unnamed=key)
        return Speaker(span, key, self.cast.name(key), "named", "pronoun")

    def _last_person(self, token: int) -> tuple[str, int] | None:
        """Who was last heard before the token, and how many paragraphs ago."""
        offset = self.parse.start[token]
        for at, speaker in reversed(self.last):
            key = speaker.unnamed or (speaker.entity if self._is_person(speaker) else None)
            if at < offset and key:
                return key, self.parse.paragraph(offset) - self.parse.paragraph(at)
        return None

    def _other_pronoun(self, token: int, word: str, found: Attribution) -> Speaker:
        """They and it: the subject before, else the last group, organisation or country that spoke."""
        span = (self.parse.start[token], self.parse.end[token])
        word = {"them": "they", "their": "they", "its": "it"}.get(word, word)
        if word in ("they", "it"):
            fits = COLLECTIVE | DOCUMENTS
            noun = antecedent_of(self.parse, self.sentences, token, fits)
            if noun is not None:
                meant = self._of(noun, found)
                if not self._is_person(meant):
                    return Speaker(span, meant.entity, meant.name, meant.kind, word)
            for at, speaker in reversed(self.last[-6:]):
                if at < span[0] and self._may_be(word, speaker):
                    return Speaker(span, speaker.entity, speaker.name, speaker.kind, word)
        return Speaker(span, None, None, "unresolved", word if word in ("they", "it") else "other pronoun")

    def _is_person(self, speaker: Speaker) -> bool:
        return self.cast.is_person(speaker.entity)

    def _may_be(self, word: str, speaker: Speaker) -> bool:
        if self._is_person(speaker) or not speaker.name:
            return False
        if word == "they":
            return speaker.plural or speaker.kind == "named"
        return not speaker.plural

    def _appositive(self, token: int) -> str | None:
        """The spokeswoman, Ann Lee: the name beside a role."""
        for child in self.parse.children[token]:
            if self.parse.dep[child] == "appos" and (key := self.cast.named(child)):
                return key
        return None

    def _described(self, token: int, span: Span) -> Speaker:
        """A role that the article gives to a name, a group, a document, or somebody unnamed."""
        parse = self.parse
        lemma, plural = parse.lemma[token], parse.tag[token] in PLURAL_TAGS
        if not plural and lemma in PERSONAL and self._definite(token):
            if (noun := self.pronouns.unnamed_before(token)) is not None and parse.has_child(token, "the"):
                name = self._own_words(self.phrase(noun))
                return Speaker(span, None, name, "anonymous", "own words", unnamed=f"#{noun}")
            key = self.roles.holder(token)
            how = "role"
            if key is None and lemma in OFFICES:
                gender = "f" if lemma in FEMALE else "m" if lemma in MALE else None
                key, how = self.pronouns.nearest(token, self.roles.untitled(), gender), "office"
            if key is not None:
                self.pronouns.heard(token, key)
                return Speaker(span, key, self.cast.name(key), "named", how)
        name = self._own_words(span)
        known = None if plural else self._introduced(lemma, token)
        if known is not None and self.parse.has_child(token, "the", "this"):
            return Speaker(span, known.entity, known.name, known.kind, "own words")
        kind = "named" if parse.pos[token] == "PROPN" and not plural else self._class(lemma, plural)
        unnamed = f"#{token}" if f"#{token}" in self.pronouns.unnamed else None
        return Speaker(span, None, name, kind, "own words", plural, unnamed)

    def _definite(self, token: int) -> bool:
        """The minister, this minister, or a bare title; not "a minister", not "his spokesman"."""
        parse = self.parse
        if parse.child(token, "poss") is not None:
            return False
        return all(
            parse.word[c] in ("the", "this", "that") for c in parse.children[token] if parse.dep[c] == "det"
        )

    def _introduced(self, lemma: str, token: int) -> Speaker | None:
        """The spokesman is the company spokesman who spoke before; the ministry, the Foreign Ministry."""
        for at, speaker in reversed(self.last[-RECENT:]):
            if at < self.parse.start[token] and speaker.name and not self._is_person(speaker):
                words = speaker.name.lower().replace("'s", "").split()
                if lemma in words and len(words) > 1 and not speaker.plural:
                    return speaker
        return None

    def _class(self, lemma: str, plural: bool) -> SpeakerClass:
        if lemma in DOCUMENTS:
            return "document"
        if lemma in UNNAMED or (lemma in PERSONAL and not plural):
            return "anonymous"
        return "collective"

    def _own_words(self, span: Span) -> str:
        words = self.parse.text[slice(*span)].split()
        while words and words[0].lower() in ARTICLES:
            words = words[1:]
        return re.sub(r"['’]s?$", "", " ".join(words))

    def phrase(self, head: int) -> Span:
        """The noun phrase without appositives and relative clauses."""
        parse = self.parse
        start, end = parse.left[head], head + 1
        while start < head and not parse.surface[start][0].isalnum() and parse.surface[start] not in "$#@":
            start += 1
        for child in parse.children[head]:
            if parse.left[child] != end or parse.dep[child] not in ("prep", "acl", "amod", "case"):
                continue
            last = parse.right[child]
            if last - start < MAX_PHRASE and "," not in parse.word[end:last]:
                end = last + 1
        if head - start > MAX_PHRASE:
            start = head
        return parse.start[start], parse.end[end - 1]
