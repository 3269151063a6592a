"""All speakers, and all outlets, as tables; each row opens everything behind it."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from onrecord.analysis import counts
from onrecord.analysis.groups import UNKNOWN
from onrecord.records import Selection
from onrecord.ui import choosing, evidence
from onrecord.ui.evidence import AROUND
from onrecord.ui.text import count
from onrecord.workspace import Workspace

COLUMNS: dict[str, Any] = {
    "speaker": st.column_config.TextColumn("Speaker", width="medium"),
    "speaker_class": st.column_config.TextColumn("Kind"),
    "quotes": st.column_config.NumberColumn("Quotes", format="localized"),
    "articles": st.column_config.NumberColumn("Articles", format="localized"),
    "outlets": "Outlets",
    "direct": st.column_config.NumberColumn(
        "Verbatim", format="%.0f %%", help="Share of the quotes that are told in the speaker's own words"
    ),
}


def everyone(ws: Workspace, selection: Selection, quotes: pd.DataFrame) -> None:
    """The speakers behind a fold, counted and drawn only when it is open: there can be tens of thousands."""
    number = quotes["speaker_id"].nunique()
    if number < 2:  # one speaker's quotes are the list below
        return
    box = st.expander(f"All {count(number, 'speaker')}", key="all_speakers", on_change="rerun")
    if not box.open:
        return
    speakers = ws.speakers(selection)
    with box:
        row = choosing.row(
            speakers.assign(direct=speakers["direct"] * 100)[list(COLUMNS)],
            key="speakers",
            alt="Speakers with the number of their quotes, articles and outlets, and the share told verbatim",
            columns=COLUMNS,
        )
    if row is not None and evidence.fresh("speakers", speakers["speaker_id"].iloc[row]):
        said = quotes[quotes["speaker_id"] == speakers["speaker_id"].iloc[row]]
        said = evidence.from_quotes(evidence.whole(ws, selection, said))
        evidence.show(f"What {speakers['speaker'].iloc[row]} said", said, unit="quote")


OUTLET_COLUMNS: dict[str, Any] = {
    "outlet": st.column_config.TextColumn("Outlet", width="medium"),
    "quotes": st.column_config.NumberColumn("Quotes", format="localized"),
    "speakers": st.column_config.NumberColumn("Speakers", format="localized"),
    "articles": st.column_config.NumberColumn("Articles", format="localized"),
    "direct": COLUMNS["direct"],
    "named": st.column_config.NumberColumn(
        "By name", format="%.0f %%", help="Share of the quotes whose speaker is named"
    ),
}


def by_outlet(ws: Workspace, selection: Selection, quotes: pd.DataFrame) -> None:
    """How each outlet quotes, behind a fold: how many, how many verbatim, how many by name."""
    table = counts.outlets(quotes)
    if len(table) < 2:
        return
    named = int((table["outlet"] != UNKNOWN).sum())
    with st.expander(f"How {count(named, 'outlet')} {'quotes' if named == 1 else 'quote'}"):
        row = choosing.row(
            table.assign(direct=table["direct"] * 100, named=table["named"] * 100)[list(OUTLET_COLUMNS)],
            key="quoting_outlets",
            alt="Outlets with their quotes, speakers and articles, and the shares verbatim and by name",
            columns=OUTLET_COLUMNS,
        )
    if row is not None and evidence.fresh("quoting_outlets", table["outlet"].iloc[row]):
        name = table["outlet"].iloc[row]
        rows = quotes[quotes["outlet"].fillna(UNKNOWN) == name]
        rows = evidence.from_quotes(evidence.whole(ws, selection, rows))
        evidence.show(f"Quotes in {name}", rows, unit="quote")


MARKED_KINDS = {
    "scare": "in scare quotes",
    "title": "title of a work",
    "slogan": "slogan",
    "term": "term",
    "nickname": "nickname",
}


def marked_words(ws: Workspace, selection: Selection) -> None:
    """Words that stand in quotation marks and are nobody's speech: how many of each kind; each opens them."""
    marked = ws.marked_text(selection)
    if marked.empty:
        return
    st.subheader("In quotation marks, but nobody's speech", anchor=False)
    with st.container(horizontal=True):
        for kind, label in MARKED_KINDS.items():
            rows = marked[marked["kind"] == kind]
            named = f"{len(rows):,} {label}" if kind == "scare" else count(len(rows), label)
            if len(rows) and st.button(named, key=f"marked_{kind}"):
                title = f"Words {label}" if kind == "scare" else count(2, label).partition(" ")[2]
                evidence.show(title.capitalize(), _in_context(rows))


def _in_context(rows: pd.DataFrame) -> pd.DataFrame:
    """Evidence rows of marked words, each in what stands around it."""
    spans = zip(rows["start"], rows["end"], rows["kind"], strict=True)
    return rows.drop(columns="kind").assign(
        context_start=(rows["start"] - AROUND).clip(lower=0),
        context_end=rows["end"] + AROUND,
        highlights=pd.Series(
            [[(start, end, "marked", kind)] for start, end, kind in spans], rows.index, dtype=object
        ),
    )
