"""Prose that two articles share (agency copy, a press release), aligned sentence by sentence.

Sentences meet where they have three words in a row in common, found by an index and not by comparing all
with all. Two are the same passage if their words hardly differ (normalised Indel similarity, as rapidfuzz
has it), or if one lies in the other. Neighbours on both sides make a run, and the longest run goes first:
so a sentence that stands twice finds its right counterpart, and a short one counts only inside a run.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile
from typing import NamedTuple

import pandas as pd
from rapidfuzz.distance import Indel, LCSseq

from onrecord.interchange.sentences import Sentences
from onrecord.records import Span
from onrecord.statements.words import Word, split

COLUMNS = [
    "passage",
    "a_start",
    "a_end",
    "b_start",
    "b_end",
    "relation",
    "score",
    "words",
    "a_same",
    "b_same",
]

ALIKE = 0.7
"""Least similarity of two sentences that are the same but for an edit: 0 to 1, 1 for the same words."""
HELD, HELD_WORDS = 0.85, 8
"""One lies in the other: the share of the shorter that the longer one holds, and its words in a row."""
ENOUGH, SAYING = 6, 3
"""Words of a sentence that is no accident, and how many of them in common must say something."""
SHINGLE, COMMON = 3, 30
"""Words in a row that lead sentences to each other, unless more sentences than this have them."""


class _Sentence(NamedTuple):
    start: int
    end: int
    words: list[Word]
    forms: tuple[str, ...]


class _Pair(NamedTuple):
    """Two sentences (their numbers) and the words they have in common (their places, in pairs)."""

    one: int
    two: int
    score: float
    same: list[tuple[int, int]]
    alone: bool
    """Whether the pair stands by itself; else it only counts beside another."""


def shared(
    a: str, b: str, kept_a: Sequence[Span] | None = None, kept_b: Sequence[Span] | None = None
) -> pd.DataFrame:
    """Sentences that two texts share: ``COLUMNS``, in the order of ``a``.

    ``kept``: the passages to look in; None means the whole text. ``passage`` numbers runs of
    sentences that follow each other in both texts. ``relation``: verbatim, or edited where words differ.
    ``score``: similarity, 0 to 1. ``words``: how many words both have; ``a_same`` and ``b_same``: where
    they stand, as (start, end) stretches. No word of a text is counted twice.
    """
    ones, twos = _sentences(a, kept_a), _sentences(b, kept_b)
    chosen = _choose(list(_pairs(ones, twos)))
    rows, passage, before = [], -1, (-2, -2)
    for pair in chosen:
        here = (pair.one, pair.two)
        if here not in {
            (before[0] + 1, before[1] + 1),
            (before[0], before[1] + 1),
            (before[0] + 1, before[1]),
        }:
            passage += 1
        before = here
        one, two = ones[pair.one], twos[pair.two]
        rows.append(
            (
                passage, one.start, one.end, two.start, two.end,
                "verbatim" if one.forms == two.forms else "edited", round(pair.score, 3), len(pair.same),
                _stretches(one, [at for at, _ in pair.same]), _stretches(two, [at for _, at in pair.same]),
            )
        )  # fmt: skip
    return pd.DataFrame(rows, columns=COLUMNS)


def words_within(text: str, spans: Sequence[Span]) -> int:
    """Words of a text that stand in any of the spans, each counted once."""
    return sum(len(split(text[start:end])) for start, end in union(spans))


def union(spans: Sequence[Span]) -> list[Span]:
    """Spans in order, those that touch or overlap as one."""
    merged: list[Span] = []
    for start, end in sorted((int(start), int(end)) for start, end in spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def overlap(some: Sequence[Span], others: Sequence[Span]) -> list[Span]:
    """What lies in both of two sets of spans."""
    ones, twos, found = union(some), union(others), []
    at = there = 0
    while at < len(ones) and there < len(twos):
        one, two = ones[at], twos[there]
        start, end = max(one[0], two[0]), min(one[1], two[1])
        if start < end:
            found.append((start, end))
        if one[1] <= two[1]:
            at += 1
        else:
            there += 1
    return found


class Areas:
    """Spans of a text, to be asked many times which of them meet another one."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self.spans = union(spans)
        self._ends = [end for _, end in self.spans]

    def near(self, span: Span) -> list[Span]:
        """Those that have a character in common with a span, in order."""
        first = bisect_right(self._ends, span[0])
        return list(takewhile(lambda area: area[0] < span[1], self.spans[first:]))


