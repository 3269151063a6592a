"""What each filter leaves, counted from the records themselves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from onrecord.records import Extraction, Mention, Quote, Selection
from onrecord.workspace import Workspace
from tests.workspace import factory

EXTRACTIONS = list(factory.extractions(30))
type QuoteTest = Callable[[Extraction, Quote], bool]
type ArticleTest = Callable[[Extraction], bool]


def kept(row: Quote | Mention) -> bool:
    return row.passage_kind == "body"


def everything(*_: object) -> bool:
    return True


def speaks(name: str) -> QuoteTest:
    return lambda x, q: kept(q) and q.speaker_name == name


def about(name: str) -> QuoteTest:
    return lambda x, q: kept(q) and name in q.text


def holds(test: QuoteTest) -> ArticleTest:
    return lambda x: any(test(x, q) for q in x.quotes)


def names(name: str) -> ArticleTest:
    return lambda x: any(kept(m) and m.text == name for m in x.mentions)


def outlet(*wanted: str) -> ArticleTest:
    return lambda x: x.article.outlet in wanted


def days(since: date, until: date) -> ArticleTest:
    return lambda x: x.article.published is not None and since <= x.article.published <= until


# Names stand for ids, which the tests look up. (selection, quotes that count, articles that count)
CASES: dict[str, tuple[Selection, QuoteTest, ArticleTest]] = {
    "nothing": (Selection(), lambda x, q: kept(q), everything),
    "one outlet": (
        Selection(outlets=("Daily Lantern",)),
        lambda x, q: kept(q) and x.article.outlet == "Daily Lantern",
        outlet("Daily Lantern"),
    ),
    "two outlets": (
        Selection(outlets=("Daily Lantern", "Harbour Post")),
        lambda x, q: kept(q) and x.article.outlet != "Northern Wire",
        outlet("Daily Lantern", "Harbour Post"),
    ),
    "an outlet that is not there": (Selection(outlets=("x",)), lambda x, q: False, lambda x: False),
    "days, ends included": (
        Selection(since=date(2024, 1, 5), until=date(2024, 1, 8)),
        lambda x, q: kept(q) and days(date(2024, 1, 5), date(2024, 1, 8))(x),
        days(date(2024, 1, 5), date(2024, 1, 8)),
    ),
    "since leaves the undated out": (
        Selection(since=date(2000, 1, 1)),
        lambda x, q: kept(q) and x.article.published is not None,
        lambda x: x.article.published is not None,
    ),
    "a speaker": (Selection(speakers=("Ada Quill",)), speaks("Ada Quill"), holds(speaks("Ada Quill"))),
    "either of two speakers": (
        Selection(speakers=("Ada Quill", "Clara Voss")),
        lambda x, q: kept(q) and q.speaker_name in {"Ada Quill", "Clara Voss"},
        holds(lambda x, q: kept(q) and q.speaker_name in {"Ada Quill", "Clara Voss"}),
    ),
    "a speaker that is no entity, set aside": (
        Selection(speakers=("name:a photographer",)),
        lambda x, q: False,
        lambda x: False,
    ),
    "a speaker that is no entity, with what is set aside": (
        Selection(speakers=("name:a photographer",), junk=True),
        lambda x, q: not kept(q),
        everything,
    ),
    "a type": (
        Selection(types=("mixed",)),
        lambda x, q: q.type == "mixed",
        everything,
    ),
    "a type that no quote has": (Selection(types=("indirect",)), lambda x, q: False, lambda x: False),
    "an entity": (Selection(entities=("Torvia",)), about("Torvia"), names("Torvia")),
    "an entity that speaks but is not spoken of": (
        Selection(entities=("Ada Quill",)),
        lambda x, q: False,
        names("Ada Quill"),
    ),
    "a speaker about an entity": (
        Selection(entities=("Torvia",), speakers=("Ada Quill",)),
        lambda x, q: speaks("Ada Quill")(x, q) and about("Torvia")(x, q),
        holds(lambda x, q: speaks("Ada Quill")(x, q) and about("Torvia")(x, q)),
    ),
    "words of a quote, or of a text": (
        Selection(text="ferry matters"),
        lambda x, q: kept(q) and "ferry" in q.text,
        lambda x: "ferry" in x.article.text,
    ),
    "words that are only in the text": (
        Selection(text='"Quill said"'),
        lambda x, q: False,
        lambda x: "Quill said" in x.article.text,
    ),
    "words and a type: the quote has both": (
        Selection(text="ferry", types=("direct",)),
        lambda x, q: kept(q) and q.type == "direct" and "ferry" in q.text,
        holds(lambda x, q: kept(q) and q.type == "direct" and "ferry" in q.text),
    ),
    "words and an entity": (
        Selection(text="ferry", entities=("Torvia",)),
        lambda x, q: kept(q) and "ferry" in q.text and "Torvia" in q.text,
        lambda x: "ferry" in x.article.text.lower() and names("Torvia")(x),
    ),
    "set-aside passages too": (Selection(junk=True), everything, everything),
    "articles": (
        Selection(articles=(EXTRACTIONS[3].article.content_id,)),
        lambda x, q: kept(q) and x is EXTRACTIONS[3],
        lambda x: x is EXTRACTIONS[3],
    ),
    "all at once": (
        Selection(
            outlets=("Harbour Post",),
            since=date(2024, 1, 2),
            until=date(2024, 1, 20),
            entities=("Torvia",),
            speakers=("Dmitri Oake",),
            types=("direct",),
            text="ferry NOT budget",
        ),
        lambda x, q: x is EXTRACTIONS[3] and q is x.quotes[0],
        lambda x: x is EXTRACTIONS[3],
    ),
}


@pytest.fixture(scope="module")
def selections(filled: Workspace) -> dict[str, Selection]:
    """The cases' selections with ids for names."""
    ids = filled.entities().set_index("name")["entity_id"].to_dict()
    return {
        case: replace(
            selection,
            entities=tuple(ids.get(name, name) for name in selection.entities),
            speakers=tuple(ids.get(name, name) for name in selection.speakers),
        )
        for case, (selection, _, _) in CASES.items()
    }


