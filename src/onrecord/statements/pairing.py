"""Pairs of passages for the interchange format: what ``onrecord statements`` writes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypedDict

import pandas as pd

from onrecord.records import KEPT, Article, Extraction, Quote, Relation, Span
from onrecord.statements.matching import Match, matches
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


def pairs(extractions: Iterable[Extraction]) -> Iterator[Pair]:
    """Every pair of quotes of two articles that tell one utterance, the articles in the order given.

    The same text twice is one article. Where quotes overlap in both articles, the likeliest pair stands.
    """
    quotes = [(article, quote) for article, quote in _quotes(extractions)]
    tellings = prepare(_frame(quotes))
    across = [
        found for found in matches(tellings) if tellings.articles[found.a] != tellings.articles[found.b]
    ]
    for found in sorted(_distinct(across, quotes)):
        (one, a), (two, b) = quotes[found.a], quotes[found.b]
        yield Pair(
            a=one.id,
            a_span=[a.start, a.end],
            b=two.id,
            b_span=[b.start, b.end],
            relation=found.relation,
            score=found.score,
            speaker_name=a.speaker_name or b.speaker_name,
        )


def _quotes(extractions: Iterable[Extraction]) -> Iterator[tuple[Article, Quote]]:
    seen: set[str] = set()
    for extraction in extractions:
        article = extraction.article
        if article.content_hash not in seen:
            seen.add(article.content_hash)
            yield from ((article, quote) for quote in extraction.quotes if quote.passage_kind in KEPT)


def _frame(quotes: list[tuple[Article, Quote]]) -> pd.DataFrame:
    columns = ["article_id", "speaker_id", "speaker_name", "text", "type", "published"]
    rows = [
        (
            article.content_hash,
            _speaker_id(quote),
            quote.speaker_name,
            quote.text,
            quote.type,
            article.published,
        )
        for article, quote in quotes
    ]
    return pd.DataFrame(rows, columns=columns)


def _speaker_id(quote: Quote) -> str | None:
    """By name: a person keeps the name in every article; what a group is called is ``name:…``."""
    if quote.speaker_name is None or quote.speaker_class == "unresolved":
        return None
    kind = "person" if quote.speaker_class == "named" else "name"
    return f"{kind}:{quote.speaker_name.casefold()}"


def _distinct(found: Iterable[Match], quotes: list[tuple[Article, Quote]]) -> list[Match]:
    kept: list[Match] = []
    spans: dict[tuple[str, str], list[tuple[Span, Span]]] = defaultdict(list)
    for match in sorted(found, key=lambda m: (-m.score, m.a, m.b)):
        (one, a), (two, b) = quotes[match.a], quotes[match.b]
        others = spans[one.content_hash, two.content_hash]
        left, right = (a.start, a.end), (b.start, b.end)
        if not any(_overlap(left, x) and _overlap(right, y) for x, y in others):
            others.append((left, right))
            kept.append(match)
    return kept


def _overlap(one: Span, two: Span) -> bool:
    return max(one[0], two[0]) < min(one[1], two[1])
