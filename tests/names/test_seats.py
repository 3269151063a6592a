"""Which government a seat stands for."""

from __future__ import annotations

import pytest

from onrecord.names.countries import country_of
from onrecord.names.seats import _HOUSES, government_of


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Pyongyang", "North Korea"),
        ("the White House", "United States"),
        ("White House's", "United States"),
        ("Washington", "United States"),
        ("Washington, D.C.", "United States"),
        ("Élysée Palace", "France"),
        ("Japan", None),
        ("Brussels", None),
        ("Osaka", None),
    ],
)
def test_government_of(name: str, country: str | None) -> None:
    assert government_of(name) == country


def test_every_house_is_a_countrys() -> None:
    assert {country for country in _HOUSES.values() if country_of(country) != country} == set()
