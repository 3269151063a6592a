"""A statement's versions: the list in an order of choice, and one of them with all its tellings."""

from __future__ import annotations

from typing import Any, Literal

import pandas as pd
import streamlit as st

from onrecord.analysis.wording import kept_share, largest_changes
from onrecord.interchange.sentences import Sentences
from onrecord.records import Selection, stable_id
from onrecord.ui import alerts, evidence, links, paging, reader
from onrecord.ui.comparing import RELATIONS
from onrecord.ui.reader import Telling
from onrecord.ui.reader.marks import IN_MARKS
from onrecord.ui.text import count, day, plain, shown
from onrecord.workspace import Workspace

type Sort = Literal["outlets", "speaker", "change", "alerts"]

SORTS: dict[Sort, str] = {
    "outlets": "Outlets", "change": "Change", "alerts": "Alerts", "speaker": "Speaker",
}  # fmt: skip


def told_by(summary: dict[str, Any]) -> tuple[str, str]:
    """What a statement travels between here: column of the statements, and its noun.

    Where fewer than two outlets are known, it is articles.
    """
    return ("outlets", "outlet") if summary["outlets"] > 1 else ("articles", "article")


def changes(ws: Workspace, statements: pd.DataFrame, selection: Selection) -> pd.Series:
    """The largest change of each statement (``analysis.wording``), found once for each version."""
    ids = statements["statement_id"].tolist()
    return statements["statement_id"].map(
        _changes(ws, statements, selection, str(ws.path), ws.version(), (repr(selection), *ids))
    )


@st.cache_resource(show_spinner=False, max_entries=32)
def _changes(
    _ws: Workspace,
    _statements: pd.DataFrame,
    _selection: Selection,
    path: str,
    version: int,
    asked: tuple[str, ...],
) -> pd.Series:
    told = _ws.statement_quotes(_statements["statement_id"].tolist(), _selection)
    return largest_changes(_statements, told)


def renamed(ws: Workspace, statement_id: str, listed: pd.DataFrame, selection: Selection) -> str | None:
    """Which of the statements a link means that names another one: the one that has its fullest telling now.

    A statement's id is that of its fullest telling, so a fuller one that comes later gives it a new id.
    """
    told = ws.statement_quotes(listed["statement_id"].tolist(), selection)
    found = told.loc[told["quote_id"].map(stable_id).eq(statement_id), "statement_id"]
    return str(found.iloc[0]) if len(found) else None


def ordered(statements: pd.DataFrame, sort: Sort) -> pd.DataFrame:
    """The statements in the order of choice; where that ties, as they came (the most outlets first)."""
    if sort == "outlets":
        return statements
    by = {"speaker": "speaker", "change": "change", "alerts": "alerts"}[sort]
    return statements.sort_values(by, ascending=sort == "speaker", kind="stable", na_position="last")


def answer(statements: pd.DataFrame, least: int, place: str) -> str:
    """How many statements travel that far, how many change on the way, and how many lose something."""
    changed = int((statements["truncated"] + statements["reworded"] > 0).sum())
    lost = int((statements["alerts"].fillna(0) > 0).sum())
    told = f"told by {count(least, place)} or more" if least > 1 else "told"
    number = f"{changed:,}" if changed else "none"
    all_of_them = "it" if len(statements) == 1 else "all"
    said = f"{count(len(statements), 'statement')} {told}; " + (
        f"{all_of_them if changed == len(statements) else number} changed on the way"
    )
    return said + (f", {lost:,} with an alert" if lost else "")


