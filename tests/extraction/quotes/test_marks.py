"""Pairing of quotation marks, without any parse."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extraction.quotes.marks import pair_marks

MARKS = "\"“”„‟«»‘’'`"


def regions(text: str) -> list[tuple[str, int]]:
    """The words of each region, and how deep it lies."""
    return [(text[r.inner_start : r.inner_end], r.depth) for r in pair_marks(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('He said "yes" twice.', [("yes", 0)], id="straight"),
        pytest.param("He said “yes” twice.", [("yes", 0)], id="curly"),
        pytest.param("He said «yes» twice.", [("yes", 0)], id="guillemets"),
        pytest.param("He said »yes« twice.", [("yes", 0)], id="guillemets turned round"),
        pytest.param("He said „yes“ twice.", [("yes", 0)], id="low opener, opener as closer"),
        pytest.param("He said ”yes” twice.", [("yes", 0)], id="closer as opener"),
        pytest.param("He said ``yes'' twice.", [("yes", 0)], id="typewriter marks"),
        pytest.param('He said “yes" twice.', [("yes", 0)], id="curly and straight mixed"),
        pytest.param("He said ‘yes’ twice.", [("yes", 0)], id="single"),
        pytest.param("The players' union and the owners' club met.", [], id="plural apostrophes"),
        pytest.param("It's the '90s and rock 'n' roll, y'all.", [], id="elisions"),
        pytest.param(
            "‘She said “no” and left,’ he said.", [("She said “no” and left,", 0), ("no", 1)], id="british"
        ),
        pytest.param("The ’90s ‘boom was “big” and the players’ hope.", [("big", 0)], id="stray single mark"),
        pytest.param("They don’t say ‘the players’ union’ here.", [("the players’ union", 0)], id="both"),
        pytest.param(
            "“She called it ‘a waste’ again,” he said.",
            [("She called it ‘a waste’ again,", 0), ("a waste", 1)],
            id="nested single",
        ),
        pytest.param(
            "“She called it “a waste” again,” he said.",
            [("She called it “a waste” again,", 0), ("a waste", 1)],
            id="nested double",
        ),
        pytest.param('The board is 6" wide.', [], id="inches"),
        pytest.param("He said “yes and went home. Nobody heard.", [], id="never closed"),
        pytest.param("He said yes” and went home.", [], id="never opened"),
        pytest.param("“First. ¶“Second.” he said.", [("First. ", 0), ("Second.", 0)], id="reopened"),
        pytest.param(
            "He said, “First. ¶Second.” Then rain.", [("First.", 0), ("Second.", 0)], id="not reopened"
        ),
        pytest.param("He said “yes”. ¶Rain fell. ¶“No.”", [("yes", 0), ("No.", 0)], id="paragraphs apart"),
    ],
)
def test_regions_are_what_a_reader_sees(text: str, expected: list[tuple[str, int]]) -> None:
    found = [(words.strip(), depth) for words, depth in regions(text.replace("¶", "\n"))]
    assert found == [(words.strip(), depth) for words, depth in expected]


def test_a_paragraph_that_goes_on_says_so() -> None:
    first, second = pair_marks("“One.\n\n“Two.”")
    assert (first.closed, first.continues) == (False, False)
    assert (second.closed, second.continues) == (True, True)


@given(st.text(alphabet=MARKS + "ab .,\n", max_size=300))
def test_regions_lie_in_the_text_in_order(text: str) -> None:
    found = pair_marks(text)
    assert found == sorted(found, key=lambda r: (r.start, -r.end))
    outer = [r for r in found if r.depth == 0]
    for region in found:
        assert 0 <= region.start <= region.inner_start < region.inner_end <= region.end <= len(text)
        assert "\n" not in text[region.inner_start : region.inner_end].strip("\n")
    for earlier, later in pairwise(outer):
        assert earlier.end <= later.start


@given(st.text(max_size=300))
def test_any_text_is_accepted(text: str) -> None:
    pair_marks(text)


@pytest.mark.parametrize("unit", ["“a ", '"a" ', "‘a ", "“a” b ", "a\n“"])
def test_time_grows_with_length_only(unit: str) -> None:
    short, long = unit * 5_000, unit * 50_000
    start = time.process_time()
    pair_marks(short)
    middle = time.process_time()
    pair_marks(long)
    end = time.process_time()
    assert end - middle < 40 * (middle - start) + 1
