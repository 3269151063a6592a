"""The parts of the articles page: set aside, facts, not read, other languages, decisions."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from onrecord.records import Article, Extraction, Failure, Selection
from onrecord.ui import facts, library, setaside
from onrecord.workspace import Workspace
from onrecord.workspace.adding import add
from onrecord.workspace.corrections import decide_passage, decisions, teach_line, type_in
from onrecord.workspace.failures import failures, remember
from tests.pages.conftest import Open, words
from tests.workspace import factory


@pytest.fixture
def own(empty: Workspace) -> Workspace:
    """A small workspace that a test may change."""
    add(empty, factory.extractions(10), engine="test")
    return empty


GERMAN = "Der Rat tagte am Montag zwei Stunden lang, und die Bürgermeisterin sprach über den Hafen."


def test_the_page_opens_on_an_answer(own: Workspace, open_app: Open) -> None:
    remember(own, [Failure("broken.pdf", "encrypted")], read=[], on_disk=False)
    add(own, [Extraction(Article("g", GERMAN, language="de"))], engine="given")
    app = open_app(own, "articles")
    assert not app.exception
    said = words(app)
    number = len(own.articles())
    assert f"{number} articles from 3 outlets" in said
    assert f"read from {number} files" in said
    assert f"{number} passages set aside" in said
    assert "1 in other languages" in said
    assert "1 file not read" in said


@pytest.mark.parametrize("part", list(library.PARTS))
def test_a_link_opens_each_part(own: Workspace, open_app: Open, part: str) -> None:
    app = open_app(own, "articles", part=part)
    assert not app.exception
    offered = part not in {"copies", "languages", "unread"}  # nothing is in them
    assert app.session_state["part_shown"] == (part if offered else "articles")


@pytest.mark.parametrize("part", ["aside", "facts", "unread", "languages", "decisions"])
@pytest.mark.parametrize("read_only", [True, False])
def test_who_may_only_read_sees_no_controls(
    own: Workspace, open_app: Open, part: str, read_only: bool
) -> None:
    remember(own, [Failure("broken.pdf", "encrypted")], read=[], on_disk=False)
    add(own, [Extraction(Article("g", GERMAN, language="de"))], engine="given")
    app = open_app(own, "articles", read_only=read_only, part=part)
    assert not app.exception
    keys = {button.key for button in app.button}
    controls = {"failures_retry", "failures_put_away", "facts_save"} & keys
    assert bool(controls) == (not read_only and part in {"unread", "facts"})
    article_id = own.articles()["article_id"].iloc[0]
    reading = open_app(own, "articles", read_only=read_only, article=article_id)
    assert ("correct" in {toggle.key for toggle in reading.toggle}) == (not read_only)


def test_set_aside_by_outlet_and_kind(own: Workspace) -> None:
    articles = own.articles()
    aside = setaside.passages(own, Selection(), articles)
    table = setaside.by_outlet(aside)
    assert list(table.columns) == ["Outlet", "All", "Captions"]
    assert table["All"].iloc[0] == len(articles)  # each has one caption
    assert table["Outlet"].iloc[0] == "All outlets"
    assert table["All"].iloc[1:].sum() == len(articles)


def test_putting_a_failure_away(own: Workspace, open_app: Open) -> None:
    remember(own, [Failure("broken.pdf", "encrypted")], read=[], on_disk=False)
    app = open_app(own, "articles", part="unread")
    assert app.button(key="failures_retry").disabled  # it lies nowhere on this machine
    app.button(key="failures_put_away").click().run()
    assert not app.exception
    assert failures(own).empty


def test_trying_again_reads_what_was_mended(empty: Workspace, open_app: Open, tmp_path: Path) -> None:
    add(empty, factory.extractions(2), engine="test")
    file = tmp_path / "lines.jsonl"
    file.write_text("{broken\n", encoding="utf-8")
    remember(empty, [Failure(f"{file}:row 1", "no JSON")], read=[], on_disk=True)
    file.write_text('{"id": "m", "text": "It was mended.", "mentions": []}\n', encoding="utf-8")
    app = open_app(empty, "articles", part="unread")
    app.button(key="failures_retry").click().run()
    assert not app.exception
    assert failures(empty).empty
    assert "m" in set(empty.articles()["source_id"])


def test_decisions_are_listed_in_words(own: Workspace) -> None:
    article = own.articles().iloc[0]
    caption = own.reading(article["article_id"]).passages.iloc[-1]
    span = (int(caption["start"]), int(caption["end"]))
    filled_words = own.texts([article["article_id"]])[article["article_id"]][slice(*span)]
    decide_passage(own, article["article_id"], span, "body", who="Kim")
    teach_line(own, "Harbour Post", "Sail with us", "promo", who="Kim")
    type_in(own, {article["article_id"]: {"outlet": "Port Wire", "author": None}}, who="Kim")
    from onrecord.ui.decisions import decided

    told = {decided(row) for row in decisions(own).to_dict("records")}
    assert told == {
        f"Text: {filled_words}",
        "Always in Harbour Post, Promotion: Sail with us",
        "Outlet: Port Wire",
        "Author: unknown",
    }


def test_decisions_page(own: Workspace, open_app: Open) -> None:
    assert "Nothing was decided yet" in words(open_app(own, "articles", part="decisions"))
    type_in(own, {own.articles()["article_id"].iloc[0]: {"title": "<b>T</b>"}}, who="Kim")
    app = open_app(own, "articles", part="decisions")
    assert "1 decision in force" in words(app)


def test_changed_cells_are_what_is_saved() -> None:
    before = pd.DataFrame(
        {
            "Title": ["One", None, "Three"],
            "Outlet": ["O", None, None],
            "Published": pd.to_datetime(["2024-01-02", None, None]),
            "Author": [None, None, None],
        }
    )
    after = before.copy()
    assert facts.changed(["a", "b", "c"], before, after) == {}
    after.loc[0, "Title"] = " "
    after.loc[1, "Outlet"] = " Port Wire "
    after.loc[2, "Published"] = pd.Timestamp("2024-05-06")
    assert facts.changed(["a", "b", "c"], before, after) == {
        "a": {"title": None},
        "b": {"outlet": "Port Wire"},
        "c": {"published": pd.Timestamp("2024-05-06").date()},
    }


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (None, ""), ("stated", ""), ("typed in", "typed in"), ("address", "the address, 98% sure"),
        ("a page", "a page"),
    ],
)  # fmt: skip
def test_origins_in_words(source: str | None, said: str) -> None:
    assert facts.origin(source) == said


def test_files_of_many_are_told_by_folder() -> None:
    articles = pd.DataFrame(
        {
            "article_id": [str(n) for n in range(library.MOST_FILES + 1)],
            "path": [f"in/{n % 2}/{n}.txt" for n in range(library.MOST_FILES + 1)],
            "outlet": "O",
            "words": 1,
            "quotes": 2,
            "added": pd.Timestamp("2024-01-01"),
        }
    )
    found = library.files_of(articles)
    assert sorted(found["File"]) == ["in/0/", "in/1/"]
    assert found["Articles"].sum() == library.MOST_FILES + 1
