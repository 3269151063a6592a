"""Which workspace a visitor looks at: the one the app serves, or a quick look of their own.

The served workspace is opened once for all visitors. A quick look lives in a folder that one session
owns and that goes with it; nobody else's session knows its path.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from onrecord.ui import settings
from onrecord.ui.settings import Settings
from onrecord.workspace import Workspace

QUICK_LOOK = "_quick_look"


@dataclass
class QuickLook:
    """A visitor's temporary workspace."""

    folder: Path
    workspace: Workspace


def configured() -> Settings:
    """How the app was started."""
    return settings.read()


@st.cache_resource(show_spinner=False, max_entries=8)
def _open(path: str, read_only: bool) -> Workspace:
    if not read_only:
        return Workspace.ensure(path)
    return Workspace.open(path, read_only=True)


def served() -> Workspace:
    """The workspace that the app serves, opened once for all visitors."""
    return _open(str(configured().workspace), configured().read_only)


def workspace() -> Workspace:
    """What this visitor looks at: their quick look while it is open, else the served workspace."""
    look = quick_look()
    return look.workspace if look else served()


def counts(ws: Workspace) -> dict[str, Any]:
    """The workspace's summary over everything, asked once for each version of it."""
    return _counts(ws, str(ws.path), ws.version())


@st.cache_resource(show_spinner="Opening the workspace …", max_entries=32)
def _counts(_ws: Workspace, path: str, version: int) -> dict[str, Any]:
    return _ws.summary()


def quick_look() -> QuickLook | None:
    """The visitor's quick look, where one is open."""
    return _quick_look() if st.session_state.get(QUICK_LOOK) else None


def open_quick_look() -> QuickLook:
    """The visitor's quick look, made where there is none; all pages show it from the next run on."""
    st.session_state[QUICK_LOOK] = True
    return _quick_look()


def close_quick_look() -> None:
    """Remove the temporary workspace; all pages show the served one again."""
    st.session_state[QUICK_LOOK] = False
    _quick_look.clear()


def _remove(look: QuickLook) -> None:
    look.workspace.close()
    shutil.rmtree(look.folder, ignore_errors=True)


@st.cache_resource(scope="session", show_spinner=False, on_release=_remove)
def _quick_look() -> QuickLook:
    folder = Path(tempfile.mkdtemp(prefix="onrecord-quick-look-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)  # a session that outlives the server
    return QuickLook(folder, Workspace.create(folder / "workspace"))
