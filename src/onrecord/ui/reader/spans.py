"""Cuts a text into nested pieces on the server, so that the browser never counts characters.

Our offsets are code points, JavaScript's are UTF-16 units. The browser gets a tree of strings and
marks instead of offsets, and only ever makes text nodes of the strings.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Sequence
from dataclasses import dataclass

type Node = str | list[int | Node]
"""Text, or a mark's index followed by the nodes inside it."""

DEPTH = 6
"""Marks nested deeper than this are left out: text from outside must not decide how deep we go."""


@dataclass(frozen=True, order=True)
class Stretch:
    """Where a mark lies. Sorts so that what contains comes before what is contained."""

    start: int
    minus_end: int
    mark: int

    @property
    def end(self) -> int:
        return -self.minus_end


def cut(text: str, span: tuple[int, int], marks: Sequence[tuple[int, int]]) -> list[Node]:
    """The nodes of ``text`` within ``span``. Marks that cross are split at the crossing.

    ``marks`` are (start, end) pairs in the text's own offsets; a node names a mark by its position.
    """
    low, high = max(span[0], 0), min(span[1], len(text))
    inside = [
        Stretch(max(start, low), -min(end, high), mark)
        for mark, (start, end) in enumerate(marks)
        if start < high and end > low and start < end
    ]
    return _nest(text, (low, high), sorted(inside), 0)


def _nest(text: str, span: tuple[int, int], stretches: list[Stretch], depth: int) -> list[Node]:
    nodes: list[Node] = []
    position, queue = span[0], list(stretches)
    while queue and depth < DEPTH:
        outer = queue.pop(0)
        if outer.start > position:
            nodes.append(text[position : outer.start])
        inner = []
        while queue and queue[0].start < outer.end:
            nested = queue.pop(0)
            if nested.end > outer.end:
                insort(queue, Stretch(outer.end, nested.minus_end, nested.mark))
                nested = Stretch(nested.start, -outer.end, nested.mark)
            inner.append(nested)
        nodes.append([outer.mark, *_nest(text, (outer.start, outer.end), inner, depth + 1)])
        position = outer.end
    if position < span[1]:
        nodes.append(text[position : span[1]])
    return nodes
