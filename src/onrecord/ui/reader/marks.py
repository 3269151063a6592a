"""Marks: what the browser knows of a highlighted stretch (its look, its name, what a click means)."""

from __future__ import annotations

from typing import Any

from onrecord.charts.colours import KIND_NAMES, LIGHT, kind_colour
from onrecord.ui.text import lacking, shown

QUOTE_TYPES = ("direct", "mixed", "indirect")
HOW = {"direct": "verbatim", "mixed": "partly verbatim", "indirect": "in other words"}
"""What a reader calls the types: the speaker's own words, some of them, none."""
IN_MARKS = {
    "direct": "in quotation marks",
    "mixed": "partly in quotation marks",
    "indirect": "as reported speech",
}
"""How a telling prints them."""


def kind_slot(kind: str) -> int:
    """The kind's place in the theme's categorical colours; past their end for what is quiet grey."""
    colour = kind_colour(kind)
    return LIGHT.index(colour) if colour in LIGHT else len(LIGHT)


def quote(row: dict[str, Any]) -> dict[str, Any]:
    """A quote that can be selected."""
    name = shown(row.get("speaker"), "someone unnamed")
    return {
        "role": "quote",
        "type": row["type"],
        "id": row["quote_id"],
        "group": shown(row.get("group")),
        "label": f"{row['type'].capitalize()} quote: {name}, {facts(row)}",
    }


def entity(row: dict[str, Any]) -> dict[str, Any]:
    """A name that opens all sentences with that entity."""
    kind = shown(row.get("kind")) or shown(row.get("label"))
    name = shown(row.get("entity")) or shown(row.get("text"))
    return {
        "role": "entity",
        "slot": kind_slot(kind),
        "id": shown(row.get("entity_id")),
        "key": row["mention_id"],
        "name": name,
        "label": f"{name}, {KIND_NAMES.get(kind, kind)}",
    }


def part(role: str, quote_id: str) -> dict[str, Any]:
    """The cue or the speaker of a quote: unmarked until the quote is selected."""
    return {"role": role, "of": quote_id}


def highlight(role: str, label: str) -> dict[str, Any]:
    """A highlight in a list: nothing to click, something to see."""
    if role in QUOTE_TYPES:
        return {"role": "quote", "type": role, "key": "", "title": label}
    if role in KIND_NAMES:
        return {"role": "entity", "slot": kind_slot(role), "key": "", "title": label}
    return {"role": "hit", "key": "", "title": label}


def spans(pairs: Any) -> list[tuple[int, int]]:
    """The spans of a list column, which pandas may hold as arrays, lists or nothing."""
    return [] if pairs is None or isinstance(pairs, float) else [(int(a), int(b)) for a, b in pairs]


def facts(row: dict[str, Any]) -> str:
    """How the words were told, to whom, when, how surely: ``verbatim · to reporters · 92% sure``."""
    sure = row.get("confidence")
    addressee, occasion = shown(row.get("addressee")), shown(row.get("occasion"))
    parts = [
        HOW.get(row["type"], str(row["type"])),
        f"to {addressee}" if addressee else "",
        occasion,
        "" if lacking(sure) else f"{sure:.0%} sure",
    ]
    return " · ".join(filter(None, parts))
