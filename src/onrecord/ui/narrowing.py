"""Narrowing the list of quotes: who the speaker is to the reader, which rule found it, how sure it is."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from onrecord.analysis import counts
from onrecord.ui import choices
from onrecord.ui.text import count

CLASSES = ("named", "anonymous", "collective", "document", "unresolved")
SURE = {"any": 0.0, "50 %": 0.5, "70 %": 0.7, "80 %": 0.8, "90 %": 0.9, "95 %": 0.95}
"""Label to the least confidence. A link holds labels, so they stay as they are and bear no counts."""
ORDERS = {"newest": "Newest", "surest": "Surest", "unsure": "Least sure", "longest": "Longest"}
SORTS = {"surest": ("confidence", False), "unsure": ("confidence", True), "longest": ("length", False)}
"""Order to column and whether it ascends; the workspace answers the newest first."""


def narrowed(quotes: pd.DataFrame) -> pd.DataFrame:
    """Draw the controls; the quotes that fit them, in the order chosen."""
    _to_work_through(quotes)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        present = set(quotes["speaker_class"])
        classes = choices.any_of(
            "Speaker is", {name: name for name in CLASSES if name in present}, param="class"
        )
        least = st.select_slider(
            "Sure at least",
            list(SURE),
            key="sure",
            bind="query-params",
            width=220,
            help="How sure the speaker and the words are. Of ten quotes at 90 %, about nine are right.",
        )
        rules = _rules(quotes)
        order = choices.one_of("Order", ORDERS, param="sort", default="newest")
    fits = quotes["confidence"] >= SURE[least] - 1e-6  # stored as 32-bit floats
    if classes:
        fits &= quotes["speaker_class"].isin(classes)
    if rules:
        fits &= quotes["resolved_by"].isin(rules)
    listed = quotes[fits]
    if len(listed) < len(quotes):
        st.caption(f"{len(listed):,} of {count(len(quotes), 'quote')}")
    return _sorted(listed, order)


def _to_work_through(quotes: pd.DataFrame) -> None:
    """Quotes whose speaker nobody knows yet: how many, and one click to list them alone."""
    unresolved = int((quotes["speaker_class"] == "unresolved").sum())
    if unresolved:
        st.button(
            f"{count(unresolved, 'quote')} without a speaker to work through",
            key="unresolved",
            type="tertiary",
            icon=":material/person_search:",
            on_click=_list_unresolved,
        )


def _list_unresolved() -> None:
    st.query_params["class"] = "unresolved"
    st.query_params["sort"] = "longest"


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


def _sorted(quotes: pd.DataFrame, order: str) -> pd.DataFrame:
    if order not in SORTS:
        return quotes
    column, ascending = SORTS[order]
    lengths = quotes.assign(length=quotes["text"].str.len())
    return lengths.sort_values(column, ascending=ascending, kind="stable")
