from __future__ import annotations

from onrecord.interchange import from_line
from onrecord.reading import read
from onrecord.records import Article, Extraction
from onrecord.ui import adding, settings
from onrecord.workspace import Workspace
from onrecord.workspace.adding import add
from tests.pages.conftest import Open, words


def test_the_page_says_what_was_read_and_what_is_missing(filled: Workspace, open_app: Open) -> None:
    app = open_app(filled, "articles")
    undated = int(filled.articles()["published"].isna().sum())
    assert f"{len(filled.articles())} articles from 3 outlets" in words(app)
    assert f"{undated} with a fact missing" in words(app)
    assert len(app.dataframe(key="articles_table_0").value) == len(filled.articles())


def test_set_aside_passages_are_counted_by_kind_and_open(filled: Workspace, open_app: Open) -> None:
    app = open_app(filled, "articles", part="aside")
    captions = int((filled.passages()["kind"] == "caption").sum())
    assert app.dataframe(key="aside").value["Captions"].iloc[0] == captions
    app.session_state["aside"] = {"selection": {"rows": [], "columns": [], "cells": [(0, "Captions")]}}
    app.run()
    assert not app.exception
    assert f"{captions} passages in {captions} articles from 3 outlets." in words(app)


def test_an_article_opens_by_its_link(filled: Workspace, open_app: Open) -> None:
    article_id = filled.articles()["article_id"].iloc[0]
    app = open_app(filled, "articles", article=article_id, at="10-20")
    assert not app.exception
    assert app.button(key="back").label == "All articles"
    assert "articles_table_0" not in [frame.key for frame in app.dataframe]


def test_a_link_to_an_article_that_is_not_there_says_so(filled: Workspace, open_app: Open) -> None:
    app = open_app(filled, "articles", article="0123456789abcdef")
    assert not app.exception
    assert "not in the workspace" in words(app)


def test_an_article_without_quotes_says_so(empty: Workspace, open_app: Open) -> None:
    add(empty, [from_line({"id": "1", "text": "Nothing was said."})], engine="given")
    app = open_app(empty, "articles", article=empty.articles()["article_id"].iloc[0])
    assert "No quotes and no names" in words(app)


def test_one_article_alone_cannot_be_compared(empty: Workspace, open_app: Open) -> None:
    add(empty, [from_line({"id": "1", "text": "Nothing was said."})], engine="given")
    app = open_app(empty, "compare")
    assert not app.exception
    assert "It takes two articles" in words(app)


def test_outcomes_stay_until_they_are_put_away(filled: Workspace, open_app: Open) -> None:
    app = open_app(filled, "articles")
    app.session_state[adding.OUTCOMES] = [
        adding.Outcome("good.txt", articles=2, quotes=5),
        adding.Outcome("<b>bad</b>.txt", problems=["Expected text, found something else."]),
    ]
    app.run()
    assert "2 articles added from 2 files" in words(app)
    assert "1 file with problems" in words(app)
    app.button(key="outcomes_done").click().run()
    assert "added from" not in words(app)


def test_the_sample_articles_go_with_one_click(empty: Workspace, open_app: Open) -> None:
    samples = [item for item in read([settings.app_folder() / "seeds"]) if isinstance(item, Article)]
    own = from_line({"id": "mine", "text": "Nothing was said."})
    add(empty, [*(Extraction(article) for article in samples), own], engine="given")
    app = open_app(empty, "articles")
    assert f"{len(samples)} sample articles" in words(app)
    app.button(key="remove_samples").click().run()
    assert not app.exception
    assert list(empty.articles()["source_id"]) == ["mine"]
    assert "remove_samples" not in [button.key for button in app.button]


def test_who_may_only_read_removes_nothing(empty: Workspace, open_app: Open) -> None:
    samples = [item for item in read([settings.app_folder() / "seeds"]) if isinstance(item, Article)]
    add(empty, [Extraction(article) for article in samples], engine="given")
    app = open_app(empty, "articles", read_only=True)
    assert not app.exception
    assert "remove_samples" not in [button.key for button in app.button]


def test_a_fact_that_is_unknown_leaves_its_cell_empty(empty: Workspace, open_app: Open) -> None:
    add(empty, [from_line({"id": "1", "text": "Nothing was said."})], engine="given")
    (table,) = open_app(empty, "articles").dataframe
    assert table.value["Outlet"].isna().all()
    assert table.proto.placeholder == "", "Streamlit would say None"
