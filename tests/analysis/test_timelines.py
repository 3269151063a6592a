"""Rows are counted per period; what has no date is counted apart, never dropped in silence."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
import pytest

from onrecord.analysis import timelines
from onrecord.analysis.groups import OTHERS, UNKNOWN


def rows(*days: date | None, outlet: str | None = "north") -> pd.DataFrame:
    return pd.DataFrame({"published": pd.to_datetime(pd.Series(list(days), dtype=object)), "outlet": outlet})


@pytest.mark.parametrize(
    ("step", "number", "period", "first"),
    [
        (1, 60, "day", "2020-01-01"),
        (7, 60, "week", "2019-12-30"),
        (31, 60, "month", "2020-01-01"),
        (400, 5, "day", "2020-01-01"),  # a few days far apart
    ],
)
def test_the_period_fits_the_span(step: int, number: int, period: str, first: str) -> None:
    days = [date(2020, 1, 1) + timedelta(days=step * i) for i in range(number)]
    found = timelines.timeline(rows(*days))
    assert found.period == period
    assert str(found.points["period"].min().date()) == first
    assert found.dated == number


def test_undated_rows_are_counted_apart() -> None:
    found = timelines.timeline(rows(date(2020, 5, 4), None, None))
    assert (found.dated, found.undated) == (1, 2)


def test_a_corpus_without_dates_gives_an_empty_answer() -> None:
    found = timelines.timeline(rows(None, None))
    assert found.points.empty
    assert list(found.points.columns) == ["period", "group", "n"]
    assert (found.undated, timelines.peaks(found.points)) == (2, ([], 0))


def test_groups_without_a_name_fold_into_others() -> None:
    frame = pd.concat(
        [rows(*[date(2020, 5, 4)] * (9 - i), outlet=name) for i, name in enumerate("abcdefghi")]
    )
    line = timelines.timeline(frame, named=["a", "b"])
    assert line.points.set_index("group")["n"].to_dict() == {
        "a": 9,
        "b": 8,
        OTHERS: 7 + 6 + 5 + 4 + 3 + 2 + 1,
    }
    assert timelines.peaks(line.points) == ([pd.Timestamp("2020-05-04")], 45)


@pytest.mark.parametrize("group", ["a", "b", OTHERS, UNKNOWN, None])
def test_behind_a_point_stand_the_rows_it_counts(group: str | None) -> None:
    days = [date(2020, 5, 4), date(2020, 5, 5), date(2020, 1, 1), None]
    names = ["a"] * 5 + ["b"] * 4 + [None] * 4 + ["c"] * 2 + [*"defghij"]
    frame = pd.concat([rows(*days, outlet=name) for name in names])
    line = timelines.timeline(frame, named=["a", "b", "c"], period="week")
    start = pd.Timestamp("2020-05-04")
    counted = line.points[
        (line.points["period"] == start) & (line.points["group"].isin([group]) | (group is None))
    ]
    assert len(timelines.behind(frame, line, start, group)) == counted["n"].sum() > 0


def test_an_unknown_group_is_named_so() -> None:
    assert list(timelines.timeline(rows(date(2020, 5, 4), outlet=None)).points["group"]) == ["unknown"]


def test_an_unknown_period_is_refused() -> None:
    with pytest.raises(ValueError, match="year"):
        timelines.timeline(rows(date(2020, 5, 4)), period="year")


def test_a_period_ends_on_its_last_day() -> None:
    assert timelines.period_end(pd.Timestamp("2020-05-04"), "week") == pd.Timestamp("2020-05-10")
    assert timelines.period_end(pd.Timestamp("2020-02-01"), "month") == pd.Timestamp("2020-02-29")


YEARS = [date(2012, 1, 1) + timedelta(days=i) for i in range(0, 3000, 2)]


@pytest.mark.parametrize(
    ("days", "before", "after"),
    [
        (YEARS, 0, 0),
        ([date(2001, 5, 1), *YEARS], 1, 0),
        ([date(2001, 5, 1), *YEARS, date(2031, 1, 1)], 1, 1),
        ([date(2011, 5, 1), *YEARS], 0, 0),  # little to win
        ([date(2001, 5, 1)] * 100 + YEARS, 0, 0),  # too many to leave out
        ([date(2001, 5, 1), date(2012, 1, 1), date(2012, 1, 2)], 0, 0),
        ([], 0, 0),
    ],
)
def test_a_few_days_far_out_are_left_out_and_counted(days: list[date], before: int, after: int) -> None:
    frame = rows(*days)
    line = timelines.trimmed(timelines.timeline(frame))
    assert (line.before, line.after) == (before, after)
    assert line.dated == len(days)
    if days:
        assert len(timelines.outside(frame, line)) == before + after
