"""Tellings gather round the fullest one, and no further than its own words lead."""

from __future__ import annotations

import pytest

from onrecord.records import QuoteType
from onrecord.statements.grouping import Edge, Node, group


def gathered(nodes: dict[str, tuple[QuoteType, int]], edges: dict[tuple[str, str], Edge]) -> list[list[str]]:
    graph: dict[str, dict[str, Edge]] = {name: {} for name in nodes}
    for (one, two), edge in edges.items():
        graph[one][two] = graph[two][one] = edge
    found = group({name: Node(kind, words, -1) for name, (kind, words) in nodes.items()}, graph)
    return [[telling.quote for telling in members] for members in found]


@pytest.mark.parametrize(
    ("first", "words", "joined"),
    [
        (Edge("truncated", 0.9, whole=True), 4, ["full", "cut", "third"]),
        (Edge("verbatim", 1.0, whole=True), 4, ["full", "cut", "third"]),
        (Edge("reworded", 0.9, whole=True), 4, ["full", "cut"]),  # never through a rewording
        (Edge("truncated", 0.9, whole=False), 4, ["full", "cut"]),  # nor through a part of a quote
        (Edge("truncated", 0.9, whole=True), 8, ["full", "cut"]),  # nor to what says more
    ],
)
def test_a_telling_joins_through_one_whose_words_lie_within_the_fullest(
    first: Edge, words: int, joined: list[str]
) -> None:
    nodes: dict[str, tuple[QuoteType, int]] = {
        "full": ("direct", 12), "cut": ("direct", 6), "third": ("direct", words),
    }  # fmt: skip
    edges = {("full", "cut"): first, ("cut", "third"): Edge("truncated", 0.9, whole=True)}
    assert gathered(nodes, edges) == [joined]


@pytest.mark.parametrize(
    ("nodes", "fullest"),
    [
        ({"a": ("indirect", 20), "b": ("direct", 5)}, "b"),
        ({"a": ("indirect", 20), "b": ("mixed", 5)}, "b"),
        ({"a": ("mixed", 20), "b": ("direct", 5)}, "b"),
        ({"a": ("direct", 5), "b": ("direct", 9)}, "b"),
        ({"a": ("direct", 9), "b": ("direct", 9)}, "a"),
    ],
)
def test_direct_words_go_before_reported_ones_and_the_longer_before_the_shorter(
    nodes: dict[str, tuple[QuoteType, int]], fullest: str
) -> None:
    assert gathered(nodes, {("a", "b"): Edge("reworded", 0.8, whole=True)})[0][0] == fullest
