"""Two articles: what both tell, what one of them tells alone, and which quotes are the same."""

from __future__ import annotations

import pandas as pd
import pytest
from tests.analysis import frames

from onrecord.analysis import compare

A, B = "north-1", "south-1"
MENTIONS = frames.mentions({A: "Ada met Ben. Ben left.", B: "Ben saw Cleo.", "east-1": "Navy."})


def test_entities_of_both_come_first() -> None:
    found = compare.entities(MENTIONS, A, B)
    rows = zip(found["entity"], found["n_a"], found["n_b"], found["where"], strict=True)
    assert list(rows) == [("Ben", 2, 1, "both"), ("Ada", 1, 0, "a"), ("Cleo", 0, 1, "b")]


def test_speakers_of_both_and_of_one() -> None:
    quotes = frames.quotes(
        [
            {"article_id": A},
            {"article_id": B, "speaker_id": "ben", "speaker": "Ben"},
            {"article_id": B},
            {"article_id": B, "speaker_id": None, "speaker": None},
        ]
    )
    found = compare.speakers(quotes, A, B)
    assert list(zip(found["speaker"], found["where"], strict=True)) == [("Ada", "both"), ("Ben", "b")]


LONG = "we will open the harbour on Monday and nobody will stop us"


@pytest.mark.parametrize(
    ("b", "statement", "expected"),
    [
        ({"text": LONG}, None, ("verbatim", "", "similarity")),
        ({"text": "open the harbour on Monday"}, ["q0", "q1"], ("truncated", None, "statement")),
        ({"text": LONG}, ["q1"], None),  # already part of another statement
        ({"text": LONG, "speaker_id": "ben"}, None, None),
        ({"text": LONG, "speaker_id": None}, None, ("verbatim", "", "similarity")),
        ({"text": "a quite different remark about the weather"}, None, None),
    ],
)
def test_quotes_are_tied_by_statement_or_by_their_words(
    b: dict[str, object], statement: list[str] | None, expected: tuple[str, str | None, str] | None
) -> None:
    quotes = frames.quotes([{"article_id": A, "text": LONG}, {"article_id": B, **b}])
    tied = pd.DataFrame({"statement_id": "s", "quote_id": statement}) if statement else None
    found = compare.ties(quotes, A, B, tied)
    assert list(found.columns) == compare.TIES
    if expected is None:
        assert found.empty
    else:
        row = found.iloc[0]
        assert (row["a_quote_id"], row["b_quote_id"]) == ("q0", "q1")
        assert (row["relation"], row["by"]) == (expected[0], expected[2])
        assert expected[1] is None or row["cut"] == expected[1]


def test_short_remarks_are_no_ties() -> None:
    quotes = frames.quotes(
        [{"article_id": A, "text": "Yes, we can"}, {"article_id": B, "text": "Yes, we can"}]
    )
    assert compare.ties(quotes, A, B).empty
