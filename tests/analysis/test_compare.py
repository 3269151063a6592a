"""Two articles: what both tell, what one of them tells alone, and which quotes are the same."""

from __future__ import annotations

import pandas as pd
import pytest
from tests.analysis import frames

from onrecord.analysis import compare
from onrecord.analysis.numbers import numbers

A, B = "north-1", "south-1"
MENTIONS = frames.mentions({A: "Ada met Ben. Ben left.", B: "Ben saw Cleo.", "east-1": "Navy."})


def test_entities_of_both_come_first() -> None:
    found = compare.entities(MENTIONS, A, B)
    rows = zip(found["entity"], found["n_a"], found["n_b"], found["where"], strict=True)
    assert list(rows) == [("Ben", 2, 1, "both"), ("Ada", 1, 0, "a"), ("Cleo", 0, 1, "b")]


TEXTS = {A: "Ada said “we go now” and that all was “well” today.", B: "“We go,” she said. Ben agreed to it."}


def quote(article: str, words: str, kind: str, speaker: str | None, *marked: str) -> dict[str, object]:
    start = TEXTS[article].index(words)
    spans = [[TEXTS[article].index(part), TEXTS[article].index(part) + len(part)] for part in marked]
    return {
        "article_id": article, "start": start, "end": start + len(words), "text": words, "type": kind,
        "marked": spans, "speaker_id": speaker, "speaker": speaker,
    }  # fmt: skip


QUOTES = frames.quotes(
    [
        quote(A, "we go now", "direct", "ada"),
        quote(A, "all was “well” today", "mixed", "ada", "well"),
        quote(A, "well", "direct", "ada"),  # the same word once more
        quote(B, "We go", "direct", "ada"),
        quote(B, "agreed to it", "indirect", "ben"),
        quote(B, "We go", "direct", None),
    ]
)


def test_people_get_their_words_of_quotation() -> None:
    found = compare.people(QUOTES, TEXTS, A, B)
    assert found.drop(columns="speaker").to_numpy().tolist() == [
        ["ada", 3, 1, 4, 2, 3, 0, "both"],
        ["ben", 0, 1, 0, 0, 0, 3, "b"],
    ]


def test_nobody_quoted_is_an_empty_table() -> None:
    assert compare.people(QUOTES.iloc[:0], TEXTS, A, B).empty


def test_numbers_meet_by_their_value() -> None:
    found = pd.concat(
        [
            numbers("five thousand men, 12 boats").assign(article_id=A),
            numbers("5,000 men, 9%").assign(article_id=B),
        ]
    )
    rows = compare.numbers(found, A, B)
    assert list(zip(rows["number"], rows["text"], rows["where"], strict=True)) == [
        ("5,000", "five thousand", "both"), ("12", "12", "a"), ("9%", "9%", "b"),
    ]  # fmt: skip


LONG = "we will open the harbour on Monday and nobody will stop us"
ALERT = [{"kind": "negation", "words": "nobody"}]


def told(*quote_ids: str, alerts: object = None) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "statement_id": "s",
            "quote_id": list(quote_ids),
            "alerts": pd.Series([alerts] * len(quote_ids), dtype=object),
        }
    )


@pytest.mark.parametrize(
    ("b", "tied", "expected"),
    [
        (LONG, ["q0", "q1"], ("verbatim", "", 1.0)),
        (
            "open the harbour on Monday",
            ["q0", "q1"],
            ("truncated", "we will … and nobody will stop us", 0.588),
        ),
        ("they open the port", ["q0", "q1"], ("reworded", None, None)),
        (LONG, ["q1"], None),
        (LONG, [], None),
        ("we will not be on the boats", ["q0", "q1"], None),  # another part: only words that any remark has
        ("not that", ["q0", "q1"], ("reworded", None, None)),  # says nothing alone
    ],
)
def test_quotes_of_one_statement_are_tied(
    b: str, tied: list[str], expected: tuple[str, str | None, float | None] | None
) -> None:
    quotes = frames.quotes([{"article_id": A, "text": LONG}, {"article_id": B, "text": b}])
    found = compare.ties(quotes, A, B, told(*tied, alerts=ALERT))
    assert list(found.columns) == compare.TIES
    if expected is None:
        assert found.empty
        return
    row = found.iloc[0]
    assert (row["a_quote_id"], row["b_quote_id"], row["relation"]) == ("q0", "q1", expected[0])
    assert row["a_alerts"] == row["b_alerts"] == ALERT
    assert expected[1] is None or (row["cut"], row["score"]) == (
        expected[1],
        pytest.approx(expected[2], abs=0.01),
    )


def test_a_telling_is_tied_to_the_closest_of_the_other_article() -> None:
    quotes = frames.quotes(
        [
            {"article_id": A, "text": LONG, "start": 90},
            {"article_id": A, "text": "nobody will stop us", "start": 5},
            {"article_id": B, "text": LONG, "start": 7},
            {"article_id": B, "text": "and nobody will stop us", "start": 50},
        ]
    )
    found = compare.ties(quotes, A, B, told("q0", "q1", "q2", "q3"))
    assert list(zip(found["a_quote_id"], found["b_quote_id"], strict=True)) == [("q1", "q3"), ("q0", "q2")]


def test_a_telling_is_not_tied_to_another_part_of_the_remark_though_its_words_are_nearer() -> None:
    quotes = frames.quotes(
        [
            {"article_id": A, "text": "we will open it"},
            {"article_id": B, "text": "we will not be on boats"},
            {
                "article_id": B,
                "text": "the ministry told all of its pilots that it would be opening the harbour",
            },
        ]
    )
    found = compare.ties(quotes, A, B, told("q0", "q1", "q2"))
    assert list(zip(found["a_quote_id"], found["b_quote_id"], strict=True)) == [("q0", "q2")]
