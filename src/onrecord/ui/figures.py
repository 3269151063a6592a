"""Figures on a page: the heading that states the answer, the chart, and the same as a table."""

from __future__ import annotations

from typing import Any

import streamlit as st

from onrecord.charts.colours import Theme, outlet_colours
from onrecord.charts.figure import Figure
from onrecord.ui.directory import directory
from onrecord.ui.text import plain
from onrecord.workspace import Workspace


def theme() -> Theme:
    """Light or dark, as the visitor's browser shows the page."""
    return "dark" if st.context.theme.type == "dark" else "light"


def colours(ws: Workspace) -> dict[str, str]:
    """Outlet to colour, the same on every page of a workspace."""
    return outlet_colours(directory(ws).outlets, theme())


def draw(figure: Figure, *, key: str) -> dict[str, Any] | None:
    """Draw a figure with an Altair chart; returns the point that is selected, as the chart names its fields.

    The selection stays while the page is drawn again: ask ``evidence.fresh`` before opening the panel.
    """
    st.subheader(plain(figure.title), anchor=False)
    shown = st.altair_chart(figure.chart, key=key, on_select="rerun", alt=figure.alt)
    as_table(figure, key=key)
    for points in shown.get("selection", {}).values():
        if points:
            return dict(points[0]) if isinstance(points, list) else dict(points)
    return None


def as_table(figure: Figure, *, key: str) -> None:
    """The figure's numbers, to be read, sorted and downloaded."""
    with st.popover("As a table", type="tertiary", key=f"{key}_table"):
        st.dataframe(figure.table, hide_index=True, key=f"{key}_rows", alt=figure.alt)
