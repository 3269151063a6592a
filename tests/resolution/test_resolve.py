"""Local entities to entities of the corpus."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.resolution import Resolution, Resolver, resolve

COLUMNS = ["local_entity", "article_id", "name", "kind", "aliases", "titles"]
NOTHING = pd.DataFrame(columns=["entity_id", "name", "kind", "aliases", "titles"])
type Row = tuple[str, str, str]


def local(*rows: Row, prefix: str = "") -> pd.DataFrame:
    """Rows of (article, name, kind)."""
    return pd.DataFrame(
        [(f"{prefix}{i}", a, name, kind, [name], []) for i, (a, name, kind) in enumerate(rows)],
        columns=COLUMNS,
    )


def ids(resolution: Resolution) -> dict[tuple[str, str], str]:
    links = resolution.links
    return dict(zip(zip(links["article_id"], links["name"], strict=True), links["entity_id"], strict=True))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("James Roe", "PERSON"), ("Jim Roe", "PERSON"), True),
        (("James Roe", "PERSON"), ("James Q. Roe", "PERSON"), True),
        (("James Roe", "PERSON"), ("Roe", "PERSON"), True),
        (("James Roe", "PERSON"), ("Jane Roe", "PERSON"), False),
        (("James Roe", "PERSON"), ("James Roe Jr.", "PERSON"), False),
        (("George W. Roe", "PERSON"), ("George H.W. Roe", "PERSON"), False),
        (("J. Edgar Roe", "PERSON"), ("John Roe", "PERSON"), False),
        (("Martin Luther Roe", "PERSON"), ("Martin Luther Roe Jr.", "PERSON"), True),
        (("Kim Jong-un", "PERSON"), ("Kim Jong Un", "PERSON"), True),
        (("Kim Jong-un", "PERSON"), ("Kim Il-sung", "PERSON"), False),
        (("Moon Jae-in", "PERSON"), ("Jae-in Moon", "PERSON"), True),
        (("Volodymyr Horetsky", "PERSON"), ("Volodymyr Horetskyy", "PERSON"), True),
        (("Volodymyr Horetsky", "PERSON"), ("Viktor Horetskiy", "PERSON"), False),
        (("Robert Bariso", "PERSON"), ("Robert Barisso", "PERSON"), True),
        (("Repub\u00adlicans", "NORP"), ("Republicans", "NORP"), True),
        (("FBI", "ORG"), ("Federal Bureau of Investigation", "ORG"), True),
        (("Bassel al-Atrash", "PERSON"), ("Bassel Atrash", "PERSON"), True),
        (("Missouri", "GPE"), ("Mo.", "GPE"), True),
        (("Dems", "NORP"), ("Democrats", "NORP"), True),
        (("José Rivas", "PERSON"), ("Jose Rivas", "PERSON"), True),
        (("U.S.", "GPE"), ("United States", "GPE"), True),
        (("America", "GPE"), ("American", "NORP"), True),
        (("DPRK", "ORG"), ("North Korea", "GPE"), True),
        (("Asia", "LOC"), ("Asians", "NORP"), True),
        (("European", "NORP"), ("Europe", "LOC"), True),
        (("European Union", "ORG"), ("European", "NORP"), False),
        (("African American", "NORP"), ("African", "NORP"), False),
        (("Washington", "GPE"), ("United States", "GPE"), False),
        (("Republicans", "NORP"), ("Republican", "NORP"), True),
        (("VA", "ORG"), ("Va.", "GPE"), False),
        (("Virginia", "GPE"), ("Va.", "GPE"), True),
        (("Washington", "GPE"), ("Washington, D.C.", "GPE"), True),
        (("Department of Justice", "ORG"), ("U.S. Justice Department", "ORG"), True),
        (("U.S. House of Representatives", "ORG"), ("House", "ORG"), True),
        (("U.S. Steel", "ORG"), ("Steel", "ORG"), False),
        (("Department of Energy", "ORG"), ("Energy", "ORG"), False),
        (("ISIS", "ORG"), ("Islamic State", "ORG"), True),
        (("Obamacare", "LAW"), ("Affordable Care Act", "LAW"), True),
        (("UN", "ORG"), ("United Nations", "ORG"), True),
        (("Un", "ORG"), ("United Nations", "ORG"), False),
        (("AP", "ORG"), ("Associated Press", "ORG"), True),
        (("Acme Inc.", "ORG"), ("Acme", "ORG"), True),
        (("World Trade Organization", "ORG"), ("WTO", "ORG"), True),
        (("Georgia", "GPE"), ("Georgia Smith", "PERSON"), False),
        (("Ford", "ORG"), ("Ford", "GPE"), False),
        (("Georgia", "GPE"), ("Georgia (U.S. state)", "GPE"), False),
        (("Wash.", "GPE"), ("Washington", "GPE"), False),
        (("Nazi", "NORP"), ("Nazis", "NORP"), True),
        (("L.A.", "GPE"), ("Los Angeles", "GPE"), True),
        (("L.A.", "GPE"), ("Louisiana", "GPE"), False),
        (("DoJ", "ORG"), ("Justice Department", "ORG"), True),
        (("CNN", "ORG"), ("Church News Network", "ORG"), False),
        (("Jewish", "NORP"), ("Jews", "NORP"), True),
        (("Justice", "ORG"), ("Department of Justice", "ORG"), True),
        (("Martin Luther Roe III", "PERSON"), ("Martin Luther Roe Jr.", "PERSON"), False),
        (("Bassel al-Atrash", "PERSON"), ("Atrash", "PERSON"), True),
    ],
)
def test_two_names(one: tuple[str, str], other: tuple[str, str], same: bool) -> None:
    for first, second in ((one, other), (other, one)):
        found = resolve(local(("a", *first), ("b", *second)), NOTHING)
        assert (len(set(found.links["entity_id"])) == 1) is same
        known = resolve(local(("a", *one)), NOTHING).entities
        again = resolve(local(("b", *other)), known)
        assert (again.links["entity_id"].iloc[0] == known["entity_id"].iloc[0]) is same


def test_every_local_entity_gets_one_link_with_a_reason() -> None:
    rows = local(("a", "James Roe", "PERSON"), ("b", "Roe", "PERSON"), ("b", "Rome", "GPE"))
    found = resolve(rows, NOTHING)
    assert sorted(found.links["local_entity"]) == ["0", "1", "2"]
    assert found.links["why"].str.len().min() > 0
    assert "one full name, James Roe" in found.links.set_index("name").loc["Roe", "why"]
    assert set(found.links["entity_id"]) == set(found.entities["entity_id"])


NAMES = st.sampled_from(
    ["Jane Roe", "John Roe", "Roe", "Jane", "ROE", "U.S.", "American", "Acme", "Acme Inc.", "AI", ""]
)
KINDS = st.sampled_from(["PERSON", "ORG", "GPE", "NORP", "LAW"])


@settings(deadline=None)
@given(rows=st.lists(st.tuples(st.sampled_from("abc"), NAMES, KINDS), max_size=40), cut=st.integers(0, 40))
def test_each_local_entity_is_linked_once_in_any_batch(rows: list[Row], cut: int) -> None:
    table = local(*rows)
    resolver = Resolver(NOTHING)
    batches = [resolver.add(table.iloc[:cut]), resolver.add(table.iloc[cut:])]
    links = pd.concat([batch.links for batch in batches])
    known = pd.concat([batch.entities for batch in batches])
    assert sorted(links["local_entity"]) == sorted(table["local_entity"])
    assert set(links["entity_id"]) == set(known["entity_id"])


def test_an_ambiguous_family_name_stays_its_own() -> None:
    found = ids(
        resolve(
            local(("a", "Jane Roe", "PERSON"), ("b", "John Roe", "PERSON"), ("c", "Roe", "PERSON")), NOTHING
        )
    )
    assert len(set(found.values())) == 3


def test_the_dominant_bearer_of_a_family_name_wins() -> None:
    rows = [(f"a{i}", "Jane Roe", "PERSON") for i in range(6)]
    found = ids(resolve(local(*rows, ("b", "John Roe", "PERSON"), ("c", "Roe", "PERSON")), NOTHING))
    assert found["c", "Roe"] == found["a0", "Jane Roe"] != found["b", "John Roe"]


def test_a_family_name_beside_its_bearer_in_one_article_is_somebody_else() -> None:
    found = ids(resolve(local(("a", "Melanie Roe", "PERSON"), ("a", "Roe", "PERSON")), NOTHING))
    assert found["a", "Roe"] != found["a", "Melanie Roe"]


def test_a_full_name_that_comes_later_takes_the_loose_ones() -> None:
    resolver = Resolver(NOTHING)
    first = resolver.add(local(("a", "Roe", "PERSON")))
    second = resolver.add(local(("b", "Jane Roe", "PERSON"), prefix="x"), first.links)
    relinked = second.links.set_index("local_entity").loc["0"]
    assert relinked["entity_id"] == ids(second)["b", "Jane Roe"] != first.links["entity_id"].iloc[0]


def test_ids_do_not_depend_on_order_or_process() -> None:
    rows = local(
        ("a", "James Roe", "PERSON"), ("b", "Jim Roe", "PERSON"), ("c", "Acme", "ORG"), ("d", "U.S.", "GPE")
    )
    forward, backward = resolve(rows, NOTHING), resolve(rows.iloc[::-1], NOTHING)
    assert ids(forward) == ids(backward)
    other = resolve(local(("z", "Jim Roe", "PERSON")), NOTHING)
    assert set(other.entities["entity_id"]) <= set(forward.entities["entity_id"])


def test_the_title_tells_namesakes_apart() -> None:
    rows = local(("a", "Jane Roe", "PERSON"), ("b", "John Roe", "PERSON"), ("c", "Roe", "PERSON"))
    rows["titles"] = [["Senator"], ["President"], ["President"]]
    found = resolve(rows, NOTHING)
    assert ids(found)["c", "Roe"] == ids(found)["b", "John Roe"]
    assert "title" in found.links.set_index("article_id").loc["c", "why"]


def test_a_given_name_alone_is_nobody_known() -> None:
    found = ids(resolve(local(("a", "Mary Roe", "PERSON"), ("b", "Mary", "PERSON")), NOTHING))
    assert found["a", "Mary Roe"] != found["b", "Mary"]


def test_a_given_name_beside_the_family_name_is_the_same_person() -> None:
    rows = local(("a", "Mary Roe", "PERSON"), ("b", "Mary", "PERSON"), ("b", "Roe", "PERSON"))
    assert len(set(ids(resolve(rows, NOTHING)).values())) == 1


def test_the_usual_spelling_names_the_entity() -> None:
    rows = local(("a", "ACME WORLD", "ORG"), ("b", "Acme World", "ORG"), ("c", "Acme World", "ORG"))
    assert list(resolve(rows, NOTHING).entities["name"]) == ["Acme World"]


def test_a_rare_kind_follows_the_common_one() -> None:
    rows = [(f"a{i}", "Jane Roe", "PERSON") for i in range(5)] + [
        (f"b{i}", "Roe", "PERSON") for i in range(4)
    ]
    found = ids(resolve(local(*rows, ("c", "Roe", "ORG")), NOTHING))
    assert found["c", "Roe"] == found["a0", "Jane Roe"]


def test_nothing_comes_of_nothing() -> None:
    found = resolve(local(), NOTHING)
    assert found.links.empty
    assert list(found.links) == [*COLUMNS, "entity_id", "why"]
    assert list(found.entities) == list(NOTHING)


def test_what_one_article_mixes_up_does_not_mix_up_the_corpus() -> None:
    rows = [(f"a{i}", "White Barn", "ORG") for i in range(5)] + [(f"b{i}", "Barn", "ORG") for i in range(4)]
    mixed = local(*rows, ("c", "White Barn", "PERSON"))
    mixed.at[len(mixed) - 1, "aliases"] = ["Barn", "White Barn"]
    found = ids(resolve(mixed, NOTHING))
    assert found["c", "White Barn"] == found["a0", "White Barn"] != found["b0", "Barn"]


def test_the_short_name_of_a_body_is_its_own_where_nothing_tells_which() -> None:
    rows = local(("a", "Lima Times", "ORG"), ("b", "Times", "ORG"))
    rows["aliases"] = [["Times", "Lima Times"], ["Times"]]
    found = ids(resolve(rows, NOTHING))
    assert found["a", "Lima Times"] != found["b", "Times"]


@pytest.mark.parametrize(
    ("name", "kinds", "one"),
    [
        ("Benaza", {"GPE": 4, "ORG": 3}, True),  # things: the majority decides
        ("Benaza", {"GPE": 3, "ORG": 3}, False),
        ("Benaza", {"PERSON": 4, "ORG": 3}, False),  # a person of that name may well be somebody else
        ("Benaza", {"PERSON": 9, "ORG": 3}, True),
        ("Windy Harlow", {"PERSON": 4, "ORG": 3}, True),  # unless the name is long
        ("Windy Harlow", {"PERSON": 3, "ORG": 4}, True),
    ],
)
def test_one_name_of_two_kinds(name: str, kinds: dict[str, int], one: bool) -> None:
    rows = [(f"{kind}{i}", name, kind) for kind, n in kinds.items() for i in range(n)]
    found = set(ids(resolve(local(*rows), NOTHING)).values())
    assert len(found) == (1 if one else 2)


def test_a_given_name_beside_a_relative_in_the_article() -> None:
    rows = local(
        ("a", "Brigitte Roe", "PERSON"), ("b", "Emmanuel Roe", "PERSON"), ("b", "Brigitte", "PERSON")
    )
    found = ids(resolve(rows, NOTHING))
    assert found["b", "Brigitte"] == found["a", "Brigitte Roe"] != found["b", "Emmanuel Roe"]


def test_a_given_name_that_everybody_knows() -> None:
    rows = [(f"a{i}", "Hillary Roe", "PERSON") for i in range(30)]
    some = [("b", "Hillary Doe", "PERSON"), ("c", "Hillary", "PERSON")]
    found = ids(resolve(local(*rows, *some), NOTHING))
    assert found["c", "Hillary"] == found["a0", "Hillary Roe"]
    many = [(f"b{i}", "Hillary Doe", "PERSON") for i in range(9)]
    found = ids(resolve(local(*rows, *many, ("c", "Hillary", "PERSON")), NOTHING))
    assert found["c", "Hillary"] not in (found["a0", "Hillary Roe"], found["b0", "Hillary Doe"])


def test_a_short_form_of_two_names_is_whom_the_article_also_names_in_full() -> None:
    rows = [(f"a{i}", "George W. Roe", "PERSON") for i in range(3)]
    rows += [(f"b{i}", "George H.W. Roe", "PERSON") for i in range(5)]
    table = local(*rows, ("b9", "George Roe", "PERSON"), ("c", "George Roe", "PERSON"))
    table.at[len(table) - 1, "aliases"] = ["George Roe", "George W. Roe"]
    found = ids(resolve(table, NOTHING))
    assert found["c", "George Roe"] == found["a0", "George W. Roe"]


def test_an_entity_keeps_what_it_learned_when_nothing_tells_a_third_namesake_from_it() -> None:
    rows = local(("a", "Roe", "PERSON"), ("a", "Roe", "PERSON"), ("a", "Roe", "PERSON"))
    rows["aliases"] = [["Roe"], ["Roe", "Roey"], ["Roe"]]
    found = resolve(rows, NOTHING)
    assert sorted(found.entities["aliases"].map(sorted)) == [["Roe"], ["Roe", "Roey"]]
    assert set(found.links["entity_id"]) == set(found.entities["entity_id"])
