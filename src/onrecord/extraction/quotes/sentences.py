"""Sentences as the reporter wrote them: a quotation never ends one, unless nothing reports it."""

from __future__ import annotations

from itertools import pairwise

from onrecord.extraction.quotes.marks import Region
from onrecord.extraction.quotes.parse import Parse
from onrecord.extraction.quotes.regions import char_after, char_before, last_of


class Sentences:
    """The parser's sentences, joined where a quotation was cut.

    ``of[token]`` is the number of a token's sentence, ``spans`` its tokens (end exclusive).
    """

    def __init__(self, parse: Parse, regions: list[Region]) -> None:
        text = parse.text
        starts = set(parse.sentence_start)
        for region in regions:
            first, end = parse.tokens_in(region.start, region.end)
            for token in range(first + 1, end + 1):
                if token in starts and (token < end or not _ends(text, region)):
                    if token < len(parse) and "\n" in text[parse.end[token - 1] : parse.start[token]]:
                        continue
                    starts.discard(token)
            if first in starts and char_before(text, region.start) in (",", ":"):
                starts.discard(first)
        for token in [start for start in starts if start and parse.word[start - 1] in (":", ";", ",")]:
            if "\n" not in text[parse.end[token - 1] : parse.start[token]]:
                starts.discard(token)
        bounds = [*sorted(starts | {0}), len(parse)]
        self.spans = list(pairwise(bounds))
        self.of = [0] * len(parse)
        for number, (first, end) in enumerate(self.spans):
            self.of[first:end] = [number] * (end - first)

    def span(self, token: int) -> tuple[int, int]:
        return self.spans[self.of[token]] if self.of else (0, 0)


def _ends(text: str, region: Region) -> bool:
    """The quotation closes its sentence."""
    return last_of(text, region) in (".", "?", "!", "…") and char_after(text, region.end) not in (",", ";")
