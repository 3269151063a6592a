"""Quoted fragments that no reported clause holds: called the plan "a mistake", praised her "courage"."""

from __future__ import annotations

from onrecord.extraction.quotes.content import stretch, trim
from onrecord.extraction.quotes.cues import is_cue, was_said
from onrecord.extraction.quotes.findings import Attribution
from onrecord.extraction.quotes.lexicon import NOUNS, SAYING_NOUNS
from onrecord.extraction.quotes.marks import Region
from onrecord.extraction.quotes.parse import Parse
from onrecord.extraction.quotes.regions import Regions, words_of
from onrecord.extraction.quotes.sentences import Sentences
from onrecord.extraction.quotes.sources import issuer_of, subject_of

GOES_WITH = frozenset(["to", "of", "for", "with", "between", "against", "over", "about", "from"])
CIRCUMSTANCES = frozenset({"prep", "advcl", "advmod", "npadvmod"})
"""During his "tour of thanks," he called it a waste: what stands before the cue and tells when or where."""
ACTORS = frozenset({"nsubj", "nsubjpass", "csubj", "agent"})
CLIMB = 8
"""Heads to climb from a fragment before giving up."""


class Phrases:
    """Climbs from a quoted fragment to the cue that governs it."""

    def __init__(self, parse: Parse, sentences: Sentences, regions: Regions) -> None:
        self.parse = parse
        self.sentences = sentences
        self.regions = regions

    def tie(self, region: Region) -> Attribution | None:
        """The attribution of one fragment, or None where nothing reports it."""
        parse = self.parse
        first, end = parse.tokens_in(region.inner_start, region.inner_end)
        if first >= end:
            return None
        top = self._top(first, end)
        below = top
        for head in parse.ancestors(top)[:CLIMB]:
            if parse.sentence[head] != parse.sentence[top]:
                break
            if first <= head < end:
                below = head
                continue
            hit = self._governed(head, below, region)
            if hit is not None:
                return hit
            below = head
        return None

    def _top(self, first: int, end: int) -> int:
        """The fragment's own head: the token whose head lies outside."""
        heads = self.parse.head
        return next((t for t in range(first, end) if not first <= heads[t] < end), first)

    def _governed(self, head: int, below: int, region: Region) -> Attribution | None:
        parse = self.parse
        naming = is_cue(parse, head, "naming")
        if naming or is_cue(parse, head, "phrase"):
            before = below < head and parse.dep[below] in CIRCUMSTANCES
            if before or parse.dep[below] in ACTORS or not was_said(parse, head):
                return None
            source = subject_of(parse, head)
            if source is None or self._within(source, region):
                return None
            return self._made(
                "naming" if naming else "phrase", self._complements(head, below), head, source, region
            )
        if is_cue(parse, parse.head[head], "naming") and parse.head[head] < head:
            return None  # called her claims "reckless": the words are the verb's
        if parse.pos[head] == "NOUN" and parse.lemma[head] in NOUNS | SAYING_NOUNS and below > head:
            source = issuer_of(parse, head)
            if source != head:
                return self._made(
                    "phrase_noun", (parse.left[below], parse.right[below] + 1), head, source, region
                )
        return None

    def _within(self, token: int, region: Region) -> bool:
        return region.start <= self.parse.start[token] < region.end

    def _complements(self, verb: int, below: int) -> tuple[int, int]:
        """From the object of a naming verb (the plan) to the end of what it is called."""
        parse = self.parse
        start, end = parse.left[below], parse.right[below] + 1
        if is_cue(parse, verb, "naming"):
            for child in parse.children[verb]:
                if parse.dep[child] in ("dobj", "nsubj", "oprd", "ccomp", "xcomp") and verb < child < start:
                    start = parse.left[child]
        if (
            end < len(parse)
            and parse.word[end] in GOES_WITH
            and (parse.dep[end], parse.head[end]) == ("prep", verb)
        ):
            end = parse.right[end] + 1
        return (max(start, verb + 1) if below > verb else start), end

    def _made(self, rule: str, span: tuple[int, int], cue: int, source: int, region: Region) -> Attribution:
        parse = self.parse
        low, high = self.sentences.span(cue)
        start, end = max(span[0], low), min(span[1], high)
        piece = words_of(parse.text, region)
        if start < end:
            grown = stretch(trim(parse.text, parse.start[start], parse.end[end - 1]), self.regions)
            if grown[0] <= region.inner_start and region.inner_end <= grown[1]:
                piece = grown
        return Attribution(rule, [piece], (cue, cue + 1), source)
