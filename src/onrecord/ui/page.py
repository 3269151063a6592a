"""How a page begins, and what it says where nothing is left."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlencode, urlsplit, urlunsplit

import pandas as pd
import streamlit as st

from onrecord.records import Selection
from onrecord.ui import counting, filters, session
from onrecord.ui.text import count
from onrecord.workspace import Workspace


def begin(title: str, question: str, *, counts: bool = True) -> tuple[Workspace, Selection]:
    """Draw a page's head, and return what it is about: the workspace and the selection.

    ``counts``: whether the page counts anything, and so says which texts it counts.
    """
    ws, selection = session.workspace(), filters.selection()
    with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
        with st.container(width="content", gap="xxsmall"):
            st.title(title, anchor=False)
            st.caption(question)
            if counts and (said := counting.said(ws, selection)):
                st.caption(said)
        _share()
    return ws, selection


def need(frame: pd.DataFrame, what: str) -> pd.DataFrame:
    """The frame, if it has rows. Else say which filter to relax (``what``: quotes, articles …) and stop."""
    if frame.empty:
        nothing(what)
        st.stop()
    return frame


def nothing(what: str) -> None:
    """Say that no ``what`` (quotes, articles …) is left, and which filter to drop for how many."""
    ws, sel = session.workspace(), filters.selection()
    st.subheader(f"No {what} with these filters" if filters.active() else f"No {what} here yet", anchor=False)
    ways = relaxed(ws, sel, what)
    if ways:
        st.write("Drop one of them, and there is something to read:")
    elif filters.active():
        st.write("No single filter is in the way; it takes dropping several.")
    for key, left in ways:
        name = filters.FIELDS[key][1]
        st.button(
            f"Drop {name}: {count(left, what.removesuffix('s'))}",
            on_click=filters.clear, args=((key,),), key=f"relax_{key}",
        )  # fmt: skip
    if len(filters.active()) > 1:
        st.button("Clear all filters", on_click=filters.clear, key="relax_all", type="tertiary")


def relaxed(ws: Workspace, sel: Selection, what: str) -> list[tuple[str, int]]:
    """Filters that, dropped alone, leave something: (key, how many of ``what``), most first."""
    found = []
    for key in filters.active():
        left = int(ws.summary(filters.without(sel, key)).get(what, 0))
        if left:
            found.append((key, left))
    return sorted(found, key=lambda pair: -pair[1])


def link() -> str:
    """The address of this view: page, filters and what is open."""
    parts = urlsplit(st.context.url or "")
    query = urlencode({key: st.query_params.get_all(key) for key in st.query_params}, doseq=True)
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))


def this_machine_only(url: str) -> bool:
    """Whether a visitor came by an address that leads every machine to itself."""
    host = urlsplit(url).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:  # a name
        return host == "localhost" or host.endswith(".localhost")


def _share() -> None:
    with st.popover("Share", type="tertiary"):
        if session.quick_look():
            st.write("This is a quick look: only you see it, so a link cannot show it to others.")
            return
        st.write("This link opens the same page with the same filters.")
        st.code(link(), language=None, wrap_lines=True)
        if this_machine_only(st.context.url or ""):
            st.caption("It works on this machine only. For colleagues, serve the workspace to them.")
