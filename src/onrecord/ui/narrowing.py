"""Narrowing the list of quotes: who the speaker is to the reader, which rule found it, how sure it is."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from onrecord.analysis import counts
from onrecord.ui.text import count

CLASSES = ("named", "anonymous", "collective", "document", "unresolved")
SURE = {"any": 0.0, "50 %": 0.5, "70 %": 0.7, "80 %": 0.8, "90 %": 0.9, "95 %": 0.95}
"""Label to the least confidence. A link holds labels, so they stay as they are and bear no counts."""
SORTS = {
    "Newest": ("published", False),
    "Surest": ("confidence", False),
    "Least sure": ("confidence", True),
    "Longest": ("length", False),
}
"""Label to column and whether it ascends."""


def narrowed(quotes: pd.DataFrame) -> pd.DataFrame:
    """Draw the controls; the quotes that fit them, in the order chosen."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        classes = _classes(quotes)
        least = st.select_slider(
            "Sure at least",
            list(SURE),
            key="sure",
            bind="query-params",
            width=220,
            help="How sure the speaker and the words are. Of ten quotes at 90 %, about nine are right.",
        )
        rules = _rules(quotes)
        sort = st.segmented_control(
            "Order",
            list(SORTS),
            default="Newest",
            required=True,
            key="sort",
            bind="query-params",
        )
    fits = quotes["confidence"] >= SURE[least] - 1e-6  # stored as 32-bit floats
    if classes:
        fits &= quotes["speaker_class"].isin(classes)
    if rules:
        fits &= quotes["resolved_by"].isin(rules)
    listed = quotes[fits]
    if len(listed) < len(quotes):
        st.caption(f"{len(listed):,} of {count(len(quotes), 'quote')}")
    return _sorted(listed, sort or "Newest")


def _classes(quotes: pd.DataFrame) -> list[str]:
    present = set(quotes["speaker_class"])
    return st.pills(
        "Speaker is",
        [name for name in CLASSES if name in present],
        selection_mode="multi",
        key="class",
        bind="query-params",
    )


def _rules(quotes: pd.DataFrame) -> list[str]:
    return st.multiselect(
        "Found by",
        list(counts.rules(quotes)),
        key="rule",
        bind="query-params",
        placeholder="any rule",
        select_all=False,
        width=260,
        help="The rule that found the words, and the one that found the speaker: see docs/accuracy.md.",
    )


def _sorted(quotes: pd.DataFrame, sort: str) -> pd.DataFrame:
    if sort == "Newest":  # as the workspace answers
        return quotes
    column, ascending = SORTS[sort]
    lengths = quotes.assign(length=quotes["text"].str.len())
    return lengths.sort_values(column, ascending=ascending, kind="stable")
