"""Who and what is it about? One entity's whole file."""

import streamlit as st

from onrecord.charts.colours import KIND_NAMES
from onrecord.ui import choices, likeness, opened, page, portrait

ws, selection = page.begin("Entities", "Who and what is it about? One entity's whole file.")
entities = page.need(ws.entities(selection), "entities")

present = [kind for kind in KIND_NAMES if (entities["kind"] == kind).any()]
kinds = choices.any_of("Kind", {kind.lower(): KIND_NAMES[kind] for kind in present}, param="kind")
wanted = st.text_input(
    "Find a name", key="find", bind="query-params", placeholder="any part of it", width=260
)
listed = portrait.listed(entities, [kind.upper() for kind in kinds], wanted, st.query_params.get("open"))
if listed.empty:
    st.subheader("No entity has this name and kind", anchor=False)
    st.write("Take away a kind, or search for a shorter part of the name.")
    st.stop()

entity_id = opened.table(
    listed,
    listed["entity_id"].tolist(),
    param="open",
    columns={
        "name": st.column_config.TextColumn("Name", width=200),
        "kind": st.column_config.TextColumn("Kind", width=130),
        "articles": st.column_config.NumberColumn("Articles", format="localized", width=80),
        "mentions": st.column_config.NumberColumn("Mentions", format="localized", width=80),
        "outlets": st.column_config.NumberColumn("Outlets", width=80),
        "first": st.column_config.DateColumn("First named", format="YYYY-MM-DD", width=100),
        "last": st.column_config.DateColumn("Last named", format="YYYY-MM-DD", width=100),
    },
    alt="Entities with their kind, and in how many articles and outlets they are named",
)
portrait.show(ws, listed[listed["entity_id"] == entity_id].iloc[0], selection)
likeness.everywhere(ws)
