"""What every page needs, made ready while the server starts, so that the first visitor need not wait for it.

The workspace's rows and its names take two seconds at 5,000 articles. A page that is asked for
meanwhile waits for the rest of them alone: cached functions are run once, by whoever comes first.
"""

from __future__ import annotations

import importlib
import logging
import threading
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import streamlit as st

from onrecord.records import Selection

LIBRARIES = ("altair", "onrecord.ui.adding", "onrecord.ui.comparing", "onrecord.ui.evidence")
"""Modules that take long to import and that some pages need."""

LATER = 5.0
"""Seconds that the processor is left to a first visitor before what not every page needs."""

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
        known = path.exists()
        if known:
            _read_ahead(str(path))
        time.sleep(LATER)
        for name in LIBRARIES:
            importlib.import_module(name)
        if known:
            _find_pairs(str(path))
    except Exception:  # whatever it is: the visitor's own run meets it, and tells
        _log.info("The workspace is not ready to be read ahead.", exc_info=True)


@st.cache_resource(show_spinner=False, max_entries=1)  # spinners inside it have no page, and keep still
def _read_ahead(path: str) -> None:
    """Fill the caches that every page reads."""
    from onrecord.ui import directory, session

    ws = session.served()
    session.counts(ws)
    directory.directory(ws)


@st.cache_resource(show_spinner=False, max_entries=1)
def _find_pairs(path: str) -> None:
    """What the compare page proposes."""
    from onrecord.ui import picking, session

    ws = session.served()
    picking.proposals(ws, ws.articles(), Selection())
