"""Names that are written like others: ships, states, families, bynames, words with a capital."""

from __future__ import annotations

import pytest
from spacy.language import Language

from onrecord.records import TITLE

pytestmark = pytest.mark.model


def names(nlp: Language, text: str) -> list[tuple[str, str, str]]:
    """Text, label and entity of each name."""
    doc = nlp(text)
    entity = {entity.key: entity.name for entity in doc._.entities}
    return [(m.text, m.label, entity[m.entity]) for m in doc._.mentions if m.label != TITLE]


def test_a_ship_is_not_whom_it_is_called_after(nlp: Language) -> None:
    text = (
        "The USS Jane Harlow left Japan on Monday. Sailors of the Harlow waved. "
        "Sen. Jane Harlow was not on board, and Harlow did not wave."
    )
    found = [(text, entity) for text, _, entity in names(nlp, text) if "Harlow" in text]
    assert found == [
        ("USS Jane Harlow", "USS Jane Harlow"),
        ("Harlow", "USS Jane Harlow"),
        ("Jane Harlow", "Jane Harlow"),
        ("Harlow", "Jane Harlow"),
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Voters in Georgia and Florida went to the polls on Tuesday.", "Georgia (U.S. state)"),
        ("Atlanta is the capital of Georgia.", "Georgia (U.S. state)"),
        ("Georgia closed its border. Troops left Tbilisi for South Ossetia on Monday.", "Georgia"),
        ("The ferry sank in Washington state on Monday.", "Washington (U.S. state)"),
        ("Washington Gov. Ann Harlow closed the schools.", "Washington (U.S. state)"),
        ("Voters in Oregon and Washington went to the polls.", "Washington (U.S. state)"),
        ("The train from Boston, New York and Washington was late.", "Washington"),
        ("Lawmakers returned to Washington on Monday.", "Washington"),
    ],
)
def test_two_places_of_one_name(nlp: Language, text: str, place: str) -> None:
    word = place.split(maxsplit=1)[0]
    assert [entity for name, _, entity in names(nlp, text) if name == word] == [place]


def test_a_family_name_without_its_particle(nlp: Language) -> None:
    text = "Bassel al-Atrash spoke on Monday. Troops of Atrash left the city, and Atrash wept."
    assert {entity for name, _, entity in names(nlp, text) if "Atrash" in name} == {"Bassel al-Atrash"}


def test_a_byname_belongs_to_the_name(nlp: Language) -> None:
    text = "Joe Harlow spoke on Monday. He met Joe the Plumber in Ohio."
    assert ("Joe the Plumber", "PERSON", "Joe the Plumber") in names(nlp, text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Congressional Republicans voted no on Monday.", "Congressional"),
        ("He appointed two secretaries of State in a year.", "State"),
        ("She ran for a State Senate seat in Ohio.", "State"),
        ("Sen. Ann Harlow (D., Ohio) voted no.", "D."),
        ("They prayed after Mass on Sunday.", "Mass"),
        ("He is a possible VP pick.", "VP"),
        ("\u2014 Donald J. Trump (@realDonaldTrump) January 3, 2018", "realDonaldTrump"),
    ],
)
def test_a_capital_makes_no_name(nlp: Language, text: str, word: str) -> None:
    assert word not in [name for name, _, _ in names(nlp, text)]


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("He spoke in the Rose Garden on Monday.", "Rose Garden", "FAC"),
        ("The White House said no. White House aides left.", "White House", "ORG"),
        ("Police held porn star Windy Harlow on Monday.", "Windy Harlow", "PERSON"),
        ("She wrote to Bill O\u2019Harlow on Monday.", "Bill O\u2019Harlow", "PERSON"),
        (
            "Police arrested Robert \u201cMouse\u201d Smith on Monday.",
            "Robert \u201cMouse\u201d Smith",
            "PERSON",
        ),
        ("He lives in Burkina Faso and works.", "Burkina Faso", "GPE"),
        ("They signed the Trans-Pacific Partnership on Monday.", "Trans-Pacific Partnership", "ORG"),
    ],
)
def test_kinds_and_boundaries(nlp: Language, text: str, name: str, label: str) -> None:
    assert (name, label) in [(found, kind) for found, kind, _ in names(nlp, text)]
