"""Long tables in pages."""

from __future__ import annotations

import pandas as pd
import streamlit as st

PAGE = 25
"""Entries on one page."""


def turn(rows: pd.DataFrame, *, key: str, size: int = PAGE) -> pd.DataFrame:
    """The page of rows that is open; draws the widget that turns them where there is more than one page."""
    pages = -(-len(rows) // size)
    if pages <= 1:
        return rows
    # A page that a filter has since taken away is no error: the last one is shown.
    if st.session_state.get(key, 1) > pages:
        st.session_state[key] = pages
    number = int(
        st.number_input(
            f"Page (1 to {pages:,})", min_value=1, max_value=pages, value="min", key=key, width=160
        )
    )
    return rows.iloc[(number - 1) * size : number * size]
