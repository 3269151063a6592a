from __future__ import annotations

import pytest

from onrecord.analysis import profile
from onrecord.workspace import Workspace
from tests.pages.conftest import Open, words
from tests.workspace import factory


def entity(ws: Workspace, name: str) -> str:
    rows = ws.entities()
    return str(rows.loc[rows["name"] == name, "entity_id"].iloc[0])


def test_the_page_opens_on_the_entity_named_most(filled: Workspace, open_app: Open) -> None:
    app = open_app(filled, "entities")
    first = filled.entities().iloc[0]
    assert app.subheader[0].value == first["name"]
    assert f"{first['mentions']} mentions in {first['articles']} articles" == app.button(key="mentions").label


def test_a_link_opens_an_entity_with_what_it_said_and_what_was_said_of_it(
    filled: Workspace, open_app: Open
) -> None:
    name = factory.PEOPLE[1]
    app = open_app(filled, "entities", open=entity(filled, name))
    assert not app.exception
    assert app.subheader[0].value == name
    quotes = filled.quotes()
    said, of_it = profile.said(quotes, entity(filled, name)), profile.said_about(quotes, entity(filled, name))
    assert f"is quoted {len(said)} times" in words(app)
    assert (f"comes up in {len(of_it)} quotes of others" in words(app)) == bool(len(of_it))


@pytest.mark.parametrize("found", [("find", "quill"), ("find", "QUI ada")])
def test_the_table_can_be_searched(filled: Workspace, open_app: Open, found: tuple[str, str]) -> None:
    app = open_app(filled, "entities", **dict([found]))
    assert list(app.dataframe[0].value["name"]) == ["Ada Quill"]


def test_kinds_narrow_the_table(filled: Workspace, open_app: Open) -> None:
    app = open_app(filled, "entities", kind="person")
    assert set(app.dataframe[0].value["kind"]) == {"person"}
    assert set(app.dataframe[0].value["name"]) == set(factory.PEOPLE)


def test_a_name_that_is_not_there_gets_advice(filled: Workspace, open_app: Open) -> None:
    app = open_app(filled, "entities", find="zzz")
    assert not app.exception
    assert "No entity has this name" in words(app)


def test_an_unknown_entity_in_a_link_falls_back_to_the_first(filled: Workspace, open_app: Open) -> None:
    app = open_app(filled, "entities", open="not-an-id")
    assert app.subheader[0].value == filled.entities()["name"].iloc[0]


def test_the_mentions_open_their_sentences(filled: Workspace, open_app: Open) -> None:
    app = open_app(filled, "entities", open=entity(filled, factory.PEOPLE[0]))
    app.button(key="mentions").click().run()
    assert not app.exception
    mentions = filled.mentions()
    mine = mentions[mentions["entity_id"] == entity(filled, factory.PEOPLE[0])]
    sentences = mine[["article_id", "sentence_start"]].drop_duplicates()
    assert f"{len(sentences)} sentences in {mine['article_id'].nunique()} articles" in words(app)
