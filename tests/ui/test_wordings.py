"""The words of two tellings against each other, in pieces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ui.reader.wordings import marked, merged, own_words

FULL = "We will go on Monday"


@pytest.mark.parametrize(
    ("version", "cut", "new"),
    [
        ("We will go", ["on Monday"], []),
        ("We will leave on Monday.", ["go"], ["leave"]),
        ("“We will go on Monday!”", [], []),
        ("a <b>bold</b> word", [FULL], ["a <b>bold</b> word"]),
        ("", [FULL], []),
    ],
)
def test_what_is_left_out_and_what_is_put_in(version: str, cut: list[str], new: list[str]) -> None:
    pieces = merged(FULL, version)
    assert [text for how, text in pieces if how == "cut"] == cut
    assert [text for how, text in pieces if how == "new"] == new


def test_a_mark_that_closes_a_word_stays_with_it() -> None:
    pieces = merged("We will go on Monday, he said", "We will go,")
    assert [text for how, text in pieces if how == "same"][:2] == ["We will go", ","]


TEXT = st.lists(st.sampled_from(["we", "go", "Now!", "“never”", "if it", "rains,"]), max_size=8).map(" ".join)


@given(TEXT, TEXT)
def test_no_word_is_lost_and_none_invented(a: str, b: str) -> None:
    kept = "".join(text for how, text in merged(a, b) if how != "cut")
    assert kept.split() == b.split()
    for text, own in zip((a, b), own_words(a, b), strict=True):
        assert "".join(part for _, part in marked(text, own)) == text
