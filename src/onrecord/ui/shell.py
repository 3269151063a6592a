"""The frame around every page: what is open, the filters, and whether newer data has come."""

from __future__ import annotations

import streamlit as st

from onrecord.ui import adding, filters, paper, session
from onrecord.ui.text import count, plain
from onrecord.workspace import Workspace

POLL = "10s"
"""How often an open page asks for the workspace's version (a file's name is read, no table)."""


def sidebar(ws: Workspace) -> None:
    """Draw the sidebar: name and counts of the workspace, then the shared filters."""
    with st.sidebar:
        look = session.quick_look()
        summary = session.counts(ws)
        st.markdown(f"**{'Quick look' if look else plain(ws.path.name)}**")
        counts = [
            count(summary[f"{noun}s"], noun) for noun in ("article", "outlet", "quote") if summary[f"{noun}s"]
        ]
        st.caption(" · ".join([*counts, *(["read only"] if ws.read_only else [])]) or "nothing in it yet")
        newer(ws)
        if summary["articles"]:
            filters.draw(ws)
        paper.style()


def newer(ws: Workspace) -> None:
    """Say so when the workspace has grown since this page was drawn."""
    drawn = ws.version()

    @st.fragment(run_every=POLL)
    def watch() -> None:
        if ws.version() > drawn and st.button("Newer data is there. Show it", key="newer", type="primary"):
            st.rerun(scope="app")

    watch()


def quick_look_banner() -> None:
    """Over every page of a quick look: what this is, and how to keep it or leave it."""
    look = session.quick_look()
    if look is None:
        return
    target = session.served()
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(
            "**Quick look.** Only you see these articles; they go when this tab is closed or reloaded."
            + adding.unread()
        )
        with st.container(horizontal=True, width="content"):
            label = f"Add to {plain(target.path.name)}"
            if not target.read_only and st.button(label, key="keep", type="primary"):
                adding.keep(look, target)
            if st.button("Close", key="close_look"):
                adding.close_quick_look()
                st.rerun()
