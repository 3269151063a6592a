"""The parts of the compare page: which two articles, what ties them, what only one of them has."""

from __future__ import annotations

from collections.abc import Hashable
from itertools import combinations
from typing import Any

import pandas as pd
import streamlit as st

from onrecord.analysis import compare
from onrecord.charts.figure import listed
from onrecord.records import KEPT, Selection
from onrecord.ui.text import count, day, plain, shorten, shown
from onrecord.workspace import ArticleView, Workspace

MOST = 500
"""Articles that the two lists offer; the filters narrow them down."""

RELATIONS = {"verbatim": "word for word", "truncated": "shortened", "reworded": "in another wording"}


def choose(ws: Workspace, articles: pd.DataFrame) -> tuple[str, str]:
    """Draw the two pickers; they begin with the pair of different outlets that most statements tie."""
    names = {str(row["article_id"]): _label(row) for row in articles.head(MOST).to_dict("records")}
    asked = [st.query_params.get(side, "") for side in ("left", "right")]
    for article_id in filter(None, asked):
        if article_id not in names:
            names |= _named(ws, article_id)
    pair = _beginning(ws, articles, [article_id for article_id in asked if article_id in names])
    chosen = []
    for column, side, begin in zip(st.columns(2), ("left", "right"), pair, strict=True):
        key = f"compare_{side}"
        if st.session_state.get(key) not in names or st.session_state.get(f"_{key}") != begin:
            st.session_state[key] = st.session_state[f"_{key}"] = begin
        chosen.append(
            column.selectbox(
                "This article" if side == "left" else "with this one",
                list(names),
                format_func=names.__getitem__,
                key=key,
            )
        )
    _remember(chosen)
    return chosen[0], chosen[1]


def _remember(chosen: list[str]) -> None:
    """Put the pair into the address, so that the link shows it."""
    for side, article_id in zip(("left", "right"), chosen, strict=True):
        if st.query_params.get(side) != article_id:
            st.query_params[side] = article_id
        st.session_state[f"_compare_{side}"] = article_id


def _beginning(ws: Workspace, articles: pd.DataFrame, asked: list[str]) -> tuple[str, str]:
    """The pair to begin with: what the address asks for, completed by the closest tie."""
    if len(asked) == 2:
        return asked[0], asked[1]
    pairs = tied_pairs(ws, articles)
    if asked:
        partner = next((sorted({*pair} - {asked[0]})[0] for pair in pairs if asked[0] in pair), None)
        others = [str(key) for key in articles["article_id"] if key != asked[0]]
        return asked[0], partner or others[0]
    return pairs[0] if pairs else (str(articles["article_id"].iloc[0]), str(articles["article_id"].iloc[1]))


def tied_pairs(ws: Workspace, articles: pd.DataFrame) -> list[tuple[str, str]]:
    """Pairs of articles that share statements: those of different outlets first, the most shared first."""
    statements = ws.statements()
    shared = statements.loc[statements["articles"] > 1, "statement_id"].head(MOST).tolist()
    if not shared:
        return []
    outlet = articles.set_index("article_id")["outlet"].fillna("")
    told = ws.statement_quotes(shared)[["statement_id", "article_id"]].drop_duplicates()
    told = told[told["article_id"].isin(outlet.index)]
    number: dict[tuple[str, str], int] = {}
    for _, group in told.groupby("statement_id")["article_id"]:
        for one, two in combinations(sorted(map(str, group)), 2):
            number[one, two] = number.get((one, two), 0) + 1

    def rank(pair: tuple[str, str]) -> tuple[bool, int, tuple[str, str]]:
        sides = {outlet[pair[0]], outlet[pair[1]]}
        return len(sides - {""}) < 2, -number[pair], pair

    return sorted(number, key=rank)


def ties(ws: Workspace, left: ArticleView, right: ArticleView) -> pd.DataFrame:
    """Quotes of the two that report the same utterance (``analysis.compare.TIES``)."""
    a, b = (str(view.article["article_id"]) for view in (left, right))
    quotes = pd.concat([left.quotes, right.quotes], ignore_index=True)
    if a == b or quotes.empty:
        return pd.DataFrame(columns=compare.TIES)
    here = Selection(articles=(a, b))
    told = ws.statement_quotes(ws.statements(here)["statement_id"].tolist(), here)
    return compare.ties(quotes, a, b, told[["statement_id", "quote_id"]])


