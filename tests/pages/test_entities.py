from __future__ import annotations

import pytest

from onrecord.analysis import profile
from onrecord.interchange import from_line
from onrecord.records import Extraction
from onrecord.resolution import Evidence
from onrecord.ui.likeness import sentences
from onrecord.workspace import Workspace
from onrecord.workspace.adding import add
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


@pytest.mark.parametrize(
    ("part", "says"),
    [
        ("names", "How often each outlet uses each name"),
        ("same", "No other name here looks as if it meant Ada Quill"),
    ],
)
def test_a_link_opens_a_part_of_the_file(filled: Workspace, open_app: Open, part: str, says: str) -> None:
    app = open_app(filled, "entities", open=entity(filled, "Ada Quill"), part=part)
    assert not app.exception
    assert says in words(app)


def test_titles_stand_with_the_days_they_are_given(filled: Workspace, open_app: Open) -> None:
    ada = entity(filled, "Ada Quill")
    app = open_app(filled, "entities", open=ada, part="names")
    titles = next(table.value for table in app.dataframe if "Title" in table.value)
    mentions = filled.mentions()
    days = mentions.loc[mentions["entity_id"] == ada, "published"]
    assert titles["Title"].tolist() == ["Dr"]
    assert titles["First given"].iloc[0] == days.min()
    assert titles["Last given"].iloc[0] == days.max()


def test_articles_of_an_entity_are_listed_with_how_often_they_name_it(
    filled: Workspace, open_app: Open
) -> None:
    ada = entity(filled, "Ada Quill")
    app = open_app(filled, "entities", open=ada, part="articles")
    table = app.dataframe[-1].value
    row = filled.entities().set_index("entity_id").loc[ada]
    assert (len(table), table["n"].sum()) == (row["articles"], row["mentions"])


def test_another_speakers_filter_leaves_nothing_said(filled: Workspace, open_app: Open) -> None:
    app = open_app(filled, "entities", open=entity(filled, "Ada Quill"), speaker="Boris Tam", part="said")
    assert "No quote here is attributed to Ada Quill" in words(app)


def organisation(name: str) -> Extraction:
    text = f"{name} met in the town hall."
    mention = {"start": 0, "end": len(name), "text": name, "label": "ORG", "entity": name}
    return from_line({"id": name, "text": text, "mentions": [mention]})


def test_names_that_may_be_one_come_with_the_evidence_and_open_each_other(
    empty: Workspace, open_app: Open
) -> None:
    add(empty, map(organisation, ("Ferry Board Committee", "FBC")), engine="test")
    app = open_app(empty, "entities", open=entity(empty, "FBC"), part="same", find="fbc")
    reason = app.button(key=f"same_{entity(empty, 'Ferry Board Committee')}_0")
    assert reason.label == "For: FBC may be the initials of Ferry Board Committee"
    reason.click().run()
    assert not app.exception
    assert "2 sentences in 2 articles" in words(app)
    app.button(key=f"same_{entity(empty, 'Ferry Board Committee')}").click().run()
    assert not app.exception
    assert app.subheader[0].value == "Ferry Board Committee"


@pytest.mark.parametrize(
    ("said", "marked"),
    [
        (Evidence("", "names"), ["Ferry Board Committee", "FBC"]),
        (Evidence("", "rivals", ("other",)), ["Ferry Board Committee", "FBC"]),
        (Evidence("", "together"), []),
        (Evidence("", "title", ("chair",)), ["Ferry Board Committee", "FBC"]),  # no title is marked
    ],
)
def test_the_sentences_behind_a_candidate(empty: Workspace, said: Evidence, marked: list[str]) -> None:
    add(empty, map(organisation, ("Ferry Board Committee", "FBC")), engine="test")
    pair = (entity(empty, "Ferry Board Committee"), entity(empty, "FBC"))
    said = said._replace(values=tuple(pair[0] if value == "other" else value for value in said.values))
    rows, _ = sentences(empty, pair, said, empty.entities().set_index("entity_id"))
    assert sorted(label for spans in rows["highlights"] for *_, label in spans) == sorted(marked, key=str)


def test_the_title_behind_a_candidate_is_marked_where_it_stands(empty: Workspace) -> None:
    text = "Chair Ada Quill met Chair A. Quill."
    spans = [("TITLE", 0, 5, "Ada Quill"), ("PERSON", 6, 15, "Ada Quill"), ("TITLE", 20, 25, "A. Quill")]
    spans.append(("PERSON", 26, 34, "A. Quill"))
    mentions = [
        {"start": a, "end": b, "text": text[a:b], "label": label, "entity": name}
        for label, a, b, name in spans
    ]
    add(empty, [from_line({"id": "a", "text": text, "mentions": mentions})], engine="test")
    entities = empty.entities().set_index("entity_id")
    rows, _ = sentences(empty, tuple(entities.index[:2]), Evidence("", "title", ("chair",)), entities)
    assert [span[:2] for spans in rows["highlights"] for span in spans] == [(0, 5), (20, 25)]


def test_seats_count_as_governments_where_the_link_says_so(empty: Workspace, open_app: Open) -> None:
    text = "Japan waited. Tokyo said nothing."
    names = [("Japan", 0), ("Tokyo", 14)]
    mentions = [
        {"start": at, "end": at + len(name), "text": name, "label": "GPE", "entity": name}
        for name, at in names
    ]
    add(empty, [from_line({"id": "a", "text": text, "mentions": mentions})], engine="test")
    app = open_app(empty, "entities", open=entity(empty, "Tokyo"))
    assert list(app.dataframe[0].value["name"]) == ["Japan", "Tokyo"]
    assert "stands for Japan" in words(app)
    assert list(open_app(empty, "entities", governments="true").dataframe[0].value["name"]) == ["Japan"]
