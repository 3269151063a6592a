"""A figure: a chart, the heading that states its answer, and the same in words and as a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import altair
import pandas as pd

type Option = dict[str, Any]
"""An option for ECharts: plain Python values alone."""

type Chart = altair.Chart | altair.LayerChart | altair.FacetChart


@dataclass(frozen=True)
class Figure[C]:
    """``chart`` is a ``Chart``, or an ``Option`` for a network.

    ``title`` and ``alt`` may hold words from articles: plain text, to be escaped where markup is read.
    ``table`` is the text alternative, its columns named for readers.
    """

    chart: C
    title: str
    alt: str
    table: pd.DataFrame
    legend: Mapping[str, str] = field(default_factory=dict)
    """Name to colour, for a page to draw as a line that wraps; Vega's own legends are cut on a phone."""
    keys: Sequence[dict[str, str]] = ()
    """What each row of the table stands for, as a selection in the chart would name it."""


def clicked(name: str, fields: Sequence[str]) -> altair.Parameter:
    """A selection of what is clicked, one at a time; the same clicked again takes it back.

    Without that a second click on the same changes nothing, and nobody hears of it. A click beside the
    marks changes nothing either.
    """
    again = f"!datum || vlSelectionTest('{name}_store', datum)"
    return altair.selection_point(name, fields=list(fields), on="click", empty=False, toggle=again)


def count(number: float, noun: str, plural: str = "") -> str:
    """``1 sentence``, ``1,204 sentences``."""
    return f"{number:,.0f} {noun if number == 1 else plural or noun + 's'}"


def listed(names: Iterable[object], most: int = 3) -> str:
    """``A``, ``A and B``, ``A, B and C``; beyond ``most``: ``A, B, C and 4 more``."""
    all_names = [str(name) for name in names]
    shown = all_names[:most]
    if len(all_names) > most:
        shown.append(f"{len(all_names) - most:,} more")
    return " and ".join(filter(None, [", ".join(shown[:-1]), *shown[-1:]]))


def unique_labels(names: Sequence[str], notes: Sequence[str] = ()) -> list[str]:
    """The names; where two are the same, with their note, if any, and a number where that is the same too."""
    labels: list[str] = []
    for name, note in zip(names, notes or [""] * len(names), strict=True):
        label = name if not note or list(names).count(name) == 1 else f"{name} ({note})"
        same = sum(known == label or known.startswith(f"{label} #") for known in labels)
        labels.append(f"{label} #{same + 1}" if same else label)
    return labels
