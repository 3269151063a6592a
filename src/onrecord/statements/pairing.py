"""Pairs of passages for the interchange format: what ``onrecord statements`` writes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypedDict

import pandas as pd

from onrecord.records import KEPT, Article, Extraction, Quote, Relation, Span
from onrecord.statements.matching import Match, likeliest_first, links, matches
from onrecord.statements.tellings import prepare


class Pair(TypedDict):
    """Two passages of two articles that report one utterance; spans are character offsets, end exclusive."""

    a: str
    a_span: list[int]
    b: str
    b_span: list[int]
    relation: Relation
    score: float
    speaker_name: str | None


class _Found(NamedTuple):
    articles: tuple[int, int]
    """Numbers of the two articles, in the order given."""
    left: Span
    right: Span
    match: Match


def pairs(extractions: Iterable[Extraction]) -> Iterator[Pair]:
    """Every pair of passages of two articles that tell one utterance, the articles in the order given.

    A passage is a quote, or the part of one that the other article has. The same text twice is one
    article. Where passages overlap in both articles, the likeliest pair stands.
    """
    articles, quotes = _numbered(extractions)
    tellings = prepare(_frame(articles, quotes))
    found = []
    for one, two, best in links(tellings, matches(tellings)):
        (first, a), (second, b) = quotes[one], quotes[two]
        for match in best if first != second else ():
            left, right = tellings.parts[match.a], tellings.parts[match.b]
            spans = (a.start + left.start, a.start + left.end), (b.start + right.start, b.start + right.end)
            found.append(_Found((first, second), *spans, match))
    for pair in sorted(_distinct(found)):
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


def _numbered(extractions: Iterable[Extraction]) -> tuple[list[Article], list[tuple[int, Quote]]]:
    """Articles, each text once, and their quotes with the article's number."""
    numbers: dict[str, int] = {}
    articles: list[Article] = []
    quotes: list[tuple[int, Quote]] = []
    for extraction in extractions:
        article = extraction.article
        if article.content_hash not in numbers:
            number = numbers[article.content_hash] = len(articles)
            articles.append(article)
            quotes += [(number, quote) for quote in extraction.quotes if quote.passage_kind in KEPT]
    return articles, quotes


def _frame(articles: list[Article], quotes: list[tuple[int, Quote]]) -> pd.DataFrame:
    columns = ["article_id", "speaker_id", "speaker_name", "text", "type", "published"]
    rows = [
        (number, _speaker_id(quote), quote.speaker_name, quote.text, quote.type, articles[number].published)
        for number, quote in quotes
    ]
    return pd.DataFrame(rows, columns=columns)


def _speaker_id(quote: Quote) -> str | None:
    """By name: a person keeps the name in every article; what a group is called is ``name:…``."""
    if quote.speaker_name is None or quote.speaker_class == "unresolved":
        return None
    kind = "person" if quote.speaker_class == "named" else "name"
    return f"{kind}:{quote.speaker_name.casefold()}"


def _distinct(found: Iterable[_Found]) -> list[_Found]:
    """Without those that overlap a likelier one in both articles (quotes may lie within quotes)."""
    kept: dict[tuple[int, int], list[_Found]] = defaultdict(list)
    for pair in sorted(found, key=lambda pair: likeliest_first(pair.match)):
        others = kept[pair.articles]
        if not any(_overlap(pair.left, o.left) and _overlap(pair.right, o.right) for o in others):
            others.append(pair)
    return [pair for group in kept.values() for pair in group]


def _overlap(one: Span, two: Span) -> bool:
    return max(one[0], two[0]) < min(one[1], two[1])
