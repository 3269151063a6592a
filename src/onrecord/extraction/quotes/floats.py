"""Quotations with no reporting clause of their own: they take the speaker of what stands before."""

from __future__ import annotations

from bisect import bisect_left

from onrecord.extraction.quotes.findings import Attribution
from onrecord.extraction.quotes.lexicon import PERSONAL
from onrecord.extraction.quotes.marks import Region
from onrecord.extraction.quotes.names import Cast
from onrecord.extraction.quotes.parse import Parse
from onrecord.extraction.quotes.pronouns import GENDER
from onrecord.extraction.quotes.regions import char_before, words_of
from onrecord.extraction.quotes.sentences import Sentences
from onrecord.extraction.quotes.sources import NOMINAL

MIN_WORDS, SHORTEST = 3, 2
"""Words that make a sentence of speech; "Don’t wait." is one by its stop."""
NEAR = 2
"""Paragraphs (a caption may stand between): further from the last speaker, a quotation has none."""
UNHEARD = frozenset({"evidence", "thought", "noun", "adjective", "according"})
"""Rules whose source need not have spoken: a poll, a belief, a claim."""
MAY_BEGIN = ".…[(‘'$"


class Floats:
    """Ties floating quotations, in order; ``found`` (by place in the text) grows with them."""

    def __init__(self, parse: Parse, sentences: Sentences, cast: Cast, found: list[Attribution]) -> None:
        self.parse = parse
        self.cast = cast
        self.sentences = sentences
        self.found = found
        self.starts = [hit.pieces[0][0] for hit in found]

    def tie(self, region: Region) -> Attribution | None:
        """The attribution of one quotation, if it is a sentence of speech."""
        at = bisect_left(self.starts, region.start)
        previous = self.found[at - 1] if at else None
        if not self._is_sentence(region, previous):
            return None
        hit = (
            self._paragraph(region, previous)
            or self._sentence_before(region)
            or self._previous(region, previous)
        )
        if hit is not None:
            self.found.insert(at, hit)
            self.starts.insert(at, region.start)
        return hit

    def _is_sentence(self, region: Region, previous: Attribution | None) -> bool:
        """The quotation is all there is in its sentence, and has the words of one."""
        text = self.parse.text
        start, end = words_of(text, region)
        inner = text[start:end]
        if inner.count(" ") + 1 < (MIN_WORDS if inner[-1] not in ".?!" else SHORTEST):
            return False
        if not (inner[0].isupper() or inner[0].isdigit() or inner[0] in MAY_BEGIN):
            goes_on = previous is not None and previous.pieces[-1][1] >= self._line(region.start)
            if not (goes_on and previous and self._follows_clause(region, previous)):
                return False
        before = char_before(text, region.start, " \t\xa0\"”'’)")
        if before and before not in ".?!…:\n":
            return False
        return inner[-1] in ".?!…,—-" or text[region.end : region.end + 1] in (".", "?", "!", "\n", "")

    def _line(self, offset: int) -> int:
        return self.parse.text.rfind("\n", 0, offset) + 1

    def _paragraph(self, region: Region, previous: Attribution | None) -> Attribution | None:
        """``"…," she said. "…"``: the last speaker of the same paragraph."""
        if previous is None or previous.pieces[0][0] < self._line(region.start):
            return None
        made = self._made("float_paragraph", region, None, previous)
        made.continues = self._follows_clause(region, previous)
        return made

    def _follows_clause(self, region: Region, previous: Attribution) -> bool:
        """Nothing but the reporting clause stands between the two quotations."""
        end = previous.pieces[-1][1]
        gap = self.parse.tokens_in(end, region.start)
        return previous.cue is not None and gap[0] <= previous.cue[0] < gap[1] and gap[1] - gap[0] <= 15

    def _sentence_before(self, region: Region) -> Attribution | None:
        """The coach was furious. "…": the subject of the sentence before, in the same paragraph."""
        parse = self.parse
        first = parse.token_at(region.start)
        number = self.sentences.of[first] - 1 if first < len(parse) else -1
        if number < 0:
            return None
        start, end = self.sentences.spans[number]
        if parse.start[start] < self._line(region.start):
            return None
        for token in range(start, end):
            if parse.dep[token] in ("nsubj", "nsubjpass") and parse.pos[token] in NOMINAL:
                speaks = token if self._is_person(token) else None
                return self._made("float_sentence", region, speaks, None)
        return None

    def _is_person(self, token: int | None) -> bool:
        """Who may be heard without a word that says so: a name, a role, he or she; no thing and no body."""
        parse = self.parse
        if token is None:
            return False
        if parse.word[token] in GENDER or parse.lemma[token] in PERSONAL:
            return True
        named = [token, *(child for child in parse.children[token] if parse.dep[child] == "appos")]
        return any(self.cast.is_person(self.cast.named(each)) for each in named)

    def _previous(self, region: Region, previous: Attribution | None) -> Attribution | None:
        """A paragraph that is all quotation: who spoke last, if that was in the paragraph before."""
        if previous is None:
            return None
        parse = self.parse
        apart = parse.paragraph(region.start) - parse.paragraph(previous.pieces[-1][1] - 1)
        heard = apart <= NEAR and (previous.rule not in UNHEARD or self._is_person(previous.source))
        return self._made("float_previous", region, None, previous if heard else None)

    def _made(
        self, rule: str, region: Region, source: int | None, inherits: Attribution | None
    ) -> Attribution:
        return Attribution(rule, [words_of(self.parse.text, region)], None, source, inherits)
