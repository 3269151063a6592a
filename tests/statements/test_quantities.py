"""Numbers in words and figures, and which of them tell the same."""

from __future__ import annotations

import pytest

from onrecord.statements.quantities import countable, quantities, tells


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,200 sheep", [1200]),
        ("twelve hundred sheep", [1200]),
        ("$1.5 million", [1.5e6]),
        ("$1.5bn", [1.5e9]),
        ("half a million", [500_000]),
        ("two and a half million", [2.5e6]),
        ("two hundred and five thousand", [205_000]),
        ("a dozen, two dozen", [12, 24]),
        ("twenty-five", [25]),
        ("two-thirds of the wall", [2 / 3]),
        ("40 to 50 million nets", [50e6]),
        ("300 m from here", [300]),
        ("47 percent, 48 and 49%", [47, 49]),
    ],
)
def test_what_a_number_is(text: str, expected: list[float]) -> None:
    assert [found.value for found in quantities(text)] == pytest.approx(expected)


@pytest.mark.parametrize("text", ["in 1931", "June 23", "Nov. 3", "No. 43", "stall number 4", "section 230"])
def test_years_days_and_names_are_dated(text: str) -> None:
    assert [found.dated for found in quantities(text)] == [True]


def test_nobody_misses_a_one_or_a_both() -> None:
    assert not list(countable("one boat, both boats, a quarter of the boats, a couple of boats"))


@pytest.mark.parametrize(
    ("text", "telling", "told"),
    [
        ("12 sheep", "a dozen sheep", True),
        ("five sheep", "5 sheep", True),
        ("$1.5 million", "1.5 million dollars", True),
        ("1.97 million fish", "nearly 2 million fish", True),
        ("5,431 fish", "some 5,400 fish", True),
        ("3 million fish", "millions of fish", True),
        ("3 million fish", "hundreds of fish", False),
        ("47 boats", "49 boats", False),
        ("in 2016", "in 2019", False),
        ("two boats", "both boats", True),
        ("50 percent of the boats", "half of the boats", True),
        ("200 boats", "2 boats", False),
        ("300 boats", "boats", False),
    ],
)
def test_which_numbers_tell_another(text: str, telling: str, told: bool) -> None:
    (quantity,) = quantities(text)
    assert tells(telling, quantity) is told
