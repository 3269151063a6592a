"""A table whose open row is in the address: choose a row to open it, share the link to show it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st


def table(
    frame: pd.DataFrame,
    values: Sequence[str],
    *,
    param: str,
    columns: dict[str, Any],
    alt: str,
    height: int = 300,
) -> str:
    """Draw a table and return the value of the open row: what the address names, else the first.

    ``values``: what the address calls each row (``?param=value``). A value that the table no longer
    holds is as good as none. ``columns``: column name to its label or configuration, in order.
    """
    asked = st.query_params.get(param)
    at = values.index(asked) if asked in values else 0
    st.dataframe(
        frame[list(columns)],
        hide_index=True,
        column_config=columns,
        on_select=lambda: _open(f"{param}_table", param, values),
        selection_mode="single-row",
        selection_default={"selection": {"rows": [at]}},
        key=f"{param}_table",
        height=height if len(frame) > 8 else "content",
        alt=alt,
        placeholder="",
    )
    return values[at]


def _open(key: str, param: str, values: Sequence[str]) -> None:
    """Note what was chosen. ``values`` are those of the table that was clicked, not of the next one."""
    rows = st.session_state[key]["selection"]["rows"]
    if rows and rows[0] < len(values):
        st.query_params[param] = values[rows[0]]
