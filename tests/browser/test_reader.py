"""The reader answers to clicks and keys."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
from playwright.sync_api import Page, expect

from onrecord.interchange import from_line
from onrecord.workspace import Workspace
from onrecord.workspace.adding import add
from tests.browser.conftest import Settle, serving


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


def test_the_panel_downloads_exactly_its_rows(
    server: str, stored: Workspace, page: Page, settle: Settle
) -> None:
    open_article(page, server, stored, settle)
    page.locator(".reader button.speaker").first.click()
    panel = page.get_by_test_id("stDialog")
    said = int(panel.get_by_text(" quotes in ").inner_text().split()[0])
    with page.expect_download() as download:
        panel.get_by_role("button", name=f"Download {said} rows as CSV").click()
    rows = pd.read_csv(download.value.path())
    assert len(rows) == said
    assert all(text in context for text, context in zip(rows["text"], rows["context"], strict=True))
    assert (rows["highlighted"] == rows["text"]).all()


def test_long_and_crowded_articles_are_drawn(page: Page, settle: Settle, tmp_path: Path) -> None:
    text = "😀 Ada said hello and left for Torvia. " * 3000
    mentions = [
        {"start": at, "end": at + 3, "text": "Ada", "label": "PERSON", "entity": "Ada"}
        for at in range(2, len(text), 38)
    ]
    workspace = Workspace.create(tmp_path / "workspace")
    add(workspace, [from_line({"id": "long", "text": text, "mentions": mentions})], engine="given")
    with serving(workspace.path, tmp_path) as address:
        page.goto(f"{address}/articles?article={workspace.articles()['article_id'].iloc[0]}")
        settle(page)
        expect(page.locator(".reader .entity")).to_have_count(len(mentions))
        assert page.locator(".reader .entity").last.inner_text() == "Ada"
