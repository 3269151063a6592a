"""What analysts decide of passages: the dialog that asks, and the list of all decisions with a way back."""

from __future__ import annotations

import getpass
import json
from typing import Any

import pandas as pd
import streamlit as st

from onrecord.records import KEPT
from onrecord.ui import choosing, links
from onrecord.ui.kinds import KINDS
from onrecord.ui.text import count, plain, shorten, shown
from onrecord.workspace import ArticleView, Workspace, corrections

NAME = "_decider"
SHOWN = 200
"""Decisions that are listed."""


def who() -> str:
    """Who decides: what the visitor called themselves, else the account the app runs under."""
    return str(st.session_state.get(NAME) or _account())


def sign() -> None:
    """Ask by what name decisions are kept."""
    name = st.text_input(
        "Signed", value=who(), key="decided_by", help="The name that is kept with what you decide."
    )
    st.session_state[NAME] = name.strip() or _account()


def _account() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "analyst"


def ask(ws: Workspace, view: ArticleView, at: str) -> None:
    """Open the dialog on one passage of an article (``start-end``)."""
    rows = view.passages
    try:
        start, end = (int(part) for part in at.split("-", 1))
    except ValueError:
        return
    found = rows[(rows["start"] == start) & (rows["end"] == end)]
    if not found.empty:
        st.dialog("What is this passage?")(_passage)(ws, view, found.iloc[0].to_dict())


def _passage(ws: Workspace, view: ArticleView, passage: dict[Any, Any]) -> None:
    article_id, span = str(view.article["article_id"]), (int(passage["start"]), int(passage["end"]))
    words = view.text[slice(*span)]
    outlet = shown(view.article.get("outlet"))
    with st.container(border=True):
        st.text(shorten(words, 600))
    st.caption(plain(f"{KINDS[passage['kind']]}. {_because(passage)}"))
    kind = st.radio(
        "It is",
        list(KINDS),
        index=list(KINDS).index(passage["kind"]),
        format_func=lambda kind: KINDS[kind] + (" (counts)" if kind in KEPT else ""),
        key="passage_kind",
    )
    everywhere = False
    if outlet:
        everywhere = st.radio(
            "Where",
            [False, True],
            format_func=lambda every: (
                f"Wherever {plain(outlet)} has this line, now and later" if every else "Here alone"
            ),
            key="passage_everywhere",
        )
    sign()
    with st.container(horizontal=True):
        if st.button("Save", type="primary", key="passage_save"):
            with st.spinner("Counting anew …"):
                if everywhere:
                    corrections.teach_line(ws, outlet, words, kind, who=who())
                else:
                    corrections.decide_passage(ws, article_id, span, kind, who=who())
            st.rerun()
        last = corrections.in_force(ws, article_id, outlet, words, span)
        if last and st.button("Undo the decision", key="passage_undo"):
            corrections.undo(ws, last, who=who())
            st.rerun()


def _because(passage: dict[Any, Any]) -> str:
    reason = shown(passage.get("reason"))
    return f"{reason[:1].upper()}{reason[1:]}." if reason else "No rule says otherwise."


def history(ws: Workspace) -> None:
    """All decisions, newest first, each with a way back."""
    table = corrections.decisions(ws)
    if table.empty:
        st.write(
            "Nothing was decided yet. Open an article and switch on “Correct passages”, or fill in what is "
            "missing under “Facts”."
        )
        return
    counting = int(table["counts"].sum())
    st.write(f"{count(counting, 'decision')} in force, {len(table) - counting:,} undone or replaced.")
    rows = table.head(SHOWN)
    frame = pd.DataFrame(
        {
            "Decision": [decided(row) for row in rows.to_dict("records")],
            "Article": rows["headline"],
            "By": rows["who"],
            "When": rows["made"],
            "Now": [_state(row) for row in rows.to_dict("records")],
        }
    )
    at = choosing.row(
        frame,
        key="decisions",
        alt="Decisions of analysts, newest first, with who, when, and whether they count",
        columns={
            "Decision": st.column_config.TextColumn(width="large"),
            "Article": st.column_config.TextColumn(width="medium"),
            "When": st.column_config.DatetimeColumn(format="D MMM YYYY, HH:mm"),
        },
    )
    if at is None:
        st.caption("Select a decision to undo it or to read the article.")
        return
    row = rows.iloc[at]
    with st.container(horizontal=True):
        if row["counts"] and not ws.read_only and st.button("Undo", type="primary", key="decision_undo"):
            corrections.undo(ws, str(row["correction_id"]), who=who())
            st.rerun()
        if shown(row["article_id"]) and st.button("Read the article", key="decision_read"):
            links.open_article(str(row["article_id"]))


def decided(row: dict[Any, Any]) -> str:
    """A decision in words."""
    value = json.loads(row["value"])
    if row["action"] == corrections.PASSAGE:
        return f"{KINDS.get(value['kind'], value['kind'])}: {value['words']}"
    if row["action"] == corrections.LINE:
        return f"Always in {value['outlet']}, {KINDS.get(value['kind'], value['kind'])}: {value['words']}"
    name = {"published": "day", "language": "language"}.get(row["action"], row["action"])
    return f"{name.capitalize()}: {value['to'] or 'unknown'}"


def _state(row: dict[Any, Any]) -> str:
    if row["counts"]:
        return "counts"
    return f"undone by {row['undone_who']}" if shown(row["undone_who"]) else "replaced"
