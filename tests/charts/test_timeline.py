"""The timeline stacks outlets per period, leaves long gaps out, and says when most was said."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pandas as pd
import pytest
from tests.charts import drawn

from onrecord.analysis.timelines import Timeline, timeline
from onrecord.charts import timeline as chart
from onrecord.charts.colours import QUIET

COLOURS = {"north": "#111111", "south": "#222222"}


def line(*days: date | None, outlets: tuple[str | None, ...] = ("north",), period: Any = None) -> Timeline:
    rows = [{"published": day, "outlet": outlets[i % len(outlets)]} for i, day in enumerate(days)]
    return timeline(pd.DataFrame(rows), period=period)


START = date(2020, 5, 4)
EVERY_DAY = [START + timedelta(days=i) for i in range(20)]


@pytest.mark.parametrize(
    ("days", "title"),
    [
        ([START, START, START + timedelta(days=1)], "4 May 2020 has the most quotes: 2 of 3"),
        ([START, START + timedelta(days=1)], "4 May 2020 and 5 May 2020 have the most quotes: 1 of 2 each"),
        (EVERY_DAY[:4], "At most 1 of 4 quotes fall on one day"),
        ([START], "The only quote with a date falls on 4 May 2020"),
        ([START, START], "All 2 quotes with a date fall on 4 May 2020"),
    ],
)
def test_the_title_says_when(days: list[date], title: str) -> None:
    found = chart.figure(line(*days), noun="quote", colours=COLOURS)
    assert found.title == title
    assert title in found.alt


@pytest.mark.parametrize(
    ("period", "words"),
    [("day", "4 May 2020"), ("week", "the week of 4 May 2020"), ("month", "May 2020")],
)
def test_a_point_is_named_by_its_period(period: str, words: str) -> None:
    assert chart.when(line(START, period=period), "2020-05-04") == words


def test_stretches_stack_and_wear_the_outlets_colours() -> None:
    found = chart.figure(
        line(START, START, START, START, outlets=("north", "south", "north", None)),
        noun="quote",
        colours=COLOURS,
    )
    rows = drawn.rows(found.chart.to_dict())
    assert [(r["group"], r["low"], r["high"]) for r in rows] == [
        ("north", 0, 2), ("south", 2, 3), ("unknown", 3, 4),
    ]  # fmt: skip
    assert found.legend == {**COLOURS, "unknown": QUIET["light"]}


@pytest.mark.parametrize(
    ("days", "sparse"),
    [(EVERY_DAY, False), ([START, date(2015, 1, 1), date(2017, 1, 1)], True), (EVERY_DAY[:10], True)],
)
def test_a_few_days_far_apart_stand_side_by_side(days: list[date], sparse: bool) -> None:
    found = line(*days)
    assert chart.sparse(found) is sparse
    x = chart.figure(found, noun="quote", colours=COLOURS).chart.to_dict()["layer"][0]["encoding"]["x"]
    assert x["type"] == ("ordinal" if sparse else "temporal")


def test_what_has_no_date_is_told() -> None:
    assert (
        "2 quotes without a date left out"
        in chart.figure(line(START, None, None), noun="quote", colours=COLOURS).alt
    )


def test_the_table_opens_its_periods() -> None:
    found = chart.figure(line(*EVERY_DAY[:2], outlets=("north", "south")), noun="quote", colours=COLOURS)
    assert found.table.to_dict("records") == [
        {"From": "2020-05-04", "north": 1, "south": 0},
        {"From": "2020-05-05", "north": 0, "south": 1},
    ]
    assert found.keys == [{"start": "2020-05-04"}, {"start": "2020-05-05"}]


def test_a_short_span_shows_its_empty_days() -> None:
    found = chart.figure(line(START, START + timedelta(days=3)), noun="quote", colours=COLOURS)
    x = found.chart.to_dict()["layer"][0]["encoding"]["x"]
    assert x["scale"]["domain"] == ["4 May 2020", "5 May 2020", "6 May 2020", "7 May 2020"]


@pytest.mark.parametrize(
    ("most", "ticks"),
    [(1, [0, 1]), (3, [0, 3]), (4, [0, 2, 4]), (9, [0, 5, 9]), (120, [0, 50, 120]), (1722, [0, 1000, 1722])],
)
def test_the_axis_names_the_peak_and_a_round_number_below_it(most: int, ticks: list[int]) -> None:
    assert chart._ticks(most) == ticks
