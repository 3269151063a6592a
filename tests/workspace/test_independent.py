"""The switch from all texts to independent ones: copies count once, by one that the other filters leave."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pyarrow as pa
import pytest

from onrecord.records import Selection
from onrecord.tables import SCHEMAS
from onrecord.workspace import Workspace
from onrecord.workspace.adding import add
from tests.workspace import factory

# Articles of the factory, each with the words that count for the fullest. 0 (Harbour Post, 1 January), 3
# (Harbour Post, 4th), 4 (Northern Wire, 5th) and 9 (no day) are one text; so are 1 and 61 (both 2 January).
COPIES = {0: {0: 90, 3: 120, 4: 100, 9: 500}, 1: {1: 80, 61: 95}}
ARTICLES = (*range(10), 61)


def article_id(n: int) -> str:
    return factory.extraction(n).article.content_id


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    made = Workspace.create(tmp_path_factory.mktemp("copied") / "workspace")
    add(made, [factory.extraction(n) for n in ARTICLES], engine="test")
    rows = [
        {
            "article_id": article_id(n), "cluster": article_id(original), "similarity": 1.0, "words": words,
            "relation": "original" if n == original else "exact", "why": "made up", "run": "z",
        }
        for original, members in COPIES.items()
        for n, words in members.items()
    ]  # fmt: skip
    with made.store.writing():
        made.store.append("copies", pa.Table.from_pylist(rows, schema=SCHEMAS["copies"]))
        made.store.publish(copies="z", compared=len(ARTICLES))
    return made


def numbers(ids: object) -> set[int]:
    known = {article_id(n): n for n in ARTICLES}
    return {known[id_] for id_ in ids}  # type: ignore[attr-defined]


# What the other filters say, and the articles that count then; the rest are 2, 5, 6, 7 and 8.
CASES: dict[str, tuple[Selection, set[int]]] = {
    "the earliest, then the fullest": (Selection(), {0, 61, 2, 5, 6, 7, 8}),
    "the original filtered out by outlet": (Selection(outlets=("Northern Wire",)), {4, 61, 7}),
    "by day": (Selection(since=date(2024, 1, 3)), {3, 2, 5, 6, 7, 8}),
    "a known day before none": (Selection(articles=(article_id(9), article_id(4))), {4}),
    "one copy alone": (Selection(articles=(article_id(9),)), {9}),
    "by the words of a search": (Selection(text='"of 61" OR "of 9"'), {9, 61}),
    "by kind of quote": (Selection(types=("direct",), outlets=("Northern Wire",)), {4, 61, 7}),
}


@pytest.mark.parametrize("case", CASES)
def test_one_of_the_copies_that_other_filters_leave_counts(workspace: Workspace, case: str) -> None:
    selection, expected = CASES[case]
    assert numbers(workspace.articles(replace(selection, independent=True))["article_id"]) == expected


def test_all_texts_count_without_the_switch(workspace: Workspace) -> None:
    assert numbers(workspace.articles()["article_id"]) == set(ARTICLES)


def test_a_speaker_is_counted_by_the_copy_that_quotes_them(workspace: Workspace) -> None:
    """Ella Finch speaks in 3 and in 9 of the first text; of these, 3 has a day."""
    everything = workspace.quotes()
    finch = everything.loc[everything["speaker"] == "Ella Finch", "speaker_id"].iloc[0]
    only = Selection(speakers=(finch,))
    assert {3, 9} < numbers(workspace.articles(only)["article_id"])
    left = numbers(workspace.articles(replace(only, independent=True))["article_id"])
    assert 3 in left
    assert not left & {0, 4, 9}


@pytest.mark.parametrize("junk", [False, True])
@pytest.mark.parametrize("governments", [False, True])
def test_every_figure_follows(workspace: Workspace, junk: bool, governments: bool) -> None:
    """Each answer with the switch is the answer over the articles that count."""
    counted = tuple(article_id(n) for n in (0, 61, 2, 5, 6, 7, 8))
    switched = Selection(independent=True, junk=junk, governments=governments)
    by_hand = Selection(articles=counted, junk=junk, governments=governments)
    for name in ("articles", "quotes", "mentions", "marked_text", "passages", "entities", "speakers"):
        answer = getattr(workspace, name)
        assert answer(switched).equals(answer(by_hand)), name
    assert workspace.entities_by_outlet(switched).equals(workspace.entities_by_outlet(by_hand))
    assert workspace.summary(switched) == workspace.summary(by_hand)
    assert workspace.search("harbour", switched).equals(workspace.search("harbour", by_hand))
    ids = workspace.entities()["entity_id"].tolist()
    assert workspace.links(ids, switched).equals(workspace.links(ids, by_hand))


def test_lists_the_copies_in_the_selection(workspace: Workspace) -> None:
    found = workspace.copies(Selection(independent=True))
    assert found.equals(workspace.copies())
    assert list(found) == [
        "article_id", "cluster", "size", "relation", "similarity", "representative", "why", "outlet",
        "headline", "published",
    ]  # fmt: skip
    assert [numbers([id_]).pop() for id_ in found["article_id"]] == [0, 3, 4, 9, 61, 1]
    assert found["size"].tolist() == [4] * 4 + [2] * 2
    assert numbers(found["representative"]) == {0, 61}


def test_a_copy_alone_in_the_selection_is_not_listed(workspace: Workspace) -> None:
    found = workspace.copies(Selection(outlets=("Harbour Post", "Northern Wire")))
    assert numbers(found["article_id"]) == {0, 3, 4, 9, 1, 61}
    found = workspace.copies(Selection(since=date(2024, 1, 3)))
    assert (numbers(found["article_id"]), numbers(found["representative"])) == ({3, 4}, {3})
    assert numbers(found["cluster"]) == {0}
    assert workspace.copies(Selection(articles=(article_id(3),))).empty


@pytest.mark.parametrize(("of", "expected"), [(3, {0, 3, 4, 9}), (61, {1, 61}), (2, set())])
def test_lists_the_copies_of_one_article(workspace: Workspace, of: int, expected: set[int]) -> None:
    assert numbers(workspace.copies(of=article_id(of))["article_id"]) == expected
