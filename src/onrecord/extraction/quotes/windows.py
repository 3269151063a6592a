"""What stands before and after a quotation in its sentence, where a reporting clause is sought."""

from __future__ import annotations

from onrecord.extraction.quotes.findings import Attribution
from onrecord.extraction.quotes.marks import Region
from onrecord.extraction.quotes.names import Cast
from onrecord.extraction.quotes.parse import Parse
from onrecord.extraction.quotes.regions import last_of, words_of
from onrecord.extraction.quotes.sentences import Sentences
from onrecord.extraction.quotes.sources import NOMINAL, nearest_nominal, subject_of

REACH = 30
"""Tokens: how far from a quotation its cue may stand."""
DASHES = frozenset({"-", "–", "—", "―", "--"})


class Windows:
    """The quotations of an article in order, what is tied so far, and the words around each."""

    def __init__(self, parse: Parse, sentences: Sentences, cast: Cast, regions: list[Region]) -> None:
        self.parse = parse
        self.text = parse.text
        self.sentences = sentences
        self.cast = cast
        self.regions = regions
        self.by_region: dict[int, Attribution] = {}
        """Region's start to the attribution that holds it."""

    def before(self, at: int) -> tuple[int, int]:
        """Tokens from the sentence's start, or the quotation before, up to this one."""
        end = self.parse.token_at(self.regions[at].start)
        start = self.sentences.span(end)[0] if end < len(self.parse) else end
        if at:
            start = max(start, self._first_after(self.regions[at - 1]))
        return start, max(start, end)

    def after(self, at: int) -> tuple[int, int]:
        """Tokens from this quotation to the sentence's end or the next quotation; commas skipped."""
        region, parse = self.regions[at], self.parse
        start = self._first_after(region)
        if start >= len(parse) or "\n" in self.text[region.end : parse.start[start]]:
            return start, start
        end = min(self.sentences.span(start)[1], start + REACH)
        if at + 1 < len(self.regions):
            end = min(end, parse.token_at(self.regions[at + 1].start))
        while start < end and parse.word[start] in {",", *DASHES}:
            start += 1
        return start, max(start, end)

    def lead(self, at: int) -> tuple[int, int]:
        """Tokens of the sentence before this quotation, fragments included; empty after another cue."""
        parse = self.parse
        end = parse.token_at(self.regions[at].start)
        start = self.sentences.span(end)[0] if end < len(parse) else end
        for other in self.regions[max(at - 4, 0) : at]:
            tied = self.by_region.get(other.start)
            if tied is not None:
                start = max(start, self._first_after(other))
                if tied.cue is not None and start <= tied.cue[0] < end:
                    return end, end
        own_words = any(parse.pos[t] in NOMINAL or parse.pos[t] in ("VERB", "AUX") for t in range(start, end))
        return (start, end) if own_words else (end, end)

    def _first_after(self, region: Region) -> int:
        return self.parse.token_at(region.end - 1) + 1

    def speechlike(self, at: int) -> bool:
        """More than a word or two picked out: five words, or capital and closing punctuation."""
        region = self.regions[at]
        start, end = words_of(self.text, region)
        inner = self.text[start:end]
        return inner.count(" ") >= 4 or (inner[-1:] in ".?!,…" and inner[:1].isupper())

    def opens_sentence(self, at: int) -> bool:
        """Nothing of the reporter's own stands before the quotation in its sentence."""
        token = self.parse.token_at(self.regions[at].start)
        return token < len(self.parse) and self.sentences.span(token)[0] >= token

    def quoted(self, at: int, token: int) -> bool:
        """The token stands in this quotation or one of its neighbours."""
        offset = self.parse.start[token]
        return any(other.start <= offset < other.end for other in self.regions[max(at - 2, 0) : at + 2])

    def earlier(self, at: int) -> Attribution | None:
        """What the quotation before is tied to."""
        return self.by_region.get(self.regions[at - 1].start) if at else None

    def last_char(self, at: int) -> str:
        return last_of(self.text, self.regions[at])

    def source_beside(self, verb: int, start: int, end: int) -> int | None:
        """The verb's subject, which must stand in the window, on either side of the verb."""
        source = subject_of(self.parse, verb)
        if source is not None and start <= source < end:
            return source
        if verb == start or (verb == start + 1 and self.parse.pos[start] == "ADV"):
            return nearest_nominal(self.parse, verb + 1, min(end, verb + 8))
        return nearest_nominal(self.parse, start, verb)

    def tied(self, rule: str, at: int, verb: int | None, source: int) -> Attribution:
        """An attribution of one quotation."""
        cue = None if verb is None else (verb, verb + 1)
        return Attribution(rule, [words_of(self.text, self.regions[at])], cue, source)
