"""Amounts are read as values; dates, ordinals and names are no amounts."""

from __future__ import annotations

import pytest

from onrecord.analysis.numbers import numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5,000 men, five thousand women", ["5,000", "5,000"]),
        ("$5m, US$5 million and 5 million dollars", ["$5,000,000"] * 3),
        ("25 percent, 25%, twenty-five per cent", ["25%"] * 3),
        ("£1.5bn or €2,000.50", ["£1,500,000,000", "€2,000.5"]),
        ("at least a dozen dead, more than 80 injured", ["12", "80"]),
        ("two boats, a three-day trip, a 12-year-old", ["2", "3", "12"]),
        ("three hundred thousand", ["300,000"]),
        ("one of them, the 20th, in the 1950s", []),
        ("on 3 May 2013, on August 17, at 9 a.m., at 10 o’clock, at 02:38, in 2015", []),
        ("an F-15, the 2+2 talks, a 5-4 vote, G7, Boeing 747s", []),
        ("2,000 in 2000", ["2,000"]),
        ("It is 7.", ["7"]),
    ],
)
def test_amounts(text: str, expected: list[str]) -> None:
    found = numbers(text)
    assert found["number"].tolist() == expected
    for row in found.itertuples():
        assert text[row.start : row.end] == row.text


def test_only_kept_passages_are_read() -> None:
    assert numbers("12 boats\n40 cars", [(9, 16)])["number"].tolist() == ["40"]
