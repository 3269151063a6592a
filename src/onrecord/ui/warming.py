"""What every page needs, made ready while the server starts, so that the first visitor need not wait for it.

Libraries, the workspace's rows and its names take two seconds at 5,000 articles. A page that is asked for
meanwhile waits for the rest of them alone: cached functions are run once, by whoever comes first.
"""

from __future__ import annotations

import importlib
import logging
import threading
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import streamlit as st

from onrecord.records import Selection

LIBRARIES = (
    "altair", "onrecord.ui.filters", "onrecord.ui.adding", "onrecord.ui.comparing", "onrecord.ui.evidence",
)  # fmt: skip
"""Modules that take long to import and that most pages need."""

_log = logging.getLogger(__name__)


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncGenerator[None]:
    """The app's life: warmed up beside its start."""
    threading.Thread(target=warm, name="warming", daemon=True).start()
    yield


def warm() -> None:
    """Open the workspace, if there is one, and read what all pages show of it."""
    try:
        from onrecord.ui import session

        path = session.configured().workspace
        if path.exists():
            _read_ahead(str(path))
        for name in LIBRARIES:
            importlib.import_module(name)
    except Exception:  # whatever it is: the visitor's own run meets it, and tells
        _log.info("The workspace is not ready to be read ahead.", exc_info=True)


@st.cache_resource(show_spinner=False, max_entries=1)  # spinners inside it have no page, and keep still
def _read_ahead(path: str) -> None:
    """Fill the caches that every page reads."""
    from onrecord.ui import directory, picking, session

    ws = session.served()
    session.counts(ws)
    directory.directory(ws)
    picking.proposals(ws, ws.articles(), Selection())
