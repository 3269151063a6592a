from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ui.reader.spans import DEPTH, cut


def words(node: Any) -> str:
    return node if isinstance(node, str) else "".join(words(inner) for inner in node[1:])


def covered(nodes: list[Any], mark: int) -> str:
    """All text below a mark."""
    found = ""
    for node in nodes:
        if not isinstance(node, str):
            found += words(node) if node[0] == mark else covered(node[1:], mark)
    return found


@pytest.mark.parametrize(
    ("text", "marks", "nodes"),
    [
        ("no marks", [], ["no marks"]),
        ("He said yes.", [(8, 11)], ["He said ", [0, "yes"], "."]),
        ("He said yes.", [(0, 12), (0, 2)], [[0, [1, "He"], " said yes."]]),
        ("abcdef", [(0, 4), (2, 6)], [[0, "ab", [1, "cd"]], [1, "ef"]]),
        ("😀😀 Ada 😀", [(3, 6)], ["😀😀 ", [0, "Ada"], " 😀"]),
        ("same", [(0, 4), (0, 4)], [[0, [1, "same"]]]),
        ("", [(0, 4)], []),
        ("abc", [(-5, 2), (2, 99), (1, 1), (9, 3)], [[0, "ab"], [1, "c"]]),
    ],
)
def test_cut(text: str, marks: list[tuple[int, int]], nodes: list[Any]) -> None:
    assert cut(text, (0, len(text)), marks) == nodes


def test_cut_within_a_span() -> None:
    assert cut("before inside after", (7, 13), [(0, 10), (11, 19)]) == [[0, "ins"], "i", [1, "de"]]


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(-5, 70), st.integers(-5, 70)), max_size=5))
def test_cut_loses_no_text_and_covers_every_mark(text: str, marks: list[tuple[int, int]]) -> None:
    nodes = cut(text, (0, len(text)), marks)
    assert "".join(map(words, nodes)) == text
    for mark, (start, end) in enumerate(marks):
        assert covered(nodes, mark) == text[max(start, 0) : max(end, 0)]


def test_deep_nesting_from_outside_is_cut_off() -> None:
    marks = [(i, 2000 - i) for i in range(1000)]
    nodes = cut("x" * 2000, (0, 2000), marks)
    deep, node = 0, nodes
    while inner := [child for child in node if isinstance(child, list)]:
        deep, node = deep + 1, inner[0][1:]
    assert deep == DEPTH
    assert "".join(map(words, nodes)) == "x" * 2000


def test_a_long_text_with_many_marks_is_quick() -> None:
    text = "word " * 20_000
    began = time.perf_counter()
    nodes = cut(text, (0, len(text)), [(i, i + 4) for i in range(0, len(text), 5)])
    assert time.perf_counter() - began < 5
    assert len(nodes) == 40_000
