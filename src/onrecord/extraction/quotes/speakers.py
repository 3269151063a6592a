"""From a source's head token to the speaker: span, entity, canonical name, class, and the rule that settled it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from onrecord.extraction.quotes.cues import RELATIVES, antecedent, nearest_nominal
from onrecord.extraction.quotes.findings import Attribution
from onrecord.extraction.quotes.lexicon import COLLECTIVE, DOCUMENTS, PERSONAL
from onrecord.extraction.quotes.names import Cast
from onrecord.extraction.quotes.parse import Parse
from onrecord.extraction.quotes.pronouns import GENDER, Pronouns
from onrecord.records import Span, SpeakerClass

_DATELINE = re.compile(r"[A-Z][A-Z.' ]{2,}(?:, [A-Z][\w. ]{1,20})?(?: \([^)\n]{1,20}\))? ?(?:—|–|-|--) ?")
ARTICLES = frozenset({"the", "a", "an"})
OWN = frozenset({"the", "this", "that", "his", "her", "its", "their", "both"})
PLURAL_TAGS = frozenset({"NNS", "NNPS"})
FOLLOWING = frozenset({"of", "for", "in", "at", "from", "with", "on", "to", "close", "briefed", "familiar"})
MAX_PHRASE = 14


@dataclass(slots=True)
class Speaker:
    """Who speaks; ``how`` is the rule's name. Everything may be unknown."""

    span: Span | None = None
    entity: str | None = None
    name: str | None = None
    kind: SpeakerClass = "unresolved"
    how: str = "none"


