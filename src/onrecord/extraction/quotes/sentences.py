"""Sentences as the reporter wrote them: a quotation never ends one, unless nothing reports it."""

from __future__ import annotations

from onrecord.extraction.quotes.marks import Region
from onrecord.extraction.quotes.parse import Parse


class Sentences:
    """The parser's sentences, joined where a quotation in double marks was cut.

    ``of[token]`` is the number of a token's sentence, ``spans`` its tokens (end exclusive).
    """

    def __init__(self, parse: Parse, regions: list[Region]) -> None:
        text = parse.text
        starts = set(parse.sentence_start)
        for region in regions:
            if region.depth or region.single:
                continue
            first, end = parse.tokens_in(region.start, region.end)
            for token in range(first + 1, end + 1):
                if token in starts and (token < end or not _ends(text, region)):
                    if token < len(parse) and "\n" in text[parse.end[token - 1] : parse.start[token]]:
                        continue
                    starts.discard(token)
            before = text[: region.start].rstrip(" ")[-1:]
            if first in starts and before in (",", ":"):
                starts.discard(first)
        for token in [start for start in starts if start and parse.word[start - 1] in (":", ";", ",")]:
            if "\n" not in text[parse.end[token - 1] : parse.start[token]]:
                starts.discard(token)
        bounds = [*sorted(starts | {0}), len(parse)]
        self.spans = list(zip(bounds, bounds[1:], strict=False))
        self.of = [0] * len(parse)
        for number, (first, end) in enumerate(self.spans):
            self.of[first:end] = [number] * (end - first)

    def span(self, token: int) -> tuple[int, int]:
        return self.spans[self.of[token]] if self.of else (0, 0)


def _ends(text: str, region: Region) -> bool:
    """The quotation closes its sentence."""
    last = text[region.inner_start : region.inner_end].rstrip()[-1:]
    after = text[region.end : region.end + 2].lstrip()[:1]
    return last in (".", "?", "!", "…") and after not in (",", ";")
