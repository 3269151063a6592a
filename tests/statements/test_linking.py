"""An addition is linked as if everything had come at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.statements.linking import Linked, link
from onrecord.statements.tables import gather

WORDS = (
    "lighthouse", "keeper", "polished", "lamp", "harbour", "wall", "winter", "council", "ferry", "sheep",
    "storm", "never", "seven", "if",
)  # fmt: skip
REMARK = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)
QUOTE = st.tuples(
    REMARK,
    st.sampled_from([None, "Ada Vale", "Bo Quill"]),
    st.sampled_from(["direct", "mixed", "indirect"]),
)
ARTICLES = st.lists(st.lists(QUOTE, min_size=1, max_size=5), min_size=2, max_size=8)


def corpus(articles: list[list[tuple[str, str | None, str]]]) -> pd.DataFrame:
    rows = [
        (f"a{at}", f"q{at}-{number}", *quote, date(2031, 5, 4) + timedelta(days=at) if at % 3 else None)
        for at, quotes in enumerate(articles)
        for number, quote in enumerate(quotes)
    ]
    names = ["article_id", "quote_id", "text", "speaker_name", "type", "published"]
    frame = pd.DataFrame(rows, columns=names)
    frame["speaker_id"] = frame["speaker_name"]
    frame["speaker_kind"] = ["person" if name else None for name in frame["speaker_name"].tolist()]
    return frame


class Memory:
    """What was linked so far, as a workspace would keep it."""

    def __init__(self, quotes: pd.DataFrame, linked: list[Linked]) -> None:
        self._quotes = quotes
        self._links = pd.concat([step.links for step in linked])
        self._parts = pd.concat([step.parts for step in linked])
        self._articles = pd.concat([step.articles for step in linked])

    def postings(self, features: object) -> pd.DataFrame:
        days = [-1 if pd.isna(day) else pd.Timestamp(day).toordinal() for day in self._quotes["published"]]
        parts = self._parts.merge(self._quotes.assign(day=days)[["quote_id", "day"]])
        rows = parts.explode("features").rename(columns={"features": "feature"})
        return rows[rows["feature"].isin(list(features))].astype({"feature": "int64"})  # type: ignore[call-overload]

    def quotes(self, quote_ids: list[str]) -> pd.DataFrame:
        return self._quotes[self._quotes["quote_id"].isin(quote_ids)]

    def spread(self, article_ids: list[str]) -> Mapping[str, Counter[int]]:
        return {
            row.article_id: Counter(dict(zip(row.stems.tolist(), row.counts.tolist(), strict=True)))
            for row in self._articles.itertuples()
            if row.article_id in article_ids
        }

    def within(self, quote_ids: list[str]) -> list[tuple[str, str]]:
        of = dict(zip(self._quotes["quote_id"], self._quotes["article_id"], strict=True))
        pairs = zip(self._links["a"], self._links["b"], strict=True)
        return [(a, b) for a, b in pairs if of[a] == of[b] and {a, b} <= set(quote_ids)]


def ordered(links: pd.DataFrame) -> list[tuple[object, ...]]:
    return sorted(links.itertuples(index=False, name=None))


@settings(max_examples=60, deadline=None)
@given(articles=ARTICLES, cuts=st.sets(st.integers(1, 7), min_size=1))
def test_linking_in_steps_is_linking_at_once(
    articles: list[list[tuple[str, str | None, str]]], cuts: set[int]
) -> None:
    quotes = corpus(articles)
    bounds = [0, *sorted(cut for cut in cuts if cut < len(articles)), len(articles)]
    steps: list[Linked] = []
    for first, last in pairwise(bounds):
        fresh = quotes[quotes["article_id"].isin([f"a{at}" for at in range(first, last)])]
        earlier = quotes[quotes["article_id"].isin([f"a{at}" for at in range(first)])]
        steps.append(link(fresh, Memory(earlier, steps) if steps else None))
    in_steps = pd.concat([step.links for step in steps])
    at_once = link(quotes).links
    assert ordered(in_steps) == ordered(at_once)
    one, two = gather(quotes, in_steps), gather(quotes, at_once)
    pd.testing.assert_frame_equal(one.statements, two.statements)
    pd.testing.assert_frame_equal(one.statement_quotes, two.statement_quotes)


@pytest.mark.parametrize("order", [1, -1])
def test_what_links_quotes_depends_on_them_alone(order: int) -> None:
    told = [("the keeper polished every lamp of the lighthouse", "Ada Vale", "direct")]
    other = [("seven sheep fell off the ferry in the storm", "Bo Quill", "direct")]
    links = link(corpus([told, told, other][::order])).links
    assert len(links) == 1
    assert links[["relation", "score", "whole"]].iloc[0].tolist() == ["verbatim", 1.0, True]