@pytest.mark.parametrize("case", CASES)
def test_what_a_filter_leaves(filled: Workspace, selections: dict[str, Selection], case: str) -> None:
    selection, (_, quote_counts, article_counts) = selections[case], CASES[case]
    quotes = {(x.article.content_id, q.start) for x in EXTRACTIONS for q in x.quotes if quote_counts(x, q)}
    articles = [x for x in EXTRACTIONS if article_counts(x)]
    ids = {x.article.content_id for x in articles}
    mentions = {
        (x.article.content_id, m.start) for x in articles for m in x.mentions if selection.junk or kept(m)
    }

    found = filled.quotes(selection)
    assert set(zip(found["article_id"], found["start"], strict=True)) == quotes
    assert set(filled.articles(selection)["article_id"]) == ids
    found = filled.mentions(selection)
    assert set(zip(found["article_id"], found["start"], strict=True)) == mentions
    assert set(filled.entities(selection)["entity_id"]) == set(found["entity_id"])
    assert set(filled.speakers(selection)["speaker_id"]) == set(filled.quotes(selection)["speaker_id"])
    told = filled.statement_quotes(filled.statements()["statement_id"].tolist(), selection)
    assert {(a, s) for a, s in zip(told["article_id"], told["start"], strict=True)} <= quotes
    assert set(told["statement_id"]) == set(filled.statements(selection)["statement_id"])


def test_no_case_is_empty_by_mistake(filled: Workspace, selections: dict[str, Selection]) -> None:
    empty = {case for case, selection in selections.items() if filled.articles(selection).empty}
    assert empty == {
        "an outlet that is not there",
        "a speaker that is no entity, set aside",
        "a type that no quote has",
    }