class Speakers:
    """Resolves attributions in text order."""

    def __init__(self, parse: Parse, cast: Cast, pronouns: Pronouns) -> None:
        self.parse = parse
        self.cast = cast
        self.pronouns = pronouns
        self.done: dict[int, Speaker] = {}
        self.last: list[tuple[int, Speaker]] = []
        self.roles = self._roles()

    def resolve(self, found: Attribution) -> Speaker:
        """The speaker of one attribution; earlier ones must have been resolved before."""
        if id(found) in self.done:
            return self.done[id(found)]
        if found.inherits is not None:
            given = self.resolve(found.inherits)
            speaker = Speaker(given.span, given.entity, given.name, given.kind, "inherited")
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
        if word in ("they", "it", "them", "who", "which", "that", "we", "i", "you"):
            return self._other_pronoun(token, word)
        token = self._after_dateline(token)
        span = self.phrase(token)
        key = self.cast.named(token) or self._appositive(token)
        if key is not None and key in self.cast.entities:
            return Speaker(span, key, self.cast.name(key), "named", "name")
        return self._described(token, span)

    def _after_dateline(self, token: int) -> int:
        """PARIS (AP) — Lee said …: the parser may take the place for the subject."""
        parse = self.parse
        line = parse.text.rfind("\n", 0, parse.start[token]) + 1
        match = _DATELINE.match(parse.text, line)
        if match is None or parse.start[token] >= match.end():
            return token
        first = parse.token_at(match.end())
        found = nearest_nominal(parse, first, min(first + 12, len(parse)))
        return token if found is None else found

    def _relative(self, token: int, noun: int, found: Attribution) -> Speaker:
        """Lee, who said …: the name of what the pronoun stands for."""
        speaker = self._of(noun, found) if self.parse.word[noun] not in RELATIVES else Speaker()
        span = (self.parse.start[token], self.parse.end[token])
        return Speaker(span, speaker.entity, speaker.name, speaker.kind, "relative")

    def _pronoun(self, token: int, found: Attribution) -> Speaker:
        span = (self.parse.start[token], self.parse.end[token])
        key = self.pronouns.resolve(token, self._last_person(token), found.pieces)
        if key is None:
            return Speaker(span, None, None, "unresolved", "pronoun")
        return Speaker(span, key, self.cast.name(key), "named", "pronoun")

    def _last_person(self, token: int) -> tuple[str, int] | None:
        """Who was last heard before the token, and how many paragraphs ago."""
        offset = self.parse.start[token]
        for at, speaker in reversed(self.last):
            if at < offset and speaker.entity and self.cast.kind(speaker.entity) == "PERSON":
                return speaker.entity, self.parse.paragraph(offset) - self.parse.paragraph(at)
        return None

    def _other_pronoun(self, token: int, word: str) -> Speaker:
        """ "They" and "it" are the last group, organisation or country that spoke."""
        span = (self.parse.start[token], self.parse.end[token])
        for at, speaker in reversed(self.last[-6:]):
            if at >= span[0]:
                continue
            person = speaker.entity is not None and self.cast.kind(speaker.entity) == "PERSON"
            if word == "they" and (
                speaker.kind in ("collective", "anonymous") or (speaker.name and not person)
            ):
                return Speaker(span, speaker.entity, speaker.name, speaker.kind, "they")
            if word == "it" and speaker.kind in ("named", "document", "collective") and not person:
                return Speaker(span, speaker.entity, speaker.name, speaker.kind, "it")
        return Speaker(span, None, None, "unresolved", word)

    def _appositive(self, token: int) -> str | None:
        """The spokeswoman, Ann Lee: the name beside a role."""
        for child in self.parse.children[token]:
            if self.parse.dep[child] == "appos" and (key := self.cast.named(child)):
                return key
        return None

    def _described(self, token: int, span: Span) -> Speaker:
        """A role that the article gives to a name, a group, a document, or somebody unnamed."""
        parse = self.parse
        name = self._own_words(span)
        lemma, plural = parse.lemma[token], parse.tag[token] in PLURAL_TAGS
        determiner = next((parse.word[c] for c in parse.children[token] if parse.dep[c] == "det"), "")
        if not plural and lemma in PERSONAL:
            key = self._role_holder(token) if determiner in OWN or not determiner else None
            if key is not None:
                return Speaker(span, key, self.cast.name(key), "named", "role")
            return Speaker(span, None, name, "anonymous", "own words")
        if lemma in DOCUMENTS:
            return Speaker(span, None, name, "document", "own words")
        if plural and lemma in ("source", "people", "person"):
            return Speaker(span, None, name, "anonymous", "own words")
        if plural or lemma in COLLECTIVE or parse.pos[token] == "PROPN":
            return Speaker(span, None, name, "collective", "own words")
        return Speaker(span, None, name, "anonymous" if lemma in PERSONAL else "collective", "own words")

    def _own_words(self, span: Span) -> str:
        words = self.parse.text[slice(*span)].split()
        while words and words[0].lower() in ARTICLES:
            words = words[1:]
        return " ".join(words)

    def phrase(self, head: int) -> Span:
        """The noun phrase without appositives and relative clauses."""
        parse = self.parse
        start, end = parse.left[head], head + 1
        while start < head and not parse.surface[start][0].isalnum() and parse.surface[start] not in "$#@":
            start += 1
        for child in parse.children[head]:
            if (
                child >= end
                and parse.left[child] == end
                and parse.dep[child] in ("prep", "acl", "amod", "case")
            ):
                if (
                    parse.right[child] - start < MAX_PHRASE
                    and "," not in parse.word[end : parse.right[child]]
                ):
                    end = parse.right[child] + 1
        if head - start > MAX_PHRASE:
            start = head
        return parse.start[start], parse.end[end - 1]

    # Roles ---------------------------------------------------------------------------------

    def _roles(self) -> dict[str, list[tuple[int, str]]]:
        """Role noun (general, nominee) to the persons who bear it in this article, with the place."""
        parse = self.parse
        roles: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for token, key in self.cast.mention_of.items():
            if self.cast.kind(key) != "PERSON":
                continue
            for child in parse.children[token]:
                if parse.dep[child] in ("appos", "compound") and parse.lemma[child] in PERSONAL:
                    roles[parse.lemma[child]].append((token, key))
            head = parse.head[token]
            if parse.dep[token] == "appos" and parse.lemma[head] in PERSONAL:
                roles[parse.lemma[head]].append((token, key))
            if parse.dep[token] == "nsubj" and parse.lemma[head] == "be":
                role = parse.child(head, "attr")
                if role is not None and parse.lemma[role] in PERSONAL:
                    roles[parse.lemma[role]].append((token, key))
        for key, entity in self.cast.entities.items():
            if entity.kind == "PERSON":
                for title in entity.titles:
                    for word in title.lower().split():
                        if word in PERSONAL:
                            roles[word].append((0, key))
        return roles

    def _role_holder(self, token: int) -> str | None:
        holders = self.roles.get(self.parse.lemma[token], [])
        before = [key for at, key in holders if at < token]
        return before[-1] if before else (holders[0][1] if holders else None)
