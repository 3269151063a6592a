from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from onrecord.interchange import from_line
from onrecord.workspace import Workspace
from onrecord.workspace.adding import add
from tests.pages.conftest import SHELL, Open, words
from tests.workspace import factory

PAGES = ("overview", "quotes", "entities", "connections", "statements", "compare", "articles")


@pytest.mark.parametrize("name", PAGES)
def test_a_link_to_any_page_opens_it_with_filters_and_answers(
    filled: Workspace, open_app: Open, name: str
) -> None:
    app = open_app(filled, name, outlet=factory.OUTLETS[0])
    assert not app.exception
    assert app.title[0].value == name.capitalize()
    assert app.multiselect(key="outlet").value == [factory.OUTLETS[0]]


@pytest.mark.parametrize("name", PAGES)
def test_every_page_of_an_empty_workspace_helps(empty: Workspace, open_app: Open, name: str) -> None:
    app = open_app(empty, name)
    assert not app.exception
    said = words(app)
    assert "Drop articles here" in [str(element.label) for element in app.get("file_uploader")]
    assert name == "articles" or "sample" in said


def test_a_read_only_empty_workspace_offers_no_adding(empty: Workspace, open_app: Open) -> None:
    app = open_app(empty, read_only=True)
    assert "no articles yet" in words(app)
    assert "sample" not in [button.key for button in app.button]


def test_the_filters_of_a_link_become_the_selection(filled: Workspace, open_app: Open) -> None:
    app = open_app(
        filled, "quotes", outlet=list(factory.OUTLETS[:2]), speaker="Ada Quill", entity="Torvia",
        type="direct", since="2024-01-05", until="2024-01-20", q="harbour", junk="true",
    )  # fmt: skip
    assert not app.exception
    assert app.multiselect(key="outlet").value == list(factory.OUTLETS[:2])
    assert app.multiselect(key="speaker").value == ["Ada Quill"]
    assert app.multiselect(key="entity").value == ["Torvia"]
    assert app.date_input(key="since").value == date(2024, 1, 5)
    assert app.date_input(key="until").value == date(2024, 1, 20)
    assert app.text_input(key="q").value == "harbour"
    assert app.toggle(key="junk").value is True


def test_an_unknown_name_matches_nothing_and_can_be_dropped(filled: Workspace, open_app: Open) -> None:
    app = open_app(filled, "quotes", speaker="Nobody Such", outlet=factory.OUTLETS[0])
    assert "No quotes with these filters" in words(app)
    ways = {button.key: button.label for button in app.button if button.key.startswith("relax_")}
    assert set(ways) == {"relax_speaker", "relax_all"}
    app.button(key="relax_speaker").click().run()
    assert app.multiselect(key="speaker").value == []
    assert app.multiselect(key="outlet").value == [factory.OUTLETS[0]]
    assert "No quotes" not in words(app)


def test_the_number_a_relaxed_filter_promises_is_the_number_it_shows(
    filled: Workspace, open_app: Open
) -> None:
    app = open_app(filled, "quotes", speaker="Nobody Such", type="direct")
    promised = app.button(key="relax_speaker").label.split(": ")[1]
    app.button(key="relax_speaker").click().run()
    assert f"{promised} by" in words(app)


def test_a_search_that_cannot_be_parsed_says_so_and_shows_everything(
    filled: Workspace, open_app: Open
) -> None:
    app = open_app(filled, "quotes", q='harbour AND "')
    assert not app.exception
    assert any(caption.value.startswith(":red[") for caption in app.caption)
    assert "No quotes" not in words(app)


def test_clearing_empties_all_filters(filled: Workspace, open_app: Open) -> None:
    app = open_app(filled, "articles", outlet=factory.OUTLETS[0], q="harbour")
    app.button(key="clear_filters").click().run()
    assert app.multiselect(key="outlet").value == []
    assert app.text_input(key="q").value == ""
    assert "clear_filters" not in [button.key for button in app.button]


def test_newer_data_is_announced_and_shown_on_request(empty: Workspace, open_app: Open) -> None:
    add(empty, factory.extractions(3), engine="test")
    app = open_app(empty, "articles")
    assert "newer" not in [button.key for button in app.button]
    assert "3 articles" in words(app)


def test_names_in_the_shell_are_escaped(tmp_path: Path, open_app: Open) -> None:
    workspace = Workspace.create(tmp_path / "! **x** :red w")
    text = "Ada came. <script>alert(1)</script>"
    add(
        workspace,
        [from_line({"id": "1", "text": text, "outlet": "![o](//evil.example/o.png)"})],
        engine="given",
    )
    app = open_app(workspace, "articles")
    assert not app.exception
    assert "**x**" not in words(app)
    assert ":red" not in words(app)
    assert app.multiselect(key="outlet").options == ["![o](//evil.example/o.png)"]


def test_a_corpus_without_days_says_so(tmp_path: Path, open_app: Open) -> None:
    workspace = Workspace.create(tmp_path / "w")
    add(workspace, [from_line({"id": "1", "text": "Ada came by."})], engine="given")
    app = open_app(workspace, "articles")
    assert "no filter by day" in words(app)
    assert not app.date_input


def test_the_navigation_names_the_seven_pages_in_order() -> None:
    source = SHELL.read_text("utf-8")
    places = [source.index(f'"{page}"') for page in PAGES]
    assert places == sorted(places)
