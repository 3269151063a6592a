"""All texts, or independent ones: the switch, and what every page says of it."""

from __future__ import annotations

import streamlit as st

from onrecord.records import Selection
from onrecord.ui.text import count
from onrecord.workspace import Workspace

KEY = "texts"
ALL, INDEPENDENT = "all", "independent"
"""A link holds these words."""

MARK = "Independent texts: copies of one text count once."
"""What a figure that counts them says."""
_HELP = (
    "The same text in several outlets, its later versions and shortened ones are copies. All: each of them "
    "counts. Independent: they count once, by the earliest that the other filters leave, of one day the "
    "fullest. Nothing is deleted."
)


def switch() -> None:
    """Draw the switch, bound to the address."""
    st.segmented_control(
        "Texts that count",
        [ALL, INDEPENDENT],
        default=ALL,
        required=True,
        key=KEY,
        bind="query-params",
        help=_HELP,
    )


def on() -> bool:
    """Whether independent texts are counted."""
    return st.session_state.get(KEY) == INDEPENDENT


def said(ws: Workspace, selection: Selection) -> str:
    """Which texts the figures of a page count, as a sentence."""
    articles, independent = ws.texts_counted(selection)
    copies = articles - independent
    if not ws.looked_for_copies():
        return "All texts count: nobody has looked for copies among them since the last were added."
    if not copies:
        return "All texts count; none is a copy of another." if articles > 1 else ""
    if selection.independent:
        left = f"{count(copies, 'copy')} {'is' if copies == 1 else 'are'} left out"
        return (
            f"{count(independent, 'independent text')} {'counts' if independent == 1 else 'count'}; {left}."
        )
    are = "is a copy of another" if copies == 1 else "are copies of others"
    return f"All {articles:,} texts count; {copies:,} of them {are}."


def mark() -> None:
    """Say under a figure's title that it counts independent texts, where it does."""
    if on():
        st.caption(MARK)
