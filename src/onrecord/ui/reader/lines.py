"""An article's passages in order, each cut along the marks that lie in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import pandas as pd

from onrecord.records import Span
from onrecord.ui.reader.spans import Node, cut
from onrecord.workspace import ArticleView

type Row = dict[str, Any]


class Line(NamedTuple):
    """A passage: where it lies, its row, its text as nodes, and the marks that touch it, in order."""

    span: Span
    passage: Row
    nodes: list[Node]
    marks: list[int]


def rows(frame: pd.DataFrame) -> list[Row]:
    """The rows of a frame, with names of columns as text."""
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]


def lines(view: ArticleView, spans: Sequence[Span]) -> Iterator[Line]:
    """The article's passages; nodes name marks by their place in ``spans``."""
    passages = [(int(p["start"]), int(p["end"]), p) for p in rows(view.passages)]
    passages = passages or [(0, len(view.text), {})]
    by_line = _spread([(start, end) for start, end, _ in passages], spans)
    for number, (start, end, passage) in enumerate(passages):
        here = by_line.get(number, [])
        nodes = cut(view.text, (start, end), [spans[mark] for mark in here])
        yield Line((start, end), passage, [_renumber(node, here) for node in nodes], here)


def _spread(passages: list[Span], spans: Sequence[Span]) -> dict[int, list[int]]:
    """Passage to the marks that touch it, in order of marks."""
    starts = [start for start, _ in passages]
    touched: dict[int, list[int]] = {}
    for mark, (start, end) in enumerate(spans):
        line = max(bisect_right(starts, start) - 1, 0)
        while line < len(passages) and passages[line][0] < end:
            touched.setdefault(line, []).append(mark)
            line += 1
    return touched


def _renumber(node: Any, here: list[int]) -> Any:
    """Marks are numbered within a line while it is cut; the browser numbers them within the article."""
    if isinstance(node, str):
        return node
    return [here[node[0]], *(_renumber(inner, here) for inner in node[1:])]
