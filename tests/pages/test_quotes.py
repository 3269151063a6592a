from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle
from pathlib import Path

import pytest

from onrecord.records import Selection
from onrecord.workspace import Workspace, adding
from tests.pages.conftest import Open, words
from tests.workspace import factory

VARIED = (
    ("named", "clause/name", 0.95), ("named", "clause/name", 0.9), ("named", "clause/name", 0.85),
    ("unresolved", "float_previous/none", 0.16),
    ("named", "clause/name", 0.5), ("anonymous", "clause/name", 0.4), ("named", "after/pronoun", 0.92),
    ("anonymous", "after/pronoun", 0.7), ("collective", "thought/own words", 0.6),
)  # fmt: skip
"""Speaker class, rule and confidence, over and over."""


@pytest.fixture
def sure_and_unsure(tmp_path: Path) -> Iterator[Workspace]:
    """A workspace whose quotes were found in different ways."""
    varied, extractions = cycle(VARIED), []
    for extraction in factory.extractions(6, quotes=2):
        quotes = tuple(
            replace(quote, speaker_class=kind, resolved_by=rule, confidence=sure)
            for quote, (kind, rule, sure) in zip(extraction.quotes, varied, strict=False)
        )
        extractions.append(replace(extraction, quotes=quotes))
    with Workspace.create(tmp_path / "varied") as workspace:
        adding.add(workspace, extractions, engine="test")
        yield workspace


def test_the_page_opens_on_an_answer(filled: Workspace, open_app: Open) -> None:
    app = open_app(filled, "quotes")
    total, top = len(filled.quotes()), filled.speakers().iloc[0]
    said = words(app)
    assert f"{total} quotes by {len(filled.speakers())} speakers in {len(filled.articles())} articles" in said
    assert f"{top['quotes']} quotes" in app.subheader[0].value
    assert len(app.get("vega_lite_chart")) == 1


@pytest.mark.parametrize("kind", ["direct", "mixed"])
def test_the_counts_obey_the_filters(filled: Workspace, open_app: Open, kind: str) -> None:
    app = open_app(filled, "quotes", type=kind)
    assert f"{len(filled.quotes(Selection(types=(kind,))))} quotes by" in words(app)


def test_the_list_turns_its_pages_and_a_page_too_far_is_the_last(filled: Workspace, open_app: Open) -> None:
    app = open_app(filled, "quotes")
    pages = -(-len(filled.quotes()) // 25)
    assert app.number_input(key="quotes_page").max == pages
    app.number_input(key="quotes_page").set_value(pages).run()
    app.multiselect(key="outlet").set_value(list(factory.OUTLETS[:2])).run()
    assert not app.exception
    fewer = -(-len(filled.quotes(Selection(outlets=factory.OUTLETS[:2]))) // 25)
    assert app.number_input(key="quotes_page").value == fewer < pages


def test_one_speaker_alone_needs_no_ranking(filled: Workspace, open_app: Open) -> None:
    app = open_app(filled, "quotes", speaker=factory.PEOPLE[0])
    assert not app.exception
    assert "is quoted most" not in words(app)
    assert "by 1 speaker" in words(app)
    assert not [box for box in app.expander if "speaker" in box.label]


@pytest.mark.parametrize(
    ("link", "fits"),
    [
        ({"class": "anonymous"}, "speaker_class == 'anonymous'"),
        ({"sure": "90 %"}, "confidence > 0.89"),
        ({"rule": "clause/name"}, "resolved_by == 'clause/name'"),
        ({"rule": ["clause/name", "after/pronoun"], "sure": "80 %"}, "confidence > 0.79"),
    ],
)
def test_a_link_narrows_the_list(
    sure_and_unsure: Workspace, open_app: Open, link: dict[str, str | list[str]], fits: str
) -> None:
    quotes = sure_and_unsure.quotes()
    left = len(quotes.query(fits))
    assert 0 < left < len(quotes)
    app = open_app(sure_and_unsure, "quotes", **link)
    assert not app.exception
    assert f"{left} of {len(quotes)} quotes" in words(app)


def test_each_outlet_says_how_it_quotes(filled: Workspace, open_app: Open) -> None:
    app = open_app(filled, "quotes")
    table = next(frame.value for frame in app.dataframe if "named" in frame.value.columns)
    assert list(table["quotes"]) == sorted(table["quotes"], reverse=True)
    assert table["quotes"].sum() == len(filled.quotes())
    assert set(table["outlet"]) == set(factory.OUTLETS)


def test_marked_words_that_are_no_speech_stay_findable(filled: Workspace, open_app: Open) -> None:
    marked = filled.marked_text(Selection(junk=True))
    kind, number = next(iter(marked["kind"].value_counts().items()))
    app = open_app(filled, "quotes", junk="true")
    button = app.button(key=f"marked_{kind}")
    assert button.label.startswith(f"{number:,} ")
    button.click().run()
    assert not app.exception
    assert f"{number:,} sentence" in words(app)


def test_quotes_without_a_speaker_are_one_click_away(sure_and_unsure: Workspace, open_app: Open) -> None:
    quotes = sure_and_unsure.quotes()
    lost = int((quotes["speaker_class"] == "unresolved").sum())
    app = open_app(sure_and_unsure, "quotes")
    assert app.button(key="unresolved").label.startswith(f"{lost} quote")
    app.button(key="unresolved").click().run()
    assert not app.exception
    assert f"{lost} of {len(quotes)} quotes" in words(app)


def test_a_filter_with_one_choice_is_not_offered(filled: Workspace, open_app: Open) -> None:
    classes = filled.quotes()["speaker_class"].nunique()
    assert classes == 1
    assert "choice_class" not in {pills.key for pills in open_app(filled, "quotes").pills}
    asked = open_app(filled, "quotes", **{"class": filled.quotes()["speaker_class"].iloc[0]})
    assert "choice_class" in {pills.key for pills in asked.pills}, "what is chosen can be let go"
