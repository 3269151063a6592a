"""What the browser is told of an article and of a list of contexts."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.interchange import from_line
from onrecord.ui.reader import (
    Context,
    GridRow,
    Highlight,
    Item,
    Link,
    Telling,
    articles,
    contexts,
    linked,
    tellings,
)
from onrecord.ui.reader.component import _event
from onrecord.ui.reader.grid import payload as grid_payload
from onrecord.workspace import ArticleView, Workspace, temporary
from onrecord.workspace.adding import add
from tests.ui.test_spans import words

TEXT = "😀 Harbour opens 😀\n\nMs Quill said it was “a 𝒈ood day”. “Boats came,” she said.\n\nPhoto: E. Finch"
GOOD, BOATS = TEXT.index("it was"), TEXT.index("Boats came")


def span(part: str) -> tuple[int, int]:
    start = TEXT.index(part)
    return start, start + len(part)


def line() -> dict[str, Any]:
    mixed, verbatim, direct = span("it was “a 𝒈ood day”"), span("a 𝒈ood day"), span("Boats came,")
    quill, she = span("Quill"), span("she")
    return {
        "id": "a1",
        "title": "<b>Harbour</b>",
        "outlet": "Daily Lantern",
        "published": "2024-03-01",
        "text": TEXT,
        "passages": [
            {"start": 0, "end": 17, "kind": "heading"},
            {"start": TEXT.index("Ms"), "end": TEXT.index("\n\nPhoto"), "kind": "body"},
            {"start": TEXT.index("Photo"), "end": len(TEXT), "kind": "caption"},
        ],
        "mentions": [
            {"start": quill[0], "end": quill[1], "text": "Quill", "label": "PERSON", "entity": "Ada Quill"}
        ],
        "quotes": [
            {
                "start": mixed[0], "end": mixed[1], "text": TEXT[slice(*mixed)], "type": "mixed",
                "marked": [list(verbatim)], "group": "1", "cue": list(span("said")), "speaker": list(quill),
                "speaker_name": "Ada Quill", "resolved_by": "name", "confidence": 0.9,
            },
            {
                "start": direct[0], "end": direct[1], "text": TEXT[slice(*direct)], "type": "direct",
                "marked": [], "group": "2", "cue": None, "speaker": list(she),
                "speaker_name": "Ada Quill", "resolved_by": "pronoun", "confidence": 0.8,
            },
        ],
        "marked_text": [],
    }  # fmt: skip


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> ArticleView:
    workspace = Workspace.create(tmp_path_factory.mktemp("reader") / "workspace")
    add(workspace, [from_line(line())], engine="given")
    return workspace.reading(workspace.articles()["article_id"].iloc[0])


def marked(payload: dict[str, Any], **wanted: Any) -> list[str]:
    """The text below all marks that have these values, each as the browser would show it."""
    found = []

    def walk(nodes: list[Any]) -> None:
        for node in nodes:
            if isinstance(node, str):
                continue
            mark = payload["marks"][node[0]]
            if all(mark.get(key) == value for key, value in wanted.items()):
                found.append(words(node))
            walk(node[1:])

    for block in payload["blocks"]:
        walk(block["nodes"])
    return found


def test_an_article_keeps_its_passages_and_its_text(view: ArticleView) -> None:
    payload = articles.payload(view)
    assert [block["kind"] for block in payload["blocks"]] == ["heading", "body", "caption"]
    assert "".join(words([0, *block["nodes"]]) for block in payload["blocks"]) == TEXT.replace("\n", "")
    assert payload["head"] == {"title": "<b>Harbour</b>", "meta": "Daily Lantern · 1 March 2024 · 19 words"}


def test_marks_stand_where_they_belong_behind_astral_characters(view: ArticleView) -> None:
    payload = articles.payload(view)
    assert marked(payload, role="quote", type="direct") == ["Boats came,"]
    assert marked(payload, role="quote", type="mixed") == ["it was “a 𝒈ood day”"]
    assert marked(payload, role="verbatim") == ["a 𝒈ood day"]
    assert marked(payload, role="entity", name="Ada Quill") == ["Quill"]
    assert marked(payload, role="cue") == ["said"]


def test_the_speaker_is_noted_beside_the_paragraph(view: ArticleView) -> None:
    heading, body, caption = articles.payload(view)["blocks"]
    assert heading["notes"] == caption["notes"] == []
    assert [(note["name"], len(note["quotes"])) for note in body["notes"]] == [("Ada Quill", 2)]
    assert body["notes"][0]["speaker"]


@pytest.mark.parametrize(
    ("at", "words_of_target"),
    [
        (f"{BOATS}-{BOATS + 5}", "Boats came,"),
        (f"{GOOD}-{GOOD + 19}", "it was “a 𝒈ood day”"),
        ("5-5", None),
        ("nonsense", None),
        (None, None),
        ("-3--1", None),
    ],
)
def test_a_link_selects_the_quote_it_names(
    view: ArticleView, at: str | None, words_of_target: str | None
) -> None:
    payload = articles.payload(view, at=at)
    assert (payload["target"] is None) == (words_of_target is None)
    if words_of_target:
        assert marked(payload, id=payload["target"]) == [words_of_target]


def columns(view: ArticleView) -> dict[str, Any]:
    """The article beside itself: its two quotes linked with each other, and its body as common text."""
    body = (TEXT.index("Ms"), TEXT.index("\n\nPhoto"))
    links = [
        Link(1, "sentence", (body, body), "Common text", "the same sentence"),
        Link(2, "statement", (span("it was “a 𝒈ood day”"), span("Boats came,")), "Ada Quill", "reworded",
             alerts=(("Drops the hedge: perhaps",), ())),
    ]  # fmt: skip
    return linked.payload([view, view], ["Left", "Right"], links)


def test_linked_stretches_are_marked_on_both_sides(view: ArticleView) -> None:
    payload = columns(view)
    left, right = payload["columns"]
    assert [column["name"] for column in payload["columns"]] == ["Left", "Right"]
    assert marked(left, role="statement") == ["it was “a 𝒈ood day”"]
    assert marked(right, role="statement") == ["Boats came,"]
    assert marked(left, role="alone") == ["Boats came,"]
    assert marked(right, role="sentence")[0].startswith("Ms Quill")
    assert [mark["units"] for mark in left["marks"] if "units" in mark] == [[0], [1]]
    assert not any(block["notes"] for block in left["blocks"])


def test_words_that_only_one_side_has_are_marked_there(view: ArticleView) -> None:
    payload = columns(view)
    assert marked(payload["columns"][0], role="own") == ["it was “a 𝒈ood day"]
    sides = payload["units"][1]["sides"]
    assert sides[1]["pieces"] == [("own", "Boats came"), ("same", ",")]
    assert sides[0]["alerts"] == ["Drops the hedge: perhaps"]
    start, end = sides[0]["at"]
    assert (start, end) == (round(GOOD / len(TEXT), 4), round((GOOD + 19) / len(TEXT), 4))
    assert payload["units"][0]["sides"][0]["pieces"][0][0] == "same"


def test_a_stretch_with_two_counterparts_is_one_mark(view: ArticleView) -> None:
    one, two = span("it was “a 𝒈ood day”"), span("Boats came,")
    links = [Link(1, "statement", (one, other), "Ada Quill", "x") for other in (one, two)]
    left, right = linked.payload([view, view], ["Left", "Right"], links)["columns"]
    assert [mark["units"] for mark in left["marks"] if "units" in mark] == [[0, 1]]
    assert [mark["units"] for mark in right["marks"] if "units" in mark] == [[0], [1]]


def test_a_grid_leaves_out_what_an_item_lacks() -> None:
    row = GridRow(Item("Quoted"), ((Item("Ada", "people/a/1", share=0.0),), ()))
    assert grid_payload("Table", ["", "A", "B"], [row])["rows"] == [
        {"head": {"text": "Quoted"}, "cells": [[{"text": "Ada", "show": "people/a/1", "share": 0.0}], []]}
    ]


def test_a_telling_is_set_against_the_fullest_one_in_its_sentence() -> None:
    told = Telling("a1", "Daily Lantern", "Harbour", "1 March 2024", span("Boats came,"), "Boats came,",
                   span("“Boats came,” she said."), beside="a2")  # fmt: skip
    (found,) = tellings.payload("Boats came home", [told], {"a1": TEXT})["tellings"]
    assert [piece for piece in found["pieces"] if piece[0] != "same"] == [("cut", "home")]
    assert found["sentence"] == ["“", [0, "Boats came,"], "” she said."]
    assert found["compare"] == {"article": "a1", "id": "a2"}


def context(start: int, end: int, *highlights: Highlight) -> Context:
    return Context("a1", None, None, None, start, end, highlights, speaker="Ada Quill", facts="verbatim")


@pytest.mark.parametrize(
    ("start", "end", "part", "shown"),
    [
        (0, len(TEXT), "Boats came", "Ms Quill said it was “a 𝒈ood day”. “Boats came,” she said."),
        (GOOD - 2, BOATS + 14, "Boats came", "… it was “a 𝒈ood day”. “Boats came,” …"),
        (BOATS, BOATS + 10, "Boats came", "… Boats came …"),
    ],
)
def test_a_context_is_whole_words_of_its_line(start: int, end: int, part: str, shown: str) -> None:
    entry = context(start, end, Highlight(*span(part), "direct", "direct quote"))
    (block,) = contexts.payload([entry], {"a1": TEXT})["blocks"]
    assert words([0, *block["nodes"]]) == shown
    assert block["source"]["title"] == "Untitled"
    assert block["source"]["open"] == {"article": "a1", "at": "-".join(map(str, span(part)))}


def test_a_context_of_a_missing_text_is_empty_but_drawn() -> None:
    (block,) = contexts.payload([context(0, 5, Highlight(0, 5))], {})["blocks"]
    assert words([0, *block["nodes"]]) == ""


@pytest.mark.parametrize(
    "sent", [None, "speaker", 5, {}, {"do": "delete"}, {"do": ["speaker"]}, {"id": "e1"}]
)
def test_what_is_no_event_of_ours_is_dropped(sent: object) -> None:
    assert _event(sent) is None


def test_an_events_values_are_text() -> None:
    event = _event({"do": "open", "article": 5, "at": None, "extra": "x"})
    assert event is not None
    assert (event.do, event.article, event.at) == ("open", "5", "")


def test_what_a_page_put_into_a_paragraph_stays_in_it() -> None:
    text = "Harbour Corp. HRBR, -1.25% fell, she said.\nAdvertisement"
    row = {
        "id": "1",
        "text": text,
        "mentions": [],
        "quotes": [
            {"start": 0, "end": 31, "type": "indirect", "speaker_name": "Ann Lee"},
        ],
    }
    with temporary() as workspace:
        add(workspace, [from_line(row)], engine="given")
        view = workspace.reading(workspace.articles()["article_id"].iloc[0])
    first, second = articles.payload(view)["blocks"]
    assert (first["kind"], second["kind"]) == ("body", "ui")
    assert [note["name"] for note in first["notes"]] == [
        "Ann Lee"
    ]  # once, though the quote crosses the price
    assert second["facts"] == "Button or menu: a button or a notice of the page"
    shown = articles.payload(view, correct=True)
    assert [block["mend"]["at"] for block in shown["blocks"]] == ["0-13", "14-26", "27-42", "43-56"]
    assert shown["blocks"][1]["mend"]["words"].startswith("Button or menu: a price")
