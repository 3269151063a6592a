"""The overview's words: the corpus in a sentence, its figures, the statement that travelled furthest."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from onrecord.charts.figure import listed
from onrecord.records import Selection
from onrecord.ui import evidence, reader
from onrecord.ui.text import count, day, plain, shown
from onrecord.workspace import Workspace

_WAYS = (
    ("articles", "article", "articles.py"),
    ("quotes", "quote", "quotes.py"),
    ("speakers", "speaker", "quotes.py"),
    ("entities", "entity", "entities.py"),
    ("statements", "statement", "statements.py"),
)


def answer(summary: dict[str, Any], speakers: pd.DataFrame, statements: pd.DataFrame) -> None:
    """What is here and what is being said, in two sentences; then each figure as a link to its page."""
    outlets = f" from {count(summary['outlets'], 'outlet')}" if summary["outlets"] else ""
    sentences = [
        f"{count(summary['articles'], 'article')}{outlets}{_span(summary)} "
        f"quote {count(summary['speakers'], 'speaker')} {summary['quotes']:,} times."
    ]
    if len(speakers):
        most = speakers["quotes"].max()
        first = speakers.loc[speakers["quotes"] == most, "speaker"]
        verb = "is" if len(first) == 1 else "are"
        sentences.append(f"{listed(map(shown, first))} {verb} heard most: {count(most, 'quote')}.")
    travelled = int((statements["outlets"] > 1).sum())
    if travelled:
        verb = "is" if travelled == 1 else "are"
        sentences.append(f"{count(travelled, 'statement')} {verb} told by more than one outlet.")
    st.header(plain(" ".join(sentences)), anchor=False)
    with st.container(horizontal=True):
        for key, noun, page in _WAYS:
            if summary[key]:
                st.page_link(page, label=count(summary[key], noun))
    if summary["undated"]:
        verb = "has" if summary["undated"] == 1 else "have"
        st.caption(f"{count(summary['undated'], 'article')} {verb} no date, and no place in the timeline.")


def _span(summary: dict[str, Any]) -> str:
    first, last = summary["first"], summary["last"]
    if first is None:
        return ""
    return f", {day(first)}," if first == last else f", {day(first)} to {day(last)},"


def travelled(ws: Workspace, statement: Any, selection: Selection) -> None:
    """One statement as its fullest telling has it, and how far it came."""
    told = ws.statement_quotes([statement["statement_id"]], selection)
    fullest = told[told["quote_id"] == statement["quote_id"]]
    head = f"The statement that travelled furthest: {count(statement['outlets'], 'outlet')}, "
    st.subheader(head + count(statement["articles"], "article"), anchor=False)
    # A filter may leave out the fullest telling itself.
    rows = evidence.from_quotes((fullest if len(fullest) else told).head(1))
    texts = ws.texts(sorted(set(rows["article_id"])))
    event = reader.listing(evidence.contexts(rows), texts, key="travelled")
    ways = [(statement["verbatim"] - 1, "word for word"), (statement["truncated"], "shortened"),
            (statement["reworded"], "in another wording")]  # fmt: skip
    retold = ", ".join(f"{number:,} {how}" for number, how in ways if number > 0)
    with st.container(horizontal=True, vertical_alignment="center"):
        if retold:
            st.caption(f"Told again: {retold}.", width="content")
        st.page_link(
            "statements.py", label="See every version", query_params={"statement": statement["statement_id"]}
        )
    evidence.follow(ws, event)
