"""Sentences as the reporter wrote them: a quotation never ends one, unless nothing reports it."""

from __future__ import annotations

from itertools import pairwise

from onrecord.extraction.quotes.marks import Region
from onrecord.extraction.quotes.parse import Parse
from onrecord.extraction.quotes.regions import char_after, char_before, dateline_end, last_of


class Sentences:
    """The parser's sentences, joined where a quotation was cut, and begun after a dateline.

    ``of[token]`` is the number of a token's sentence, ``spans`` its tokens (end exclusive).
    """

    def __init__(self, parse: Parse, regions: list[Region]) -> None:
        starts = set(parse.sentence_start)
        self._join_quotations(parse, regions, starts)
        self._join_clauses(parse, starts)
        for line in parse.lines:
            if (end := dateline_end(parse.text, line)) > line:
                starts.add(parse.token_at(end))
        bounds = [*sorted({start for start in starts if start < len(parse)} | {0}), len(parse)]
        self.spans = list(pairwise(bounds))
        self.of = [0] * len(parse)
        for number, (first, end) in enumerate(self.spans):
            self.of[first:end] = [number] * (end - first)

    def _join_quotations(self, parse: Parse, regions: list[Region], starts: set[int]) -> None:
        """No sentence begins inside a quotation, nor after one that a comma closes or opens."""
        for region in regions:
            first, end = parse.tokens_in(region.start, region.end)
            inside = end if _ends(parse.text, region) else end + 1
            for token in range(first + 1, inside):
                if token in starts and not _new_line(parse, token):
                    starts.discard(token)
            if first in starts and char_before(parse.text, region.start) in (",", ":"):
                starts.discard(first)

    def _join_clauses(self, parse: Parse, starts: set[int]) -> None:
        """What follows a comma, colon or semicolon is no new sentence."""
        for token in [start for start in starts if start and parse.word[start - 1] in (":", ";", ",")]:
            if not _new_line(parse, token):
                starts.discard(token)

    def span(self, token: int) -> tuple[int, int]:
        return self.spans[self.of[token]] if self.of else (0, 0)


def _ends(text: str, region: Region) -> bool:
    """The quotation closes its sentence."""
    return last_of(text, region) in (".", "?", "!", "…") and char_after(text, region.end) not in (",", ";")


def _new_line(parse: Parse, token: int) -> bool:
    return token < len(parse) and "\n" in parse.text[parse.end[token - 1] : parse.start[token]]
