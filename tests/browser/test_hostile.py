"""Articles are hostile input: none of their words may run, load or format anything."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from onrecord.workspace import Workspace
from tests.browser import hostile
from tests.browser.conftest import Settle
from tests.browser.test_links import PAGES


@pytest.fixture(autouse=True)
def nothing_runs(page: Page) -> None:
    page.on("dialog", lambda dialog: pytest.fail(f"a payload opened a dialog: {dialog.message}"))


def unharmed(page: Page) -> bool:
    return bool(page.evaluate("window.hacked === undefined"))


@pytest.mark.parametrize("name", PAGES)
def test_payloads_do_nothing_on_any_page(server: str, page: Page, settle: Settle, name: str) -> None:
    page.goto(f"{server}/{'' if name == 'overview' else name}")
    settle(page)
    expect(page.get_by_test_id("stException")).to_have_count(0)
    assert unharmed(page)


def test_the_reader_shows_payloads_as_the_words_they_are(
    stored: Workspace, server: str, page: Page, settle: Settle
) -> None:
    articles = stored.articles().set_index("title")
    for number, payload in enumerate(hostile.PAYLOADS):
        page.goto(f"{server}/articles?article={articles.at[f'Title {number} {payload}', 'article_id']}")
        settle(page)
        expect(page.locator(".reader h2")).to_have_text(f"Title {number} {payload}")
        said = page.locator(".reader .quote")
        assert said.evaluate("node => node.textContent") == f"we {payload} again"
        said.hover()
        page.locator(".reader button.speaker").click()
        expect(page.get_by_test_id("stDialog").get_by_text("1 quote in 1 article")).to_be_visible()
        assert unharmed(page)


def test_a_payload_in_a_files_name_does_nothing(
    server: str, page: Page, settle: Settle, tmp_path: Path
) -> None:
    bad = tmp_path / "<img src=x onerror=window.hacked=7>![x](http:evil.example).txt"
    bad.write_bytes(b"\x00\x01\x02\xff" * 100)
    given = tmp_path / "'\"><svg onload=window.hacked=8>.jsonl"
    given.write_text(json.dumps(hostile.article(99, hostile.PAYLOADS[0])) + "\n", encoding="utf-8")
    page.goto(f"{server}/articles")
    settle(page)
    page.get_by_text("Add articles, or take a quick look").click()
    page.locator("input[type=file]").set_input_files([bad, given])
    page.get_by_role("button", name="Take a quick look").click()
    expect(page.get_by_text(", 1 file with problems.")).to_be_visible()
    settle(page)
    assert unharmed(page)
