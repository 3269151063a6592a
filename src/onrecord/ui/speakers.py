"""All speakers as a table, each with everything they said."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from onrecord.records import Selection
from onrecord.ui import evidence
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
    if not number:
        return
    box = st.expander(f"All {count(number, 'speaker')}", key="all_speakers", on_change="rerun")
    if not box.open:
        return
    speakers = ws.speakers(selection)
    with box:
        chosen = st.dataframe(
            speakers.assign(direct=speakers["direct"] * 100)[list(COLUMNS)],
            hide_index=True,
            on_select="rerun",
            selection_mode="single-row",
            key="speakers",
            alt="Speakers with the number of their quotes, articles and outlets, and the share told verbatim",
            column_config=COLUMNS,
        )
    row = next((row for row in chosen["selection"]["rows"] if row < len(speakers)), None)
    if row is not None and evidence.fresh("speakers", speakers["speaker_id"].iloc[row]):
        said = quotes[quotes["speaker_id"] == speakers["speaker_id"].iloc[row]]
        evidence.show(f"What {speakers['speaker'].iloc[row]} said", evidence.from_quotes(said), unit="quote")
