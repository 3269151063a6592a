"""Mentions and local entities on the pipeline, as an article's reader would have them."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from onrecord.records import TITLE, LocalEntity, Mention

pytestmark = pytest.mark.model


def extract(nlp: Language, text: str) -> tuple[tuple[Mention, ...], dict[str, LocalEntity]]:
    doc = nlp(text)
    names = tuple(mention for mention in doc._.mentions if mention.label != TITLE)
    return names, {entity.key: entity for entity in doc._.entities}


def by_name(nlp: Language, text: str) -> dict[str, list[str]]:
    mentions, entities = extract(nlp, text)
    found: dict[str, list[str]] = defaultdict(list)
    for mention in mentions:
        found[entities[mention.entity].name].append(mention.text)
    return dict(found)


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        (
            "Defense Secretary Jim Harlow met reporters on Monday. Harlow said the talks went well. "
            "Nobody asked Mr. Harlow about money.",
            "Jim Harlow",
            ["Jim Harlow", "Harlow", "Harlow"],
        ),
        (
            "Prime Minister Theresa May spoke on Friday. The vote is due in May, said May. Some like May.",
            "Theresa May",
            ["Theresa May", "May"],
        ),
        (
            "The International Whaling Commission (IWC) met in Lima. The IWC wants more money.",
            "International Whaling Commission",
            ["International Whaling Commission", "IWC", "IWC"],
        ),
        (
            "North Korea fired a missile. Pyongyang was silent, and so was the North. North Korea is poor.",
            "North Korea",
            ["North Korea", "North", "North Korea"],
        ),
        (
            "Kim Jong-un met Moon Jae-in on Friday in Seoul. Mr. Kim smiled. Mr. Moon laughed.",
            "Kim Jong-un",
            ["Kim Jong-un", "Kim"],
        ),
    ],
)
def test_one_entity(nlp: Language, text: str, name: str, mentions: list[str]) -> None:
    found = by_name(nlp, text)
    assert found.get(name, [])[: len(mentions)] == mentions


def test_ordinary_words_stay_words(nlp: Language) -> None:
    text = "Tom Price resigned on Friday. Prices rose. The price of oil fell. Price said he was sorry."
    mentions, _ = extract(nlp, text)
    assert [m.text for m in mentions if m.label == "PERSON"] == ["Tom Price", "Price"]


def test_a_bare_family_name_is_not_the_father(nlp: Language) -> None:
    text = (
        "Harlow won the vote on Tuesday. His father, George Harlow, was a governor. "
        "Harlow thanked his voters, and Harlow left."
    )
    found = by_name(nlp, text)
    assert found["George Harlow"] == ["George Harlow"]
    assert found["Harlow"] == ["Harlow", "Harlow", "Harlow"]


def test_initials_tell_namesakes_apart(nlp: Language) -> None:
    found = by_name(nlp, "George W. Harlow met George H.W. Harlow in Maine on Sunday.")
    assert {"George W. Harlow", "George H.W. Harlow"} <= set(found)


def test_namesakes_stay_apart(nlp: Language) -> None:
    text = (
        "President Donald Brandt and Melanie Brandt arrived on Monday with their son, Eric Brandt. "
        "Mr. Brandt waved to the crowd. Mrs. Brandt did not."
    )
    found = by_name(nlp, text)
    assert {"Donald Brandt", "Melanie Brandt", "Eric Brandt"} <= set(found)


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        ("He met Secretary of State Anna Kowal in Paris on Monday.", "State"),
        ("Defense Secretary Anna Kowal spoke in Paris on Monday.", "Defense"),
        ("Anna Kowal, Charmain of the Joint Chiefs of Staff, spoke on Monday.", "Charmain"),
        ("They set up batteries of US-made Patriot anti-missile systems around Tokyo.", "Patriot"),
    ],
)
def test_fragments_of_titles_are_no_people(nlp: Language, text: str, fragment: str) -> None:
    mentions, _ = extract(nlp, text)
    assert not [m for m in mentions if m.text == fragment and m.label in ("PERSON", "ORG", "NORP")]


def test_the_north_is_no_name_outside_of_the_article(nlp: Language) -> None:
    text = "North Korea fired a missile. Pyongyang was silent, and so was the North. North Korea is poor."
    _, entities = extract(nlp, text)
    assert next(e for e in entities.values() if e.name == "North Korea").aliases == ("North Korea",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("LIMA/QUITO (Reuters) - The talks failed.", {"LIMA": "GPE", "QUITO": "GPE", "Reuters": "ORG"}),
        ("By Anna Kowal\nThe talks failed on Monday.", {"Anna Kowal": "PERSON"}),
        ("A flag flies in the wind.\nREUTERS/Anna Kowal/File Photo", {"Anna Kowal": "PERSON"}),
        ("The Blue Whale Agency (BWA) closed. The BWA is broke.", {"BWA": "ORG"}),
        ("They shop at fashion retailer Anna Kowal. Anna Kowal shares fell.", {"Anna Kowal": "ORG"}),
        ("Sen. Anna Kowal (R-Ky.) voted no.", {"Anna Kowal": "PERSON", "Ky.": "GPE"}),
        ("The U.S.-Japan talks failed on Monday.", {"U.S.": "GPE", "Japan": "GPE"}),
    ],
)
def test_the_way_of_writing_tells_names(nlp: Language, text: str, expected: dict[str, str]) -> None:
    mentions, _ = extract(nlp, text)
    labels = {m.text: m.label for m in mentions}
    assert {name: labels.get(name) for name in expected} == expected


def test_titles_are_facts_about_people(nlp: Language) -> None:
    text = (
        "Defense Secretary Anna Kowal arrived. Ms. Kowal, the first woman in the office, smiled. Kowal waved."
    )
    _, entities = extract(nlp, text)
    kowal = next(e for e in entities.values() if e.name == "Anna Kowal")
    assert kowal.titles[0] == "Defense Secretary"
    assert kowal.gender == "f"


def test_rules_are_named(nlp: Language) -> None:
    text = "Rex Tillman spoke in Rome. Then Tillman left, and Tillman's aides stayed."
    mentions, _ = extract(nlp, text)
    assert all(m.source for m in mentions)
    assert [m.text for m in mentions if m.label == "PERSON"] == ["Rex Tillman", "Tillman", "Tillman"]


PIECES = st.sampled_from(
    [
        *(
            "Mr. Kim",
            "Jim Harlow",
            "Harlow's",
            "the U.S.-Japan talks",
            "the North",
            "\n",
            "\n\n",
            " said ",
            ", ",
        ),
        *("“", "”", "’", "Smith/Pool", "Anna - The", "(WHO", ")", "Sen. ", "Ünal", "e\u0301", "\u200b", "😀"),
        *("President ", "May ", ". "),
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=25))
def test_offsets_hold_and_names_do_not_overlap(nlp: Language, pieces: list[str]) -> None:
    text = " ".join(pieces)
    doc = nlp(text)
    mentions = doc._.mentions
    assert all(text[m.start : m.end] == m.text and m.text for m in mentions)
    names = [m for m in mentions if m.source != "description" and m.label != TITLE]
    assert all(a.end <= b.start for a, b in pairwise(names))
    assert [(m.end, -m.start) for m in mentions] == sorted((m.end, -m.start) for m in mentions)
    assert all(m.sentence[0] <= m.start and m.end <= m.sentence[1] for m in mentions)
    assert {m.entity for m in mentions} == {e.key for e in doc._.entities}
    assert len({e.key for e in doc._.entities}) == len(doc._.entities)
    again = nlp(text)
    assert again._.mentions == mentions
    assert again._.entities == doc._.entities
