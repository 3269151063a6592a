"""Statements (rows) by article (columns): in full, cut, reworded, or absent; cells open their evidence."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from onrecord.analysis.synopsis import synopsis
from onrecord.records import Selection
from onrecord.ui import alerts, evidence, paging, reader
from onrecord.ui.reader import GridRow, Item
from onrecord.ui.text import count, quoted, shorten, shown
from onrecord.workspace import Workspace


@st.fragment
def show(ws: Workspace, article_ids: Sequence[str], called: Sequence[str]) -> None:
    """Draw the table of statements that these articles tell and any other article, too."""
    statements, told, found = _found(ws, str(ws.path), ws.version(), tuple(article_ids))
    if found.empty:
        st.write("None of these articles tells a statement that another article tells, too.")
        return
    ids = pd.DataFrame({"statement_id": found["statement_id"].drop_duplicates()})
    here = found[found["how"] != "absent"].groupby("statement_id").size()
    st.write(travelled(len(ids), int((here == len(article_ids)).sum()), len(article_ids)))
    part = paging.turn(ids, key="synopsis")
    grid = rows(found[found["statement_id"].isin(part["statement_id"])], statements.set_index("statement_id"))
    event = reader.grid("Statements by article", ["Statement", *called], grid, key="synopsis_grid")
    if event and event.do == "show":
        _open(event.id, found, told)


@st.cache_resource(show_spinner=False, max_entries=64)
def _found(
    _ws: Workspace, path: str, version: int, article_ids: tuple[str, ...]
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """The articles' statements, all their tellings, and how each article tells them: filters don't matter."""
    statements = _ws.statements(Selection(articles=article_ids))
    told = _ws.statement_quotes(statements["statement_id"].tolist())
    return statements, told, synopsis(told, article_ids)


def travelled(statements: int, by_all: int, articles: int) -> str:
    """How many statements the table lists, and how many of them all of the articles tell."""
    said = f"{count(statements, 'statement')} that these articles tell, and others too: "
    every = "both" if articles == 2 else f"all {articles}"
    return said + (f"{by_all:,} of them told by {every}." if by_all else f"none of them told by {every}.")


def rows(found: pd.DataFrame, statements: pd.DataFrame) -> list[GridRow]:
    """The table's rows; ``statements``: text and speaker by statement_id."""
    grid = []
    for statement_id, cells in found.groupby("statement_id", sort=False):
        about = statements.loc[statement_id]
        head = Item(shorten(quoted(about["text"]), 130), f"{statement_id}/", shown(about["speaker"]))
        grid.append(GridRow(head, tuple((_cell(row),) for _, row in cells.iterrows())))
    return grid


def _cell(row: pd.Series) -> Item:
    how = str(row["how"])
    if how == "absent":
        return Item("absent", tone="absent")
    text = f"cut at the {' and '.join(row['cut_at'])}" if how == "cut" and row["cut_at"] else how
    lost = "; ".join(alerts.lines(row["alerts"]))
    often = len(row["quote_ids"])
    note = f"told {often} times" if often > 1 else ""
    return Item(text, f"{row['statement_id']}/{row['article_id']}", note, how, alert=lost)


def _open(show: str, found: pd.DataFrame, told: pd.DataFrame) -> None:
    """The tellings of one article, or of all where the row's head was clicked."""
    statement_id, _, article_id = show.partition("/")
    tellings = told[told["statement_id"] == statement_id]
    if article_id:
        tellings = tellings[tellings["article_id"] == article_id]
    if len(tellings):
        evidence.show("Tellings of one statement", evidence.from_quotes(tellings), unit="quote")
