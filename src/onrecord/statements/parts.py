"""The parts of a quote that may travel alone: its sentences, its clauses, the words in its marks.

One outlet quotes three sentences, another the second of them, a third two words of that in a clause of
its own. What they share is found by comparing parts as well as wholes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.records import QuoteType

SENTENCE_WORDS = 4
"""A shorter sentence says too little on its own: it stays with its neighbour."""
_MARKED = re.compile(r"[“\"]([^“”\"]+)(?:[”\"]|$)")
_SENTENCE_END = re.compile(
    r"(?<![A-Z.])(?<!\b[MDJS]r)(?<!\bM[rs]s)(?<!\bSen)(?<!\bRep)[.!?…]+[”’\"')\]]*\s+(?=[^\sa-z])"
)
_CLAUSE = re.compile(
    r"(?:,? (?:and|but)|;)(?: that)? (?=(?:has|have|had|is|are|was|were|will|would|could|should|may|might|"
    r"he|she|they|it|we|there|the|his|her|their|its|plans?|calls?|says?|requires?)\b)"
)


class Part(NamedTuple):
    """A stretch of a quote; ``type`` as for quotes: what stands in marks is direct."""

    start: int
    end: int
    type: QuoteType


def split_parts(text: str, kind: QuoteType) -> Iterator[Part]:
    """The whole quote first, then its parts where it has several."""
    yield Part(0, len(text), kind)
    if kind == "direct":
        sentences = list(_cut(text, _SENTENCE_END))
        if len(sentences) > 1:
            yield from (Part(start, end, "direct") for start, end in sentences)
        return
    marked = [match.span(1) for match in _MARKED.finditer(text)] if kind == "mixed" else []
    yield from (Part(start, end, "direct") for start, end in marked if (start, end) != (0, len(text)))
    clauses = list(_cut(text, _CLAUSE))
    if len(clauses) > 1:
        for start, end in clauses:
            holds_marks = any(start < last and first < end for first, last in marked)
            yield Part(start, end, "mixed" if holds_marks else "indirect")


def _cut(text: str, boundary: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    start = 0
    for match in boundary.finditer(text):
        if len(text[start : match.start()].split()) >= SENTENCE_WORDS <= len(text[match.end() :].split()):
            yield start, match.end() if boundary is _SENTENCE_END else match.start()
            start = match.end()
    yield start, len(text)
