"""One article's copies: who else ran the text, and for how many articles it counts."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from onrecord.charts.figure import listed
from onrecord.records import CopyRelation, Selection
from onrecord.ui import links
from onrecord.ui.text import count, day, plain, shown
from onrecord.workspace import Workspace

RELATIONS: dict[CopyRelation, str] = {
    "original": "the original",
    "exact": "word for word the same",
    "near": "a near copy",
    "cut": "a copy that was cut",
    "agency copy": "agency copy",
    "updated version": "an updated version",
}
"""What an article is to the original of its cluster, in a reader's words."""

SHOWN = 12
"""Copies that are listed; the rest are only counted."""


def note(ws: Workspace, selection: Selection, article_id: str, *, key: str = "copies") -> None:
    """Say that an article has copies, with a way to compare it with each; nothing for one that has none.

    The copies are all in the workspace, whatever the filters; what the article counts for is what it
    counts for in the selection.
    """
    copies = ws.copies(of=article_id)
    if copies.empty:
        return
    own = copies["article_id"] == article_id
    others = copies[~own]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(plain(said(others, _counts_for(ws, selection, article_id))), width="content")
        with st.popover(f"{count(len(others), 'copy')} of this text".capitalize(), type="tertiary"):
            _listed(copies[own].iloc[0], others, article_id, key)


def said(others: pd.DataFrame, counts: str) -> str:
    """What is said of an article with copies. ``others``: their rows of ``Workspace.copies``."""
    outlets = others["outlet"].dropna().drop_duplicates().tolist()
    also = (
        f"Also run by {listed(outlets)}."
        if outlets
        else f"{count(len(others), 'more text')} with these words."
    )
    return " ".join(filter(None, (also, counts)))


def _listed(own: Any, others: pd.DataFrame, article_id: str, key: str) -> None:
    if own["relation"] != "original":
        st.caption(plain(f"This article is {RELATIONS[own['relation']]}. {own['why']}"))
    for row in others.head(SHOWN).to_dict("records"):
        _copy(row, article_id, key)
    if len(others) > SHOWN:
        st.caption(f"And {len(others) - SHOWN:,} more.")


def _counts_for(ws: Workspace, selection: Selection, article_id: str) -> str:
    """How the article counts in the selection, where only independent texts do."""
    if not selection.independent:
        return ""
    here = ws.copies(selection, of=article_id)
    if article_id not in set(here["article_id"]):
        return ""
    first = here.loc[here["article_id"] == here["representative"].iloc[0]].iloc[0]
    if first["article_id"] == article_id:
        return f"This text counts for {count(len(here), 'article')}."
    return f"Here {_called(first)} counts for it."


def _called(row: Any) -> str:
    return f"{shown(row['outlet'], 'another article')}, {day(row['published'])},"


def _copy(row: Mapping[Hashable, Any], article_id: str, key: str) -> None:
    where = f"{plain(shown(row['outlet'], 'unknown outlet'))}, {day(row['published'])}"
    st.markdown(f"**{plain(row['headline'])}**  \n{where}: {RELATIONS[row['relation']]}")
    if st.button("Compare", key=f"{key}_{row['article_id']}", type="tertiary"):
        links.compare(article_id, str(row["article_id"]))
