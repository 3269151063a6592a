"""The reader answers to clicks and keys."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from onrecord.workspace import Workspace
from tests.browser.conftest import Settle


def open_article(page: Page, server: str, stored: Workspace, settle: Settle, at: str = "") -> None:
    quotes = stored.quotes()
    article_id = quotes.loc[quotes["outlet"] == "Harbour Post", "article_id"].iloc[0]
    page.goto(f"{server}/articles?article={article_id}{at}")
    settle(page)
    expect(page.locator(".reader .quote").first).to_be_visible()


def test_a_click_on_a_speaker_opens_all_they_said(
    server: str, stored: Workspace, page: Page, settle: Settle
) -> None:
    open_article(page, server, stored, settle)
    speaker = page.locator(".reader button.speaker").first
    name = speaker.inner_text()
    speaker.click()
    panel = page.get_by_test_id("stDialog")
    expect(panel.get_by_text(f"All that {name} said")).to_be_visible()
    said = int((stored.quotes()["speaker"] == name).sum())
    expect(panel.get_by_text(f"{said} quotes in")).to_be_visible()
    expect(panel.locator(".reader li")).to_have_count(min(said, 25))


def test_an_entry_of_the_panel_opens_its_article_at_the_place(
    server: str, stored: Workspace, page: Page, settle: Settle
) -> None:
    open_article(page, server, stored, settle)
    page.locator(".reader .entity").first.click()
    panel = page.get_by_test_id("stDialog")
    entry = panel.locator(".reader li").nth(1)
    title = entry.locator("button.open").inner_text()
    entry.locator("button.open").click()
    expect(page.locator(".reader.article h2")).to_have_text(title)
    assert "article=" in page.url
    assert "at=" in page.url


def test_quotes_are_reached_and_selected_with_the_keyboard(
    server: str, stored: Workspace, page: Page, settle: Settle
) -> None:
    open_article(page, server, stored, settle)
    first = page.locator(".reader .quote").first
    first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".reader .quote.selected")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator(".reader .selected")).to_have_count(0)
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.locator(".reader button.speaker:focus").count():
            break
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("stDialog")).to_be_visible()


def test_a_link_to_a_quote_selects_it_and_brings_it_into_view(
    server: str, stored: Workspace, page: Page, settle: Settle
) -> None:
    quotes = stored.quotes()
    quote = quotes[quotes["outlet"] == "Harbour Post"].iloc[-1]
    page.goto(f"{server}/articles?article={quote['article_id']}&at={quote['start']}-{quote['end']}")
    settle(page)
    chosen = page.locator(".reader .quote.selected")
    expect(chosen).to_be_in_viewport()
    assert chosen.evaluate("node => node.textContent") == quote["text"]


def test_tied_quotes_are_marked_on_both_sides(server: str, page: Page, settle: Settle) -> None:
    page.goto(f"{server}/compare")
    settle(page)
    tied = page.locator(".reader.columns [data-tie]")
    if not tied.count():
        return
    tied.first.click()
    sides = page.locator(".reader.columns .column:has([data-tie].selected)")
    expect(sides).to_have_count(2)
