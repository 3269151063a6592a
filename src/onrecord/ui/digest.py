"""The overview's words: the corpus in a sentence, its figures, the statement that travelled furthest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd
import streamlit as st

from onrecord.charts.figure import listed
from onrecord.records import Selection
from onrecord.ui import evidence, reader
from onrecord.ui.text import count, day, from_outlets, plain, shown
from onrecord.ui.versions import told_by
from onrecord.workspace import Workspace

_WAYS: tuple[tuple[str, str, str, dict[str, str]], ...] = (
    ("articles", "article", "articles.py", {}),
    ("outlets", "outlet", "articles.py", {}),
    ("quotes", "quote", "quotes.py", {}),
    ("speakers", "speaker", "quotes.py", {}),
    ("entities", "entity", "entities.py", {}),
    ("statements", "statement", "statements.py", {"told": "1"}),
)
"""What is counted, its noun, and the page that shows it, with what that page must be told."""
_HOW = {"verbatim": "word for word", "truncated": "shortened", "reworded": "in another wording"}


def answer(summary: dict[str, Any], speakers: pd.DataFrame, statements: pd.DataFrame) -> None:
    """What is here and what is being said, in a few sentences; then each figure as a link to its page.

    ``speakers``: ``counts.speakers_by_outlet``. ``statements``: those of ``Workspace.statements``.
    """
    st.header(plain(" ".join(sentences(summary, speakers, statements))), anchor=False)
    with st.container(horizontal=True):
        for key, noun, page, params in _WAYS:
            if summary[key]:
                st.page_link(page, label=count(summary[key], noun), query_params=params)


def sentences(summary: dict[str, Any], speakers: pd.DataFrame, statements: pd.DataFrame) -> Iterator[str]:
    """What ``answer`` says, sentence by sentence: the corpus, who is heard most, what travels."""
    outlets = from_outlets(summary["outlets"], summary["no_outlet"])
    yield (
        f"{count(summary['articles'], 'article')}{outlets}{_span(summary)} "
        f"{'quotes' if summary['articles'] == 1 else 'quote'} "
        f"{count(summary['speakers'], 'speaker')} {count(summary['quotes'], 'time')}."
    )
    if len(speakers):
        most = int(speakers["total"].max())
        first = speakers.loc[speakers["total"] == most, "speaker"].drop_duplicates()
        if len(first) <= 3:
            each = ("is heard most", "") if len(first) == 1 else ("are heard most", " each")
            yield f"{listed(map(shown, first))} {each[0]}: {count(most, 'quote')}{each[1]}."
    by, place = told_by(summary)
    retold = statements[statements[by] > 1]
    if len(retold):
        verb = "is" if len(retold) == 1 else "are"
        changed = int((retold["truncated"] + retold["reworded"] > 0).sum())
        of_them = "all of them" if 1 < changed == len(retold) else f"{changed:,} of them"
        way = f", {of_them} changed on the way" if changed and len(retold) > 1 else ""
        yield f"{count(len(retold), 'statement')} {verb} told by more than one {place}{way}."


def _span(summary: dict[str, Any]) -> str:
    first, last = summary["first"], summary["last"]
    if first is None:
        return ""
    return f", {day(first)}," if first == last else f", {day(first)} to {day(last)},"


def undated(ws: Workspace, number: int, selection: Selection) -> None:
    """How many articles no timeline can show; opens their beginnings."""
    if number and st.button(
        f"{count(number, 'article')} without a date {'is' if number == 1 else 'are'} in no timeline",
        key="undated", type="tertiary",
    ):  # fmt: skip
        articles = ws.articles(selection)
        rows = articles[articles["published"].isna()].assign(context_start=0, context_end=200)
        rows["highlights"] = pd.Series([()] * len(rows), index=rows.index, dtype=object)
        evidence.show("Articles without a date", rows, unit="article")


def travelled(ws: Workspace, statement: Any, selection: Selection, by: str) -> None:
    """One statement as its fullest telling has it, and how far it came. ``by``: outlets or articles."""
    told = ws.statement_quotes([statement["statement_id"]], selection)
    fullest = told[told["quote_id"] == statement["quote_id"]]
    far = count(statement["articles"], "article")
    head = (
        f"The statement that travelled furthest: {count(statement['outlets'], 'outlet')}, {far}"
        if by == "outlets"
        else f"The statement told most often: {far}"
    )
    st.subheader(head, anchor=False)
    # A filter may leave out the fullest telling itself: then the longest of the others.
    longest = told.sort_values("text", key=lambda text: text.str.len(), ascending=False, kind="stable")
    rows = evidence.from_quotes((fullest if len(fullest) else longest).head(1))
    texts = ws.texts(sorted(set(rows["article_id"])))
    event = reader.listing(evidence.contexts(rows), texts, key="travelled")
    retold = ", ".join(f"{statement[name]:,} {how}" for name, how in _HOW.items() if statement[name])
    with st.container(horizontal=True, vertical_alignment="center"):
        if retold:
            st.caption(f"Told again: {retold}.", width="content")
        st.page_link(
            "statements.py",
            label="See every version",
            query_params={"statement": statement["statement_id"], "told": "1"},
        )
    evidence.follow(ws, event)
