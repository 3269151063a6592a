"""Entities that may be one and were not merged, with what speaks for and against."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from onrecord.resolution import candidates
from onrecord.ui.text import count, plain
from onrecord.workspace import Workspace

MOST = 20
"""Candidates that an entity's file lists."""


def pairs(ws: Workspace) -> pd.DataFrame:
    """a, b, a_name, b_name, evidence_for, evidence_against, score; worked out once for each version."""
    return _pairs(ws, str(ws.path), ws.version())


@st.cache_resource(show_spinner="Looking for names that may be one …", max_entries=4)
def _pairs(_ws: Workspace, path: str, version: int) -> pd.DataFrame:
    entities = _ws.entities()
    found = candidates(entities, _ws.mentions(columns=["entity_id", "article_id"]))
    name = entities.set_index("entity_id")["name"]
    return found.assign(a_name=found["a"].map(name), b_name=found["b"].map(name))


def of_entity(ws: Workspace, entity_id: str, name: str) -> None:
    """The candidates of one entity, each with a way to its file."""
    found = pairs(ws)
    mine = found[(found["a"] == entity_id) | (found["b"] == entity_id)]
    if mine.empty:
        st.caption(plain(f"No other name here looks as if it meant {name}."))
        return
    st.caption(f"{count(len(mine), 'name')} may mean the same and {_is(len(mine))} counted apart.")
    for row in mine.head(MOST).to_dict("records"):
        other = "b" if row["a"] == entity_id else "a"
        with st.container(gap="xxsmall"):
            st.button(
                plain(row[f"{other}_name"]), key=f"same_{row[other]}", type="tertiary",
                on_click=open_entity, args=(row[other],), help="Open its file",
            )  # fmt: skip
            st.markdown(plain("For: " + "; ".join(row["evidence_for"]) + "."))
            if len(row["evidence_against"]):
                st.markdown(plain("Against: " + "; ".join(row["evidence_against"]) + "."))


def everywhere(ws: Workspace) -> None:
    """All candidates of the workspace behind a fold, worked out only when it is open."""
    box = st.expander("Names that may be one and are counted apart", key="same_all", on_change="rerun")
    if not box.open:
        return
    with box:
        found = pairs(ws)
        if found.empty:
            st.caption("None: no two names here look as if they meant the same.")
            return
        table = pd.DataFrame(
            {
                "Name": found["a_name"],
                "May be the same as": found["b_name"],
                "For": found["evidence_for"].map("; ".join),
                "Against": found["evidence_against"].map("; ".join),
            }
        )
        st.caption("In the whole workspace, the likeliest first. Choose a row for the first one's file.")
        st.dataframe(
            table, hide_index=True, selection_mode="single-row", key="same_table",
            on_select=lambda: _open_row(found["a"].tolist()),
            alt="Pairs of names that may mean the same, with what speaks for and against",
        )  # fmt: skip


def _is(number: int) -> str:
    return "is" if number == 1 else "are"


def _open_row(ids: list[str]) -> None:
    rows = st.session_state["same_table"]["selection"]["rows"]
    if rows and rows[0] < len(ids):
        open_entity(ids[rows[0]])


def open_entity(entity_id: str) -> None:
    """As a callback: the next run shows this entity's file, whatever the table was narrowed to."""
    st.session_state["find"] = ""
    st.query_params.pop("kind", None)
    st.query_params["open"] = entity_id
    st.query_params["part"] = "same"
