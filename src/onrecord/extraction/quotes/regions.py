"""Quotations of an article, looked up by place; and the characters around them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from onrecord.extraction.quotes.marks import Region
from onrecord.records import Span

_DATELINE = re.compile(
    r"[A-Z][\w.' ]{1,30}(?:, [A-Z][\w. ]{1,20})? ?\([A-Z][\w/ ]{1,20}\) ?(?:(?:—|–|-|--) ?)?(?=\S)"
    r"|[A-Z][A-Z.' ]{2,}(?:, [A-Z][\w. ]{1,20})? ?(?:—|–|-|--) ?(?=\S)"
)


def dateline_end(text: str, line: int) -> int:
    """Where a line's own words begin: after "OSLO (AP) — " or "Oslo (CNN) "; ``line`` where there is none."""
    match = _DATELINE.match(text, line, line + 90)
    return match.end() if match else line


class Regions:
    """The outermost regions in order. They do not overlap, so two sorted lists find them."""

    def __init__(self, regions: list[Region]) -> None:
        self.all = [region for region in regions if region.depth == 0]
        self.starts = [region.start for region in self.all]
        self.ends = [region.end for region in self.all]

    def overlapping(self, start: int, end: int) -> list[Region]:
        """Regions that share a character with ``start:end``."""
        return self.all[bisect_right(self.ends, start) : bisect_left(self.starts, end)]

    def holds(self, offset: int) -> bool:
        """The character stands inside a region."""
        return bool(self.overlapping(offset, offset + 1))


class Cover:
    """Which characters are content of some quote already."""

    def __init__(self, text: str) -> None:
        self.taken = bytearray(len(text))

    def add(self, pieces: list[Span]) -> None:
        for start, end in pieces:
            self.taken[start:end] = b"\x01" * (end - start)

    def share(self, start: int, end: int) -> float:
        """0-1: how much of ``start:end`` is taken."""
        return self.taken.count(1, start, end) / (end - start) if end > start else 0.0


def words_of(text: str, region: Region) -> Span:
    """The words of a region without its marks and the spaces inside them."""
    inner = text[region.inner_start : region.inner_end]
    start = region.inner_start + len(inner) - len(inner.lstrip())
    return start, max(start, region.inner_start + len(inner.rstrip()))


def last_of(text: str, region: Region) -> str:
    """The last character inside the marks that is no space."""
    return text[region.inner_start : region.inner_end].rstrip()[-1:]


def char_before(text: str, at: int, skip: str = " \t\xa0") -> str:
    """The character before ``at``, spaces on the same line left out; empty at the text's start."""
    while at > 0 and text[at - 1] in skip:
        at -= 1
    return text[at - 1 : at]


def char_after(text: str, at: int) -> str:
    """The character at or after ``at``, spaces on the same line left out; empty at the text's end."""
    while at < len(text) and text[at] in " \t\xa0":
        at += 1
    return text[at : at + 1]
