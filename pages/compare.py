"""How do two articles tell the same event?"""

import streamlit as st

from onrecord.ui import comparing, evidence, page, reader

ws, selection = page.begin("Compare", "How do two articles tell the same event?")
articles = page.need(ws.articles(selection), "articles")
if len(articles) < 2:
    st.write(
        "It takes two articles to compare, and the filters leave one. Relax a filter, or add more articles."
    )
    st.stop()

left, right = comparing.choose(ws, articles)
views = ws.reading(left), ws.reading(right)
ties = comparing.ties(ws, *views)
comparing.summary(*views, ties)
event = reader.columns(*views, comparing.numbers(ties), key="compare_reader")
evidence.follow(ws, event)
