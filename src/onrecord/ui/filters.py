"""The shared filters: widgets in the sidebar, bound to the URL, read by every page as one ``Selection``.

Keys are the URL's parameters, so a link holds them: ``?outlet=…&speaker=…&since=2017-08-01&q=…``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from onrecord._errors import QueryError
from onrecord.records import Selection
from onrecord.ui import counting, session
from onrecord.ui.directory import Directory, directory
from onrecord.ui.reader.marks import HOW
from onrecord.ui.text import plain
from onrecord.workspace import Workspace

KEYS = ("q", "outlet", "speaker", "entity", "type", "since", "until", "texts", "governments", "junk")
TYPES = ("direct", "mixed", "indirect")
OFFERED = 300
"""Options that a filter offers; beyond that the server searches (a list of thousands is slow to open)."""

_NEXT = "_filters_next"
_ERROR = "_search_error"

EMPTY: dict[str, Any] = {
    "q": "", "outlet": [], "speaker": [], "entity": [], "type": [], "since": None, "until": None,
    "texts": counting.ALL, "governments": False, "junk": False,
}  # fmt: skip

FIELDS: dict[str, tuple[str, str]] = {
    "q": ("text", "the search"),
    "outlet": ("outlets", "the outlet"),
    "speaker": ("speakers", "the speaker"),
    "entity": ("entities", "the entity"),
    "type": ("types", "the kind of quote"),
    "since": ("since", "the first day"),
    "until": ("until", "the last day"),
}
"""Key to the ``Selection``'s field and what a reader calls it."""


def draw(ws: Workspace) -> None:
    """Draw the filters; call once a run, before any page asks for ``selection()``."""
    names = directory(ws)
    _apply_pending()
    st.text_input(
        "Search the texts",
        key="q",
        bind="query-params",
        placeholder='words, "a phrase", prefix*',
        help="Words must all occur: in the article, and of quotes in the quote itself. "
        "Also: OR, NOT, a phrase in quotation marks, prefix*, NEAR(a b, 5).",
    )
    _check_search(ws)
    wanted = _find(names)
    _choice("outlet", "Outlet", offered(names.outlets, wanted, _chosen("outlet")), "any outlet")
    _choice("speaker", "Speaker", offered(names.speakers, wanted, _chosen("speaker")), "anyone")
    _choice("entity", "About", offered(names.entities, wanted, _chosen("entity")), "anyone, anything")
    st.pills(
        "Kind of quote",
        TYPES,
        selection_mode="multi",
        key="type",
        bind="query-params",
        help="; ".join(f"{kind.capitalize()}: {HOW[kind]}" for kind in TYPES) + ".",
    )
    _days(names)
    counting.switch()
    st.toggle(
        "Count seats as governments",
        key="governments",
        bind="query-params",
        help="Pyongyang or the White House stand for a government in the news. With this on, they count as "
        "the country; off, as what they are.",
    )
    st.toggle(
        "Include set-aside passages",
        key="junk",
        bind="query-params",
        help="Captions, promos, teasers and credits are read, but figures leave them out unless this is on.",
    )
    if active():
        st.button("Clear all filters", on_click=clear, type="tertiary", key="clear_filters")


def selection() -> Selection:
    """What the filters say; the same on every page."""
    names = directory(session.workspace())
    state = {key: st.session_state.get(key, EMPTY[key]) for key in KEYS}
    return Selection(
        outlets=tuple(state["outlet"] or ()),
        since=state["since"],
        until=state["until"],
        entities=tuple(names.entity(label) for label in state["entity"] or ()),
        speakers=tuple(names.speaker(label) for label in state["speaker"] or ()),
        types=tuple(state["type"] or ()),
        text="" if st.session_state.get(_ERROR) else (state["q"] or "").strip(),
        governments=bool(state["governments"]),
        junk=bool(state["junk"]),
        independent=state["texts"] == counting.INDEPENDENT,
    )


def active() -> list[str]:
    """Keys of the filters that restrict anything."""
    return [key for key in FIELDS if st.session_state.get(key) not in (None, "", [], ())]


def clear(keys: Iterable[str] = KEYS) -> None:
    """Empty some filters, as a callback: before the run that draws them."""
    for key in keys:
        st.session_state[key] = EMPTY[key]


def set_next(**values: Any) -> None:
    """Have the next run draw the filters with these values; ``st.rerun`` or switch the page after it.

    Widgets that are drawn already refuse a new value in the same run.
    """
    st.session_state.setdefault(_NEXT, {}).update(values)


def without(sel: Selection, key: str) -> Selection:
    """The selection with one filter dropped."""
    name = FIELDS[key][0]
    return replace(sel, **{name: getattr(Selection(), name)})


def _apply_pending() -> None:
    for key, value in st.session_state.pop(_NEXT, {}).items():
        st.session_state[key] = value


def _check_search(ws: Workspace) -> None:
    query = (st.session_state.get("q") or "").strip()
    st.session_state[_ERROR] = error = _search_error(ws, str(ws.path), query) if query else ""
    if error:
        st.caption(f":red[{plain(error)}]")


@st.cache_data(show_spinner=False, max_entries=1000)
def _search_error(_ws: Workspace, path: str, query: str) -> str:
    """Why full-text search cannot parse a query; empty if it can."""
    try:
        _ws.search(query, Selection(), limit=1)
    except QueryError as error:
        return str(error)
    return ""


def _find(names: Directory) -> str:
    """What to look for among names too many to offer; empty where every name is offered."""
    known = (names.outlets, names.speakers, names.entities)
    if max(map(len, known)) <= OFFERED:
        return ""
    found = st.text_input(
        f"Find in {sum(map(len, known)):,} names",
        key="_find",
        persist_state="session",
        placeholder="part of a name",
        help=f"The three lists below offer the {OFFERED} most frequent names each; this finds the others.",
    )
    return found or ""


def _choice(key: str, label: str, names: list[str], placeholder: str) -> None:
    st.multiselect(label, names, key=key, bind="query-params", placeholder=placeholder, select_all=False)


def offered(known: Iterable[str], wanted: str, chosen: Sequence[str]) -> list[str]:
    """At most ``OFFERED`` names that hold every word of ``wanted``, after those already chosen."""
    words = wanted.casefold().split()
    found = dict.fromkeys(chosen)
    for name in known:
        if len(found) >= OFFERED + len(chosen):
            break
        folded = name.casefold()
        if all(word in folded for word in words):
            found[name] = None
    return list(found)


def _chosen(key: str) -> list[str]:
    """Names chosen already, or named by the link that opened the page: they stay on offer."""
    value = st.session_state.get(key)
    return list(value) if value is not None else st.query_params.get_all(key)


def _days(names: Directory) -> None:
    if names.first is None or names.last is None:
        st.caption("No article here has a date, so there is no filter by day.")
        return
    for key, label in (("since", "From"), ("until", "To")):  # side by side they are too narrow for a day
        st.date_input(
            label,
            value=None,
            min_value=names.first,
            max_value=names.last,
            key=key,
            bind="query-params",
            format="YYYY-MM-DD",
        )
