"""Figures on a page: the heading that states the answer, the chart, and the same as a table."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

import streamlit as st

from onrecord.analysis.network import Network
from onrecord.charts import network
from onrecord.charts.colours import Theme, outlet_colours
from onrecord.charts.figure import Chart, Figure, Option
from onrecord.ui import choosing, counting
from onrecord.ui.directory import directory
from onrecord.ui.evidence import fresh
from onrecord.ui.text import plain
from onrecord.workspace import Workspace


def theme() -> Theme:
    """Light or dark, as the visitor's browser shows the page."""
    return "dark" if st.context.theme.type == "dark" else "light"


def colours(ws: Workspace) -> dict[str, str]:
    """Outlet to colour, the same on every page of a workspace."""
    return outlet_colours(directory(ws).outlets, theme())


def draw(figure: Figure[Chart], *, key: str) -> dict[str, Any] | None:
    """Draw a figure with an Altair chart; returns what was clicked, as the chart names its fields.

    Only in the run of the click: the panel opens once for it. A row of the table counts as a click, so
    that whatever the chart opens can be opened from the keyboard too.
    """
    st.subheader(plain(figure.title), anchor=False)
    counting.mark()
    if figure.legend:
        legend(figure.legend)
    shown = st.altair_chart(figure.chart, key=key, on_select="rerun", alt=figure.alt)
    points = [point for chosen in shown.get("selection", {}).values() for point in chosen or ()]
    picked = {str(name): value for name, value in points[0].items()} if points else None
    row = as_table(figure, key=key)
    return _clicked(key, picked, figure.alt) or row


def draw_network(figure: Figure[Option], net: Network, *, key: str) -> dict[str, Any] | None:
    """The same for a network: a clicked edge, or a node (``a`` is ``b``)."""
    st.subheader(plain(figure.title), anchor=False)
    counting.mark()
    legend(figure.legend)
    shown = st.echarts_chart(figure.chart, key=key, on_select="rerun", height=network.HEIGHT, alt=figure.alt)
    clicked = network.picked(net, shown.get("selection", {}).get("selected", ()))
    row = as_table(figure, key=key)
    return _clicked(key, clicked, figure.alt) or row


def where(picked: Mapping[str, Any]) -> str:
    """`` in The Harbour Ledger``, if a stretch of a bar was picked and not the whole."""
    return f" in {picked['outlet']}" if "outlet" in picked else ""


def legend(colours: Mapping[str, str]) -> None:
    """Swatches with their names, on a line that wraps."""
    box = "display:inline-block;width:0.7em;height:0.7em;border-radius:2px;margin-right:0.4em"
    swatches = "".join(
        f"<span style='white-space:nowrap'><span style='{box};background:{escape(colour)}'></span>"
        f"{escape(name)}</span>"
        for name, colour in colours.items()
    )
    line = "display:flex;flex-wrap:wrap;gap:0.1rem 1rem;font-size:0.85rem"
    st.html(f"<div style='{line}'>{swatches}</div>")


def as_table[C](figure: Figure[C], *, key: str) -> dict[str, Any] | None:
    """The figure's numbers, to be read, sorted and downloaded; returns what a newly chosen row stands for."""
    with st.expander("As a table", key=f"{key}_table"):
        if not figure.keys:
            st.dataframe(figure.table, hide_index=True, key=f"{key}_rows", alt=figure.alt, placeholder="")
            return None
        st.caption("Choose a row to read what stands behind it.")
        row = choosing.row(
            figure.table,
            key=f"{key}_rows",
            alt=figure.alt,
        )
    return dict(figure.keys[row]) if fresh(f"{key}_rows", row) and row is not None else None


def _clicked(key: str, picked: dict[str, Any] | None, drawn: str) -> dict[str, Any] | None:
    """What a click in this run was on. A selection taken back is a second click on the same.

    ``drawn`` says what the figure shows: another figure under the same key forgets the selection by itself.
    """
    before, shown = st.session_state.get(f"_clicked_{key}", (None, drawn))
    st.session_state[f"_clicked_{key}"] = (picked, drawn)
    if fresh(key, _hashable(picked)):
        return picked
    return before if picked is None and shown == drawn else None


def _hashable(clicked: dict[str, Any] | None) -> tuple[tuple[str, Any], ...] | None:
    return tuple(sorted(clicked.items())) if clicked else None
