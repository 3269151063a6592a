"""An article as the rules read it: parallel lists of words, offsets and tags."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

import numpy as np
from spacy.tokens import Doc

from onrecord.records import KEPT, PassageKind, Span

_SMALL = frozenset({"with", "from", "over", "into", "after"})
"""What headlines write small."""


class View:
    """Words of a ``Doc`` with what the rules ask about them, read once."""

    def __init__(self, doc: Doc) -> None:
        self.text = doc.text
        strings = doc.vocab.strings
        rows = doc.to_array(["ORTH", "IDX", "TAG"]) if len(doc) else np.empty((0, 3), "uint64")
        self.words: list[str] = [strings[orth] for orth in rows[:, 0].tolist()]
        self.starts: list[int] = rows[:, 1].tolist()
        self._vocabulary = frozenset(self.words)
        self.tags: list[str] = [strings[tag] for tag in rows[:, 2].tolist()]
        self.sentences: list[Span] = [(s.start_char, s.end_char) for s in doc.sents] if len(doc) else []
        self._sentence_starts = [start for start, _ in self.sentences]
        self.passages = doc._.passages
        self._passage_starts = [p.start for p in self.passages]

    def __len__(self) -> int:
        return len(self.words)

    def end(self, i: int) -> int:
        """Character after word ``i``."""
        return self.starts[i] + len(self.words[i])

    def has_word(self, word: str) -> bool:
        """Whether the article has this very word, case and all."""
        return word in self._vocabulary

    def word(self, i: int) -> str:
        """Word ``i``, or nothing beyond the text's ends."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def touching(self, i: int) -> bool:
        """Whether word ``i`` follows its predecessor without a space."""
        return 0 < i < len(self.words) and self.end(i - 1) == self.starts[i]

    def index(self, char: int) -> int:
        """The word that holds a character."""
        return max(bisect_right(self.starts, char) - 1, 0)

    def sentence(self, start: int) -> Span:
        """The sentence that holds a character."""
        return self.sentences[max(bisect_right(self._sentence_starts, start) - 1, 0)]

    def opens_sentence(self, i: int) -> bool:
        """Whether word ``i`` is the first word of its sentence, quotation marks aside."""
        first = self.sentence(self.starts[i])[0]
        return not any(ch.isalnum() for ch in self.text[first : self.starts[i]])

    def passage_kind(self, start: int) -> PassageKind:
        """Kind of the passage that holds a character."""
        at = bisect_right(self._passage_starts, start) - 1
        return self.passages[at].kind if at >= 0 else "body"

    def headline(self, start: int) -> bool:
        """Whether a character lies in a line in which every longer word has a capital."""
        low, high = self.text.rfind("\n", 0, start) + 1, self.text.find("\n", start)
        line = self.text[low : high if high >= 0 else None]
        long = [word for word in line.split() if len(word) > 3 and word not in _SMALL]
        return len(long) > 2 and all(not word[0].islower() for word in long)

    def kept(self, start: int) -> bool:
        """Whether a character lies in a passage that serves as evidence."""
        return self.passage_kind(start) in KEPT


@dataclass(slots=True, eq=False)
class Name:
    """A mention in the making: words ``first`` to ``last`` (exclusive) and what is known of them."""

    first: int
    last: int
    start: int
    end: int
    label: str
    source: str = "model"
    kept: bool = True
    titles: list[str] = field(default_factory=list)
    held: list[Span] = field(default_factory=list)
    """Where its titles stand, in words."""
    gender: str | None = None
    polite: bool = False
    """A title or courtesy stands before it: the name is a person's."""
    entity: int = -1

    @property
    def credited(self) -> bool:
        """Whether it names who made the article and not whom it is about: a byline, a dateline's agency."""
        return self.source == "credit" or (self.source == "dateline" and self.label == "ORG")

    def text(self, view: View) -> str:
        """The name as it stands."""
        return view.text[self.start : self.end]


def make_name(view: View, first: int, last: int, label: str, source: str) -> Name:
    """A name over whole words."""
    start, end = view.starts[first], view.end(last - 1)
    while start < end - 1 and view.text[start] in ".@#*•_~":
        start += 1
    return Name(first, last, start, end, label, source, view.kept(start))
