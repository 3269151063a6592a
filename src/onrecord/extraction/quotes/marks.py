"""Pairs quotation marks, paragraph by paragraph, before any parse is asked.

Double marks (straight, curly, low, guillemets) follow the spacing around them rather than their shape, since
scraped text mixes shapes and uses openers as closers. An unclosed mark runs on into the next paragraph when
that one opens with a mark (the newspaper convention) or holds the missing closer. Single marks count only as
a pair around words; apostrophes are left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from onrecord.records import Span

OPENING, CLOSING, STRAIGHT = "“„‟«", "”»", '"＂'
DOUBLE = OPENING + CLOSING + STRAIGHT
SINGLE_OPENING, SINGLE_CLOSING = "‘‛'`", "’'"
MAX_DEPTH, LOOKAHEAD = 3, 40
"""Open marks at a time, and marks to look ahead: keeps odd text linear."""
MAX_SINGLE = 300
"""Characters: a longer stretch between two single marks is two apostrophes, not a quotation."""

_PARAGRAPH = re.compile(r"[^\n]+")
_DOUBLE = re.compile(f"[{DOUBLE}]|''|``")
_SINGLE = re.compile(f"[{SINGLE_OPENING}](?=[^\\W_])")
_ELISION = re.compile(r"(?:\d0s|em|til|tis|twas|cause|n|bout|round|cuz)\b", re.IGNORECASE)
_BEFORE_OPENING = frozenset(" \t\xa0([{-–—/" + DOUBLE + "‘'`:,…")


class Region(NamedTuple):
    """A stretch in quotation marks: ``start`` is its opening mark, ``end`` is after the closing one."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int = 0
    single: bool = False
    continues: bool = False
    """It takes up the quotation that the paragraph before left open."""
    closed: bool = True


def pair_marks(text: str) -> list[Region]:
    """All regions of ``text``, by start; inner ones (``depth`` 1 or more) after the one that holds them."""
    paragraphs = [match.span() for match in _PARAGRAPH.finditer(text) if not match.group().isspace()]
    regions: list[Region] = []
    carried = False
    for at, (start, end) in enumerate(paragraphs):
        following = text[slice(*paragraphs[at + 1])] if at + 1 < len(paragraphs) else ""
        found, carried = _pair_double(text, start, end, carried, following)
        regions += found
    regions = [region for region in regions if region.inner_end > region.inner_start]
    single = _pair_single(text, paragraphs, regions)
    regions = [_within(region, single) for region in regions] + single
    return sorted(regions, key=lambda region: (region.start, -region.end))


def _within(region: Region, single: list[Region]) -> Region:
    """A quotation in double marks that single ones hold lies deeper: ‘She said “no” and left.’"""
    at = bisect_right(single, region.start, key=lambda each: each.start) - 1
    held = at >= 0 and single[at].depth == 0 and region.end <= single[at].end
    return region._replace(depth=region.depth + 1) if held else region


def _pair_double(text: str, start: int, end: int, carried: bool, following: str) -> tuple[list[Region], bool]:
    """The regions of one paragraph, and whether its last quotation goes on in the next one."""
    regions: list[Region] = []
    stack: list[tuple[int, int, bool]] = []  # opening mark, first word, continues
    first = start + len(text[start:end]) - len(text[start:end].lstrip())
    if carried and not _DOUBLE.match(text, first):
        stack.append((first, first, True))
    for match in _DOUBLE.finditer(text, start, end):
        at, after = match.span()
        if stack and not _opens_inside(text, match, end):
            opening, word, continues = stack.pop()
            regions.append(Region(opening, after, word, at, len(stack), continues=continues))
        elif _can_open(text, at, after, end):
            if stack and (len(stack) > MAX_DEPTH or not _has_closers(text, after, end, len(stack) + 1)):
                stack.pop()  # the earlier mark never closes: a typing error
            stack.append((at, after, carried and at == first))
    if not stack:
        return regions, False
    opening, word, continues = stack[0]
    goes_on = _goes_on(following)
    if (
        goes_on
        or continues
        or opening == first
        or text[max(opening - 2, start) : opening].strip() in (",", ":")
    ):
        stripped = len(text[:end].rstrip()) if text[end - 1].isspace() else end
        regions.append(Region(opening, stripped, word, stripped, 0, continues=continues, closed=False))
    return regions, goes_on


