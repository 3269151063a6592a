"""A table of which one row can be chosen."""

from __future__ import annotations

from typing import Any, Literal

import pandas as pd
import streamlit as st

TALL, ROW = 640, 36
"""Pixels of a tall table, and of a row, at least."""


def row(
    frame: pd.DataFrame, *, key: str, alt: str, columns: dict[str, Any] | None = None, tall: bool = False
) -> int | None:
    """Draw a table, empty where it knows nothing; the place of the chosen row, if one is.

    ``columns``: column name to its label or configuration. ``alt`` tells what the table shows. ``tall``: the
    table is what its page is about, and fills a screen where it has the rows.
    """
    found = st.dataframe(
        frame,
        hide_index=True,
        on_select="rerun",
        selection_mode="single-row",
        key=key,
        alt=alt,
        column_config=columns,
        placeholder="",
        height=_height(len(frame)) if tall else "auto",
    )
    # A row may be chosen that a new selection no longer has.
    return next((row for row in found["selection"]["rows"] if row < len(frame)), None)


def _height(rows: int) -> int | Literal["content"]:
    return TALL if rows > TALL // ROW else "content"