def without(span: Span, others: Sequence[Span]) -> list[Span]:
    """What is left of a span where none of the others lies."""
    left, at = [], span[0]
    for start, end in [*union(others), (span[1], span[1])]:
        if at < min(start, span[1]):
            left.append((at, min(start, span[1])))
        at = max(at, end)
    return left


def _sentences(text: str, kept: Sequence[Span] | None) -> list[_Sentence]:
    areas = Areas([(0, len(text))] if kept is None else kept)
    found = []
    for start, end in Sentences(text).spans:
        if areas.near((start, start + 1)):
            words = split(text[start:end])
            found.append(_Sentence(start, end, words, tuple(word.form for word in words)))
    return found


def _pairs(ones: list[_Sentence], twos: list[_Sentence]) -> Iterator[_Pair]:
    """Sentences of the two texts that say the same, in order."""
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, sentence in enumerate(twos):
        for shingle in set(_shingles(sentence.forms)):
            index[shingle].append(number)
    for number, one in enumerate(ones):
        near = [index.get(shingle, ()) for shingle in set(_shingles(one.forms))]
        for other in sorted({two for twos_ in near if len(twos_) <= COMMON for two in twos_}):
            if pair := _pair(number, other, one, twos[other]):
                yield pair


def _shingles(forms: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for at in range(max(len(forms) - SHINGLE + 1, 1)):
        yield forms[at : at + SHINGLE]


def _pair(number: int, other: int, one: _Sentence, two: _Sentence) -> _Pair | None:
    if not one.forms or not two.forms:
        return None
    blocks = [op for op in LCSseq.opcodes(one.forms, two.forms) if op.tag == "equal"]
    same = [(op.src_start + i, op.dest_start + i) for op in blocks for i in range(op.src_end - op.src_start)]
    score = Indel.normalized_similarity(one.forms, two.forms)
    shorter = min(len(one.forms), len(two.forms))
    longest = max((op.src_end - op.src_start for op in blocks), default=0)
    held = len(same) >= HELD * shorter and longest >= HELD_WORDS
    if score < ALIKE and not held:
        return None
    says = len({one.words[at].stem for at, _ in same} - {""})
    alone = shorter >= ENOUGH and says >= SAYING
    return _Pair(number, other, score, same, alone) if alone or one.forms == two.forms else None


def _choose(pairs: list[_Pair]) -> list[_Pair]:
    """Pairs in order of the first text, the longest runs taken first; no word is taken twice."""
    runs = _runs(pairs)
    taken_one, taken_two, chosen = set[tuple[int, int]](), set[tuple[int, int]](), []
    ranked = sorted(
        (run for run in runs if any(pair.alone for pair in run)),
        key=lambda run: (-sum(len(pair.same) for pair in run), run[0].one, run[0].two),
    )
    for pair in (pair for run in ranked for pair in run):
        mine = {(pair.one, at) for at, _ in pair.same}
        theirs = {(pair.two, at) for _, at in pair.same}
        if taken_one.isdisjoint(mine) and taken_two.isdisjoint(theirs):
            taken_one |= mine
            taken_two |= theirs
            chosen.append(pair)
    return sorted(chosen, key=lambda pair: (pair.one, pair.two))


def _runs(pairs: list[_Pair]) -> list[list[_Pair]]:
    """Pairs that follow each other in both texts, together."""
    diagonals = sorted(pairs, key=lambda pair: (pair.two - pair.one, pair.one))
    keyed = groupby(enumerate(diagonals), key=lambda item: (item[1].two - item[1].one, item[1].one - item[0]))
    return [[pair for _, pair in run] for _, run in keyed]


def _stretches(sentence: _Sentence, places: Sequence[int]) -> list[Span]:
    """Runs of words of a sentence, in the text's offsets."""
    keyed = groupby(enumerate(sorted(places)), key=lambda item: item[1] - item[0])
    runs = [[place for _, place in run] for _, run in keyed]
    return [
        (sentence.start + sentence.words[run[0]].start, sentence.start + sentence.words[run[-1]].end)
        for run in runs
    ]
