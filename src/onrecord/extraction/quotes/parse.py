"""One article's parse as plain lists, made in one pass: rules then work on integers, not on Token objects."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from spacy.tokens import Doc

COLUMNS: list[int | str] = ["TAG", "POS", "DEP", "LEMMA", "HEAD", "SENT_START"]
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
MENDED_LEMMAS = {"hop": "hope", "hoped": "hope", "lay": "lay"}
"""Lemmas that the model gets wrong in verbs that matter here (hoping, hoped)."""
VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
NOMINAL_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
"""What a capitalised verb form is not, so that it is a name (Trump, Rush, Chase)."""
MISTAGGED = frozenset({"VB", "NN", "NNS"})
"""Tags that a verb in the present may wrongly bear."""
_LINE = re.compile(r"[^\n]*[^\s][^\n]*")


class Parse:
    """Columns of tokens (lower-case word, lemma, tag, dependency, head …) and the walks that rules need."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = doc.text
        self.start = [token.idx for token in doc]
        self.surface = [token.text for token in doc]
        self.end = [at + len(word) for at, word in zip(self.start, self.surface, strict=True)]
        self.word = [word.lower() for word in self.surface]
        columns = doc.to_array(COLUMNS).T.astype("int64").tolist()
        self.tag, self.pos, self.dep, lemmas = (_strings(doc, column) for column in columns[:4])
        self.lemma = [MENDED_LEMMAS.get(lemma, lemma) for lemma in map(str.lower, lemmas)]
        self.head = [at + offset for at, offset in enumerate(columns[4])]
        self.lines = [match.start() for match in _LINE.finditer(doc.text)]
        self.children: list[list[int]] = [[] for _ in self.word]
        for token, head in enumerate(self.head):
            if head != token:
                self.children[head].append(token)
        self._mend_tags()
        self._sentences([start == 1 for start in columns[5]])
        self.left, self.right = self._edges()

    def __len__(self) -> int:
        return len(self.word)

    def _mend_tags(self) -> None:
        """Present tenses that the tagger missed: "aides, though, say …" (VB), "papers show she …" (a noun).

        What has a subject before it and no auxiliary is no infinitive; what has a clause too is no noun.
        """
        for token, tag in enumerate(self.tag):
            if (
                tag in ("VB", "VBP")
                and self.dep[token] in NOMINAL_SUBJECTS
                and self.surface[token][0].isupper()
            ):
                self.tag[token], self.pos[token] = "NNP", "PROPN"
            if tag not in MISTAGGED or self.dep[token] not in ("ROOT", "conj"):
                continue
            dependents = {self.dep[child]: child for child in self.children[token]}
            subject = dependents.get("nsubj", token)
            if subject >= token or "aux" in dependents or (tag != "VB" and "ccomp" not in dependents):
                continue
            self.tag[token] = "VBZ" if tag == "NNS" else "VBP"
            self.pos[token] = "VERB"
            self.lemma[token] = self.lemma[token].removesuffix("s") if tag == "NNS" else self.lemma[token]

    def _sentences(self, starts: list[bool]) -> None:
        self.sentence = [0] * len(starts)
        self.sentence_start: list[int] = []
        for token, begins in enumerate(starts):
            if begins or token == 0:
                self.sentence_start.append(token)
            self.sentence[token] = len(self.sentence_start) - 1

    def _edges(self) -> tuple[list[int], list[int]]:
        """First and last token of each subtree: outermost tokens climb first, so each step is taken once."""
        left, right = list(range(len(self))), list(range(len(self)))
        for token in range(len(self)):
            head = self.head[token]
            while left[head] > token:
                left[head] = token
                head = self.head[head]
        for token in range(len(self) - 1, -1, -1):
            head = self.head[token]
            while right[head] < token:
                right[head] = token
                head = self.head[head]
        return left, right

    def token_at(self, offset: int) -> int:
        """The first token that ends after ``offset``."""
        return bisect_right(self.end, offset)

    def tokens_in(self, start: int, end: int) -> tuple[int, int]:
        """Tokens that begin in ``start:end``, as first and one after the last."""
        return bisect_left(self.start, start), bisect_left(self.start, end)

    def paragraph(self, offset: int) -> int:
        """Number of the paragraph (a line that is not blank) that holds a character."""
        return bisect_right(self.lines, offset) - 1

    def child(self, token: int, *labels: str) -> int | None:
        """The first child that has one of the labels."""
        for child in self.children[token]:
            if self.dep[child] in labels:
                return child
        return None

    def has_child(self, token: int, *words: str) -> bool:
        return any(self.word[child] in words for child in self.children[token])

    def ancestors(self, token: int) -> list[int]:
        """Heads upwards, nearest first."""
        found: list[int] = []
        while self.head[token] != token and len(found) < 60:
            token = self.head[token]
            found.append(token)
        return found

    def is_verb(self, token: int) -> bool:
        return self.tag[token] in VERB_TAGS


def _strings(doc: Doc, column: list[int]) -> list[str]:
    """The names of a column of hashes; each is looked up once."""
    names = {value: doc.vocab.strings[value % 2**64] for value in set(column)}
    return [names[value] for value in column]