def show(ws: Workspace, statement: pd.Series, told: pd.DataFrame) -> None:
    """A statement's tellings, the fullest first, then by day; each opens its place in the article."""
    st.subheader(plain(f"{shown(statement['speaker'], 'Somebody')}, told {times(told)}"), anchor=False)
    st.write(plain(first_told(told)))
    order = told.assign(_place=told["quote_id"] != statement["quote_id"])
    order = order.sort_values(["_place", "published", "outlet", "start"], na_position="last")
    order = order.drop(columns="_place")
    part = paging.turn(order, key=f"tellings_{statement['statement_id']}")
    texts = ws.texts(sorted(set(part["article_id"])))
    event = reader.told(
        str(statement["text"]), tellings(statement, part, order, texts), texts, key="statement_tellings"
    )
    if st.button(f"All {count(len(order), 'telling')} as a list", key="all_tellings"):
        evidence.show("Every telling", evidence.from_quotes(order), unit="quote")
    if event and event.do == "open":
        links.open_article(event.article, event.at)
    elif event and event.do == "compare":
        links.compare(event.id, event.article, str(statement["statement_id"]))


def tellings(
    statement: pd.Series, part: pd.DataFrame, order: pd.DataFrame, texts: dict[str, str]
) -> list[Telling]:
    """The rows of ``part`` as the reader takes them; ``order``: all tellings, the fullest first."""
    first, fullest = order["published"].min(), str(order["article_id"].iloc[0])
    alike = order.loc[order["published"] == first, "article_id"].nunique() > 1
    earliest = "Told on the first day" if alike else "Told first"
    found = []
    for row in part.to_dict("records"):
        is_fullest = row["quote_id"] == statement["quote_id"]
        tags = [
            "The fullest telling" if is_fullest else "",
            earliest if len(order) > 1 and row["published"] == first else "",
        ]
        start, end = int(row["start"]), int(row["end"])
        found.append(
            Telling(
                article_id=row["article_id"],
                outlet=shown(row["outlet"], "Outlet unknown"),
                title=shown(row["headline"], "Untitled"),
                day=day(row["published"]),
                span=(start, end),
                words=str(row["text"]),
                sentence=Sentences(texts.get(row["article_id"], "")).around(start, end),
                tags=tuple(filter(None, tags)),
                facts=_facts(str(statement["text"]), row, is_fullest=is_fullest),
                alerts=alerts.said(row["alerts"]),
                beside=fullest if row["article_id"] != fullest else "",
            )
        )
    return found


def first_told(told: pd.DataFrame) -> str:
    """Who told it first, as far as days tell: ``First told by the Harbour Post on 3 May 2024.``"""
    dated = told[told["published"].notna()]
    if dated.empty:
        return "No telling has a date, so who told it first is unknown."
    first = dated["published"].min()
    names = sorted(
        {shown(name, "an unknown outlet") for name in dated.loc[dated["published"] == first, "outlet"]}
    )
    undated = len(told) - len(dated)
    rest = f" {count(undated, 'telling')} without a date may be earlier." if undated else ""
    if len(names) == 1:
        return f"First told by {names[0]} on {day(first)}.{rest}"
    return f"First told on {day(first)}, by {', '.join(names[:-1])} and {names[-1]} alike.{rest}"


def times(told: pd.DataFrame) -> str:
    """How often and how widely it is told: ``9 times by 4 outlets``."""
    outlets, articles = told["outlet"].nunique(), told["article_id"].nunique()
    if told["outlet"].isna().any() or not outlets:  # there may be more outlets than are known
        return f"{count(len(told), 'time')} in {count(articles, 'article')}"
    return f"{count(len(told), 'time')} by {count(outlets, 'outlet')}"


def _facts(fullest: str, row: dict[Any, Any], *, is_fullest: bool) -> tuple[str, ...]:
    marks = IN_MARKS[row["type"]]
    if is_fullest:
        return (marks,)
    relation = RELATIONS.get(row["relation"], str(row["relation"]))
    if row["relation"] == "truncated" and isinstance(row["cut_at"], list) and row["cut_at"]:
        relation += f" at the {' and '.join(row['cut_at'])}"
    return relation, f"keeps {kept_share(fullest, str(row['text'])):.0%} of the words", marks
