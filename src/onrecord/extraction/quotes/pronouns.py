"""Who "he" and "she" are: persons named before, weighed by nearness, role and who spoke last."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Callable
from math import log

from onrecord.extraction.quotes.names import Cast
from onrecord.extraction.quotes.parse import Parse
from onrecord.extraction.quotes.sentences import Sentences
from onrecord.extraction.quotes.unnamed import gender_of, unnamed_persons
from onrecord.records import Span

GENDER = {
    "he": "m",
    "him": "m",
    "his": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}
SENTENCES_BACK = 8
RECENT = 400
"""Mentions back that are looked at."""
DECAY = 0.62
"""What a sentence's distance leaves of a mention's weight."""
PARAGRAPH = 0.85
"""What a paragraph's distance leaves of it besides."""
SUBJECT, ADDRESSEE, OTHER, POSSESSIVE = 1.0, 1.1, 0.6, 0.5
SAME_SENTENCE = 0.6
"""Bonus for the subject of an earlier clause in the pronoun's own sentence."""
REPORTER = 0.6
"""Bonus for who reports the pronoun's own clause: Lee said she believes …"""
IN_QUOTATION = 0.25
SPOKE_HERE, SPOKE_BEFORE = 0.9, 0.55
"""Bonus for who spoke last in this paragraph, and in the one before if nobody was named since."""
OVERTAKEN = 0.25
"""What is left of that bonus where another person was the subject of a sentence since."""
UNKNOWN_GENDER = 0.75
IN_CONTENT = 0.1
"""A speaker seldom names himself in his own words."""
TOPIC = frozenset({"of", "about", "on", "regarding"})
"""Of Lee, he said …: words that open a sentence with whom the words are about, and not with who speaks."""
ADDRESSEE_OF = frozenset({"ask", "press", "question"})
"""Whoever is asked is likely to speak next; whoever is told or urged is not."""

type LastSpeaker = Callable[[int], tuple[str, int] | None]
"""Who spoke last before a token: entity, and paragraphs since."""


