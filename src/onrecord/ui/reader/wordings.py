"""The words of two tellings against each other, in pieces that the browser marks without counting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from onrecord.analysis.wording import Stretch, stretches
from onrecord.records import Span

type Piece = tuple[Literal["same", "own", "cut", "new"], str]

_CLOSING = re.compile(r"[^\w\s]+(?=\s|$)")


def own_words(a: str, b: str) -> tuple[list[Span], list[Span]]:
    """Where each of two texts has words that the other lacks."""
    found = [stretch for stretch in stretches(a, b) if stretch.change != "same"]
    ones = [(s.a_start, s.a_end) for s in found if s.a_start < s.a_end]
    twos = [(s.b_start, s.b_end) for s in found if s.b_start < s.b_end]
    return ones, twos


def marked(text: str, own: list[Span]) -> list[Piece]:
    """A text in pieces: what only it has is ``own``, the rest ``same``."""
    pieces: list[Piece] = []
    at = 0
    for start, end in own:
        pieces += [("same", text[at:start]), ("own", text[start:end])]
        at = end
    return [(how, part) for how, part in [*pieces, ("same", text[at:])] if part]


def merged(fullest: str, version: str) -> list[Piece]:
    """A version against the fullest telling, in one line: ``cut`` is left out, ``new`` put in or changed."""
    return [(how, part) for how, part in _merge(fullest, version) if part]


def _merge(fullest: str, version: str) -> Iterator[Piece]:
    at = 0
    for stretch in stretches(fullest, version):
        # A mark that closes a word stays with it, before what was left out after it.
        closing = _CLOSING.match(version, at)
        if at and closing:
            yield "same", closing[0]
            at = closing.end()
        yield from _cut(fullest, stretch, after_space=not at or version[at - 1].isspace())
        if stretch.change == "cut":
            continue
        # What stands between two stretches, punctuation mostly, belongs to the version's own text.
        yield "same", version[at : stretch.b_start]
        yield "same" if stretch.change == "same" else "new", version[stretch.b_start : stretch.b_end]
        at = stretch.b_end
    yield "same", version[at:]


def _cut(fullest: str, stretch: Stretch, *, after_space: bool) -> Iterator[Piece]:
    if stretch.change in ("cut", "changed"):
        yield "same", "" if after_space else " "
        yield "cut", fullest[stretch.a_start : stretch.a_end]
        yield "same", " "
