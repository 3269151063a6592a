"""Figures open their evidence: the exact sentences, behind a cell, a bar, a node, a row."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from onrecord.analysis import cooccurrence
from onrecord.workspace import Workspace
from tests.browser.conftest import Settle


def panel(page: Page) -> str:
    """What the evidence panel says once it is open."""
    found = page.get_by_test_id("stDialog")
    expect(found.get_by_text(re.compile(r"^\d[\d,]* (sentence|quote)s? in "))).to_be_visible()
    return found.inner_text()


def test_a_click_on_a_cell_opens_the_sentences_it_counts(
    stored: Workspace, server: str, page: Page, settle: Settle
) -> None:
    page.goto(f"{server}/connections")
    settle(page)
    top = cooccurrence.pairs(stored.mentions(), top_n=20, min_together=2).iloc[0]
    cell = page.locator(f".st-key-matrix path[aria-label*='one: {top['a_name']}; other: {top['b_name']};']")
    cell.first.click(force=True)
    settle(page)
    assert f"{top['together']} sentence" in panel(page)
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("stDialog")).to_have_count(0)


def test_the_same_cell_clicked_again_opens_its_sentences_again(
    stored: Workspace, server: str, page: Page, settle: Settle
) -> None:
    page.goto(f"{server}/connections")
    settle(page)
    top = cooccurrence.pairs(stored.mentions(), top_n=20, min_together=2).iloc[0]
    cell = page.locator(f".st-key-matrix path[aria-label*='one: {top['a_name']}; other: {top['b_name']};']")
    for _ in range(3):
        cell.first.click(force=True)
        settle(page)
        assert f"{top['together']} sentence" in panel(page)
        page.keyboard.press("Escape")
        expect(page.get_by_test_id("stDialog")).to_have_count(0)
    # Another view of the same pairs is no second click.
    page.get_by_role("radio", name="Beyond chance").click(force=True)
    settle(page)
    expect(page.get_by_test_id("stDialog")).to_have_count(0)
    page.wait_for_url(re.compile(r"[?&]measure=npmi"))


@pytest.mark.parametrize("chart", ["speakers", "entities", "timeline"])
def test_a_click_on_a_bar_opens_what_it_counts(server: str, page: Page, settle: Settle, chart: str) -> None:
    page.goto(f"{server}/")
    settle(page)
    bar = page.locator(
        f".st-key-{chart} path[aria-roledescription='{'rect mark' if chart == 'timeline' else 'bar'}']"
    )
    bar.first.click(force=True)
    settle(page)
    assert panel(page)


def test_a_row_of_the_table_opens_an_entity_and_the_link_shows_it(
    server: str, page: Page, settle: Settle
) -> None:
    page.goto(f"{server}/entities")
    settle(page)
    table = page.locator("[data-testid=stDataFrame]:visible").first
    table.click(position={"x": 14, "y": 34 * 3})
    settle(page)
    page.wait_for_url(re.compile("open="))
    name = page.get_by_role("heading", level=3).first.inner_text()
    page.goto(page.url)
    settle(page)
    expect(page.get_by_role("heading", level=3).first).to_have_text(name)


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("name", ["overview", "entities", "connections", "statements"])
def test_no_page_is_wider_than_the_screen(
    server: str, page: Page, settle: Settle, name: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{server}/{'' if name == 'overview' else name}")
    settle(page)
    wide = page.evaluate("() => document.querySelector('[data-testid=stMain]').scrollWidth")
    assert wide <= width
