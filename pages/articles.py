"""What was read, what was set aside as junk, what is missing? Add more here; read one."""

import streamlit as st

from onrecord.ui import adding, decisions, facts, library, page, session, setaside, unread
from onrecord.workspace.failures import failures

article_id = st.query_params.get("article")
ws, selection = page.begin(
    "Articles",
    "One article, as it was read." if article_id else "What was read, set aside, missing?",
    counts=not article_id,
)
adding.outcomes()
if article_id:
    library.read_one(ws, article_id, at=st.query_params.get("at"))
    st.stop()

with st.expander("Add articles, or take a quick look at some", expanded=not session.counts(ws)["articles"]):
    adding.drop_zone()

articles = ws.articles(selection)
failed, foreign = failures(ws), ws.other_languages()
if not len(failed) and not len(foreign):
    page.need(articles, "articles")
aside, copied = setaside.passages(ws, selection, articles), ws.copies(selection)
numbers = {
    "aside": len(aside),
    "copies": len(copied),
    "facts": int(facts.wanting(articles).sum()),
    "languages": len(foreign),
    "unread": len(failed),
}
library.answer(articles, numbers)
adding.sample_notice(ws)
part = library.choose(numbers)
if part == "articles":
    library.table(articles)
elif part == "files":
    library.files(articles)
elif part == "aside":
    setaside.table(ws, aside)
elif part == "copies":
    library.copied(copied)
elif part == "facts":
    facts.fill_in(ws, articles)
elif part == "languages":
    unread.other_languages(ws, foreign)
elif part == "unread":
    unread.failed(ws, failed)
else:
    decisions.history(ws)
