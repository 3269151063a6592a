"""A small table of words, any of which may open its evidence: laid out for reading, wide or narrow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Item:
    """Words in a cell. ``show``: what a click asks for; empty for what cannot be clicked.

    ``note`` stands quietly after the words; ``tone`` (full, cut, reworded, absent; titled, for
    a headline with its source below) gives them their look;
    ``share``, from 0 to 1, draws a bar under them; ``alert`` is a line of its own.
    """

    text: str
    show: str = ""
    note: str = ""
    tone: str = ""
    share: float | None = None
    alert: str = ""


@dataclass(frozen=True)
class GridRow:
    """The row's head, and one cell of items for each column."""

    head: Item
    cells: tuple[tuple[Item, ...], ...]


def payload(label: str, columns: Sequence[str], rows: Sequence[GridRow]) -> dict[str, Any]:
    """What the browser needs; ``columns``: the heads; the first column is narrow if it has none."""
    return {
        "mode": "grid",
        "label": label,
        "columns": list(columns),
        "rows": [
            {"head": _item(row.head), "cells": [[_item(item) for item in cell] for cell in row.cells]}
            for row in rows
        ],
    }


def _item(item: Item) -> dict[str, Any]:
    return {name: value for name, value in vars(item).items() if value not in ("", None)}
