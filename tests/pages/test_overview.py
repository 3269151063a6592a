from __future__ import annotations

import pytest

from onrecord.analysis import counts, timelines
from onrecord.records import Selection
from onrecord.workspace import Workspace
from onrecord.workspace.adding import add
from tests.pages.conftest import Open, words
from tests.workspace import factory


def test_the_first_thing_said_is_the_answer(filled: Workspace, open_app: Open) -> None:
    app = open_app(filled, "overview")
    facts, top = filled.summary(), filled.speakers().iloc[0]
    answer = app.header[0].value
    assert f"{facts['articles']} articles from {facts['outlets']} outlets" in answer
    assert f"quote {facts['speakers']} speakers {facts['quotes']} times" in answer
    assert str(top["speaker"]) in answer
    assert f"heard most: {top['quotes']} quotes" in answer


def test_every_figure_leads_to_its_page(filled: Workspace, open_app: Open) -> None:
    app = open_app(filled, "overview")
    facts = filled.summary()
    links = [link.value for link in app.get("page_link")]
    for key in ("articles", "quotes", "speakers"):
        assert f"{facts[key]:,} {key}" in links


def test_the_answer_obeys_the_filters(filled: Workspace, open_app: Open) -> None:
    app = open_app(filled, "overview", outlet=factory.OUTLETS[0])
    facts = filled.summary(Selection(outlets=(factory.OUTLETS[0],)))
    assert f"{facts['articles']} articles from 1 outlet" in app.header[0].value
    assert f"{facts['quotes']} times" in app.header[0].value


@pytest.mark.parametrize("chart", ["speakers", "entities", "timeline"])
def test_a_click_opens_exactly_what_the_figure_counts(filled: Workspace, open_app: Open, chart: str) -> None:
    app = open_app(filled, "overview")
    quotes, mentions = filled.quotes(), filled.mentions()
    if chart == "timeline":
        point = timelines.timeline(quotes).points.iloc[0]
        picked = {"point": {"start": f"{point['period']:%Y-%m-%d}", "group": point["group"]}}
        behind = f"{point['n']} quote"
    elif chart == "speakers":
        row = counts.speakers_by_outlet(quotes).iloc[0]
        picked = {"bar": {"id": row["speaker_id"], "outlet": row["outlet"]}}
        behind = f"{row['n']} quotes"
    else:
        row = counts.entities_by_outlet(mentions).iloc[0]
        picked = {"bar": {"id": row["entity_id"], "outlet": row["outlet"]}}
        behind = f"in {row['n']} articles from 1 outlet"
    name, fields = next(iter(picked.items()))
    app.session_state[chart] = {"selection": {name: [fields]}}
    app.run()
    assert not app.exception
    assert behind in words(app)


def test_a_corpus_without_dates_says_how_to_get_a_timeline(empty: Workspace, open_app: Open) -> None:
    undated = [factory.extraction(9), factory.extraction(19)]
    add(empty, undated, engine="test")
    app = open_app(empty, "overview")
    assert not app.exception
    assert "there is no timeline" in words(app)
    assert "2 articles have no date" in words(app)


def test_one_article_is_enough(empty: Workspace, open_app: Open) -> None:
    add(empty, [factory.extraction(0)], engine="test")
    app = open_app(empty, "overview")
    assert not app.exception
    assert app.header[0].value.startswith("1 article from 1 outlet")
