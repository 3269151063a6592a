"""Mounts the reader and tells what was clicked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Literal, get_args

import streamlit as st

from onrecord.ui.reader import articles, contexts
from onrecord.ui.reader.contexts import Context
from onrecord.workspace import ArticleView

type Do = Literal["speaker", "entity", "open"]

_HERE = files("onrecord.ui.reader")
_MOUNT = st.components.v2.component(
    "onrecord_reader",
    html='<div class="reader"></div>',
    css=_HERE.joinpath("reader.css").read_text("utf-8"),
    js=_HERE.joinpath("reader.js").read_text("utf-8"),
)


@dataclass(frozen=True)
class Event:
    """What the visitor clicked: a speaker, an entity (``id``, ``name``), or a context to open."""

    do: Do
    id: str = ""
    name: str = ""
    article: str = ""
    at: str = ""


def article(view: ArticleView, *, key: str, at: str | None = None) -> Event | None:
    """Draw an article; ``at`` (``start-end``) is selected and scrolled to. Returns a click, once."""
    return _mount(articles.payload(view, at=at), key)


def listing(shown: Iterable[Context], texts: Mapping[str, str], *, key: str) -> Event | None:
    """Draw contexts as a list, each with its outlet, date and a link to its article."""
    return _mount(contexts.payload(shown, texts), key)


def columns(
    left: ArticleView, right: ArticleView, ties: Mapping[str, int], *, key: str, at: str | None = None
) -> Event | None:
    """Draw two articles side by side; quotes with the same number in ``ties`` are tied."""
    both = [articles.payload(view, ties=ties) for view in (left, right)]
    return _mount({"mode": "columns", "columns": both, "target": at}, key)


def _mount(data: dict[str, Any], key: str) -> Event | None:
    result = _MOUNT(key=key, data=data, on_event_change=lambda: None)
    return _event(result.get("event"))


def _event(sent: Any) -> Event | None:
    """The event, if it is one of ours: what comes from a browser can be anything."""
    if not isinstance(sent, dict) or sent.get("do") not in get_args(Do.__value__):
        return None
    return Event(**{name: str(sent.get(name) or "") for name in ("do", "id", "name", "article", "at")})  # type: ignore[arg-type]
