"""The app as a server runs it: ``streamlit run dashboard.py`` or ``uvicorn dashboard:app``."""

from pathlib import Path

import streamlit as st
from streamlit import config

from onrecord.ui import errors, warming
from onrecord.ui.routes import routes
from onrecord.ui.security import middleware

# .streamlit/config.toml lies beside this file. Under `streamlit run` Streamlit looks for it here; under
# another server it would look beside the script below pages/ and run without our theme and settings.
config._main_script_path = config._main_script_path or __file__

# Absolute, so that the server may be started from any folder; and a script below pages/, so that a
# first visitor who opens a page by its link gets the whole app (see docs/architecture.md).
app = st.App(
    Path(__file__).resolve().parent / "pages" / "shell.py",
    middleware=middleware(),
    routes=routes(),
    lifespan=warming.lifespan,
    on_script_error=errors.show,
)
