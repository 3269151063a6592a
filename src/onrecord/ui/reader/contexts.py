"""Contexts: stretches of articles with something highlighted, as an evidence list shows them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from onrecord.ui.reader.marks import highlight
from onrecord.ui.reader.spans import cut
from onrecord.ui.text import day


class Highlight(NamedTuple):
    """A stretch to highlight, in the article's offsets.

    ``role`` decides the look: direct, mixed or indirect for a quote's tint, an OntoNotes kind (PERSON …)
    for the underline in its colour, anything else for a hit. ``label`` is what a screen reader says.
    """

    start: int
    end: int
    role: str = "hit"
    label: str = ""


@dataclass(frozen=True)
class Context:
    """One entry of a list: where it stands, what of the text is shown, and who said it."""

    article_id: str
    title: str | None
    outlet: str | None
    published: Any
    start: int
    end: int
    highlights: tuple[Highlight, ...] = ()
    speaker_id: str | None = None
    speaker: str | None = None
    facts: str = ""
    kind: str = "body"


def payload(contexts: Iterable[Context], texts: Mapping[str, str]) -> dict[str, Any]:
    """What the browser needs to draw a list of contexts, each cut from its article's text."""
    marks: list[dict[str, Any]] = []
    blocks = [_block(context, texts.get(context.article_id, ""), marks) for context in contexts]
    return {"mode": "list", "blocks": blocks, "marks": marks}


def _block(context: Context, text: str, marks: list[dict[str, Any]]) -> dict[str, Any]:
    first = len(marks)
    marks.extend(highlight(h.role, h.label) for h in context.highlights)
    spans = [(0, 0)] * first + [(h.start, h.end) for h in context.highlights]
    at = context.highlights[0] if context.highlights else Highlight(context.start, context.end)
    start, end = snug(text, context)
    before, after = _ellipses(text, start, end)
    note: dict[str, Any] = {
        "name": context.speaker,
        "speaker": context.speaker_id,
        "facts": context.facts,
        "quotes": [],
    }
    return {
        "kind": context.kind,
        "nodes": [before, *cut(text, (start, end), spans), after],
        "source": {
            "outlet": context.outlet or "Outlet unknown",
            "day": day(context.published),
            "title": context.title or "Untitled",
            "open": {"article": context.article_id, "at": f"{at.start}-{at.end}"},
        },
        "notes": [note] if context.speaker else [],
        "facts": "" if context.speaker else context.facts,
    }


def snug(text: str, context: Context) -> tuple[int, int]:
    """The context cut down to whole words of the lines that its highlights lie in."""
    marked = context.highlights or (Highlight(context.start, context.end),)
    first, last = min(h.start for h in marked), max(h.end for h in marked)
    start = max(context.start, text.rfind("\n", 0, first) + 1)
    line_end = text.find("\n", last)
    end = min(context.end, line_end if line_end >= 0 else len(text))
    if start > 0 and not text[start - 1].isspace():
        start = next((i + 1 for i in range(start, first) if text[i].isspace()), start)
    if end < len(text) and not text[end].isspace():
        end = next((i for i in range(end - 1, last, -1) if text[i].isspace()), end)
    return start, end


def _ellipses(text: str, start: int, end: int) -> tuple[str, str]:
    """An ellipsis on the side where the context stops short of its line's end."""
    starts = not text[:start].rpartition("\n")[2].strip()
    ends = not text[end:].partition("\n")[0].strip()
    return ("" if starts else "… ", "" if ends else " …")