class Pronouns:
    """Resolves in text order; what is resolved counts as a mention for what follows."""

    def __init__(self, parse: Parse, sentences: Sentences, cast: Cast, quoted: list[bool]) -> None:
        self.parse = parse
        self.sentences = sentences
        self.cast = cast
        self.quoted = quoted
        self.counts: dict[str, int] = defaultdict(int)
        self.events: list[tuple[int, str, float]] = []
        """Mentions of persons: token, entity, weight; by token."""
        for token, key in cast.people:
            self.counts[key] += 1
            self.events.append((token, key, self._weight(token)))
        self.unnamed = unnamed_persons(parse, cast, quoted)
        """Keys of persons without a name, and their nouns."""
        self.events += [(token, key, self._weight(token)) for key, token in self.unnamed.items()]
        self.events.sort(key=lambda event: event[0])
        self.resolved: dict[int, str] = {}

    def _weight(self, first: int) -> float:
        parse = self.parse
        head = first
        while parse.dep[head] == "compound" and parse.head[head] > head:
            head = parse.head[head]
        role, governor = parse.dep[head], parse.head[head]
        weight = OTHER
        agent = role == "pobj" and parse.dep[governor] == "agent"
        addressee = role == "dobj" and parse.lemma[governor] in ADDRESSEE_OF
        if role in ("nsubj", "nsubjpass") or agent:
            weight = SUBJECT
        elif addressee:
            weight = ADDRESSEE
        elif role == "poss":
            weight = POSSESSIVE
        return weight * (IN_QUOTATION if self.quoted[first] else 1.0)

    def resolve(self, token: int, last_speaker: LastSpeaker, content: list[Span]) -> str | None:
        """Entity that a pronoun stands for; ``content`` is what it says, where its own name is unlikely."""
        gender = GENDER.get(self.parse.word[token])
        if gender is None or token in self.resolved:
            return self.resolved.get(token)
        scores = self._scores(token, gender)
        last = last_speaker(token)
        if last is not None and self._fits(last[0], gender):
            bonus = self._bonus(token, last, scores)
            if bonus or not scores:
                scores[last[0]] = scores.get(last[0], 0.0) + bonus
        for key in self._named_in(content):
            if key in scores:
                scores[key] *= IN_CONTENT
        if not scores:
            return None
        best = max(scores, key=lambda key: (scores[key], key))
        self._note(token, best)
        return best

    def heard(self, token: int, key: str) -> None:
        """A role that was found to be a person ("the minister") is a mention of that person."""
        if token not in self.resolved:
            self._note(token, key)

    def unnamed_before(self, token: int) -> int | None:
        """An executive said …, the executive said: the noun that introduced them, two paragraphs back."""
        lemma = self.parse.lemma[token]
        return next(
            (
                noun
                for noun in sorted(self.unnamed.values(), reverse=True)
                if noun < token and self.parse.lemma[noun] == lemma and self._paragraphs(noun, token) <= 2
            ),
            None,
        )

    def nearest(self, token: int, persons: set[str], gender: str | None) -> str | None:
        """Of some persons whom a pronoun here would stand for: named in this paragraph or the one before."""
        near = {
            key for at, key, _ in self._recent(token) if key in persons and self._paragraphs(at, token) <= 1
        }
        scores = {key: score for key, score in self._scores(token, gender).items() if key in near}
        return max(scores, key=lambda key: (scores[key], key)) if scores else None

    def _bonus(self, token: int, last: tuple[str, int], scores: dict[str, float]) -> float:
        key, distance = last
        if distance == 0:
            return SPOKE_HERE * (OVERTAKEN if self._overtaken(token, key, scores) else 1.0)
        if distance > 1:
            return 0.0
        since = {
            who
            for at, who, _ in self._recent(token)
            if who != key and who in scores and self._paragraphs(at, token) == 0
        }
        return 0.0 if since else SPOKE_BEFORE

    def _overtaken(self, token: int, key: str, scores: dict[str, float]) -> bool:
        """Somebody else was the subject of a sentence of the reporter's since the last speaker was named."""
        recent = self._recent(token)
        latest = max((at for at, who, _ in recent if who == key), default=token)
        return any(
            latest < at and who in scores and weight >= SUBJECT
            for at, who, weight in recent
            if who != key
            and self.sentences.of[at] not in (self.sentences.of[latest], self.sentences.of[token])
        )

    def _paragraphs(self, earlier: int, later: int) -> int:
        parse = self.parse
        return parse.paragraph(parse.start[later]) - parse.paragraph(parse.start[earlier])

    def _note(self, token: int, key: str) -> None:
        """A resolved pronoun is a mention."""
        self.resolved[token] = key
        insort(self.events, (token, key, self._weight(token)))

    def _recent(self, token: int) -> list[tuple[int, str, float]]:
        """The mentions before a token that may matter: no more of them in a long text than in a short."""
        end = bisect_left(self.events, (token,))
        return self.events[max(end - RECENT, 0) : end]

    def _fits(self, key: str, gender: str | None) -> bool:
        """A person of that gender, as far as it is known; None asks for no gender."""
        if not (key in self.unnamed or self.cast.is_person(key)):
            return False
        return gender is None or self._gender(key) in (None, gender)

    def _gender(self, key: str) -> str | None:
        noun = self.unnamed.get(key)
        return self.cast.gender.get(key) if noun is None else gender_of(self.parse, noun)

    def _scores(self, token: int, gender: str | None) -> dict[str, float]:
        here, reporter = self.sentences.of[token], self._reporter(token)
        scores: dict[str, float] = {}
        for at, key, weight in reversed(self._recent(token)):
            distance = here - self.sentences.of[at]
            if not self._fits(key, gender) or (distance == 0 and self._is_topic(at)):
                continue
            if distance > SENTENCES_BACK:
                break
            if distance == 0 and weight >= SUBJECT:
                weight += SAME_SENTENCE  # noqa: PLW2901
            if reporter is not None and reporter[0] <= at <= reporter[1]:
                weight += REPORTER  # noqa: PLW2901
            certain = 1.0 if self._gender(key) else UNKNOWN_GENDER
            often = 1 + 0.1 * log(self.counts[key] + 1)
            near = DECAY**distance * PARAGRAPH ** self._paragraphs(at, token)
            scores[key] = max(scores.get(key, 0.0), weight * certain * often * near)
        return scores

    def _is_topic(self, mention: int) -> bool:
        return self.parse.word[mention - 1] in TOPIC and mention - 1 == self.sentences.span(mention)[0]

    def _reporter(self, token: int) -> tuple[int, int] | None:
        """Lee in "Lee said she believes …": first and last token of who reports the pronoun's clause."""
        parse = self.parse
        clause = parse.head[token]
        if parse.dep[token] != "nsubj" or parse.dep[clause] != "ccomp":
            return None
        subject = parse.child(parse.head[clause], "nsubj")
        if subject is None or subject > token:
            return None
        first = min((c for c in parse.children[subject] if parse.dep[c] == "compound"), default=subject)
        return first, subject

    def _named_in(self, content: list[Span]) -> set[str]:
        found = set()
        for start, end in content:
            first, last = self.parse.tokens_in(start, end)
            found |= {self.cast.mention_of[t] for t in range(first, last) if t in self.cast.mention_of}
        return found
