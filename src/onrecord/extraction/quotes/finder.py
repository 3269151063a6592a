"""One article from parse to quotes: the order in which the rules are asked, and how their findings merge."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict

from spacy.tokens import Doc

from onrecord.extraction.quotes.beside import tie_beside
from onrecord.extraction.quotes.blocks import unmarked_blocks
from onrecord.extraction.quotes.clauses import reported_clauses
from onrecord.extraction.quotes.content import cut_after_fragment, stretch, trim
from onrecord.extraction.quotes.findings import Attribution
from onrecord.extraction.quotes.floats import Floats
from onrecord.extraction.quotes.labelled import labelled_lines
from onrecord.extraction.quotes.marked import title_like
from onrecord.extraction.quotes.marks import Region, pair_marks
from onrecord.extraction.quotes.names import Cast
from onrecord.extraction.quotes.parse import Parse
from onrecord.extraction.quotes.phrases import Phrases
from onrecord.extraction.quotes.regions import Cover, Regions, last_of, words_of
from onrecord.extraction.quotes.sentences import Sentences
from onrecord.extraction.quotes.windows import Windows
from onrecord.records import KEPT, PassageKind, Span

MOSTLY = 0.6
"""Share of a piece that may be content of an earlier finding before it is dropped."""
OTHERS = 0.3
"""Share of a block without marks that others may be reported to say in it."""
FRAGMENT = 6
"""Tokens: in longer untied quotations no reporting clause of the reporter's is sought."""
GAP = 12
"""Characters between a reported clause and a fragment that goes on with it (", but")."""


