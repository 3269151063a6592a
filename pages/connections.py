"""Who appears with whom, beyond chance?"""

import streamlit as st

from onrecord.analysis import cooccurrence, evidence, network
from onrecord.analysis.units import Unit
from onrecord.charts import matrix
from onrecord.charts import network as graph
from onrecord.ui import choices, figures, page
from onrecord.ui import evidence as panel
from onrecord.ui.text import plain

UNITS: dict[Unit, str] = {"sentence": "Sentence", "paragraph": "Paragraph", "article": "Article"}
MEASURES: dict[cooccurrence.Measure, str] = {
    "together": "How often", "npmi": "Beyond chance", "g2": "How surely",
}  # fmt: skip
VIEWS = {"matrix": "Matrix", "network": "Network"}
NEEDED = ["article_id", "start", "sentence_start", "entity_id", "entity", "kind"]

ws, selection = page.begin("Connections", "Who appears with whom, beyond chance?")
mentions = page.need(ws.mentions(selection, NEEDED), "mentions")

with st.container(horizontal=True, vertical_alignment="bottom"):
    unit = choices.one_of("Together in one", UNITS, param="unit", default="sentence")
    measure = choices.one_of("Ranked by", MEASURES, param="measure", default="together", hint=matrix.HELP)
    view = choices.one_of("Drawn as", VIEWS, param="view", default="matrix")
    top = st.number_input("Entities", 5, 60, 20, 5, key="top", bind="query-params", width=130)
    least = st.number_input("Together at least", 1, 1000, 2, key="least", bind="query-params", width=130)

passages = ws.passages(selection) if unit == "paragraph" else None
pairs = cooccurrence.pairs(mentions, unit=unit, top_n=top, min_together=least, passages=passages)
if pairs.empty:
    st.subheader(f"No two of the top {top} entities meet in {least} or more {unit}s", anchor=False)
    st.write("Count by a larger unit, ask for fewer meetings, or take in more entities.")
    st.stop()

if view == "matrix":
    figure = matrix.figure(pairs, measure=measure, unit=unit, theme=figures.theme())
    picked = figures.draw(figure, key="matrix")
    st.caption(matrix.reading(measure, unit))
else:
    net = network.build(pairs, measure=measure)
    drawing = graph.figure(net, measure=measure, unit=unit, theme=figures.theme())
    picked = figures.draw_network(drawing, net, key="network")
    st.caption("Click a name or a line for its sentences. Dashed lines join two groups.")
    for group in graph.groups(net.nodes)["Members"]:
        st.caption(plain(f"Group: {group}"))

if picked:
    names = cooccurrence.names_of(pairs)["name"]
    a, b = picked["a"], picked["b"]
    mentions, articles = ws.mentions(selection), ws.articles(selection)
    if a == b:
        panel.show(f"Sentences that name {names[a]}", evidence.of_entity(mentions, a, articles))
    else:
        rows = evidence.of_pair(mentions, (a, b), articles, unit=unit, passages=passages)
        panel.show(f"{names[a]} and {names[b]} in one {unit}", rows)
