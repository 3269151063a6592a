"""The parts of a quote that may travel alone: its sentences, its clauses, the words in its marks.

One outlet quotes three sentences, another the second of them, a third two words of that in a clause of
its own. What they share is found by comparing parts as well as wholes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from onrecord.records import QuoteType

SENTENCE_WORDS = 4
"""A shorter sentence says too little on its own: it stays with its neighbour."""
_MARKED = re.compile(r"[“\"]([^“”\"]+)(?:[”\"]|$)")
_NESTED = re.compile(r"(?:‘|(?<!\w)')([^‘’']*(?:\w[’'](?:s|t|d|ll|re|ve|m)\b[^‘’']*)*)[’'](?!\w)")
_SENTENCE_END = re.compile(
    r"(?<![A-Z.])(?<![!?…]{2})(?<!\b[MDJS]r)(?<!\bM[rs]s)(?<!\bSen)(?<!\bRep)"
    r"[.!?…]++[”’\"')\]]*+\s++(?=[^\sa-z])"
)
_SENTENCE_BREAK = re.compile(rf"\n+|(?:{_SENTENCE_END.pattern})")
_CLAUSE = re.compile(
    r"(?:,? (?:and|but)|;)(?: that)? (?=(?:is|are|was|were|will|would|could|should|may|might|can|must|did|do|"
    r"he|she|they|it|we|there|the|a|an|his|her|their|its|to|not|[a-z]{2,}(?:s|ed))\b)"
)
_TAIL = re.compile(
    r",? (?:after|when|while|amid|because|although|though|since|which|who|until|before|if|unless|where|"
    r"despite)\b"
)
_INSERTION = re.compile(
    r"\([^()]*\)|(?:,|\s--|\s?[—–])\s?(?:a|an|the|one|who|which|whose|at least|including)\s[^,—–]+?"
    r"(?:,|\s--|[—–])"
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
        nested = (match.span(1) for match in _NESTED.finditer(text))
        yield from (Part(start, end, "direct") for start, end in nested if (start, end) not in sentences)
        return
    marked = [match.span(1) for match in _MARKED.finditer(text)] if kind == "mixed" else []
    yield from (Part(start, end, "direct") for start, end in marked if (start, end) != (0, len(text)))
    spans = dict.fromkeys(_heads(text, list(_cut(text, _CLAUSE))))
    for start, end in spans:
        if (start, end) != (0, len(text)):
            holds_marks = any(start < last and first < end for first, last in marked)
            yield Part(start, end, "mixed" if holds_marks else "indirect")


def _heads(text: str, clauses: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Clauses, and each without what follows its main statement: when, why, under which condition."""
    for start, end in clauses:
        yield start, end
        tail = _TAIL.search(text, start, end)
        if tail and len(text[start : tail.start()].split()) >= SENTENCE_WORDS:
            yield start, tail.start()


def _cut(text: str, boundary: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    start = 0
    for match in boundary.finditer(text):
        if len(text[start : match.start()].split()) >= SENTENCE_WORDS <= len(text[match.end() :].split()):
            yield start, match.end() if boundary is _SENTENCE_END else match.start()
            start = match.end()
    yield start, len(text)


def insertions(text: str) -> list[tuple[int, int]]:
    """Spans of what reported speech is told aside: in brackets, in dashes, an apposition in commas."""
    return [match.span() for match in _INSERTION.finditer(text)]


@lru_cache(maxsize=64)
def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Spans of the sentences of a text, with the mark that ends each; asked anew for each quote in it."""
    spans, start = [], 0
    for match in _SENTENCE_BREAK.finditer(text):
        spans.append((start, match.end()))
        start = match.end()
    return (*spans, (start, len(text))) if start < len(text) else tuple(spans)


def reporting_sentence(text: str, start: int, end: int) -> str:
    """The sentences that a quote stands in, within its paragraph: what the outlet tells around it."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    paragraph = text[first:last]
    inside = [span for span in sentence_spans(paragraph) if span[0] < end - first and span[1] > start - first]
    return paragraph[inside[0][0] : inside[-1][1]].strip() if inside else text[start:end]
