"""Pairs are counted by sentence, paragraph and article, against what chance would give."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from tests.analysis import frames

from onrecord.analysis import cooccurrence
from onrecord.analysis.units import UNITS, Unit, unit_codes

TEXTS = {
    "north-1": "Ada met Ben. Ada left Rome.\nBen stayed. Cleo too.",
    "south-1": "Ada and Ben and Ada.\nThe Navy sailed to Oslo.",
}
MENTIONS = frames.mentions(TEXTS)
PASSAGES = frames.passages(TEXTS)


def meets(rows: pd.DataFrame) -> dict[tuple[str, str], int]:
    return {tuple(sorted((a, b))): n for a, b, n in zip(rows["a"], rows["b"], rows["together"], strict=True)}


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("sentence", {("ada", "ben"): 2, ("ada", "rome"): 1, ("navy", "oslo"): 1}),
        (
            "paragraph",
            {
                ("ada", "ben"): 2,
                ("ada", "rome"): 1,
                ("ben", "rome"): 1,
                ("ben", "cleo"): 1,
                ("navy", "oslo"): 1,
            },
        ),
    ],
)
def test_pairs_are_counted_once_a_unit(unit: Unit, expected: dict[tuple[str, str], int]) -> None:
    assert meets(cooccurrence.pairs(MENTIONS, unit=unit, passages=PASSAGES)) == expected


def test_an_article_joins_all_it_names() -> None:
    found = meets(cooccurrence.pairs(MENTIONS, unit="article"))
    assert found["ada", "ben"] == 2
    assert found["cleo", "rome"] == 1
    assert ("cleo", "oslo") not in found


def test_counts_and_expectation_are_of_units_with_any_mention() -> None:
    rows = cooccurrence.pairs(MENTIONS).set_index(["a", "b"])
    # Sentences with a mention: 4 in the first article, 2 in the second. Ada is in 3, Ben in 3.
    ada_ben = rows.loc[("ada", "ben")]
    assert (ada_ben["count_a"], ada_ben["count_b"], ada_ben["expected"]) == (3, 3, 3 * 3 / 6)
    assert ada_ben["npmi"] == pytest.approx(math.log((2 / 6) / (0.5 * 0.5)) / -math.log(2 / 6))


@pytest.mark.parametrize(
    ("both", "a", "b", "n", "npmi", "g2_sign"),
    [
        (5, 5, 5, 100, 1.0, 1),  # only ever together
        (1, 10, 10, 100, 0.0, 0),  # as chance has it
        (1, 50, 50, 100, None, -1),  # apart
        (7, 7, 7, 7, 0.0, 0),  # everywhere: says nothing
    ],
)
def test_measures_beyond_chance(both: int, a: int, b: int, n: int, npmi: float | None, g2_sign: int) -> None:
    args = np.array([both]), np.array([a]), np.array([b]), n
    value = float(cooccurrence.npmi(*args)[0])
    assert value < 0 if npmi is None else value == pytest.approx(npmi)
    assert np.sign(round(float(cooccurrence.g2(*args)[0]), 9)) == g2_sign


def test_log_likelihood_agrees_with_its_formula() -> None:
    # The table 110, 2442, 111, 29114: two words that meet often.
    g2 = cooccurrence.g2(np.array([110]), np.array([2552]), np.array([221]), 31777)[0]
    assert g2 == pytest.approx(270.72, abs=0.01)


def test_the_top_entities_are_those_in_most_units() -> None:
    rows = cooccurrence.pairs(MENTIONS, top_n=2)
    assert set(rows["a"]) | set(rows["b"]) == {"ada", "ben"}


def test_chosen_entities_replace_the_top() -> None:
    assert meets(cooccurrence.pairs(MENTIONS, only=("oslo", "navy", "nobody"))) == {("navy", "oslo"): 1}


def test_rare_pairs_can_be_left_out() -> None:
    assert meets(cooccurrence.pairs(MENTIONS, min_together=2)) == {("ada", "ben"): 2}


@pytest.mark.parametrize("empty", [MENTIONS.iloc[:0], MENTIONS.assign(entity_id=None)])
def test_nothing_gives_an_empty_frame_with_all_columns(empty: pd.DataFrame) -> None:
    rows = cooccurrence.pairs(empty)
    assert rows.empty
    assert list(rows.columns) == list(cooccurrence.pairs(MENTIONS).columns)
    assert cooccurrence.order(rows) == []


def test_paragraphs_need_passages() -> None:
    with pytest.raises(ValueError, match="passages"):
        unit_codes(MENTIONS, "paragraph")


@pytest.mark.parametrize("unit", UNITS)
def test_order_of_rows_does_not_matter(unit: Unit) -> None:
    shuffled = MENTIONS.sample(frac=1, random_state=3)
    one = cooccurrence.pairs(MENTIONS, unit=unit, passages=PASSAGES)
    other = cooccurrence.pairs(shuffled, unit=unit, passages=PASSAGES)
    pd.testing.assert_frame_equal(one, other)
    assert cooccurrence.order(one) == cooccurrence.order(other)


def test_seriation_puts_groups_together() -> None:
    group = {"a": 0, "b": 1, "c": 0, "d": 1, "e": 0, "f": 1}
    rows = [
        {"article_id": f"{g}{i}", "start": 0, "sentence_start": 0, "entity_id": e, "entity": e, "kind": "ORG"}
        for i in range(5)
        for e, g in group.items()
    ]
    bridge = {"article_id": "x", "start": 0, "sentence_start": 0, "kind": "ORG"}
    rows += [{**bridge, "entity_id": e, "entity": e} for e in "ab"]
    order = cooccurrence.order(cooccurrence.pairs(pd.DataFrame(rows)))
    sides = [group[e] for e in order]
    assert sides in ([0, 0, 0, 1, 1, 1], [1, 1, 1, 0, 0, 0])
    assert {order[2], order[3]} == {"a", "b"}  # the bridge stands where the groups touch


@pytest.fixture(scope="module")
def crowd() -> pd.DataFrame:
    """900 mentions of 200 entities, some of them tied, in 60 sentences."""
    dice = np.random.default_rng(0)
    entity = [f"e{number:03}" for number in dice.zipf(1.4, 900) % 200]
    sentence = dice.integers(0, 60, len(entity))
    return pd.DataFrame({"article_id": "a", "start": range(900), "sentence_start": sentence * 120,
                         "entity_id": entity, "entity": entity, "kind": "PERSON"})  # fmt: skip


@pytest.mark.parametrize("top_n", [3, 10, 40])
def test_among_many_the_top_are_found_and_ties_go_by_id(crowd: pd.DataFrame, top_n: int) -> None:
    counts = crowd.groupby("entity_id")["sentence_start"].nunique()
    wanted = sorted(counts.index, key=lambda entity: (-counts[entity], entity))[:top_n]
    rows = cooccurrence.pairs(crowd, top_n=top_n)
    assert cooccurrence.counts_of(rows).to_dict() == counts[wanted].to_dict()
    for row in rows.itertuples():
        one, two = (set(crowd.loc[crowd["entity_id"] == e, "sentence_start"]) for e in (row.a, row.b))
        assert row.together == len(one & two)


def test_counting_in_blocks_changes_nothing(crowd: pd.DataFrame, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = cooccurrence.pairs(crowd)
    monkeypatch.setattr(cooccurrence, "_BLOCK", 7)
    pd.testing.assert_frame_equal(cooccurrence.pairs(crowd), whole)
