"""Choices of one page, in the address by a short value of their own, so that links outlive new labels.

(Streamlit's own binding writes the label as a visitor reads it.) The address is what counts: a choice
that it doesn't name, or names wrongly, is the default.
"""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st


def one_of[T: str](label: str, options: Mapping[T, str], *, param: str, default: T, hint: str = "") -> T:
    """Draw a row of buttons, exactly one of them on; ``options``: value in the address to label."""
    asked = st.query_params.get(param)
    value = next((option for option in options if option == asked), default)
    key = f"choice_{param}"
    st.session_state[key] = value
    st.segmented_control(
        label,
        list(options),
        format_func=options.__getitem__,
        key=key,
        required=True,
        on_change=_note,
        args=(param, default),
        help=hint or None,
    )
    return value


def any_of(label: str, options: Mapping[str, str], *, param: str) -> list[str]:
    """Draw pills, any number of them on; none stands for all, and of one option there is no choice."""
    chosen = [value for value in st.query_params.get_all(param) if value in options]
    if len(options) < 2 and not chosen:
        return []
    key = f"choice_{param}"
    st.session_state[key] = chosen
    st.pills(
        label,
        list(options),
        selection_mode="multi",
        format_func=options.__getitem__,
        key=key,
        on_change=_note,
        args=(param, None),
        wrap=True,  # else a phone cuts the row
    )
    return chosen


def _note(param: str, default: str | None) -> None:
    """Put what was chosen into the address, before the run that reads it there."""
    chosen = st.session_state[f"choice_{param}"]
    if not chosen or chosen == default:
        st.query_params.pop(param, None)
    else:
        st.query_params[param] = chosen
