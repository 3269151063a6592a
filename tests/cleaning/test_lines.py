"""Lines of an article: trimmed, in order, glued pointers apart."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.cleaning.lines import split_lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\n  Two. \r\nThree.", ["One.", "Two.", "Three."]),
        ("", []),
        (" \n\t\n", []),
        ("It was so. (RELATED: Another Story)", ["It was so.", "(RELATED: Another Story)"]),
        ("It was so (as she said).", ["It was so (as she said)."]),
        ("(RELATED: Another Story)", ["(RELATED: Another Story)"]),
        ("see also  The Mayor Sails (RELATED: A)", ["see also", "The Mayor Sails", "(RELATED: A)"]),
        ("A Corp. ABC, -1.2% fell", ["A Corp.", "ABC, -1.2%", "fell"]),
        ("ABC, -1.2%", ["ABC, -1.2%"]),
        ("It was so. | AP Photo It is not", ["It was so. | AP Photo", "It is not"]),
    ],
)
def test_lines(text: str, expected: list[str]) -> None:
    assert [line.text for line in split_lines(text)] == expected


@given(st.text(alphabet="ab .\n\r\t\u2028()RELATED:,%-1|", max_size=120))
def test_lines_hold_everything_but_white_space(text: str) -> None:
    lines = split_lines(text)
    assert all(text[line.start : line.end] == line.text for line in lines)
    assert all(line.text == line.text.strip() != "" for line in lines)
    covered = "".join(line.text for line in lines)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(lines))


@pytest.mark.timeout(60)  # a pattern that grows with the square of these lines takes hours
@pytest.mark.parametrize(
    "text", ["x" * 3_000_000, "x " * 1_500_000, " " * 3_000_000 + "x", "(RELATED: " * 300_000 + ")"]
)
def test_a_very_long_line_comes_to_an_end(text: str) -> None:
    lines = split_lines(text)
    assert (lines[0].start, lines[-1].end) == (len(text) - len(text.lstrip()), len(text.rstrip()))
