"""How do two articles tell the same event?"""

import streamlit as st

from onrecord.ui import comparing, differences, links, page, picking, reader, synoptic
from onrecord.ui.text import plain

ws, selection = page.begin("Compare", "How do two articles tell the same event?")
articles = page.need(ws.articles(selection), "articles")
if len(articles) < 2:
    st.write(
        "It takes two articles to compare, and the filters leave one. Relax a filter, or add more articles."
    )
    st.stop()

chosen = picking.choose(ws, articles, selection)
views = [comparing.read(ws, article_id) for article_id in chosen]
called = comparing.names(views)
both, pair = views[:2], called[:2]
found = comparing.compared(ws, *both)

st.subheader(plain(comparing.answer(found, pair)), anchor=False)
event = reader.columns(
    both,
    pair,
    comparing.links(found, pair),
    key="compare_reader",
    statement=st.query_params.get("statement", ""),
)

differences.show(found, both, pair)

st.subheader("Statement by statement", anchor=False)
synoptic.show(ws, chosen, called)

if event and event.do == "open":
    links.open_article(event.article, event.at)