def _can_open(text: str, at: int, after: int, end: int) -> bool:
    before = text[at - 1] if at else "\n"
    if after >= end or text[after].isspace():
        return False
    if text[at] in OPENING:
        return True
    if before.isdigit() and text[at] in STRAIGHT:  # an inch sign
        return False
    return before == "\n" or before.isspace() or before in _BEFORE_OPENING


def _opens_inside(text: str, match: re.Match[str], end: int) -> bool:
    """A mark met inside a quotation opens another one, rather than closing it."""
    at, after = match.span()
    mark = match.group()
    if mark in CLOSING or mark == "''":
        return False
    before = text[at - 1] if at else "\n"
    if mark in OPENING or mark == "``":
        return _can_open(text, at, after, end) and (before.isspace() or before in _BEFORE_OPENING)
    return (before.isspace() or before in "([—–") and after < end and text[after].isalnum()


def _has_closers(text: str, at: int, end: int, wanted: int) -> bool:
    """Enough closing marks follow for all that are open; a few dozen marks ahead settle it."""
    surplus = 0
    for match in islice(_DOUBLE.finditer(text, at, end), LOOKAHEAD):
        surplus += -1 if _opens_inside(text, match, end) else 1
    return surplus >= wanted


def _goes_on(following: str) -> bool:
    """The next paragraph reopens the quotation, or holds the closer that this one misses."""
    following = following.lstrip()
    mark = _DOUBLE.search(following)
    if mark is None:
        return False
    if mark.start() == 0 or mark.group() in CLOSING:
        return True
    after = following[mark.end() : mark.end() + 1]
    return mark.group() in STRAIGHT and not following[mark.start() - 1].isspace() and not after.isalnum()


def _pair_single(text: str, paragraphs: list[Span], doubles: list[Region]) -> list[Region]:
    regions: list[Region] = []
    outer = [region for region in doubles if region.depth == 0]
    at = 0
    for start, end in paragraphs:
        done = start
        for opening in _single_openings(text, start, end):
            if opening < done:
                continue
            while at < len(outer) and outer[at].end <= opening:
                at += 1
            inside = at < len(outer) and outer[at].start <= opening
            limit = min(end, outer[at].inner_end if inside else end, opening + MAX_SINGLE)
            close = _single_close(text, opening + 1, limit)
            if close is None or not (inside or _may_hold(text, close, outer[at : at + 1])):
                continue
            regions.append(Region(opening, close + 1, opening + 1, close, int(inside), single=True))
            done = close + 1
    return regions


def _may_hold(text: str, close: int, following: list[Region]) -> bool:
    """Single marks hold double ones where they end as speech does, and cross none."""
    if not following or following[0].start > close:
        return True
    return following[0].end <= close and text[close - 1] in ",.?!"


def _single_openings(text: str, start: int, end: int) -> Iterator[int]:
    for match in _SINGLE.finditer(text, start, end):
        at = match.start()
        before = text[at - 1] if at else "\n"
        if (before.isspace() or before in _BEFORE_OPENING) and not _ELISION.match(text, at + 1):
            yield at


def _single_close(text: str, start: int, limit: int) -> int | None:
    """The first single mark at a word's end that is no plural's apostrophe (the players' union)."""
    fallback = None
    for match in re.finditer(f"[{SINGLE_CLOSING}](?![^\\W_])", text[start:limit]):
        at = start + match.start()
        before, after = text[at - 1], text[at + 1 : at + 3]
        if before.isspace():
            continue
        if before in "sS" and len(after) == 2 and after[0] == " " and after[1].islower():
            fallback = fallback if fallback is not None else at
            continue
        return at
    return fallback
