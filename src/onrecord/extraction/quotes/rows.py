"""From resolved attributions to rows: ``Quote`` with type, marked spans and group, and ``MarkedText``."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc

from onrecord.extraction.quotes.circumstances import addressee_of, occasion_of
from onrecord.extraction.quotes.confidence import confidence
from onrecord.extraction.quotes.content import trim
from onrecord.extraction.quotes.finder import Article
from onrecord.extraction.quotes.findings import Attribution
from onrecord.extraction.quotes.marked import kind_of_marked
from onrecord.extraction.quotes.marks import Region
from onrecord.extraction.quotes.pronouns import Pronouns
from onrecord.extraction.quotes.regions import words_of
from onrecord.extraction.quotes.speakers import Speaker, Speakers
from onrecord.records import MarkedText, Quote, QuoteType, Span

MAX_FRAGMENTS = 50
"""Quoted fragments in one clause: where there are more, the marks are not quotation marks."""


def find_quotes(doc: Doc) -> tuple[list[Quote], list[MarkedText]]:
    """Quotes and marked words of one article, by their place in the text."""
    article = Article(doc)
    found = article.find()
    return _quotes(article, found), _marked(article)


def _quotes(article: Article, found: list[Attribution]) -> list[Quote]:
    speakers = Speakers(article.parse, article.sentences, article.cast, _pronouns(article))
    groups: dict[int, str] = {}
    rows: dict[Span, Quote] = {}
    for number, hit in enumerate(found):
        speaker = speakers.resolve(hit)
        earlier = groups.get(id(hit.inherits)) if hit.continues else None
        groups[id(hit)] = earlier or f"q{number}"
        for piece in hit.pieces:
            row = _row(article, hit, piece, speaker, groups[id(hit)])
            if row is not None:
                rows.setdefault((row.start, row.end), row)
    return sorted(rows.values(), key=lambda quote: (quote.start, quote.end))


def _pronouns(article: Article) -> Pronouns:
    quoted = [False] * len(article.parse)
    for region in article.outer.all:
        first, end = article.parse.tokens_in(region.start, region.end)
        quoted[first:end] = [True] * (end - first)
    return Pronouns(article.parse, article.sentences, article.cast, quoted)


def _row(article: Article, hit: Attribution, piece: Span, speaker: Speaker, group: str) -> Quote | None:
    text, parse = article.text, article.parse
    kind, (start, end), inside = _typed(article, piece)
    if len(inside) > MAX_FRAGMENTS:
        return None
    if not any(ch.isalnum() for ch in text[start:end]):
        return None
    cue = None if hit.cue is None else hit.cue[0]
    return Quote(
        start=start,
        end=end,
        text=text[start:end],
        type=kind,
        marked=_within((start, end), (words_of(text, region) for region in inside)),
        group=group,
        cue=None if hit.cue is None else (parse.start[hit.cue[0]], parse.end[hit.cue[1] - 1]),
        speaker=speaker.span,
        entity=speaker.entity,
        speaker_name=speaker.name,
        speaker_class=speaker.kind,
        resolved_by=f"{hit.rule}/{speaker.how}",
        confidence=confidence(hit.rule, speaker.how, speaker.name is not None),
        addressee=None if cue is None else addressee_of(parse, cue),
        occasion=None if cue is None else occasion_of(parse, cue),
        passage_kind=article.kind(start),
    )


def _typed(article: Article, piece: Span) -> tuple[QuoteType, Span, list[Region]]:
    """Direct: a region's words alone; mixed: a clause that holds marked words; indirect: none."""
    text = article.text
    inside = [
        r for r in article.marks.overlapping(*piece) if r.inner_start < piece[1] and piece[0] < r.inner_end
    ]
    if not inside:
        return "indirect", piece, inside
    first, last = inside[0], inside[-1]
    around = text[piece[0] : first.start] + text[last.end : piece[1]]
    if len(inside) == 1 and not any(ch.isalnum() for ch in around):
        start, end = words_of(text, first)
        return "direct", (max(start, piece[0]) if piece[0] > first.start + 1 else start, end), inside
    start, end = trim(text, *piece)
    if last.inner_start < end < last.end:
        end = last.end  # the span keeps both marks of a fragment at its end
    if first.start < start <= first.inner_start:
        start = first.start
    return "mixed", (start, end), inside


def _within(span: Span, marked: Iterable[Span]) -> tuple[Span, ...]:
    """What of the marked words lies in the quote: a speaker's name may stand inside the marks with them."""
    cut = ((max(start, span[0]), min(end, span[1])) for start, end in marked)
    return tuple((start, end) for start, end in cut if start < end)


def _marked(article: Article) -> list[MarkedText]:
    """Regions that no quote holds."""
    rows = []
    for region in article.marks.all:
        start, end = words_of(article.text, region)
        if end > start and not article.holds(region):
            kind = kind_of_marked(article.parse, region)
            rows.append(MarkedText(start, end, article.text[start:end], kind, article.kind(start)))
    return rows
