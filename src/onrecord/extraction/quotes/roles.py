"""Who "the foreign minister" or "the top diplomat" is: roles that the article gives to its persons."""

from __future__ import annotations

from collections import defaultdict

from onrecord.extraction.quotes.lexicon import PERSONAL, words
from onrecord.extraction.quotes.names import Cast
from onrecord.extraction.quotes.parse import Parse

KIN: dict[str, tuple[str, ...]] = {
    "diplomat": ("secretary of state", "foreign minister", "foreign secretary", "ambassador", "envoy"),
    "general": ("chiefs of staff", "gen", "general"),
    "commander": ("general", "gen", "admiral", "chiefs of staff"),
    "officer": ("general", "gen", "admiral", "colonel", "captain", "lieutenant"),
    "lawmaker": ("senator", "sen", "representative", "rep", "congressman", "congresswoman"),
    "legislator": ("senator", "sen", "representative", "rep", "congressman", "congresswoman"),
    "prosecutor": ("attorney general", "district attorney"),
    "premier": ("prime minister",),
    "nominee": ("candidate", "nominee"),
    "candidate": ("nominee", "candidate"),
    "executive": ("ceo", "chief executive", "president"),
    "chief": ("head", "director", "secretary", "chair", "chairman"),
    "boss": ("head", "ceo", "director"),
    "head": ("director", "chief", "chair", "chairman"),
    "pontiff": ("pope",),
}
"""Roles that another title implies (the top diplomat is the foreign minister); phrases within a title."""
ABBREVIATED = {
    "sen": "senator", "rep": "representative", "gov": "governor", "gen": "general", "pres": "president",
    "prof": "professor", "dr": "doctor", "lt": "lieutenant", "col": "colonel", "capt": "captain",
    "sgt": "sergeant",
}  # fmt: skip
LESSER = frozenset({"vice", "deputy", "assistant", "former", "ex", "acting", "onetime"})
"""Words of a title that a role phrase has to share: the president is not the vice president."""
RANKS = words(
    """
    the a an this that top chief senior leading highest ranking high military then former u.s. us american new
    """
)
"""Words of a role phrase that need not recur in the title."""


OFFICES = words(
    """
    minister secretary president premier chancellor chairman chairwoman general admiral governor mayor senator
    congressman congresswoman ambassador envoy diplomat commander commissioner nominee candidate pope
    """
)
"""Roles that are seldom mentioned of nobody in particular: the senator is one who was named."""


class Roles:
    """Role words to the persons who bear them, each with the place where the article says so."""

    def __init__(self, parse: Parse, cast: Cast) -> None:
        self.parse = parse
        self.cast = cast
        self.titles: dict[str, list[tuple[int, str]]] = defaultdict(list)
        first: dict[str, int] = {}
        for token, key in cast.people:
            first.setdefault(key, token)
        for key, entity in cast.entities.items():
            if cast.is_person(key) and key in first:
                self.titles[key] += [(first[key], title.lower().replace(".", "")) for title in entity.titles]
        for token, key in cast.mention_of.items():
            if cast.is_person(key):
                self._beside(token, key)

    def _beside(self, token: int, key: str) -> None:
        """Roles in apposition to a mention, or said of it with "is"."""
        parse = self.parse
        head = parse.head[token]
        for child in parse.children[token]:
            if parse.dep[child] == "appos" and parse.lemma[child] in PERSONAL:
                self._add(token, key, child)
        if parse.dep[token] == "appos" and parse.lemma[head] in PERSONAL:
            self._add(token, key, head)
        if parse.dep[token] == "nsubj" and parse.lemma[head] == "be":
            role = parse.child(head, "attr")
            if role is not None and parse.lemma[role] in PERSONAL:
                self._add(token, key, role)
        if parse.dep[token] == "nsubj" and (role := self._as_phrase(head)) is not None:
            self._add(token, key, role)

    def _as_phrase(self, verb: int) -> int | None:
        """As the top diplomat, Lee said …"""
        parse = self.parse
        for child in parse.children[verb]:
            if parse.word[child] == "as" and parse.dep[child] == "prep" and child < verb:
                role = parse.child(child, "pobj")
                if role is not None and parse.lemma[role] in PERSONAL:
                    return role
        return None

    def _add(self, token: int, key: str, role: int) -> None:
        parse = self.parse
        words = parse.word[max(parse.left[role], role - 6) : min(parse.right[role], role + 5) + 1]
        self.titles[key].append((token, " ".join(words)))

    def holder(self, role: int) -> str | None:
        """The person whom a role phrase stands for: the last one named before, else the first after."""
        parse = self.parse
        lemma = parse.lemma[role]
        if lemma == "chairman" and "chiefs" in parse.word[role : role + 6]:
            lemma = "general"  # the chairman of a country's chiefs of staff
        phrase = {
            w for w in parse.word[max(parse.left[role], role - 5) : role] if w.isalpha() and w not in RANKS
        }
        found = self._matching(role, lemma, phrase)
        if not found:  # "the Ohio senator", where the article has but one senator
            found = self._matching(role, lemma, {word for word in phrase if not self._is_name(role, word)})
            found = found if len(found) == 1 else []
        if not found:
            return None
        top = max(score for score, _, _ in found)
        found = [each for each in found if each[0] == top]
        before = [each for each in found if each[1] >= 0]
        if before:
            return max(before, key=lambda each: each[1])[2]
        keys = {key for _, _, key in found}
        return next((key for _, key in self.cast.people if key in keys), None)

    def _matching(self, role: int, lemma: str, phrase: set[str]) -> list[tuple[int, int, str]]:
        """Score, last place before the role, and key of those whose titles fit."""
        found = []
        for key, titles in self.titles.items():
            best = max((self._match(lemma, phrase, title) for _, title in titles), default=0)
            if best:
                found.append((best, self._last_place(key, role), key))
        return found

    def _is_name(self, role: int, word: str) -> bool:
        at = self.parse.word.index(word, max(role - 6, 0))
        return self.parse.pos[at] == "PROPN"

    def _match(self, lemma: str, phrase: set[str], title: str) -> int:
        words = {ABBREVIATED.get(word, word) for word in title.split()}
        if phrase - words - {lemma} or (words & LESSER) - phrase:
            return 0
        if lemma in words:
            return 2 + len(phrase & words)
        return int(any(f" {kin} " in f" {title} " for kin in KIN.get(lemma, ())))

    def untitled(self) -> set[str]:
        """Persons whose role the article does not tell: any office may be theirs."""
        return {key for key in self.cast.persons if not self.titles.get(key)}

    def _last_place(self, key: str, token: int) -> int:
        """Where the person was last named before the token; -1 if never."""
        return max((at for at, who in self.cast.people if who == key and at < token), default=-1)
