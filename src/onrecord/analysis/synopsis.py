"""Statements (rows) by article (columns): which article tells each in full, cut, reworded, or not at all."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any, Literal

import pandas as pd

type How = Literal["full", "cut", "reworded", "absent"]
type Row = dict[Hashable, Any]

COLUMNS = ["statement_id", "article_id", "how", "quote_ids", "cut_at", "alerts"]

TOLD = ["statement_id", "article_id", "quote_id", "relation", "cut_at", "alerts"]

_HOW: dict[str, How] = {"verbatim": "full", "truncated": "cut", "reworded": "reworded"}
_ORDER = ["full", "cut", "reworded", "absent"]


def synopsis(told: pd.DataFrame, article_ids: Sequence[str]) -> pd.DataFrame:
    """A row for each statement and article: ``COLUMNS``.

    ``told``: statement_id, quote_id, article_id, relation, cut_at, alerts (columns of
    ``Workspace.statement_quotes``). Statements that no chosen article tells, or only one article at all, are
    left out; those that most of the chosen tell come first, of these what lost something, then what most
    articles tell. ``how``: an article's best telling against the fullest one. ``quote_ids``: its tellings,
    the best first. ``cut_at``: where the best leaves words out. ``alerts``: those of all its tellings, a list
    of {kind, words}.
    """
    wanted = list(dict.fromkeys(article_ids))
    travelled = told.groupby("statement_id")["article_id"].transform("nunique") > 1
    known = told[travelled]
    here = known[known["article_id"].isin(wanted)]
    tellings: dict[tuple[str, str], list[Row]] = {}
    for row in here[TOLD].to_dict("records"):
        tellings.setdefault((row["statement_id"], row["article_id"]), []).append(row)
    cells = {key: _cell(rows) for key, rows in tellings.items()}
    reach = known.groupby("statement_id")["article_id"].nunique()
    absent: tuple[object, ...] = ("absent", [], [], [])

    def rank(statement_id: str) -> tuple[int, int, int, str]:
        told = [cells[statement_id, key] for key in wanted if (statement_id, key) in cells]
        return -len(told), -sum(bool(cell[3]) for cell in told), -int(reach[statement_id]), statement_id

    rows = [
        (statement_id, article_id, *cells.get((statement_id, article_id), absent))
        for statement_id in sorted(here["statement_id"].unique(), key=rank)
        for article_id in wanted
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def _cell(tellings: list[Row]) -> tuple[object, ...]:
    """How an article tells a statement: how, quote_ids, cut_at, alerts."""
    ranked = sorted(tellings, key=lambda row: _ORDER.index(_HOW[row["relation"]]))
    found = [alert for row in ranked if isinstance(row["alerts"], list) for alert in row["alerts"]]
    alerts = [alert for at, alert in enumerate(found) if alert not in found[:at]]
    best = ranked[0]
    cut_at = best["cut_at"] if isinstance(best["cut_at"], list) else []
    return _HOW[best["relation"]], [row["quote_id"] for row in ranked], cut_at, alerts
