"""Who "he" and "she" are: persons mentioned before, weighed by nearness, role in the sentence and who spoke last."""

from __future__ import annotations

from collections import defaultdict
from math import log

from onrecord.extraction.quotes.names import Cast
from onrecord.extraction.quotes.parse import Parse
from onrecord.extraction.quotes.sentences import Sentences
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
DECAY = 0.62
"""What a sentence's distance leaves of a mention's weight."""
SUBJECT, OTHER, POSSESSIVE = 1.0, 0.55, 0.5
SAME_SENTENCE = 0.6
"""Bonus for the subject of an earlier clause in the pronoun's own sentence."""
IN_QUOTATION = 0.25
SPOKE_HERE, SPOKE_BEFORE = 0.9, 0.55
"""Bonus for who spoke last in this paragraph, and in the one before."""
UNKNOWN_GENDER = 0.75
IN_CONTENT = 0.1
"""A speaker seldom names himself in his own words."""


class Pronouns:
    """Resolves in text order; what is resolved counts as a mention for what follows."""

    def __init__(self, parse: Parse, sentences: Sentences, cast: Cast, quoted: list[bool]) -> None:
        self.parse = parse
        self.sentences = sentences
        self.cast = cast
        self.quoted = quoted
        self.events: list[tuple[int, str, float]] = []
        """Mentions of persons: token, entity, weight; by token."""
        self.counts: dict[str, int] = defaultdict(int)
        for token, key in cast.people:
            self.counts[key] += 1
            self.events.append((token, key, self._weight(token)))
        self.resolved: dict[int, str] = {}

    def _weight(self, first: int) -> float:
        parse = self.parse
        head = first
        while parse.dep[head] == "compound" and parse.head[head] > head:
            head = parse.head[head]
        role = parse.dep[head]
        agent = role == "pobj" and parse.dep[parse.head[head]] == "agent"
        weight = (
            SUBJECT if role in ("nsubj", "nsubjpass") or agent else POSSESSIVE if role == "poss" else OTHER
        )
        return weight * (IN_QUOTATION if self.quoted[first] else 1.0)

    def resolve(self, token: int, last_speaker: tuple[str, int] | None, content: list[Span]) -> str | None:
        """Entity that a pronoun stands for. ``last_speaker``: entity and paragraphs since it spoke."""
        gender = GENDER.get(self.parse.word[token])
        if gender is None:
            return None
        if token in self.resolved:
            return self.resolved[token]
        scores = self._scores(token, gender)
        if last_speaker is not None and last_speaker[1] <= 1 and self._fits(last_speaker[0], gender):
            scores[last_speaker[0]] += SPOKE_HERE if last_speaker[1] == 0 else SPOKE_BEFORE
        for key in self._named_in(content):
            if key in scores:
                scores[key] *= IN_CONTENT
        if not scores:
            if last_speaker is None or not self._fits(last_speaker[0], gender):
                return None
            scores[last_speaker[0]] = 1.0
        best = max(scores, key=lambda key: (scores[key], key))
        self.note(token, best)
        return best

    def note(self, token: int, key: str) -> None:
        """A resolved pronoun is a mention."""
        self.resolved[token] = key
        self.events.append((token, key, self._weight(token)))
        self.events.sort(key=lambda event: event[0])

    def _fits(self, key: str, gender: str) -> bool:
        return self.cast.kind(key) == "PERSON" and self.cast.gender.get(key, gender) == gender

    def _scores(self, token: int, gender: str) -> dict[str, float]:
        here = self.sentences.of[token]
        scores: dict[str, float] = defaultdict(float)
        for at, key, weight in reversed(self.events):
            if at >= token:
                continue
            distance = here - self.sentences.of[at]
            if distance > SENTENCES_BACK:
                break
            if not self._fits(key, gender):
                continue
            if distance == 0 and weight >= SUBJECT:
                weight += SAME_SENTENCE  # noqa: PLW2901
            certain = 1.0 if key in self.cast.gender else UNKNOWN_GENDER
            scores[key] = max(
                scores[key], weight * certain * DECAY**distance * (1 + 0.1 * log(self.counts[key] + 1))
            )
        return scores

    def _named_in(self, content: list[Span]) -> set[str]:
        found = set()
        for start, end in content:
            first, last = self.parse.tokens_in(start, end)
            found |= {self.cast.mention_of[t] for t in range(first, last) if t in self.cast.mention_of}
        return found
