"""Links: cold, shared, followed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from onrecord.workspace import Workspace
from tests.browser.conftest import Settle, serving
from tests.workspace import factory

PAGES = ("overview", "quotes", "entities", "connections", "statements", "compare", "articles")


@pytest.mark.parametrize("name", PAGES)
def test_a_cold_link_shows_the_whole_app(
    stored: Workspace, tmp_path: Path, page: Page, settle: Settle, name: str
) -> None:
    with serving(stored.path, tmp_path) as address:
        page.goto(
            f"{address}/{'' if name == 'overview' else name}?outlet={factory.OUTLETS[0].replace(' ', '+')}"
        )
        settle(page)
        expect(page.get_by_role("heading", level=1)).to_have_text(name.capitalize())
        expect(page.get_by_test_id("stSidebarNavLink")).to_have_count(len(PAGES))
        expect(page.get_by_test_id("stSidebar").get_by_text(factory.OUTLETS[0])).to_be_visible()
        expect(page.get_by_test_id("stException")).to_have_count(0)


def test_the_app_runs_under_uvicorn_from_another_folder(
    stored: Workspace, tmp_path: Path, page: Page, settle: Settle
) -> None:
    with serving(stored.path, tmp_path, uvicorn=True) as address:
        answer = page.goto(f"{address}/quotes")
        assert answer is not None
        assert "frame-ancestors 'self'" in answer.headers["content-security-policy"]
        settle(page)
        expect(page.get_by_role("heading", level=1)).to_have_text("Quotes")
        ground = page.get_by_test_id("stApp").evaluate("node => getComputedStyle(node).backgroundColor")
        assert ground == "rgb(253, 252, 250)"  # the theme's own


def test_filters_follow_from_page_to_page_and_stay_in_the_address(
    server: str, page: Page, settle: Settle
) -> None:
    wanted = ("speaker=Ada\\+Quill", "type=direct", "texts=independent")  # in whatever order
    page.goto(f"{server}/quotes?speaker=Ada+Quill&type=direct&texts=independent")
    settle(page)
    for name in ("Statements", "Articles", "Quotes"):
        page.get_by_test_id("stSidebarNavLink").filter(has_text=name).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(name)
        expect(page).to_have_url(
            re.compile(name.lower() + r"\?" + "".join(f"(?=.*{part})" for part in wanted))
        )
        settle(page)


def test_a_shared_link_restores_the_view(server: str, page: Page, browser: Browser, settle: Settle) -> None:
    page.goto(f"{server}/quotes")
    settle(page)
    page.get_by_test_id("stSidebar").get_by_role("button", name="direct", exact=True).click()
    settle(page)
    page.get_by_role("textbox", name="Search the texts").fill("harbour OR ferry")
    page.keyboard.press("Enter")
    settle(page)
    answer = page.get_by_text("quotes by").inner_text()
    page.get_by_role("button", name="Share").click()
    link = page.get_by_test_id("stCode").inner_text().strip()
    other = browser.new_page()
    other.goto(link)
    settle(other)
    expect(other.get_by_text("quotes by")).to_have_text(answer)
    expect(other.get_by_role("textbox", name="Search the texts")).to_have_value("harbour OR ferry")
    other.close()


def test_an_article_opens_from_the_table_and_closes_again(server: str, page: Page, settle: Settle) -> None:
    address = f"{server}/articles?outlet={factory.OUTLETS[0].replace(' ', '+')}"
    page.goto(address)
    settle(page)
    table = page.locator("[data-testid=stDataFrame]:visible").first
    for _ in range(2):
        table.click(position={"x": 15, "y": 60})
        expect(page.locator(".reader h2")).to_be_visible()
        expect(page).to_have_url(re.compile(f"{re.escape(address)}&article=[0-9a-f]+$"))
        settle(page)
        page.get_by_role("button", name="All articles").click()
        expect(table).to_be_visible()
        expect(page).to_have_url(address)
        settle(page)


def test_a_day_in_the_filters_can_be_read_whole(server: str, page: Page, settle: Settle) -> None:
    page.goto(f"{server}/quotes?since=2024-01-02")
    settle(page)
    clear, day = (
        page.get_by_test_id("stSidebar").get_by_test_id("stDateInput").first.locator(part)
        for part in ("button", "[role=spinbutton]")
    )
    expect(day).to_have_count(3)
    last, first_button = day.last.bounding_box(), clear.first.bounding_box()
    assert last
    assert first_button
    assert last["x"] + last["width"] <= first_button["x"]
