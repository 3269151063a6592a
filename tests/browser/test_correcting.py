"""An analyst says what a passage is, with the keyboard alone; every page follows, and it can be undone."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from onrecord.workspace import Workspace
from onrecord.workspace.adding import add
from onrecord.workspace.corrections import decisions
from tests.browser.conftest import Settle, serving
from tests.workspace import factory


def correct(page: Page, address: str, article_id: str, settle: Settle) -> None:
    page.goto(f"{address}/articles?article={article_id}")
    settle(page)
    page.get_by_text("Correct passages").click()
    expect(page.locator(".reader button.mend")).to_have_count(3)


def test_a_passage_is_set_aside_and_taken_back_with_the_keyboard(
    tmp_path: Path, page: Page, settle: Settle
) -> None:
    with Workspace.create(tmp_path / "workspace") as workspace:
        add(workspace, factory.extractions(2), engine="test")
        article_id = workspace.articles()["article_id"].iloc[0]
        quotes = len(workspace.quotes())
        with serving(workspace.path, tmp_path) as address:
            correct(page, address, article_id, settle)
            body = page.locator(".reader button.mend").nth(1)
            expect(body).to_have_text("Text")
            body.focus()
            page.keyboard.press("Enter")
            dialog = page.get_by_role("dialog")
            dialog.get_by_role("radio", name="Promotion").focus()
            page.keyboard.press("Space")
            settle(page)
            dialog.get_by_role("button", name="Save").focus()
            page.keyboard.press("Enter")
            expect(page.locator(".reader button.mend").nth(1)).to_contain_text("Promotion: decided by")
            assert len(workspace.quotes()) < quotes
            page.goto(f"{address}/quotes")
            settle(page)
            expect(page.get_by_text(f"{len(workspace.quotes())} quotes").first).to_be_visible()

            correct(page, address, article_id, settle)
            page.locator(".reader button.mend").nth(1).click()
            page.get_by_role("dialog").get_by_role("button", name="Undo the decision").click()
            expect(page.locator(".reader button.mend").nth(1)).to_have_text("Text")
            assert len(workspace.quotes()) == quotes
            assert not decisions(workspace)["counts"].any()


def test_who_may_only_read_cannot_correct(
    stored: Workspace, tmp_path: Path, page: Page, settle: Settle
) -> None:
    article_id = stored.articles()["article_id"].iloc[0]
    with serving(stored.path, tmp_path, ONRECORD_READ_ONLY="1") as address:
        page.goto(f"{address}/articles?article={article_id}")
        settle(page)
        expect(page.locator(".reader h2")).to_be_visible()
        expect(page.get_by_text("Correct passages")).to_have_count(0)
        expect(page.locator(".reader button.mend")).to_have_count(0)
