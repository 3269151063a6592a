"""The app as a server runs it: ``streamlit run dashboard.py`` or ``uvicorn dashboard:app``."""

from pathlib import Path

import streamlit as st

from onrecord.ui import errors
from onrecord.ui.security import middleware

# Absolute, so that the server may be started from any folder; and a script below pages/, so that a
# first visitor who opens a page by its link gets the whole app (see docs/architecture.md).
app = st.App(
    Path(__file__).resolve().parent / "pages" / "shell.py",
    middleware=middleware(),
    on_script_error=errors.show,
)
