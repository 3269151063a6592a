"""Two articles in linked columns, and a statement's tellings, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from onrecord.interchange import from_line
from onrecord.records import Extraction, Selection
from onrecord.workspace import Workspace
from onrecord.workspace.adding import add
from tests.browser.conftest import Settle, serving

WHOLE = "We shall open the harbour again when the last boat has come home, if the storm allows it"
OTHER = "Nobody who knows these waters would have sailed that night"
COMMON = "The ferry left Port Amber at dawn with 40 passengers on board."
FILLER = "It rained all day in the harbour of {}. "


def article(name: str, outlet: str, *said: str, common: str = COMMON) -> Extraction:
    """An article that shares its first sentence, and reports utterances behind enough words to scroll."""
    quotes, text = [], f"{common}\n\n"
    for words in said:
        text += FILLER.format(name) * 60 + "\n\nAda Quill said: “"
        start = len(text)
        text += f"{words}”.\n\n"
        quotes.append(
            {
                "start": start, "end": start + len(words), "text": words, "type": "direct", "marked": [],
                "group": str(start), "cue": None, "speaker": [start - 17, start - 8],
                "speaker_name": "Ada Quill", "confidence": 0.9,
            }
        )  # fmt: skip
    line = {"id": name, "title": f"Article {name}", "outlet": outlet, "text": text, "quotes": quotes}
    return from_line(line)


@pytest.fixture(scope="module")
def event(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Two articles that share a sentence and two statements, in another order; one that shares nothing."""
    workspace = Workspace.create(tmp_path_factory.mktemp("event") / "workspace")
    articles = [
        article("One", "Harbour Post", WHOLE, OTHER),
        article("Two", "Daily Lantern", OTHER, WHOLE.removesuffix(", if the storm allows it")),
        article("Three", "Northern Wire", "Nothing of the kind was ever planned by us", common="Dry."),
    ]
    add(workspace, articles, engine="given")
    return workspace