def numbers(tied: pd.DataFrame) -> dict[str, int]:
    """Quote to the number of its tie; quotes that share a counterpart share a number."""
    number: dict[str, int] = {}
    for tie, (one, two) in enumerate(zip(tied["a_quote_id"], tied["b_quote_id"], strict=True)):
        known = number.get(one, number.get(two, tie))
        number[one] = number[two] = known
    return number


def summary(left: ArticleView, right: ArticleView, tied: pd.DataFrame) -> None:
    """What both have and what only one of them has, in a few lines; tied quotes with what was cut."""
    a, b = (str(view.article["article_id"]) for view in (left, right))
    if a == b:
        st.write("Both sides show the same article. Choose another on one of them.")
        return
    mentions = pd.concat([left.mentions, right.mentions], ignore_index=True)
    mentions = mentions[mentions["passage_kind"].isin(list(KEPT))]
    quotes = pd.concat([left.quotes, right.quotes], ignore_index=True)
    st.write(_answer(tied, quotes))
    entities = compare.entities(mentions, a, b).rename(columns={"entity": "name"})
    speakers = compare.speakers(quotes, a, b).rename(columns={"speaker": "name"})
    columns = st.columns(3)
    heads = ("Both have", f"Only {_outlet(left)}", f"Only {_outlet(right)}")
    for column, head, where in zip(columns, heads, ("both", "a", "b"), strict=True):
        with column:
            st.markdown(f"**{plain(head)}**")
            _names("quoted", speakers[speakers["where"] == where])
            _names("named", entities[entities["where"] == where])
    if len(tied):
        with st.expander(f"{count(len(tied), 'quote')} told by both, and what was cut"):
            _tie_table(tied, quotes)


def _answer(tied: pd.DataFrame, quotes: pd.DataFrame) -> str:
    if tied.empty:
        return "No quote of one is told in the other."
    parts = [
        f"{number:,} {RELATIONS.get(str(relation), str(relation))}"
        for relation, number in tied["relation"].value_counts().items()
    ]
    lone = len(quotes) - len(numbers(tied))
    return (
        f"{count(len(tied), 'quote')} told by both: {', '.join(parts)}. "
        f"{count(lone, 'quote')} told by one alone. Click a tinted quote to see its counterpart."
    )


def _names(how: str, rows: pd.DataFrame) -> None:
    names = listed(rows["name"], most=8) if len(rows) else "nobody" if how == "quoted" else "nothing more"
    st.caption(f"{how}: {plain(names)}")


def _tie_table(tied: pd.DataFrame, quotes: pd.DataFrame) -> None:
    by_id = quotes.drop_duplicates("quote_id").set_index("quote_id")
    table = pd.DataFrame(
        {
            "Speaker": tied["a_quote_id"].map(by_id["speaker"]),
            "This article": tied["a_quote_id"].map(by_id["text"]),
            "That article": tied["b_quote_id"].map(by_id["text"]),
            "How": tied["relation"].map(RELATIONS),
            "Left out": tied["cut"],
        }
    )
    st.dataframe(
        table, hide_index=True, key="ties", alt="Quotes that both articles tell, and the words left out"
    )


def _outlet(view: ArticleView) -> str:
    return shorten(
        shown(view.article.get("outlet")) or shown(view.article.get("headline"), "this article"), 40
    )


def _label(row: dict[Hashable, Any]) -> str:
    title = shorten(shown(row["headline"]), 70)
    return " · ".join(filter(None, [title, shown(row["outlet"]), day(row["published"], "")]))


def _named(ws: Workspace, article_id: str) -> dict[str, str]:
    """The label of an article that the filters leave out, if the workspace has it."""
    found = ws.articles(Selection(articles=(article_id,), junk=True))
    return {str(row["article_id"]): _label(row) for row in found.to_dict("records")}
