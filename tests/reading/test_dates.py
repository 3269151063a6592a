"""``parse_date``: what is a day, and what stays unknown."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from onrecord.reading.dates import parse_date

DAY = date(2017, 8, 18)


@pytest.mark.parametrize(
    "value",
    [
        "2017-08-18",
        "2017-08-18T10:04:00Z",
        "2017-08-18 23:59:59-05:00",
        "2017/8/18",
        "2017.08.18",
        "20170818",
        "20170818T100400",
        20170818,
        "August 18, 2017",
        "Aug. 18, 2017",
        "Friday, August 18th, 2017 at 10:04 a.m. ET",
        "18 August 2017",
        "Fri, 18 Aug 2017 10:04:00 GMT",
        "18-Aug-2017",
        "18.08.2017",
        "08/18/2017",
        "18/8/2017",
        1503014400,
        1503014400000,
        "1503014400",
        1503014400.0,
        date(2017, 8, 18),
        datetime(2017, 8, 18, 23, 30, tzinfo=UTC),
    ],
)
def test_forms_of_one_day(value: object) -> None:
    assert parse_date(value) == DAY


@pytest.mark.parametrize(
    "value",
    [None, "", "yesterday", "2017", "04/05/2013", "2017-02-30", "0000-00-00", "31/31/2017", "9" * 5000,
     True, float("nan"), float("inf"), 7, [], {}],
)  # fmt: skip
def test_what_names_no_day_for_sure_stays_unknown(value: object) -> None:
    assert parse_date(value) is None


def test_a_slashed_date_with_equal_numbers_is_sure() -> None:
    assert parse_date("5/5/2013") == date(2013, 5, 5)
