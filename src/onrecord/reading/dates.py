"""The day an article was published, from the forms that files and exports use."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[5-9]|2[01])\d\d)"
FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{_YEAR}[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}})(?!\d)",  # 2017-08-18T10:04Z, 2017/8/18
        rf"^\s*{_YEAR}(?P<month>\d\d)(?P<day>\d\d)(?:T?\d{{4,6}}Z?)?\s*$",  # 20170818, 20170818T100400
        rf"\b{_MONTH}\s+{_DAY}\s*,?\s+{_YEAR}\b",  # August 18, 2017; Fri, Aug. 18th 2017
        rf"\b{_DAY}[\s-]+(?:of\s+)?{_MONTH},?[\s-]+{_YEAR}\b",  # 18 August 2017; Fri, 18 Aug 2017 10:04 GMT
        rf"\b(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?{_YEAR}\b",  # 18.08.2017
    )
)
SLASHED = re.compile(rf"\b(?P<a>\d{{1,2}})[/-](?P<b>\d{{1,2}})[/-]{_YEAR}\b")
EPOCH = (100_000_000, 100_000_000_000)
"""Seconds since 1970 (from 1973 to the year 5138); beyond them, milliseconds."""


def parse_date(value: object) -> date | None:
    """The day that ``value`` names, as written (no shift of time zone); None if it names none for sure.

    ``04/05/2013`` stays unknown: it is a day in April or in May, depending on who wrote it.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _number(value)
    return _written(value[:200]) if isinstance(value, str) else None


def _written(text: str) -> date | None:
    for form in FORMS:
        if found := form.search(text):
            return _day(found["year"], found["month"], found["day"])
    if found := SLASHED.search(text):
        a, b = int(found["a"]), int(found["b"])
        if a == b or max(a, b) > 12:
            return _day(found["year"], min(a, b), max(a, b))
    return _number(int(text)) if re.fullmatch(r"\s*\d{9,13}\s*", text) else None


def _day(year: str, month: str | int, day: str | int) -> date | None:
    number = int(month) if str(month).isdigit() else MONTHS.index(str(month)[:3].lower()) + 1
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None


def _number(value: float) -> date | None:
    """Seconds or milliseconds since 1970, or 20170818."""
    if 15_000_101 <= value <= 21_991_231:
        return parse_date(str(int(value)))
    seconds = value / 1000 if value >= EPOCH[1] else value
    if not EPOCH[0] <= seconds < EPOCH[1]:  # also leaves out NaN
        return None
    try:
        return datetime.fromtimestamp(seconds, UTC).date()
    except (OverflowError, OSError, ValueError):
        return None
