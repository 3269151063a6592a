"""Two articles side by side: what one shares with the other is linked, word differences included."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from onrecord.analysis.shared_text import Areas, without
from onrecord.records import Span
from onrecord.ui.reader import marks
from onrecord.ui.reader.articles import MOST_MARKS, head
from onrecord.ui.reader.lines import Row, lines, rows
from onrecord.ui.reader.wordings import marked, own_words
from onrecord.workspace import ArticleView


@dataclass(frozen=True)
class Link:
    """A stretch of one article and its counterpart in the other.

    Links of one statement, or of one passage of sentences, have one ``number``, which stands before both.
    ``stop``: whether the keys stop here. ``alerts``: for each side, in words. ``statement``: its id, if it
    links two tellings of one.
    """

    number: int
    kind: Literal["statement", "sentence"]
    sides: tuple[Span, Span]
    title: str
    facts: str
    stop: bool = True
    alerts: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    statement: str = ""


def payload(
    views: Sequence[ArticleView], names: Sequence[str], links: Sequence[Link], statement: str = ""
) -> Row:
    """What the browser needs to draw two articles in linked columns; ``names``: what each is called.

    The first link of ``statement``, if there is one, is chosen from the beginning.
    """
    texts = [view.text for view in views]
    told = [tuple(text[slice(*span)] for text, span in zip(texts, link.sides, strict=True)) for link in links]
    own = [own_words(one, two) for one, two in told]
    columns = [_column(view, side, links, [pair[side] for pair in own]) for side, view in enumerate(views)]
    for column, name, view in zip(columns, names, views, strict=True):
        column |= {"name": name, "open": {"article": str(view.article["article_id"])}}
    units = [
        {
            "number": link.number,
            "kind": link.kind,
            "stop": link.stop,
            "title": link.title,
            "facts": link.facts,
            "sides": [_side(link, side, texts, told[at][side], own[at][side]) for side in (0, 1)],
        }
        for at, link in enumerate(links)
    ]
    first = next((at for at, link in enumerate(links) if statement and link.statement == statement), None)
    return {"mode": "columns", "columns": columns, "units": units, "first": first}


def _side(link: Link, side: int, texts: Sequence[str], words: str, own: list[Span]) -> dict[str, Any]:
    """One side of a link: its words in pieces, its alerts, and where it lies, from 0 to 1."""
    start, end = link.sides[side]
    length = max(len(texts[side]), 1)
    return {
        "pieces": marked(words, own),
        "alerts": list(link.alerts[side]),
        "at": [round(start / length, 4), round(end / length, 4)],
    }


def _column(view: ArticleView, side: int, links: Sequence[Link], own: Sequence[list[Span]]) -> Row:
    """One article: quotes told by it alone, what it shares, and the words that the other lacks there."""
    units: dict[tuple[str, Span], list[int]] = {}
    for at, link in enumerate(links):
        units.setdefault((link.kind, link.sides[side]), []).append(at)
    found: list[Row] = []
    spans: list[Span] = []
    quotes = {(int(row["start"]), int(row["end"])): row for row in rows(view.quotes)[:MOST_MARKS]}
    for (kind, span), numbers in units.items():
        label = f"{links[numbers[0]].title}, {links[numbers[0]].facts}"
        mark = {"role": kind, "units": numbers, "key": f"{side}-{numbers[0]}", "label": label}
        if kind == "statement" and span in quotes:
            mark["type"] = quotes[span]["type"]
        found.append(mark)
        spans.append(span)
    told = Areas([span for kind, span in units if kind == "statement"])
    for span, row in quotes.items():
        # A quote that overlaps one told by both is shown where that one leaves room.
        for part in without(span, told.near(span)):
            found.append({"role": "alone", "type": row["type"], "title": marks.quote(row)["label"]})
            spans.append(part)
    for at, link in enumerate(links):
        for start, end in own[at]:
            found.append({"role": "own", "of": f"unit-{at}"})
            spans.append((link.sides[side][0] + start, link.sides[side][0] + end))
    blocks = [
        {"kind": line.passage.get("kind") or "body", "nodes": line.nodes, "notes": []}
        for line in lines(view, spans)
    ]
    return {"head": head(view), "blocks": blocks, "marks": found}
