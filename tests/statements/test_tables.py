"""Statements and their tellings, from quotes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest

from onrecord.statements import match

type Quotes = Callable[..., pd.DataFrame]
FULL = "We will rebuild the northern harbour wall before winter, if the council grants us the money."
CUT = "We will rebuild the northern harbour wall before winter"
TOLD = "the town would rebuild its northern harbour wall before the winter if the council granted money"
OTHER = "Nobody should have to choose between heating a kitchen and feeding a child."


@pytest.mark.parametrize(
    ("other", "relation"),
    [
        ((FULL,), "verbatim"),
        (("we will rebuild the northern harbour wall before winter — if the council grants us the money",),
         "verbatim"),
        ((CUT,), "truncated"),
        (("before winter, if the council grants us the money",), "truncated"),
        (("We will rebuild the northern harbour wall … if the council grants us money",), "reworded"),
        ((f"{CUT[:41]} … if the council grants us the money",), "truncated"),
        (("We shall rebuild the sea wall before winter if the council grants us money",), "reworded"),
        ((TOLD, "Ada Vale", "indirect"), "reworded"),
        (('the town "will rebuild the northern harbour wall" by the winter', "Vale", "mixed"), "reworded"),
        ((CUT, "Ada Vale", "indirect"), "reworded"),
    ],
)  # fmt: skip
def test_relation_to_the_fullest_telling(quotes: Quotes, other: tuple[object, ...], relation: str) -> None:
    found = match(quotes((FULL,), other))
    assert found.statements["quote_id"].tolist() == ["q0"]
    assert found.statement_quotes["quote_id"].tolist() == ["q0", "q1"]
    assert found.statement_quotes["relation"].tolist() == ["verbatim", relation]


@pytest.mark.parametrize(
    "other",
    [
        (OTHER,),
        ("We will repaint the southern harbour lights next summer", "Ada Vale"),
        (CUT, "Bo Quill", "indirect"),
        (FULL, "Ada Vale", "direct", None, date(2033, 5, 4)),
        ("We will",),
        ("harbour", None),
    ],
)
def test_what_is_not_one_statement(quotes: Quotes, other: tuple[object, ...]) -> None:
    assert match(quotes((FULL,), other)).statements.empty


@pytest.mark.parametrize(
    ("speaker", "together"),
    [("Ada Vale", True), ("Vale", True), (None, True), ("the harbour office", True), ("Bo Quill", False)],
)
def test_speakers_must_not_disagree(quotes: Quotes, speaker: str | None, together: bool) -> None:
    frame = quotes((FULL,), (TOLD, speaker, "indirect"))
    if speaker and speaker.islower():
        frame.loc[1, "speaker_id"] = f"name:{speaker}"
    assert match(frame).statements.empty is not together


def test_the_same_long_wording_is_one_statement_whoever_it_is_given_to(quotes: Quotes) -> None:
    assert len(match(quotes((FULL,), (FULL, "Bo Quill"))).statements) == 1


@pytest.mark.parametrize(
    ("one", "two", "together"),
    [("Ada Vale", "Ada Vale", True), ("Ada Vale", "Bo Quill", False), ("Ada Vale", None, False)],
)
def test_one_word_needs_the_same_speaker(quotes: Quotes, one: str, two: str | None, together: bool) -> None:
    assert match(quotes(("Yes.", one), ("Yes", two))).statements.empty is not together


def test_unknown_days_do_not_part_tellings(quotes: Quotes) -> None:
    rows = [(FULL, "Ada Vale", "direct", None, day) for day in (date(2031, 5, 4), None, pd.NaT)]
    assert len(match(quotes(*rows)).statement_quotes) == 3


def test_a_repeat_within_one_article_is_one_statement(quotes: Quotes) -> None:
    rows = (FULL, "Ada Vale", "direct", "a"), (CUT, "Ada Vale", "direct", "a")
    assert match(quotes(*rows)).statement_quotes["relation"].tolist() == ["verbatim", "truncated"]


@pytest.mark.parametrize(
    ("telling", "cut"),
    [
        ((FULL,), ""),
        ((CUT,), "if the council grants us the money"),
        ((f"{CUT[:41]} … if the council grants us the money",), "before winter"),
        ((CUT[16:],), "We will rebuild … if the council grants us the money"),
        (("the town would rebuild the northern harbour wall before winter", "Vale", "indirect"),
         "if the council grants us the money"),
    ],
)  # fmt: skip
def test_what_a_telling_leaves_out(quotes: Quotes, telling: tuple[object, ...], cut: str) -> None:
    assert match(quotes((FULL,), telling)).statement_quotes["cut"].tolist() == ["", cut]


def test_a_dropped_negation_counts_as_left_out(quotes: Quotes) -> None:
    full = "I did not promise the islanders a second ferry this autumn"
    told = "I promised islanders a second ferry this autumn"
    assert "not" in match(quotes((full,), (told,))).statement_quotes["cut"].iloc[1]


def test_the_fullest_direct_quote_represents(quotes: Quotes) -> None:
    longer_told = TOLD + " as it had granted money for the northern lighthouse"
    found = match(quotes((CUT,), (longer_told, "Ada Vale", "indirect"), (FULL,)))
    assert found.statements["quote_id"].tolist() == ["q2"]


def test_a_fragment_does_not_chain_two_remarks(quotes: Quotes) -> None:
    first = "The northern harbour wall will stand for another hundred years of storms"
    second = "Children learn to swim beside the northern harbour wall every single July"
    found = match(quotes((first,), (second,), ("the northern harbour wall",)))
    assert found.statement_quotes["quote_id"].tolist() in (["q0", "q2"], ["q1", "q2"])


def test_the_pieces_of_an_interrupted_quote_join_the_whole(quotes: Quotes) -> None:
    found = match(quotes((FULL,), (CUT,), ("if the council grants us the money",)))
    assert found.statement_quotes["relation"].tolist() == ["verbatim", "truncated", "truncated"]


def test_the_speaker_is_taken_from_whoever_names_one(quotes: Quotes) -> None:
    found = match(quotes((FULL, None), (CUT, "Ada Vale")))
    assert found.statements["speaker_name"].tolist() == ["Ada Vale"]


def test_the_order_of_rows_does_not_matter(quotes: Quotes) -> None:
    frame = quotes((FULL,), (CUT,), (TOLD, None, "indirect"), (OTHER,), (OTHER, None))
    one, two = match(frame), match(frame.iloc[::-1])
    pd.testing.assert_frame_equal(one.statements, two.statements)
    pd.testing.assert_frame_equal(one.statement_quotes, two.statement_quotes)
    assert len(one.statements) == 2


@pytest.mark.parametrize("rows", [[], [(FULL,)], [("",), ("…",)]])
def test_nothing_to_match_gives_empty_tables_with_their_columns(
    quotes: Quotes, rows: list[tuple[object, ...]]
) -> None:
    found = match(quotes(*rows))
    assert found.statements.columns.tolist() == ["statement_id", "quote_id", "speaker_name"]
    assert found.statement_quotes.columns.tolist() == ["statement_id", "quote_id", "relation", "score", "cut"]
    assert found.statements.empty
    assert found.statement_quotes.empty
