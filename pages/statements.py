"""Which statements travel between outlets, and how do they change on the way?"""

import streamlit as st

from onrecord.ui import opened, page, versions
from onrecord.ui.text import count

ws, selection = page.begin(
    "Statements", "Which statements travel between outlets, and how do they change on the way?"
)
statements = page.need(ws.statements(selection), "statements")

least = st.segmented_control(
    "Told by at least", [1, 2, 3, 4], default=2, required=True, key="outlets", bind="query-params",
    format_func=lambda number: count(number, "outlet"),
)  # fmt: skip
listed = statements[statements["outlets"] >= least]
if listed.empty:
    st.subheader(f"No statement is told by {count(least, 'outlet')} here", anchor=False)
    st.write("Ask for fewer outlets, or take in more articles.")
    st.stop()

changed = int((listed["truncated"] + listed["reworded"] > 0).sum())
st.subheader(
    f"{count(len(listed), 'statement')} told by {count(least, 'outlet')} or more; "
    f"{'all' if changed == len(listed) else f'{changed:,}'} changed on the way",
    anchor=False,
)
statement_id = opened.table(
    listed,
    listed["statement_id"].tolist(),
    param="statement",
    columns={
        "speaker": st.column_config.TextColumn("Speaker", width=130),
        "text": st.column_config.TextColumn("Statement, as its fullest telling has it", width=400),
        "outlets": st.column_config.NumberColumn("Outlets", width=70),
        "articles": st.column_config.NumberColumn("Articles", width=70),
        "verbatim": st.column_config.NumberColumn("Verbatim", width=80),
        "truncated": st.column_config.NumberColumn("Shortened", width=85),
        "reworded": st.column_config.NumberColumn("Reworded", width=85),
    },
    alt="Statements with the number of outlets that tell them, and how they tell them",
)
statement = listed[listed["statement_id"] == statement_id].iloc[0]
versions.show(statement, ws.statement_quotes([statement_id], selection))
