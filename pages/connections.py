"""Who appears with whom, beyond chance?"""

import streamlit as st

from onrecord.analysis import cooccurrence, evidence, network
from onrecord.analysis.units import UNITS
from onrecord.charts import matrix
from onrecord.charts import network as graph
from onrecord.ui import evidence as panel
from onrecord.ui import figures, page
from onrecord.ui.text import plain

MEASURES: dict[cooccurrence.Measure, str] = {
    "together": "How often",
    "npmi": "Beyond chance",
    "g2": "How surely",
}

ws, selection = page.begin("Connections", "Who appears with whom, beyond chance?")
mentions = page.need(ws.mentions(selection), "mentions")

with st.container(horizontal=True, vertical_alignment="bottom"):
    unit = st.segmented_control(
        "Together in one", UNITS, format_func=str.capitalize, default="sentence", required=True, key="unit",
        bind="query-params",
    )  # fmt: skip
    measure = st.segmented_control(
        "Ranked by", cooccurrence.MEASURES, format_func=MEASURES.__getitem__,
        default="together", required=True, key="measure", bind="query-params", help=matrix.HELP,
    )  # fmt: skip
    top = st.number_input("Entities", 5, 60, 20, 5, key="top", bind="query-params", width=130)
    least = st.number_input("Together at least", 1, 1000, 2, key="least", bind="query-params", width=130)

passages = ws.passages(selection) if unit == "paragraph" else None
pairs = cooccurrence.pairs(mentions, unit=unit, top_n=top, min_together=least, passages=passages)
if pairs.empty:
    st.subheader(f"No two of the top {top} entities meet in {least} or more {unit}s", anchor=False)
    st.write("Count by a larger unit, ask for fewer meetings, or take in more entities.")
    st.stop()

view = st.tabs(["Matrix", "Network"], key="view", on_change="rerun", bind="query-params")
picked = None
if view[0].open:
    with view[0]:
        figure = matrix.figure(pairs, measure=measure, unit=unit, theme=figures.theme())
        picked = figures.draw(figure, key="matrix")
        st.caption(matrix.reading(measure, unit))
if view[1].open:
    with view[1]:
        net = network.build(pairs, measure=measure)
        drawing = graph.figure(net, measure=measure, unit=unit, theme=figures.theme())
        picked = figures.draw_network(drawing, net, key="network")
        st.caption("Click a name or a line for its sentences. Dashed lines join two groups.")
        for group in graph.groups(net.nodes)["Members"]:
            st.caption(plain(f"Group: {group}"))

if picked:
    names = cooccurrence.names_of(pairs)["name"]
    a, b = picked["a"], picked["b"]
    if a == b:
        panel.show(f"Sentences that name {names[a]}", evidence.of_entity(mentions, a, ws.articles(selection)))
    else:
        rows = evidence.of_pair(mentions, (a, b), ws.articles(selection), unit=unit, passages=passages)
        panel.show(f"{names[a]} and {names[b]} in one {unit}", rows)
