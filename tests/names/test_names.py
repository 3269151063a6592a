"""Normal forms, parts of people's names, titles, countries."""

from __future__ import annotations

import pytest

from onrecord.names.countries import country_of, country_of_people, seat_of
from onrecord.names.forms import bare, fold, initials, is_acronym, organisation
from onrecord.names.given import gender_of, root_of, same_given
from onrecord.names.people import parse, same_person, short_of
from onrecord.names.titles import is_head, nearly_head


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kim Jong-Un", "kim jong un"),
        ("José  Núñez", "jose nunez"),
        ("C.I.A.", "cia"),
        ("O’Brien", "obrien"),
        ("", ""),
    ],
)
def test_fold(name: str, expected: str) -> None:
    assert fold(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("the Senate's", "Senate"),
        ("The Hague", "Hague"),
        ("Jones’", "Jones"),
        ("A", "A"),
        ("Theresa", "Theresa"),
    ],
)
def test_bare(name: str, expected: str) -> None:
    assert bare(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Acme Holdings, Inc.", "acme"), ("the Acme Co", "acme"), ("Inc", "inc"), ("Smith & Co.", "smith")],
)
def test_organisation(name: str, expected: str) -> None:
    assert organisation(name) == expected


def test_acronyms() -> None:
    assert is_acronym("DPRK")
    assert is_acronym("U.N.")
    assert not is_acronym("Nato")
    assert "IOM" in initials("International Organization for Migration")


@pytest.mark.parametrize(
    ("name", "given", "family", "suffix"),
    [
        ("Jane Roe", ("jane",), ("roe",), ""),
        ("Roe", (), ("roe",), ""),
        ("John Q. Roe Jr.", ("john", "q"), ("roe",), "jr"),
        ("John Q. Roe, III", ("john", "q"), ("roe",), "iii"),
        ("H.R. Roe", ("h", "r"), ("roe",), ""),
        ("Jan van der Meer", ("jan",), ("van", "der", "meer"), ""),
        ("Kim Jong-un", ("jongun",), ("kim",), ""),
        ("Kim Jong Un", ("jongun",), ("kim",), ""),
        ("Xi Jinping", ("jinping",), ("xi",), ""),
        ("Lee Daniels", ("lee",), ("daniels",), ""),
        ("Kim Philby", ("kim",), ("philby",), ""),
        ("Jane \u201cMouse\u201d Roe", ("jane",), ("roe",), ""),
        ('Jane Q. "Mouse" Roe', ("jane", "q"), ("roe",), ""),
    ],
)
def test_parse(name: str, given: tuple[str, ...], family: tuple[str, ...], suffix: str) -> None:
    parts = parse(name)
    assert (parts.given, parts.family, parts.suffix) == (given, family, suffix)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Jim Roe", "James Roe", True),
        ("James N. Roe", "James Roe", True),
        ("J. Roe", "James Roe", True),
        ("José Roe", "Jose Roe", True),
        ("Kim Jong-un", "Kim Jong Un", True),
        ("Moon Jae-in", "Jae-in Moon", True),
        ("John Q. Roe III", "John Roe", True),
        ("John Q. Roe Jr.", "John Roe", True),
        ("John Roe Jr.", "John Roe", False),
        ("Jane Roe", "John Roe", False),
        ("John A. Roe", "John B. Roe", False),
        ("Kim Jong-un", "Kim Il-sung", False),
        ("Jane Roe", "Jane Doe", False),
    ],
)
def test_same_person(one: str, other: str, same: bool) -> None:
    assert same_person(parse(one), parse(other)) is same
    assert same_person(parse(other), parse(one)) is same


@pytest.mark.parametrize(
    ("short", "full", "stands"),
    [
        ("Roe", "Jane Roe", True),
        ("van der Meer", "Jan van der Meer", True),
        ("Kim", "Kim Jong-un", True),
        ("Jane", "Jane Roe", False),
        ("Un", "Kim Jong Un", False),
        ("Rivas Roe", "Ana María Rivas Roe", True),
        ("Rivas", "Ana María Rivas Roe", True),
    ],
)
def test_short_of(short: str, full: str, stands: bool) -> None:
    assert short_of(parse(short), parse(full)) is stands


def test_given_names() -> None:
    assert same_given("jim", "james")
    assert not same_given("jane", "james")
    assert gender_of("melania") == "f"
    assert gender_of("sam") is None
    assert root_of("jim") == "james"


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("U.S.", "United States"),
        ("US", "United States"),
        ("us", None),
        ("the United States", "United States"),
        ("DPRK", "North Korea"),
        ("Democratic People’s Republic of Korea", "North Korea"),
        ("Republic of Korea", "South Korea"),
        ("Côte d'Ivoire", "Ivory Coast"),
        ("Tokyo", None),
    ],
)
def test_country_of(name: str, country: str | None) -> None:
    assert country_of(name) == country


def test_people_and_seats() -> None:
    assert country_of_people("Japanese") == "Japan"
    assert country_of_people("Americans") == "United States"
    assert country_of_people("Frenchman") is None
    assert country_of_people("Irishmen") == "Ireland"
    assert seat_of("Pyongyang") == "North Korea"


def test_titles() -> None:
    assert is_head("Sen.")
    assert is_head("ex-president")
    assert not is_head("Roe")
    assert nearly_head("Charmain")
    assert not nearly_head("Coleman")