class Article:
    """One article's parse, marks and cast, and the attributions found in it."""

    def __init__(self, doc: Doc) -> None:
        self.text = doc.text
        self.parse = Parse(doc)
        self.passages = doc._.passages
        self.passage_starts = [passage.start for passage in self.passages]
        self.marks = Regions([region for region in pair_marks(self.text) if self.kept(region.start)])
        self.outer = Regions([region for region in self.marks.all if self._quotes_speech(region)])
        self.sentences = Sentences(self.parse, self.outer.all)
        self.cast = Cast(self.parse, doc._.mentions, doc._.entities)
        self.cover = Cover(self.text)
        self.found: list[Attribution] = []

    def _quotes_speech(self, region: Region) -> bool:
        """Double marks; single ones where they close a sentence, as some papers set their quotations."""
        if not region.single:
            return True
        start, end = words_of(self.text, region)
        return last_of(self.text, region) in ",.?!" and self.text.count(" ", start, end) >= 2

    def kind(self, offset: int) -> PassageKind:
        """The kind of the passage that holds a character."""
        at = bisect_right(self.passage_starts, offset) - 1
        passage = self.passages[at] if at >= 0 else None
        kind: PassageKind = passage.kind if passage is not None and offset < passage.end else "body"
        return kind

    def kept(self, offset: int) -> bool:
        return self.kind(offset) in KEPT

    def find(self) -> list[Attribution]:
        """All attributions by their place in the text: quotations first, then clauses, fragments, floats."""
        windows = Windows(self.parse, self.sentences, self.cast, self.outer.all)
        self._add(tie_beside(windows))
        tied = set(windows.by_region)
        self._add([hit for hit in labelled_lines(self.parse, self.cast) if self._is_new(hit)])
        self._add(self._clauses(tied))
        self._add([hit for hit in unmarked_blocks(self.parse, self.sentences) if self._is_new(hit, OTHERS)])
        loose = [r for r in self.marks.all if r.start not in tied and not self.holds(r)]
        floating = self._fragments(loose)
        self.found.sort(key=lambda hit: hit.pieces[0])
        floats = Floats(self.parse, self.sentences, self.cast, self.found)
        for region in floating:
            hit = floats.tie(region)
            if hit is not None:
                self.cover.add(hit.pieces)
        return self.found

    def holds(self, region: Region) -> bool:
        """The region is content of a quote, all but a speaker's label at most."""
        return self.cover.share(*words_of(self.text, region)) > MOSTLY

    def _add(self, hits: list[Attribution]) -> None:
        for hit in hits:
            self.found.append(hit)
            self.cover.add(hit.pieces)

    def _is_new(self, hit: Attribution, share: float = MOSTLY) -> bool:
        return all(self.kept(piece[0]) and self.cover.share(*piece) <= share for piece in hit.pieces)

    # Clauses -------------------------------------------------------------------------------

    def _clauses(self, tied: set[int]) -> list[Attribution]:
        hits = reported_clauses(self.parse, self.sentences, self._skipped(tied))
        self._mend_sources(hits)
        seen: set[Span] = set()
        for hit in hits:
            pieces = [self._shaped(piece, tied) for piece in hit.pieces]
            hit.pieces = [
                piece
                for piece in pieces
                if piece not in seen and self.kept(piece[0]) and self.cover.share(*piece) <= MOSTLY
            ]
            seen.update(hit.pieces)
        return [hit for hit in hits if hit.pieces]

    def _shaped(self, piece: Span, tied: set[int]) -> Span:
        """A clause grown over the quotations that it cuts, and ended where a quotation has its own cue."""
        start, end = stretch(piece, self.outer)
        for region in self.outer.overlapping(start, end):
            if region.start in tied and start < region.start and region.end >= end - 2:
                start, end = trim(self.text, start, region.start)
        return cut_after_fragment(self.parse, (start, end), self.outer)

    def _skipped(self, tied: set[int]) -> list[bool]:
        """Tokens that no clause cue may stand on: inside a quotation, or a cue that is used."""
        skip = [False] * len(self.parse)
        for region in self.outer.all:
            first, end = self.parse.tokens_in(region.start, region.end)
            if region.start in tied or end - first > FRAGMENT:
                skip[first:end] = [True] * (end - first)
        for hit in self.found:
            if hit.cue is not None and hit.rule != "before_colon":
                skip[hit.cue[0]] = True
            if hit.used is not None:
                skip[hit.used[0]] = True
        return skip

    def _mend_sources(self, hits: list[Attribution]) -> None:
        """A subject inside a quotation is not who speaks outside it: take who speaks in that sentence."""
        by_sentence: dict[int, list[Attribution]] = defaultdict(list)
        for hit in self.found:
            if hit.cue is not None:
                by_sentence[self.sentences.of[hit.cue[0]]].append(hit)
        for hit in hits:
            if (
                hit.source is None
                or hit.cue is None
                or not self._inside(hit.source)
                or self._inside(hit.cue[0])
            ):
                continue
            near = [f for f in by_sentence[self.sentences.of[hit.cue[0]]] if f.cue and f.cue[0] < hit.cue[0]]
            hit.source = near[-1].source if near else hit.source

    def _inside(self, token: int) -> bool:
        return self.outer.holds(self.parse.start[token])

    # Fragments -----------------------------------------------------------------------------

    def _fragments(self, loose: list[Region]) -> list[Region]:
        """Ties fragments to the cue that governs them; returns the regions that none does."""
        phrases = Phrases(self.parse, self.sentences, self.outer)
        ends = {hit.pieces[-1][1]: hit for hit in self.found if "clause" in hit.rule}
        floating = []
        for region in loose:
            if self.holds(region):
                continue
            hit = None if title_like(self.text, region) else phrases.tie(region)
            before = self._goes_on_with(region, ends)
            if before is not None:
                end = hit.pieces[-1][1] if hit is not None and hit.pieces[-1][1] > region.end else region.end
                before.pieces[-1] = (before.pieces[-1][0], end)
                self.cover.add(before.pieces)
            elif hit is not None:
                self._add([hit])
            elif not region.single:
                floating.append(region)
        return floating

    def _goes_on_with(self, region: Region, ends: dict[int, Attribution]) -> Attribution | None:
        """Lee said it was "fine," but "it must be watched": the clause that the fragment is joined to."""
        for end in range(region.start, max(region.start - GAP, 0), -1):
            if end in ends:
                gap = self.text[end : region.start].strip(" ,;\"”’'.").lower()
                return ends[end] if gap in ("and", "but", "or") else None
        return None