@pytest.fixture(scope="module")
def address(event: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(event.path, tmp_path_factory.mktemp("server")) as address:
        yield address


@pytest.fixture
def columns(address: str, event: Workspace, page: Page, settle: Settle) -> tuple[Locator, Locator]:
    """The page with One on the left and Two on the right, and its two columns."""
    ids = event.articles().set_index("title")["article_id"]
    page.goto(f"{address}/compare?left={ids['Article One']}&right={ids['Article Two']}")
    settle(page)
    expect(page.locator(".reader h2")).to_have_count(2)
    left, right = page.locator(".reader .column").all()
    return left, right


def place(page: Page) -> Locator:
    return page.locator(".reader .place")


def test_a_click_shows_the_counterpart_and_the_words(page: Page, columns: tuple[Locator, Locator]) -> None:
    left, right = columns
    left.locator(".statement").first.click()
    expect(right.locator(".statement.selected")).to_be_in_viewport()
    assert right.locator(".statement.selected").inner_text() in WHOLE
    told = page.locator(".wordings .told")
    expect(told.nth(0).locator("ins.own")).to_have_text("if the storm allows it")
    expect(told.nth(1).locator("ins.own")).to_have_count(0)
    expect(told.nth(1).locator(".alert")).to_have_text("Drops the condition: if the storm allows it")
    expect(place(page)).to_contain_text("Ada Quill · shortened")


FIND = """
    const find = (root) => root.querySelector('.reader.columns') ??
        [...root.querySelectorAll('*')].map((node) => node.shadowRoot && find(node.shadowRoot)).find(Boolean)
    const reader = find(document)
"""
LAYOUT = f"""() => {{{FIND}
    const top = reader.getBoundingClientRect().top
    const parts = [...reader.querySelectorAll('.tools, .band, .wordings, .column')]
    return parts.map((part) => [Math.round(part.getBoundingClientRect().top - top), part.scrollHeight])
}}"""
"""Where the parts stand below the top of the whole, and how long the texts run."""
CLICK = f"""() => {{{FIND}
    const begin = performance.now()
    reader.querySelector('.statement').click()
    reader.getBoundingClientRect()
    return performance.now() - begin
}}"""
"""Milliseconds from a click on a statement to the page that answers it."""


def test_a_choice_is_answered_at_once_and_nothing_moves(page: Page, columns: tuple[Locator, Locator]) -> None:
    before = page.evaluate(LAYOUT)
    assert len(before) == 5
    for number in (1, 2, 3):
        page.keyboard.press("n")
        expect(place(page)).to_contain_text(f"{number} of 3")
        assert page.evaluate(LAYOUT) == before
    assert page.evaluate(CLICK) < 300


def test_the_page_opens_at_the_statement_of_the_link(
    address: str, event: Workspace, page: Page, settle: Settle
) -> None:
    ids = event.articles().set_index("title")["article_id"]
    both = ids["Article One"], ids["Article Two"]
    told = event.statement_quotes(event.statements(Selection(articles=both))["statement_id"].tolist())
    last = told[told["article_id"] == both[0]].sort_values("start")["statement_id"].iloc[-1]
    page.goto(f"{address}/compare?left={both[0]}&right={both[1]}&statement={last}")
    settle(page)
    expect(place(page)).to_contain_text("3 of 3")
    for column in page.locator(".reader .column").all():
        expect(column.locator(".statement.selected")).to_be_in_viewport()
    page.keyboard.press("p")
    expect(place(page)).to_contain_text("2 of 3")


def test_keys_step_from_match_to_match(page: Page, columns: tuple[Locator, Locator]) -> None:
    left, right = columns
    expect(place(page)).to_have_text("3 matches")
    for number, kind in (("1", "Common text"), ("2", "Ada Quill"), ("3", "Ada Quill"), ("1", "Common text")):
        page.keyboard.press("n")
        expect(place(page)).to_contain_text(f"{number} of 3 · {kind}")
    page.keyboard.press("p")
    expect(place(page)).to_contain_text("3 of 3")
    expect(left.locator(".statement.selected")).to_be_in_viewport()
    expect(right.locator(".statement.selected")).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(page.locator(".reader .selected")).to_have_count(0)
    page.get_by_role("textbox", name="Search the texts").press_sequentially("n")  # here it is a letter
    expect(place(page)).to_have_text("3 matches")


def test_the_band_leads_to_a_match(page: Page, columns: tuple[Locator, Locator]) -> None:
    _, right = columns
    page.locator(".bar").nth(0).locator(".tick.statement").last.click()
    expect(place(page)).to_contain_text("3 of 3")
    expect(right.locator(".statement.selected")).to_be_in_viewport()
    expect(page.locator(".bar .tick.selected")).to_have_count(2)


def test_a_narrow_window_shows_one_side_and_switches(
    page: Page, columns: tuple[Locator, Locator], settle: Settle
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.reload()
    settle(page)
    left, right = columns
    expect(right).to_be_hidden()
    page.locator(".reader button.step").last.click()
    page.locator(".reader button.step").last.click()
    page.get_by_role("button", name="Show Daily Lantern").click()
    expect(left).to_be_hidden()
    expect(right.locator(".statement.selected")).to_be_in_viewport()
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 390


def test_paper_shows_both_texts_and_all_differences(page: Page, columns: tuple[Locator, Locator]) -> None:
    page.emulate_media(media="print")
    for column in columns:
        expect(column).to_be_visible()
        assert column.evaluate("node => node.scrollHeight <= node.clientHeight + 1")
    expect(page.locator(".printed li")).to_have_count(3)
    expect(page.locator(".printed li").first).to_be_visible()
    expect(page.get_by_test_id("stSidebar")).not_to_be_visible()
    expect(page.get_by_role("button", name="Pairs worth comparing")).not_to_be_visible()
    expect(page.locator(".tools")).to_be_hidden()


def test_an_entry_opens_its_sentences(page: Page, columns: tuple[Locator, Locator]) -> None:
    page.get_by_role("button", name="Ada Quill", exact=True).first.click()
    panel = page.get_by_test_id("stDialog")
    expect(panel.get_by_text(re.compile("4 quotes in 2 articles"))).to_be_visible()
    expect(panel.locator(".reader li")).to_have_count(4)


def test_a_cell_of_the_table_opens_the_telling(page: Page, columns: tuple[Locator, Locator]) -> None:
    cell = page.locator(".grid td .cut button", has_text="cut at the end")
    cell.click()
    panel = page.get_by_test_id("stDialog")
    expect(panel.locator(".reader li")).to_have_count(1)
    expect(panel.locator(".reader li .source")).to_contain_text("Daily Lantern")


def test_an_article_is_found_and_taken(page: Page, columns: tuple[Locator, Locator], settle: Settle) -> None:
    page.get_by_role("button", name=re.compile("Daily Lantern · Article Two")).click()
    dialog = page.get_by_test_id("stDialog")
    dialog.get_by_label(re.compile("Find among")).fill("planned kind")
    page.keyboard.press("Enter")
    dialog.get_by_role("button", name="Article Three").click()
    settle(page)
    expect(dialog).to_be_hidden()
    expect(page.get_by_text("No statement is told by both")).to_be_visible()
    expect(page.locator(".reader h2").last).to_have_text("Article Three")


def test_a_proposed_pair_opens(page: Page, address: str, event: Workspace, settle: Settle) -> None:
    ids = event.articles().set_index("title")["article_id"]
    page.goto(f"{address}/compare?left={ids['Article Three']}&right={ids['Article Two']}")
    settle(page)
    page.get_by_role("button", name="Pairs worth comparing").click()
    dialog = page.get_by_test_id("stDialog")
    dialog.get_by_text("Most different", exact=True).click()
    settle(page)
    dialog.get_by_role("button", name="Article One").click()
    expect(dialog).to_be_hidden()
    expect(page.get_by_text(re.compile("Both tell 2 statements"))).to_be_visible()


def test_a_telling_says_what_it_lost_and_opens_its_article(
    page: Page, address: str, event: Workspace, settle: Settle
) -> None:
    statements = event.statements().set_index("text")
    page.goto(f"{address}/statements?statement={statements.loc[WHOLE, 'statement_id']}")
    settle(page)
    cut = page.locator(".telling", has_text="Daily Lantern")
    expect(cut.locator("del")).to_have_text("if the storm allows it")
    expect(cut.locator(".alert")).to_have_text("Drops the condition: if the storm allows it")
    expect(cut.locator(".sentence")).to_contain_text("Ada Quill said:")
    cut.get_by_role("button", name=re.compile("Open the article")).click()
    expect(page.locator(".reader.article .quote.selected")).to_be_in_viewport()
