"""Bars: lengths are the counts, colours those of outlets or kinds, the heading names who leads."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from tests.analysis import frames
from tests.charts import drawn

from onrecord.analysis import counts
from onrecord.analysis.groups import UNKNOWN
from onrecord.charts import bars
from onrecord.charts.colours import QUIET, kind_colour

QUOTES = frames.quotes(
    [{"outlet": o} for o in ("north", "north", "south", None)]
    + [{"speaker_id": "ben", "speaker": "Ben", "outlet": "south"}]
)
COLOURS = {"north": "#111111", "south": "#222222"}


def figure(quotes: pd.DataFrame = QUOTES) -> Any:
    return bars.by_outlet(counts.speakers_by_outlet(quotes), noun="quote", verb="quoted", colours=COLOURS)


def test_stretches_are_the_counts_in_the_outlets_colours() -> None:
    whole = figure().chart.to_dict()
    assert {(r["id"], r["outlet"]): r["n"] for r in drawn.rows(whole)} == {
        ("ada", "north"): 2, ("ada", "south"): 1, ("ada", UNKNOWN): 1, ("ben", "south"): 1,
    }  # fmt: skip
    scale = whole["layer"][0]["encoding"]["color"]["scale"]
    shown = dict(zip(scale["domain"], scale["range"], strict=True))
    assert shown == {**COLOURS, UNKNOWN: QUIET["light"]} == figure().legend
    assert list(shown)[-1] == UNKNOWN


@pytest.mark.parametrize(
    ("more", "title"),
    [
        ([], "Ada is quoted most: 4 quotes"),
        ([{"speaker_id": "ben", "speaker": "Ben"}] * 3, "Ada and Ben are quoted most: 4 quotes each"),
        (
            [{"speaker_id": "ben", "speaker": "Ben", "article_id": a} for a in "xyz"],
            "Ben is quoted most: 4 quotes, 4 articles",
        ),
        (
            [
                {"speaker_id": who, "speaker": who}
                for who in ("ben", "cy", "di")
                for _ in range(4 - (who == "ben"))
            ],
            "Nobody is quoted more than others: 4 quotes each",
        ),
    ],
)
def test_the_title_names_who_leads(more: list[dict[str, object]], title: str) -> None:
    quotes = pd.concat([QUOTES, frames.quotes(more)]) if more else QUOTES
    assert figure(quotes).title == title
    assert title in figure(quotes).alt


def test_the_table_has_a_column_per_outlet_and_opens_the_whole_bar() -> None:
    found = figure()
    assert found.table.to_dict("records") == [
        {"Name": "Ada", "Quotes": 4, "Articles": 1, "north": 2, "south": 1, UNKNOWN: 1},
        {"Name": "Ben", "Quotes": 1, "Articles": 1, "north": 0, "south": 1, UNKNOWN: 0},
    ]
    assert found.keys == [{"id": "ada"}, {"id": "ben"}]


def test_one_outlet_needs_no_legend() -> None:
    assert figure(QUOTES[QUOTES["outlet"] == "south"]).legend == {}


def test_namesakes_have_a_bar_each() -> None:
    rows = counts.speakers_by_outlet(QUOTES.assign(speaker="Ada"))
    found = bars.by_outlet(rows, noun="quote", verb="quoted", colours=COLOURS)
    whole = found.chart.to_dict()
    assert len({r["label"] for r in drawn.rows(whole)}) == 2
    assert len(found.table) == 2


def test_bars_of_entities_wear_the_colour_of_their_kind() -> None:
    rows = pd.DataFrame(
        {"entity_id": ["a", "r"], "name": ["Ada", "Rome"], "kind": ["PERSON", "GPE"], "n": [3, 1]}
    )
    found = bars.by_kind(rows, noun="sentence", verb="named with Ben")
    assert found.title == "Ada is named with Ben most: 3 sentences"
    assert found.legend == {"person": kind_colour("PERSON"), "country or city": kind_colour("GPE")}
    fields = found.chart.to_dict()["params"][0]["select"]["fields"]
    assert fields == ["id"]


def test_without_outlets_bars_are_not_grey() -> None:
    assert drawn.rows(figure(QUOTES.assign(outlet=None)).chart.to_dict())
    scale = figure(QUOTES.assign(outlet=None)).chart.to_dict()["layer"][0]["encoding"]["color"]["scale"]
    assert scale["range"] != [QUIET["light"]]


def test_an_outlet_may_be_called_like_a_column() -> None:
    assert list(figure(QUOTES.assign(outlet="Name")).table) == ["Name", "Quotes", "Articles", "Name (outlet)"]


def test_two_of_one_name_are_told_apart_by_a_number() -> None:
    rows = counts.speakers_by_outlet(QUOTES.assign(speaker="Ada"))
    assert {
        row["label"]
        for row in drawn.rows(bars.by_outlet(rows, noun="quote", verb="quoted", colours={}).chart.to_dict())
    } == {"Ada", "Ada #2"}
