from __future__ import annotations

import pytest

from onrecord.analysis import counts, timelines
from onrecord.interchange import from_line
from onrecord.records import Extraction, Selection
from onrecord.workspace import Workspace
from onrecord.workspace.adding import add
from tests.pages.conftest import Open, words
from tests.workspace import factory


def test_the_first_thing_said_is_the_answer(filled: Workspace, open_app: Open) -> None:
    app = open_app(filled, "overview")
    facts = filled.summary()
    answer = app.header[0].value
    assert f"{facts['articles']} articles from {facts['outlets']} outlets" in answer
    assert f"quote {facts['speakers']} speakers {facts['quotes']} times" in answer


def test_every_figure_leads_to_its_page(filled: Workspace, open_app: Open) -> None:
    app = open_app(filled, "overview")
    facts = filled.summary()
    links = [link.value for link in app.get("page_link")]
    for key in ("articles", "outlets", "quotes", "speakers", "entities", "statements"):
        assert f"{facts[key]:,} {key}" in links


def test_the_answer_obeys_the_filters(filled: Workspace, open_app: Open) -> None:
    app = open_app(filled, "overview", outlet=factory.OUTLETS[0])
    facts = filled.summary(Selection(outlets=(factory.OUTLETS[0],)))
    assert f"{facts['articles']} articles from 1 outlet" in app.header[0].value
    assert f"{facts['quotes']} times" in app.header[0].value


@pytest.mark.parametrize("chart", ["speakers", "entities", "timeline"])
def test_a_click_opens_exactly_what_the_figure_counts(filled: Workspace, open_app: Open, chart: str) -> None:
    app = open_app(filled, "overview")
    quotes = filled.quotes()
    if chart == "timeline":
        point = timelines.timeline(quotes).points.iloc[0]
        picked = {"point": {"start": f"{point['period']:%Y-%m-%d}", "group": point["group"]}}
        behind = f"{point['n']} quote"
    elif chart == "speakers":
        row = counts.speakers_by_outlet(quotes).iloc[0]
        picked = {"bar": {"id": row["speaker_id"], "outlet": row["outlet"]}}
        behind = f"{row['n']} quotes"
    else:
        row = counts.entities_by_outlet(filled.entities_by_outlet()).iloc[0]
        picked = {"bar": {"id": row["entity_id"], "outlet": row["outlet"]}}
        behind = f"in {row['n']} articles from 1 outlet"  # 30 articles: counted in articles
    name, fields = next(iter(picked.items()))
    app.session_state[chart] = {"selection": {name: [fields]}}
    app.run()
    assert not app.exception
    assert behind in words(app)


def test_a_corpus_without_dates_says_how_to_get_a_timeline(empty: Workspace, open_app: Open) -> None:
    undated = [factory.extraction(9), factory.extraction(19)]
    add(empty, undated, engine="test")
    app = open_app(empty, "overview")
    assert not app.exception
    assert "there is no timeline" in words(app)
    assert "without a date" not in [button.label for button in app.button]


def test_articles_without_a_date_can_be_opened(filled: Workspace, open_app: Open) -> None:
    app = open_app(filled, "overview")
    number = filled.summary()["undated"]
    assert app.button(key="undated").label.startswith(f"{number} articles without a date")
    app.button(key="undated").click().run()
    assert f"{number} articles in {number} articles" in words(app)


def told(name: str, outlet: str | None, quote: str = "the ferry will never sail again") -> Extraction:
    """An article in which Ada Quill says it, in words that no other article has around it."""
    text = f'It was {name} at the quay. "{quote}," Ada Quill said on {name}.'
    start = text.index(quote)
    row = {
        "start": start,
        "end": start + len(quote),
        "text": quote,
        "type": "direct",
        "speaker_name": "Ada Quill",
    }
    return from_line({"id": name, "outlet": outlet, "text": text, "quotes": [row]})


@pytest.mark.parametrize(
    ("outlets", "words_"),
    [
        ((None, None, None), ("told most often: 3 articles", "1 statement is told by more than one article")),
        (("A", "A", "A"), ("told most often: 3 articles", "1 statement is told by more than one article")),
        (("A", "B", "B"), ("furthest: 2 outlets, 3 articles", "1 statement is told by more than one outlet")),
    ],
)
def test_a_statement_travels_between_outlets_or_else_between_articles(
    empty: Workspace, open_app: Open, outlets: tuple[str | None, ...], words_: tuple[str, str]
) -> None:
    days = ("Monday", "Tuesday", "Wednesday")
    add(empty, [told(day, outlet) for day, outlet in zip(days, outlets, strict=True)], engine="test")
    app = open_app(empty, "overview")
    assert not app.exception
    assert words_[0] in words(app)
    assert words_[1] in app.header[0].value
    assert "Told again: 2 word for word." in words(app)


def test_one_article_is_enough(empty: Workspace, open_app: Open) -> None:
    add(empty, [factory.extraction(0)], engine="test")
    app = open_app(empty, "overview")
    assert not app.exception
    assert app.header[0].value.startswith("1 article from 1 outlet")


def test_the_page_begins_with_its_title(filled: Workspace, open_app: Open) -> None:
    main = [element.type for element in open_app(filled, "overview").main]
    assert "markdown" not in main[: main.index("title")]
