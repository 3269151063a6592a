"""An article for the reader: its passages in order, with quotes and names marked and speakers noted."""

from __future__ import annotations

import pandas as pd

from onrecord.records import KEPT, Span
from onrecord.ui.kinds import KINDS
from onrecord.ui.reader import marks
from onrecord.ui.reader.lines import Line, Row, lines, rows
from onrecord.ui.text import count, day, shown
from onrecord.workspace import ArticleView

MOST_MARKS = 20_000
"""Beyond this many, an article's further marks are left out: a browser should survive any file."""


def payload(view: ArticleView, *, at: str | None = None, correct: bool = False) -> Row:
    """What the browser needs to draw an article; ``at`` (``start-end``) names the stretch to show first.

    With ``correct`` every passage bears a button that says what it is and asks to say otherwise.
    """
    quotes = rows(view.quotes)
    found, spans = _marks(view, quotes)
    target = _target(at, found, spans)
    blocks: list[Row] = []
    end, here = 0, set[int]()
    for line in lines(view, spans):
        block = _block(line, quotes, correct=correct)
        if blocks and not correct and _runs_on(view.text[end : line.span[0]], blocks[-1], block):
            here |= set(line.marks)
            _join(blocks[-1], block, found)
            blocks[-1]["notes"] = _notes(quotes, sorted(here))
        else:
            here = set(line.marks)
            blocks.append(block)
        end = line.span[1]
    return {"mode": "article", "head": head(view), "blocks": blocks, "marks": found, "target": target}


def _block(line: Line, quotes: list[Row], *, correct: bool) -> Row:
    """A passage: its text, who speaks in it, and, where it is set aside, as what and why."""
    kind, reason = str(line.passage.get("kind") or "body"), shown(line.passage.get("reason"))
    block: Row = {
        "kind": kind,
        "nodes": line.nodes,
        "notes": _notes(quotes, line.marks),
        "facts": "" if kind in KEPT else f"{KINDS.get(kind, kind)}: {reason}",
    }
    if correct:
        words = KINDS.get(kind, kind) + (f": {reason}" if reason else "")
        block |= {"facts": "", "mend": {"words": words, "at": f"{line.span[0]}-{line.span[1]}"}}
    return block


def _runs_on(between: str, before: Row, block: Row) -> bool:
    """Whether a passage stands in the line of the one before it: what a page put into a paragraph."""
    return not between.strip(" \t\xa0") and "body" in {before["kind"], block["kind"]}


def _join(before: Row, block: Row, found: list[Row]) -> None:
    """Draw two passages as one paragraph, in which what is set aside is grey and small."""
    for part in (before, block):
        if part["facts"]:
            found.append({"role": "aside", "title": part["facts"]})
            part["nodes"] = [[len(found) - 1, *part["nodes"]]]
    before["nodes"] = [*before["nodes"], " ", *block["nodes"]]
    before |= {"kind": "body", "facts": ""}


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


def _marks(view: ArticleView, quotes: list[Row]) -> tuple[list[Row], list[Span]]:
    """All marks of the article and where they lie. Quotes come first, in the order of ``quotes``."""
    found: list[Row] = []
    spans: list[Span] = []
    for row in quotes[:MOST_MARKS]:
        found.append(marks.quote(row))
        spans.append((int(row["start"]), int(row["end"])))
    for row in rows(view.mentions)[:MOST_MARKS]:
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


def _notes(quotes: list[Row], here: list[int]) -> list[Row]:
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
