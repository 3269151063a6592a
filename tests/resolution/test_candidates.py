"""Which entities are offered as one, and what is said for and against."""

from __future__ import annotations

import pandas as pd
import pytest

from onrecord.resolution import Candidates, Evidence, candidates, weigh

type Row = tuple[str, str, int]


def corpus(*rows: Row, titles: dict[str, list[str]] | None = None) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Entities of (name, kind, articles), each in articles of its own; the id is name and kind."""
    entities = pd.DataFrame(
        [(f"{name} {kind}", name, kind, (titles or {}).get(name, [])) for name, kind, _ in rows],
        columns=["entity_id", "name", "kind", "titles"],
    )
    mentions = [(f"{name} {kind}", f"{name} {kind} {i}") for name, kind, n in rows for i in range(n)]
    return entities, pd.DataFrame(mentions, columns=["entity_id", "article_id"])


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        (
            (("Vladimir Petrov", "PERSON", 9), ("Vladamir Petrov", "PERSON", 1)),
            "Vladamir Petrov is one letter from Vladimir Petrov",
        ),
        (
            (("Greenpeace", "ORG", 9), ("Grenpeace", "ORG", 1)),
            "Grenpeace is one letter from Greenpeace",
        ),
        ((("Benghazi", "GPE", 9), ("Benghazi", "ORG", 2)), "Benghazi is GPE and ORG"),
        (
            (("World Toy Trust", "ORG", 9), ("WTT", "ORG", 2)),
            "WTT may be the initials of World Toy Trust",
        ),
        ((("Ann Roe", "PERSON", 9), ("Roe", "PERSON", 2)), "Roe is the family name of Ann Roe"),
        (
            (("J. Roe", "PERSON", 9), ("James Roe", "PERSON", 2)),
            "J. Roe and James Roe: one family name, given names that agree",
        ),
    ],
)
def test_pairs_that_are_offered(rows: tuple[Row, ...], why: str) -> None:
    found = candidates(*corpus(*rows))
    assert found[["a", "b"]].to_numpy().tolist() == [[f"{name} {kind}" for name, kind, _ in rows]]
    assert found["evidence_for"][0] == [Evidence(why, "names")]
    assert found["evidence_against"][0] == []
    assert 0 < found["score"][0] <= 1


@pytest.mark.parametrize(
    "rows",
    [
        # Two frequent names are no slips of each other; nor are short ones, or numbers.
        (("Vladimir Petrov", "PERSON", 9), ("Vladamir Petrov", "PERSON", 8)),
        (("Iran", "GPE", 9), ("Iraq", "GPE", 1)),
        (("Falcon 11 Rocket", "PRODUCT", 9), ("Falcon 12 Rocket", "PRODUCT", 1)),
        # A letter apart, but a place and a person.
        (("Kensington", "GPE", 9), ("Kensinton", "PERSON", 1)),
        (("Ann Roe", "PERSON", 9), ("Jim Roe", "PERSON", 1)),
        (("Ken Whitely", "PERSON", 9), ("Ben Whitely", "PERSON", 1)),
        (("George W. Roe", "PERSON", 9), ("George P. Roe", "PERSON", 1)),
        (("Roe", "PERSON", 9), ("Doe", "PERSON", 1)),
        (("WTT", "ORG", 9), ("WTO", "ORG", 1)),
    ],
)
def test_pairs_that_are_not(rows: tuple[Row, ...]) -> None:
    assert candidates(*corpus(*rows)).empty


def test_what_speaks_for_and_against() -> None:
    entities, mentions = corpus(
        ("Ann Roe", "PERSON", 9),
        ("Jim Roe", "PERSON", 4),
        ("Roe", "PERSON", 2),
        titles={"Ann Roe": ["Senator"], "Roe": ["senator"]},
    )
    beside = pd.DataFrame([("Roe PERSON", "Jim Roe PERSON 0")], columns=mentions.columns)
    found = candidates(entities, pd.concat([mentions, beside])).set_index("a")
    ann, jim = found.loc["Ann Roe PERSON"], found.loc["Jim Roe PERSON"]
    assert ann["evidence_for"] == [
        Evidence("Roe is the family name of Ann Roe", "names"),
        Evidence("Both bear the title senator", "title", ("senator",)),
    ]
    assert ann["evidence_against"] == [Evidence("Roe may also mean Jim Roe", "rivals", ("Jim Roe PERSON",))]
    assert jim["evidence_against"] == [
        Evidence("Named side by side in 1 article", "together"),
        Evidence("Roe may also mean Ann Roe", "rivals", ("Ann Roe PERSON",)),
    ]
    assert ann["score"] > jim["score"]


def test_nothing_in_nothing_out() -> None:
    found = candidates(*corpus())
    assert found.columns.tolist() == ["a", "b", "evidence_for", "evidence_against", "score"]
    assert found.empty


def test_one_entity_has_the_pairs_that_all_of_them_have_with_it() -> None:
    entities, mentions = corpus(
        ("Vladimir Petrov", "PERSON", 9),
        ("Vladamir Petrov", "PERSON", 1),
        ("V. Petrov", "PERSON", 2),
        ("Petrov", "PERSON", 3),
        ("Petrov", "ORG", 2),
        ("World Toy Trust", "ORG", 9),
        ("WTT", "ORG", 2),
    )
    often = mentions["entity_id"].value_counts()
    known = Candidates(entities.assign(articles=entities["entity_id"].map(often)))
    everything = weigh(known.all(), mentions)
    assert len(everything) > 5
    for entity_id in entities["entity_id"]:
        mine = everything[(everything["a"] == entity_id) | (everything["b"] == entity_id)]
        assert weigh(known.of(entity_id), mentions).equals(mine.reset_index(drop=True))
    assert known.of("nobody") == []


@pytest.mark.parametrize(
    ("name", "slip"),
    [
        ("Hallmark", "Hallmakr"),  # letters that change places
        ("Hallmark", "Halmlark"),
        ("Hallmark", "Hallmarks"),
        ("Hallmark", "Xallmark"),
        ("Hallmark", "Hallmarx"),
        ("Hallmark", "Halxmark"),
        ("Hallmarks", "Halmarks"),
        ("Hallmarks", "Hallmark"),
    ],
)
def test_a_slip_anywhere_in_a_name_is_found(name: str, slip: str) -> None:
    found = candidates(*corpus((name, "ORG", 9), (slip, "ORG", 1)))
    assert found[["a", "b"]].to_numpy().tolist() == [[f"{name} ORG", f"{slip} ORG"]]
