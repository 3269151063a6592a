from __future__ import annotations

import pytest

from onrecord.records import Selection
from onrecord.workspace import Workspace
from tests.pages.conftest import Open, words
from tests.workspace import factory


def test_the_page_opens_on_an_answer(filled: Workspace, open_app: Open) -> None:
    app = open_app(filled, "quotes")
    total, top = len(filled.quotes()), filled.speakers().iloc[0]
    said = words(app)
    assert f"{total} quotes by {len(filled.speakers())} speakers in {len(filled.articles())} articles" in said
    assert f"{top['quotes']} quotes" in app.subheader[0].value
    assert len(app.get("vega_lite_chart")) == 1


@pytest.mark.parametrize("kind", ["direct", "mixed"])
def test_the_counts_obey_the_filters(filled: Workspace, open_app: Open, kind: str) -> None:
    app = open_app(filled, "quotes", type=kind)
    assert f"{len(filled.quotes(Selection(types=(kind,))))} quotes by" in words(app)


def test_the_list_turns_its_pages_and_a_page_too_far_is_the_last(filled: Workspace, open_app: Open) -> None:
    app = open_app(filled, "quotes")
    pages = -(-len(filled.quotes()) // 25)
    assert app.number_input(key="quotes_page").max == pages
    app.number_input(key="quotes_page").set_value(pages).run()
    app.multiselect(key="outlet").set_value(list(factory.OUTLETS[:2])).run()
    assert not app.exception
    fewer = -(-len(filled.quotes(Selection(outlets=factory.OUTLETS[:2]))) // 25)
    assert app.number_input(key="quotes_page").value == fewer < pages


def test_one_speaker_alone_needs_no_ranking(filled: Workspace, open_app: Open) -> None:
    app = open_app(filled, "quotes", speaker=factory.PEOPLE[0])
    assert not app.exception
    assert "is quoted most" not in words(app)
    assert "by 1 speaker" in words(app)
