"""An article for the reader: its passages in order, with quotes and names marked and speakers noted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from typing import Any

import pandas as pd

from onrecord.ui.reader import marks
from onrecord.ui.reader.spans import cut
from onrecord.ui.text import count, day, shown
from onrecord.workspace import ArticleView

MOST_MARKS = 20_000
"""Beyond this many, an article's further marks are left out: a browser should survive any file."""

type Span = tuple[int, int]
type Row = dict[str, Any]


def payload(view: ArticleView, *, at: str | None = None, ties: Mapping[str, int] | None = None) -> Row:
    """What the browser needs to draw an article.

    ``at`` (``start-end``) names the stretch to show first. ``ties`` gives quotes of a comparison a
    number that their counterpart in the other article shares.
    """
    quotes = _rows(view.quotes)
    found, spans = _marks(view, quotes, ties or {})
    target = _target(at, found, spans)
    lines = [(int(p["start"]), int(p["end"]), p) for p in _rows(view.passages)] or [(0, len(view.text), {})]
    by_line = _spread(lines, spans)
    blocks = []
    for line, (start, end, passage) in enumerate(lines):
        here = by_line.get(line, [])
        nodes = cut(view.text, (start, end), [spans[mark] for mark in here])
        blocks.append(
            {
                "kind": passage.get("kind") or "body",
                "aside": shown(passage.get("reason")),
                "nodes": [_renumber(node, here) for node in nodes],
                "notes": [] if ties is not None else _notes(quotes, (start, end), here),
            }
        )
    return {"mode": "article", "head": head(view), "blocks": blocks, "marks": found, "target": target}


def head(view: ArticleView) -> Row:
    """Title and a line of facts."""
    article = view.article
    facts = [
        shown(article.get("outlet"), "Outlet unknown"),
        day(article.get("published")),
        shown(article.get("author")),
        count(article.get("words") or 0, "word"),
    ]
    title = shown(article.get("headline"), "Untitled")
    return {"title": title, "meta": " · ".join(fact for fact in facts if fact)}


def _rows(frame: pd.DataFrame) -> list[Row]:
    return [{str(k): v for k, v in row.items()} for row in frame.to_dict("records")]


def _marks(view: ArticleView, quotes: list[Row], ties: Mapping[str, int]) -> tuple[list[Row], list[Span]]:
    """All marks of the article and where they lie. Quotes come first, in the order of ``quotes``."""
    found: list[Row] = []
    spans: list[Span] = []
    for row in quotes[:MOST_MARKS]:
        mark = marks.quote(row)
        if row["quote_id"] in ties:
            mark["tie"] = ties[row["quote_id"]]
        found.append(mark)
        spans.append((int(row["start"]), int(row["end"])))
    for row in _rows(view.mentions)[:MOST_MARKS]:
        found.append(marks.entity(row))
        spans.append((int(row["start"]), int(row["end"])))
    for row in quotes[:MOST_MARKS]:
        if row["type"] == "mixed":
            for start, end in marks.spans(row.get("marked")):
                found.append({"role": "verbatim"})
                spans.append((start, end))
        for name, role in (("cue", "cue"), ("speaker", "of-speaker")):
            first, last = row.get(f"{name}_start"), row.get(f"{name}_end")
            if pd.notna(first) and pd.notna(last):
                found.append(marks.part(role, row["quote_id"]))
                spans.append((int(first), int(last)))
    return found, spans


def _spread(lines: list[tuple[int, int, Row]], spans: list[Span]) -> dict[int, list[int]]:
    """Line to the marks that touch it, in order of marks."""
    starts = [start for start, _, _ in lines]
    touched: dict[int, list[int]] = {}
    for mark, (start, end) in enumerate(spans):
        line = max(bisect_right(starts, start) - 1, 0)
        while line < len(lines) and lines[line][0] < end:
            touched.setdefault(line, []).append(mark)
            line += 1
    return touched


def _renumber(node: Any, here: list[int]) -> Any:
    """Marks are numbered within a line while it is cut; the browser numbers them within the article."""
    if isinstance(node, str):
        return node
    return [here[node[0]], *(_renumber(inner, here) for inner in node[1:])]


def _notes(quotes: list[Row], line: Span, here: list[int]) -> list[Row]:
    """One note a speaker whose quote starts in this line, or runs into it."""
    notes: dict[str, Row] = {}
    for mark in here:
        if mark >= len(quotes):
            continue
        row = quotes[mark]
        speaker = shown(row.get("speaker"))
        note = notes.setdefault(
            shown(row.get("speaker_id")) or speaker,
            {
                "name": speaker or "speaker unknown",
                "speaker": shown(row.get("speaker_id")) or None,
                "facts": marks.facts(row),
                "quotes": [],
            },
        )
        note["quotes"].append(mark)
        if len(note["quotes"]) > 1:
            note["facts"] = count(len(note["quotes"]), "quote")
    return list(notes.values())


def _target(at: str | None, found: list[Row], spans: list[Span]) -> str | None:
    """The key of the mark that covers ``at`` best: a quote where one does, else a name."""
    try:
        start, end = (int(part) for part in (at or "").split("-", 1))
    except ValueError:
        return None
    touching = [
        (found[i]["role"] != "quote", abs(span[0] - start) + abs(span[1] - end), i)
        for i, span in enumerate(spans)
        if span[0] < max(end, start + 1) and span[1] > start and found[i]["role"] in {"quote", "entity"}
    ]
    if not touching:
        return None
    best = found[min(touching, key=lambda entry: (entry[1], entry[0]))[2]]
    return str(best.get("key") or best["id"])
