"""Files dropped into the browser: a quick look of one's own, and what is kept of it."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from onrecord.interchange import to_line
from onrecord.workspace import Workspace
from onrecord.workspace.adding import add
from tests.browser.conftest import Settle, serving
from tests.workspace import factory


def dropped(folder: Path) -> Path:
    """Two articles extracted elsewhere: no model has to run."""
    file = folder / "given.jsonl"
    lines = (json.dumps(to_line(factory.extraction(n), {})) for n in (20, 21))
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def test_a_quick_look_is_the_visitors_own_and_can_be_kept(
    tmp_path: Path, page: Page, browser: Browser, settle: Settle
) -> None:
    workspace = Workspace.create(tmp_path / "workspace")
    add(workspace, factory.extractions(3), engine="test")
    with serving(workspace.path, tmp_path) as address:
        page.goto(f"{address}/articles")
        settle(page)
        page.get_by_text("Add articles, or take a quick look").click()
        page.locator("input[type=file]").set_input_files(dropped(tmp_path))
        page.get_by_role("button", name="Take a quick look").click()
        sidebar = page.get_by_test_id("stSidebar")
        expect(sidebar.get_by_text("2 articles")).to_be_visible()
        expect(page.get_by_text("2 articles opened from 1 file")).to_be_visible()

        other = browser.new_page()
        other.goto(f"{address}/articles")
        settle(other)
        expect(other.get_by_test_id("stSidebar").get_by_text("3 articles")).to_be_visible()
        assert len(workspace.articles()) == 3

        page.get_by_test_id("stSidebarNavLink").filter(has_text="Quotes").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Quotes")
        expect(page.get_by_text("in 2 articles")).to_be_visible()

        page.get_by_role("button", name="Add to workspace").click()
        expect(sidebar.get_by_text("5 articles")).to_be_visible()
        assert len(workspace.articles()) == 5
        other.get_by_role("button", name="Newer data").click()
        expect(other.get_by_test_id("stSidebar").get_by_text("5 articles")).to_be_visible()
        other.close()


def test_visitors_of_a_read_only_server_may_look_but_not_add(
    stored: Workspace, tmp_path: Path, page: Page, settle: Settle
) -> None:
    before = stored.version()
    with serving(stored.path, tmp_path, ONRECORD_READ_ONLY="1") as address:
        page.goto(f"{address}/articles")
        settle(page)
        page.get_by_text("Add articles, or take a quick look").click()
        page.locator("input[type=file]").set_input_files(dropped(tmp_path))
        expect(page.get_by_role("button", name="Take a quick look")).to_be_visible()
        expect(page.get_by_role("button", name="Add to")).to_have_count(0)
        page.get_by_role("button", name="Take a quick look").click()
        expect(page.get_by_test_id("stSidebar").get_by_text("2 articles")).to_be_visible()
        expect(page.get_by_role("button", name="Add to")).to_have_count(0)
    assert stored.version() == before


def test_a_table_whose_columns_do_not_tell_is_asked_about(
    tmp_path: Path, page: Page, settle: Settle, stored: Workspace
) -> None:
    table, empty = tmp_path / "clippings.csv", tmp_path / "empty.csv"
    table.write_text("Nr,Story,Seen\n1,A boat came in before dawn.,2017-08-18\n2,It left.,2017-08-19\n")
    empty.write_text("Nr,Words\n")
    with serving(stored.path, tmp_path, ONRECORD_READ_ONLY="1") as address:
        page.goto(f"{address}/articles")
        settle(page)
        page.get_by_text("Add articles, or take a quick look").click()
        page.locator("input[type=file]").set_input_files([table, dropped(tmp_path)])
        expect(page.get_by_text("Which column is what in clippings.csv?")).to_be_visible()
        expect(page.get_by_text("Which column is what in")).to_have_count(1)
        expect(page.get_by_role("combobox", name="Text")).to_have_value("Story")
        expect(page.get_by_role("combobox", name="Date")).to_have_value("Seen")
        expect(page.get_by_role("combobox", name="Title")).to_have_value("none")
        look = page.get_by_role("button", name="Take a quick look")
        expect(look).to_be_enabled()

        page.locator("input[type=file]").set_input_files(empty)
        expect(page.get_by_text("Choose the column that holds the articles' text")).to_be_visible()
        expect(look).to_be_disabled()
        column = page.get_by_role("combobox", name="Text").nth(1)
        column.scroll_into_view_if_needed()  # a list of options closes when the page scrolls
        settle(page)
        column.click()
        page.get_by_role("option", name="Words").click()
        expect(look).to_be_enabled()


def test_a_file_that_cannot_be_read_opens_no_quick_look(
    tmp_path: Path, page: Page, settle: Settle, stored: Workspace
) -> None:
    nothing = tmp_path / "nothing.txt"
    nothing.touch()
    with serving(stored.path, tmp_path) as address:
        page.goto(f"{address}/articles")
        settle(page)
        page.get_by_text("Add articles, or take a quick look").click()
        page.locator("input[type=file]").set_input_files(nothing)
        page.get_by_role("button", name="Take a quick look").click()
        expect(page.get_by_text("0 articles added from 1 file, 1 file with problems")).to_be_visible()
        settle(page)
        expect(page.get_by_text("Only you see these articles")).to_have_count(0)
        expect(page.get_by_role("button", name="Add to")).to_have_count(0)
