"""Pairs of passages for the interchange format: what ``onrecord statements`` writes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import TypedDict

import pandas as pd

from onrecord.records import KEPT, Article, Extraction, Quote, Relation, Span
from onrecord.statements.bridging import Found, bridged
from onrecord.statements.candidates import candidates
from onrecord.statements.choosing import likeliest_first, links
from onrecord.statements.matching import matches
from onrecord.statements.tellings import SpeakerKind, prepare

RELATIONS: tuple[Relation, ...] = ("verbatim", "truncated", "reworded")
JOIN = 3
"""Characters between two passages that follow one another: a space, a mark."""


class Pair(TypedDict):
    """Two passages of two articles that report one utterance; spans are character offsets, end exclusive."""

    a: str
    a_span: list[int]
    b: str
    b_span: list[int]
    relation: Relation
    score: float
    speaker_name: str | None


def pairs(extractions: Iterable[Extraction]) -> Iterator[Pair]:
    """Every pair of passages of two articles that tell one utterance, the articles in the order given.

    A passage is a quote, or the part of one that the other article has. The same text twice is one
    article. Where passages overlap in both articles, the likeliest pair stands.
    """
    articles, quotes, persons = _numbered(extractions)
    tellings = prepare(_frame(articles, quotes, persons))
    found = []
    for one, two, best in links(tellings, matches(tellings, candidates(tellings))):
        (first, a), (second, b) = quotes[one], quotes[two]
        for match in best:
            left, right = tellings.parts[match.a], tellings.parts[match.b]
            spans = (a.start + left.start, a.start + left.end), (b.start + right.start, b.start + right.end)
            found.append(Found((first, second), *spans, match))
    found = _distinct(found)
    found = _distinct([*found, *bridged(tellings, found)])
    for pair in _joined(sorted(pair for pair in found if pair.articles[0] != pair.articles[1])):
        speakers = [quotes[tellings.rows[part]][1].speaker_name for part in (pair.match.a, pair.match.b)]
        yield Pair(
            a=articles[pair.articles[0]].id,
            a_span=list(pair.left),
            b=articles[pair.articles[1]].id,
            b_span=list(pair.right),
            relation=pair.match.relation,
            score=pair.match.score,
            speaker_name=speakers[0] or speakers[1],
        )


def _numbered(
    extractions: Iterable[Extraction],
) -> tuple[list[Article], list[tuple[int, Quote]], list[set[str]]]:
    """Articles, each text once, their quotes with the article's number, and the keys of its persons."""
    numbers: dict[str, int] = {}
    articles: list[Article] = []
    quotes: list[tuple[int, Quote]] = []
    persons: list[set[str]] = []
    for extraction in extractions:
        article = extraction.article
        if article.content_hash not in numbers:
            number = numbers[article.content_hash] = len(articles)
            articles.append(article)
            persons.append({entity.key for entity in extraction.entities if entity.kind == "PERSON"})
            quotes += [(number, quote) for quote in extraction.quotes if quote.passage_kind in KEPT]
    return articles, quotes, persons


def _frame(articles: list[Article], quotes: list[tuple[int, Quote]], persons: list[set[str]]) -> pd.DataFrame:
    rows = [
        (number, kind, quote.speaker_name, quote.text, quote.type, articles[number].published, *span)
        for number, quote in quotes
        for kind, span in [(_speaker_kind(quote, persons[number]), (quote.start, quote.end))]
    ]
    columns = ["article_id", "speaker_kind", "speaker_name", "text", "type", "published", "start", "end"]
    frame = pd.DataFrame(rows, columns=columns)
    # A speaker keeps the name in every article of a run.
    return frame.assign(speaker_id=frame["speaker_kind"] + ":" + frame["speaker_name"].str.casefold())


def _speaker_kind(quote: Quote, persons: Collection[str]) -> SpeakerKind | None:
    if quote.speaker_name is None or quote.speaker_class == "unresolved":
        return None
    named = quote.speaker_class == "named"
    return "person" if quote.entity in persons or (quote.entity is None and named) else "other"


def _distinct(found: Iterable[Found]) -> list[Found]:
    """Without those that overlap a likelier one in both articles (quotes may lie within quotes)."""
    kept: dict[tuple[int, int], list[Found]] = defaultdict(list)
    for pair in sorted(found, key=lambda pair: likeliest_first(pair.match)):
        others = kept[pair.articles]
        if not any(_overlap(pair.left, o.left) and _overlap(pair.right, o.right) for o in others):
            others.append(pair)
    return [pair for group in kept.values() for pair in group]


def _joined(found: Iterable[Found]) -> list[Found]:
    """Passages that follow one another in both articles are one passage."""
    joined: list[Found] = []
    for pair in found:
        before = joined[-1] if joined else None
        if before and before.articles == pair.articles and _follows(before, pair):
            relation = max(before.match.relation, pair.match.relation, key=RELATIONS.index)
            match = before.match._replace(relation=relation, score=min(before.match.score, pair.match.score))
            spans = (before.left[0], pair.left[1]), (before.right[0], pair.right[1])
            joined[-1] = Found(pair.articles, *spans, match)
        else:
            joined.append(pair)
    return joined


def _follows(before: Found, pair: Found) -> bool:
    """Whether a pair begins where the one before ends, or within it, and ends after it, in both articles."""
    sides = (before.left, pair.left), (before.right, pair.right)
    return all(first[0] <= then[0] <= first[1] + JOIN and first[1] <= then[1] for first, then in sides)


def _overlap(one: Span, two: Span) -> bool:
    return max(one[0], two[0]) < min(one[1], two[1])
