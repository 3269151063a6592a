"""Passages that figures leave out, by outlet and kind; each number opens them."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from onrecord.records import KEPT, Selection
from onrecord.ui import choosing, evidence
from onrecord.ui.kinds import KINDS, MANY
from onrecord.ui.text import count
from onrecord.workspace import Workspace

UNKNOWN = "Outlet unknown"
ALL = "All"


def passages(ws: Workspace, selection: Selection, articles: pd.DataFrame) -> pd.DataFrame:
    """The set-aside passages of articles: article_id, start, end, kind, reason, outlet."""
    found = ws.passages(selection)
    aside = found[~found["kind"].isin(list(KEPT))]
    outlets = articles.set_index("article_id")["outlet"]
    return aside.assign(outlet=aside["article_id"].map(outlets).fillna(UNKNOWN))


def by_outlet(aside: pd.DataFrame) -> pd.DataFrame:
    """Outlet, then a column for each kind that occurs, most frequent first, and all of them."""
    counts = pd.crosstab(aside["outlet"], aside["kind"])
    counts = counts[[kind for kind in MANY if kind in counts]].rename(columns=MANY)
    counts.insert(0, ALL, counts.sum(axis=1))
    counts = counts.sort_values(ALL, ascending=False)
    total = pd.DataFrame([counts.sum()], index=["All outlets"])
    table = counts if len(counts) == 1 else pd.concat([total, counts])
    return table.rename_axis("Outlet").reset_index()


def table(ws: Workspace, aside: pd.DataFrame) -> None:
    """How many passages figures leave out; a cell opens them, a reason too."""
    if aside.empty:
        st.write("Nothing: every passage of these articles is text, heading or summary.")
        return
    st.write(
        f"{count(len(aside), 'passage')} are left out of figures, unless “Include set-aside passages” is on. "
        "Select a number to read them."
    )
    counts = by_outlet(aside)
    chosen = st.dataframe(
        counts,
        hide_index=True,
        on_select="rerun",
        selection_mode="single-cell",
        key="aside",
        alt="Set-aside passages by outlet and kind; select a number to read them",
        column_config={
            "Outlet": st.column_config.TextColumn(width="medium"),
            **{name: st.column_config.NumberColumn(format="localized") for name in counts.columns[1:]},
        },
    )
    cell = next(iter(chosen["selection"]["cells"]), None)
    if evidence.fresh("aside", cell) and cell:
        _open(aside, counts, *cell)
    _reasons(aside)


def _open(aside: pd.DataFrame, counts: pd.DataFrame, row: int, column: str) -> None:
    outlet = str(counts["Outlet"].iloc[row])
    rows = aside if outlet == "All outlets" and len(counts) > 1 else aside[aside["outlet"] == outlet]
    kinds = [kind for kind, name in MANY.items() if name == column]
    if kinds:
        rows = rows[rows["kind"] == kinds[0]]
    if len(rows):
        show(rows, f"{MANY[kinds[0]] if kinds else 'Set aside'}: {outlet}")


def show(rows: pd.DataFrame, title: str) -> None:
    """Open the panel on set-aside passages, each with its reason."""
    panel = rows.rename(columns={"start": "context_start", "end": "context_end", "kind": "passage_kind"})
    panel["facts"] = [
        f"{KINDS[kind]}: {reason}" for kind, reason in zip(rows["kind"], rows["reason"], strict=True)
    ]
    panel["highlights"] = pd.Series([()] * len(panel), index=panel.index, dtype=object)
    evidence.show(title, panel.drop(columns=["reason", "outlet"]), unit="passage")


def _reasons(aside: pd.DataFrame) -> None:
    """Why: the rules and decisions behind them, most frequent first."""
    with st.expander("By reason"):
        counts = aside.groupby(["reason", "kind"]).size().sort_values(ascending=False).reset_index(name="n")
        frame = pd.DataFrame(
            {"Because it": counts["reason"], "Kind": counts["kind"].map(KINDS), "Passages": counts["n"]}
        )
        row = choosing.row(
            frame,
            key="reasons",
            alt="Set-aside passages by the reason for it; select a row to read them",
            columns={"Because it": st.column_config.TextColumn(width="large")},
        )
        if evidence.fresh("reasons", row) and row is not None:
            picked = counts.iloc[row]
            rows = aside[(aside["reason"] == picked["reason"]) & (aside["kind"] == picked["kind"])]
            show(rows, f"{KINDS[picked['kind']]}: {picked['reason']}")
