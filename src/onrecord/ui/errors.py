"""What a visitor sees when something fails: our own errors in their words, others without a traceback."""

from __future__ import annotations

import logging

import streamlit as st

from onrecord._errors import OnrecordError
from onrecord.ui.text import plain

_LOG = logging.getLogger("onrecord.ui")


def show(error: Exception) -> bool:
    """Draw an error in the page; for ``st.App(on_script_error=…)``. True: Streamlit need not draw its own."""
    if isinstance(error, OnrecordError):
        st.error(plain(error))
        return True
    _LOG.error("A page failed.", exc_info=error)
    st.error(
        f"This page failed with {plain(type(error).__name__)}; the server's log says where. "
        "The other pages still work. Clearing the filters may help."
    )
    return True
