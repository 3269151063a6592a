"""A selection is narrowed once for each version, and the answers stay those of a fresh connection."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from onrecord._errors import QueryError
from onrecord.records import Selection
from onrecord.workspace import Workspace, narrowed
from onrecord.workspace.adding import add
from tests.workspace import factory


@pytest.fixture
def unasked(filled: Workspace) -> Iterator[Workspace]:
    """The filled workspace as nobody has asked it anything: other tests share ``filled``."""
    with Workspace.open(filled.path, read_only=True) as workspace:
        yield workspace


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Selection]:
    """Selections in the order in which they were narrowed."""
    found: list[Selection] = []
    real = narrowed.narrow

    def narrow(cursor: object, selection: Selection, hits: object) -> None:
        found.append(selection)
        real(cursor, selection, hits)  # type: ignore[arg-type]

    monkeypatch.setattr(narrowed, "narrow", narrow)
    return found


def test_questions_about_one_selection_narrow_it_once(unasked: Workspace, asked: list[Selection]) -> None:
    outlet = unasked.outlets()["outlet"].dropna().iloc[0]
    for selection in (Selection(), Selection(outlets=(outlet,)), Selection()):
        unasked.quotes(selection)
        unasked.summary(selection)
        unasked.entities(selection)
    assert asked == [Selection(), Selection(outlets=(outlet,))]


def test_a_new_version_is_narrowed_anew(empty: Workspace, asked: list[Selection]) -> None:
    add(empty, factory.extractions(2), engine="test")
    assert len(empty.articles()) == 2
    add(empty, factory.extractions(3), engine="test")
    assert len(empty.articles()) == 3
    assert asked.count(Selection()) == 2


def test_only_the_latest_selections_are_kept(unasked: Workspace, asked: list[Selection]) -> None:
    many = [Selection(types=("direct",), outlets=(str(number),)) for number in range(narrowed.KEPT + 1)]
    for selection in [*many, many[-1], many[0]]:
        unasked.summary(selection)
    assert asked == [*many, many[0]]


def test_a_search_that_cannot_be_parsed_leaves_nothing_half_made(filled: Workspace) -> None:
    for _ in range(2):
        with pytest.raises(QueryError):
            filled.quotes(Selection(text='"'))


def test_threads_get_the_same_answers(filled: Workspace) -> None:
    selections = [Selection(), Selection(types=("direct",)), Selection(types=("indirect",))]
    expected = [len(filled.quotes(selection)) for selection in selections]
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda at: len(filled.quotes(selections[at % 3])), range(60)))
    assert found == [expected[at % 3] for at in range(60)]


def test_what_each_article_names(filled: Workspace) -> None:
    mentions = filled.mentions().dropna(subset=["entity_id"])
    expected = mentions.groupby(["article_id", "entity_id"]).size().to_dict()
    named = filled.named()
    pairs = zip(named["article_id"], named["entity_id"], strict=True)
    assert dict(zip(pairs, named["mentions"], strict=True)) == expected
