"""One article from parse to quotes: the order in which the rules are asked, and how their findings merge."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from onrecord.extraction.quotes.beside import Beside
from onrecord.extraction.quotes.clauses import Clauses
from onrecord.extraction.quotes.confidence import confidence
from onrecord.extraction.quotes.content import cut_after_fragment, stretch, trim, words_of
from onrecord.extraction.quotes.findings import Attribution
from onrecord.extraction.quotes.floats import tie_floats
from onrecord.extraction.quotes.labelled import labelled_lines
from onrecord.extraction.quotes.marked import kind_of_marked, title_like
from onrecord.extraction.quotes.marks import Region, pair_marks
from onrecord.extraction.quotes.names import Cast
from onrecord.extraction.quotes.parse import Parse
from onrecord.extraction.quotes.phrases import Phrases
from onrecord.extraction.quotes.pronouns import Pronouns
from onrecord.extraction.quotes.sentences import Sentences
from onrecord.extraction.quotes.speakers import Speaker, Speakers
from onrecord.records import KEPT, MarkedText, Passage, Quote, QuoteType, Span

MIN_WORDS = 1


def find_quotes(doc: Doc) -> tuple[list[Quote], list[MarkedText]]:
    """Quotes and marked words of one article, by their place in the text."""
    article = ArticleQuotes(doc)
    found = article.attributions()
    return article.quotes(found), article.marked(found)


class ArticleQuotes:
    """The working state of one article."""

    def __init__(self, doc: Doc) -> None:
        self.parse = Parse(doc)
        self.text = doc.text
        self.passages: tuple[Passage, ...] = doc._.passages
        self.regions = [region for region in pair_marks(self.text) if self._kept(region.start)]
        self.outer = [region for region in self.regions if region.depth == 0 and not region.single]
        self.sentences = Sentences(self.parse, self.outer)
        self.cast = Cast(self.parse, doc._.mentions, doc._.entities)

    def _kept(self, offset: int) -> bool:
        return self._kind(offset) in KEPT

    def _kind(self, offset: int) -> str:
        for passage in self.passages:
            if passage.start <= offset < passage.end:
                return passage.kind
        return "body"

    # Findings ------------------------------------------------------------------------------

    def attributions(self) -> list[Attribution]:
        beside = Beside(self.parse, self.sentences, self.outer)
        found = beside.run()
        tied = set(beside.by_region)
        found += [
            hit for hit in labelled_lines(self.parse, self.cast, self.regions) if self._kept(hit.pieces[0][0])
        ]
        clauses = Clauses(self.parse, self.sentences, self._skipped(tied, found)).run()
        self._mend_sources(clauses, found)
        for hit in clauses:
            hit.pieces = stretch(hit.pieces, self.outer)
            hit.pieces = [
                cut_after_fragment(self.parse, self._clipped(piece, tied), self.outer) for piece in hit.pieces
            ]
            hit.pieces = [
                piece for piece in hit.pieces if self._kept(piece[0]) and not self._taken(piece, found)
            ]
        found += self._without_doubles([hit for hit in clauses if hit.pieces])
        loose = [r for r in self.regions if r.depth == 0 and r.start not in tied and not self._held(r, found)]
        phrases = Phrases(self.parse, self.sentences, self.outer)
        floating = []
        for region in loose:
            hit = None if title_like(self.text, region) else phrases.tie(region)
            if hit is not None:
                if not self._held(region, found):
                    found.append(hit)
            elif not region.single:
                floating.append(region)
        found.sort(key=lambda hit: hit.pieces[0])
        return tie_floats(self.parse, self.sentences, floating, found)

    def _mend_sources(self, hits: list[Attribution], found: list[Attribution]) -> None:
        """A subject inside a quotation is not who speaks outside it: take who speaks in that sentence."""
        parse = self.parse
        for hit in hits:
            if hit.source is None or hit.cue is None or not self._quoted(parse.start[hit.source]):
                continue
            if self._quoted(parse.start[hit.cue[0]]):
                continue
            sentence = self.sentences.of[hit.cue[0]]
            near = [
                f
                for f in found
                if f.cue and f.cue[0] < hit.cue[0] and self.sentences.of[f.cue[0]] == sentence
            ]
            hit.source = near[-1].source if near else hit.source

    def _quoted(self, offset: int) -> bool:
        return any(region.start <= offset < region.end for region in self.outer)

    def _skipped(self, tied: set[int], found: list[Attribution]) -> list[bool]:
        """Tokens that no clause cue may stand on: inside a quotation, or a cue that is used."""
        skip = [False] * len(self.parse)
        for region in self.outer:
            first, end = self.parse.tokens_in(region.start, region.end)
            if region.start in tied or end - first > 6:
                skip[first:end] = [True] * (end - first)
        for hit in found:
            if hit.cue is not None:
                skip[hit.cue[0]] = hit.rule != "before_colon"
            if hit.notes is not None:
                skip[hit.notes[0]] = True
        return skip

    def _clipped(self, piece: Span, tied: set[int]) -> Span:
        """The piece up to a quotation that has a cue of its own."""
        for region in self.outer:
            if region.start in tied and piece[0] < region.start < piece[1] and region.end >= piece[1] - 2:
                return trim(self.text, piece[0], region.start)
        return piece

    def _taken(self, piece: Span, found: list[Attribution]) -> bool:
        """Most of the piece is content of a quotation that is tied already."""
        for hit in found:
            for start, end in hit.pieces:
                shared = min(end, piece[1]) - max(start, piece[0])
                if shared > 0.6 * (piece[1] - piece[0]):
                    return True
        return False

    def _without_doubles(self, hits: list[Attribution]) -> list[Attribution]:
        seen: set[Span] = set()
        kept = []
        for hit in hits:
            hit.pieces = [piece for piece in hit.pieces if piece not in seen]
            seen.update(hit.pieces)
            if hit.pieces:
                kept.append(hit)
        return kept

    def _held(self, region: Region, found: list[Attribution]) -> bool:
        return any(s <= region.inner_start and region.inner_end <= e for hit in found for s, e in hit.pieces)

    # Rows ----------------------------------------------------------------------------------

    def quotes(self, found: list[Attribution]) -> list[Quote]:
        quoted = [False] * len(self.parse)
        for region in self.outer:
            first, end = self.parse.tokens_in(region.start, region.end)
            quoted[first:end] = [True] * (end - first)
        pronouns = Pronouns(self.parse, self.sentences, self.cast, quoted)
        speakers = Speakers(self.parse, self.sentences, self.cast, pronouns)
        rows: dict[Span, Quote] = {}
        for number, hit in enumerate(found):
            speaker = speakers.resolve(hit)
            group = f"q{found.index(hit.inherits) if hit.continues and hit.inherits in found else number}"
            for piece in hit.pieces:
                row = self._row(hit, piece, speaker, group)
                if row is not None:
                    rows.setdefault((row.start, row.end), row)
        return sorted(rows.values(), key=lambda quote: (quote.start, quote.end))

    def _row(self, hit: Attribution, piece: Span, speaker: Speaker, group: str) -> Quote | None:
        start, end = piece
        inside = [r for r in self.regions if r.depth == 0 and r.start < end and start < r.end]
        kind: QuoteType = "indirect"
        if inside:
            kind = "mixed"
            if len(inside) == 1 and self._covers(inside[0], piece):
                kind, (start, end) = "direct", words_of(self.text, inside[0])
        marked = tuple(words_of(self.text, region) for region in inside)
        if kind == "mixed":
            start, end = self._edges(start, end)
        if end <= start or not any(ch.isalnum() for ch in self.text[start:end]):
            return None
        return Quote(
            start=start, end=end, text=self.text[start:end], type=kind, marked=marked, group=group,
            cue=self._cue(hit), speaker=speaker.span, entity=speaker.entity, speaker_name=speaker.name,
            speaker_class=speaker.kind, resolved_by=f"{hit.rule}/{speaker.how}",
            confidence=confidence(hit.rule, speaker.how), passage_kind=self._kind(start),
        )  # fmt: skip

    def _covers(self, region: Region, piece: Span) -> bool:
        """Nothing but the region's words stands in the piece."""
        rest = (
            self.text[piece[0] : max(region.start, piece[0])]
            + self.text[min(region.end, piece[1]) : piece[1]]
        )
        return not any(ch.isalnum() for ch in rest)

    def _edges(self, start: int, end: int) -> Span:
        return trim(self.text, start, end)

    def _cue(self, hit: Attribution) -> Span | None:
        if hit.cue is None:
            return None
        return self.parse.start[hit.cue[0]], self.parse.end[hit.cue[1] - 1]

    def marked(self, found: list[Attribution]) -> list[MarkedText]:
        """Regions that no quote holds."""
        rows = []
        for region in self.regions:
            if region.depth or self._held(region, found):
                continue
            start, end = words_of(self.text, region)
            if end > start:
                kind = kind_of_marked(self.parse, region)
                rows.append(MarkedText(start, end, self.text[start:end], kind, self._kind(start)))  # type: ignore[arg-type]
        return rows


def article_quotes(docs: Sequence[Doc]) -> list[list[Quote]]:
    """Quotes of several parsed articles."""
    return [find_quotes(doc)[0] for doc in docs]
