"""Mounts the reader and tells what was clicked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Literal, get_args

import streamlit as st

from onrecord.ui.reader import articles, contexts, linked, tellings
from onrecord.ui.reader import grid as grids
from onrecord.ui.reader.contexts import Context
from onrecord.ui.reader.grid import GridRow
from onrecord.ui.reader.linked import Link
from onrecord.ui.reader.tellings import Telling
from onrecord.workspace import ArticleView

type Do = Literal["speaker", "entity", "open", "compare", "show", "passage"]

_HERE = files("onrecord.ui.reader")
_PARTS = ("dom", "page", "columns", "tellings", "grid", "reader")
"""The scripts in their order: one module in the browser, which cannot import from us."""


def _joined(ending: str, names: Iterable[str]) -> str:
    return "\n".join(_HERE.joinpath(f"{name}.{ending}").read_text("utf-8") for name in names)


_MOUNT = st.components.v2.component(
    "onrecord_reader",
    html='<div class="reader"></div>',
    css=_joined("css", ("reader", "columns", "tellings", "grid")),
    js=_joined("js", _PARTS),
)


@dataclass(frozen=True)
class Event:
    """What the visitor clicked.

    A speaker, an entity (``id``, ``name``), a context to open (``article``, ``at``), an article to compare
    with another (``article``, ``id``), what a cell shows (``id``), or a passage to say what it is (``at``).
    """

    do: Do
    id: str = ""
    name: str = ""
    article: str = ""
    at: str = ""


def article(view: ArticleView, *, key: str, at: str | None = None, correct: bool = False) -> Event | None:
    """Draw an article; ``at`` (``start-end``) is selected and scrolled to. Returns a click, once.

    ``correct`` offers to say of each passage what it is.
    """
    return _mount(articles.payload(view, at=at, correct=correct), key)


def listing(shown: Iterable[Context], texts: Mapping[str, str], *, key: str) -> Event | None:
    """Draw contexts as a list, each with its outlet, date and a link to its article."""
    return _mount(contexts.payload(shown, texts), key)


def columns(
    views: Sequence[ArticleView],
    names: Sequence[str],
    links: Sequence[Link],
    *,
    key: str,
    statement: str = "",
) -> Event | None:
    """Draw two articles side by side, what they share linked; ``names``: what each is called.

    ``statement``: the one to begin with, chosen and scrolled to.
    """
    return _mount(linked.payload(views, names, links, statement), key)


def told(fullest: str, shown: Iterable[Telling], texts: Mapping[str, str], *, key: str) -> Event | None:
    """Draw a statement's tellings under each other, each against the fullest one."""
    return _mount(tellings.payload(fullest, shown, dict(texts)), key)


def grid(label: str, heads: Sequence[str], rows: Sequence[GridRow], *, key: str) -> Event | None:
    """Draw a table of words that open their evidence; ``label`` is what a screen reader calls it."""
    return _mount(grids.payload(label, heads, rows), key)


def _mount(data: dict[str, Any], key: str) -> Event | None:
    result = _MOUNT(key=key, data=data, on_event_change=lambda: None)
    return _event(result.get("event"))


def _event(sent: Any) -> Event | None:
    """The event, if it is one of ours: what comes from a browser can be anything."""
    if not isinstance(sent, dict) or sent.get("do") not in get_args(Do.__value__):
        return None
    return Event(**{name: str(sent.get(name) or "") for name in ("do", "id", "name", "article", "at")})  # type: ignore[arg-type]
