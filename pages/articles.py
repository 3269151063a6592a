"""What was read, what was set aside as junk, what is missing? Add more here; read one."""

import streamlit as st

from onrecord.ui import adding, library, page, session

article_id = st.query_params.get("article")
ws, selection = page.begin(
    "Articles", "One article, as it was read." if article_id else "What was read, set aside, missing?"
)
adding.outcomes()
if article_id:
    library.read_one(ws, article_id, at=st.query_params.get("at"))
    st.stop()

with st.expander("Add articles, or take a quick look at some", expanded=not session.counts(ws)["articles"]):
    adding.drop_zone()

articles = page.need(ws.articles(selection), "articles")
library.answer(articles)
adding.sample_notice(ws)
library.table(articles)
library.set_aside(ws, selection)
