"""Sentences by punctuation, for lines that bring none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.interchange.sentences import Sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("“Go on.” She left.", ["“Go on.”", "She left."]),
        ("Gen. Lee met Mr. Ray and J. Poe. They spoke.", ["Gen. Lee met Mr. Ray and J. Poe.", "They spoke."]),
        ("A heading\nThe text goes on. \n\n More.", ["A heading", "The text goes on.", "More."]),
        ("It rose 2.5 percent. 30 firms lost.", ["It rose 2.5 percent.", "30 firms lost."]),
        ("no end mark", ["no end mark"]),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in Sentences(text).spans] == expected


@given(st.text(alphabet="Ab .!?“”\n", max_size=80), st.data())
def test_the_sentence_around_a_span_holds_it(text: str, data: st.DataObject) -> None:
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    low, high = Sentences(text).around(start, end)
    assert 0 <= low <= start < end <= high <= len(text)
