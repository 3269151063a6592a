"""Which statements travel between outlets, and how do they change on the way?"""

import streamlit as st

from onrecord.ui import choices, opened, page, versions
from onrecord.ui.text import count, quoted

ws, selection = page.begin(
    "Statements", "Which statements travel between outlets, and how do they change on the way?"
)
statements = page.need(ws.statements(selection), "statements")

by, place = versions.told_by(ws.summary(selection))
with st.container(horizontal=True):
    told = choices.one_of(
        "Told by at least", {str(n): count(n, place) for n in (1, 2, 3, 4)}, param="told", default="2"
    )
    sort = choices.one_of("Sort by", versions.SORTS, param="sort", default="outlets")
listed = statements[statements[by] >= int(told)]
if listed.empty:
    st.subheader(f"No statement is told by {count(int(told), place)} here", anchor=False)
    st.write(f"Ask for fewer {place}s, or take in more articles.")
    st.stop()

changed = 100 * versions.changes(ws, listed, selection)
listed = listed.assign(
    change=changed, text=listed["text"].map(quoted), first_outlet=listed["first_outlet"].fillna("")
)
listed = versions.ordered(listed, sort)
asked = st.query_params.get("statement")
if asked and asked not in set(listed["statement_id"]):
    now = versions.renamed(ws, asked, listed, selection)
    if now:
        st.query_params["statement"] = now
    else:
        st.caption(
            "The statement of this link is not in this list: the filters leave it out, or it is no longer "
            "told twice. The first of the list is open instead."
        )
st.subheader(versions.answer(listed, int(told), place), anchor=False)
known = place == "outlet"
far = {"outlets": st.column_config.NumberColumn("Outlets", width=60)} if known else {}
dated = known and bool(listed["first_outlet"].any())
several = "Empty where several outlets told it on the first day, or no day is known"
first = {"first_outlet": st.column_config.TextColumn("First told by", width=105, help=several)}
room = 290 if dated else 395
statement_id = opened.table(
    listed,
    listed["statement_id"].tolist(),
    param="statement",
    columns={
        "speaker": st.column_config.TextColumn("Speaker", width=115),
        "text": st.column_config.TextColumn("Statement, as its fullest telling has it", width=room),
        **far,
        "articles": st.column_config.NumberColumn("Articles", width=60),
        "change": st.column_config.NumberColumn(
            "Change", width=60, format="%.0f%%",
            help="How far the telling that changed most is from the fullest: share of words cut or put in",
        ),
        "alerts": st.column_config.NumberColumn(
            "Alerts", width=55,
            help="Tellings that lose a negation, a condition, a hedge or a number, or join two remarks",
        ),
        **(first if dated else {}),
        "verbatim": st.column_config.NumberColumn("Verbatim", width=65, help="Retellings word for word"),
        "truncated": st.column_config.NumberColumn("Shortened", width=75),
        "reworded": st.column_config.NumberColumn("Reworded", width=75),
    },
    alt="Statements with the number of outlets that tell them, and how they tell them",
)  # fmt: skip
statement = listed[listed["statement_id"] == statement_id].iloc[0]
versions.show(ws, statement, ws.statement_quotes([statement_id], selection))
