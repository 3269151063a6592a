"""Which articles to compare: found among all of the selection, or proposed as a pair."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping, Sequence
from typing import Any, NoReturn

import pandas as pd
import streamlit as st

from onrecord._errors import QueryError
from onrecord.analysis.pairs import Order, pairs, ranked
from onrecord.records import Selection
from onrecord.ui import choices, reader
from onrecord.ui.reader import GridRow, Item
from onrecord.ui.text import count, day, plain, shorten, shown
from onrecord.workspace import Workspace

OFFERED = 20
"""Articles, or pairs, that a list offers; a search finds the others."""
SIDES = {"left": "This article", "right": "with this one"}
MOST = 4
"""Articles in the table of statements."""
ORDERS: dict[Order, str] = {
    "event": "Same event", "common": "Most in common", "different": "Most different",
}  # fmt: skip


def choose(ws: Workspace, articles: pd.DataFrame, selection: Selection) -> list[str]:
    """Draw what is compared, with ways to change it; the ids, two to four, those of the columns first.

    The address counts: ``left``, ``right`` and ``more``. Open places go to what has most in common.
    """
    known = _asked(ws)
    note = missing(known)
    chosen = list(known)
    if len(chosen) < 2:
        found = None if chosen else _most_told(ws, articles, selection)
        chosen = _beginning(articles, proposals(ws, articles, selection) if found is None else found, chosen)
    here = articles[articles["article_id"].isin(chosen)]
    rows = {str(row["article_id"]): row for row in here.to_dict("records")} | known
    _remember(chosen)
    if note:
        st.caption(note)
    _ways(ws, articles, selection, chosen, rows)
    return chosen


@st.fragment
def _ways(
    ws: Workspace,
    articles: pd.DataFrame,
    selection: Selection,
    chosen: list[str],
    rows: dict[str, dict[Hashable, Any]],
) -> None:
    """What is compared, and the ways to change it; a fragment, so that a dialog opens at once."""
    with st.container(key="screen_ways"):
        for column, side, article_id in zip(st.columns(2), SIDES, chosen[:2], strict=True):
            label = plain(_label(rows[article_id]))
            column.caption(SIDES[side])
            if column.button(label, key=f"pick_{side}", width="stretch", help="Choose another article"):
                _find(ws, articles, selection, side, chosen)
        with st.container(horizontal=True):
            if st.button("Pairs worth comparing", key="propose"):
                _propose(ws, articles, selection)
            if st.button("Swap sides", key="swap", type="tertiary"):
                _put([chosen[1], chosen[0], *chosen[2:]])
            room = len(chosen) < min(MOST, len(articles))
            if room and st.button("Add an article to the table", key="pick_more", type="tertiary"):
                _find(ws, articles, selection, "more", chosen)
        for article_id in chosen[2:]:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.write(plain(f"Also in the table: {_label(rows[article_id])}"))
                if st.button("Remove", key=f"drop_{article_id}", type="tertiary"):
                    _put([other for other in chosen if other != article_id])


def proposals(ws: Workspace, articles: pd.DataFrame, selection: Selection) -> pd.DataFrame:
    """Pairs of articles of the selection on one event (``analysis.pairs``), found once for each version."""
    return _proposals(ws, articles, selection, str(ws.path), ws.version(), repr(selection))


@st.cache_resource(show_spinner="Looking for pairs …", max_entries=32)
def _proposals(
    _ws: Workspace, _articles: pd.DataFrame, _selection: Selection, path: str, version: int, asked: str
) -> pd.DataFrame:
    return pairs(_articles, _ws.named(_selection), _retold(_ws, _selection), _ws.copies(_selection))


def _retold(ws: Workspace, selection: Selection) -> pd.DataFrame:
    """The tellings of statements that more than one article tells."""
    statements = ws.statements(selection)
    travelled = statements.loc[statements["articles"] > 1, "statement_id"].tolist()
    return ws.statement_quotes(travelled, selection)


def _most_told(ws: Workspace, articles: pd.DataFrame, selection: Selection) -> pd.DataFrame | None:
    """The pair with the most statements in common, found without looking at names; none where that ties.

    The page opens on it, and what articles name takes most of the time that all proposals do.
    """
    nobody = pd.DataFrame({"article_id": [], "entity_id": []}, dtype=str)
    told = pairs(articles, nobody, _retold(ws, selection), ws.copies(selection))
    first = ranked(told, "common").head(2)
    alike = first.duplicated(["copies", "outlets", "statements"]).any()
    return None if first.empty or alike else first


def matching(articles: pd.DataFrame, query: str) -> pd.DataFrame:
    """Articles whose headline, outlet, day or author hold every word of ``query``."""
    words = query.casefold().split()
    if not words:
        return articles
    text = articles["published"].dt.strftime("%Y-%m-%d %d %B %Y").fillna("")
    for name in ("headline", "outlet", "author"):
        text = text + " " + articles[name].fillna("").astype(str)
    folded = text.str.casefold()
    keep = pd.Series(data=True, index=articles.index)
    for word in words:
        keep &= folded.str.contains(word, regex=False)
    return articles[keep]


def partners(found: pd.DataFrame, article_id: str) -> pd.DataFrame:
    """What pairs with an article, the closest first: article_id, statements, likeness."""
    mine = ranked(found[(found["a"] == article_id) | (found["b"] == article_id)], "common")
    other = mine["a"].where(mine["a"] != article_id, mine["b"])
    return mine.assign(article_id=other)[["article_id", "statements", "likeness"]]


@st.dialog("Choose an article", width="large")
def _find(
    ws: Workspace, articles: pd.DataFrame, selection: Selection, side: str, chosen: Sequence[str]
) -> None:
    query = st.text_input(
        f"Find among {count(len(articles), 'article')}", key="find_article",
        placeholder="words of the headline, outlet, day or text",
    )  # fmt: skip
    beside = chosen[1] if side == "left" else chosen[0]
    close = partners(proposals(ws, articles, selection), beside)
    shared = dict(zip(close["article_id"], close["statements"].astype(int), strict=True))
    found = matching(articles, query) if query else articles
    if found.empty and query:
        found = _by_text(ws, articles, selection, query)
    order = found["article_id"].map({key: at for at, key in enumerate(shared)})
    found = found.assign(_order=order).sort_values("_order", kind="stable", na_position="last")
    found = found[~found["article_id"].isin(chosen)]
    st.caption(_found(found, query))
    part = found.head(OFFERED)
    heads = ["Article", "Outlet", "Day", "Beside the other one"]
    event = reader.grid("Articles found", heads, article_rows(part, shared), key="found_articles")
    if event and event.id in set(part["article_id"]):
        at = {"left": 0, "right": 1}.get(side, len(chosen))
        _put([*chosen[:at], event.id, *chosen[at + 1 :]])


def article_rows(found: pd.DataFrame, shared: Mapping[str, int]) -> list[GridRow]:
    """Articles to take; ``shared``: statements in both, of those on one event with the other article."""
    return [
        GridRow(
            Item(shorten(shown(row["headline"]), 90), str(row["article_id"])),
            (
                (Item(shown(row["outlet"], "unknown")),),
                (Item(day(row["published"])),),
                (Item(_shares(shared[row["article_id"]])),) if row["article_id"] in shared else (),
            ),
        )
        for row in found.to_dict("records")
    ]


def _found(found: pd.DataFrame, query: str) -> str:
    if found.empty:
        return "Nothing with these words. Try others, or relax a filter."
    if len(found) <= OFFERED:
        return count(len(found), "article") + " found." if query else "The closest first."
    return (
        f"The first {OFFERED} of {count(len(found), 'article')}, the closest first. More words find others."
    )


def _shares(statements: int) -> str:
    return f"{count(statements, 'statement')} in both" if statements else "on the same event"


def _by_text(ws: Workspace, articles: pd.DataFrame, selection: Selection, query: str) -> pd.DataFrame:
    try:
        hits = ws.search(query, selection)["article_id"].tolist()
    except QueryError:
        return articles.iloc[:0]
    return articles.set_index("article_id").reindex(hits).dropna(how="all").reset_index()


@st.dialog("Pairs worth comparing", width="large")
def _propose(ws: Workspace, articles: pd.DataFrame, selection: Selection) -> None:
    order = choices.one_of("Sort by", ORDERS, param="pairs", default="common")
    found = ranked(proposals(ws, articles, selection), order)
    if found.empty:
        st.write("No two articles here tell one event. Relax a filter, or take in more articles.")
    part = found.head(OFFERED)
    heads = ["This article", "with this one", "What is known"]
    event = reader.grid("Pairs", heads, pair_rows(part, articles), key="proposed_pairs")
    known = {f"{pair['a']} {pair['b']}" for pair in part.to_dict("records")}
    if event and event.id in known:
        _put(event.id.split())


def pair_rows(found: pd.DataFrame, articles: pd.DataFrame) -> list[GridRow]:
    """Pairs to take, with what is known of each."""
    about = {row["article_id"]: row for row in articles.to_dict("records")}

    def side(pair: dict[Hashable, Any], key: str) -> Item:
        row = about[pair[key]]
        note = " · ".join(filter(None, [shown(row["outlet"]), day(row["published"], "")]))
        return Item(shorten(shown(row["headline"]), 80), f"{pair['a']} {pair['b']}", note, tone="titled")

    return [
        GridRow(side(pair, "a"), ((side(pair, "b"),), (Item(pair_facts(pair)),)))
        for pair in found.to_dict("records")
    ]


def pair_facts(pair: dict[Hashable, Any]) -> str:
    """What is known of a proposed pair, in a line."""
    gap = pair["days"]
    facts = [
        "copies of one text" if pair["copies"] else "",
        f"{count(pair['statements'], 'statement')} in both" if pair["statements"] else "",
        f"{pair['changed']:,} changed" if pair["changed"] else "",
        "a condition, negation or the like is lost" if pair["alerts"] else "",
        f"{pair['likeness']:.0%} alike in whom and what they name" if pair["likeness"] >= 0.01 else "",
        "" if pd.isna(gap) else "the same day" if gap == 0 else f"{count(gap, 'day')} apart",
    ]
    return " · ".join(filter(None, facts))


def _asked(ws: Workspace) -> dict[str, dict[Hashable, Any]]:
    """The articles that the address names, in its order, if the workspace has them; filters don't matter."""
    ids = [
        st.query_params.get("left", ""),
        st.query_params.get("right", ""),
        *st.query_params.get_all("more"),
    ]
    wanted = list(dict.fromkeys(filter(None, ids)))[:MOST]
    if not wanted:
        return {}
    found = ws.articles(Selection(articles=tuple(wanted), junk=True))
    rows = {str(row["article_id"]): row for row in found.to_dict("records")}
    return {key: rows[key] for key in wanted if key in rows}


def missing(known: Collection[str]) -> str:
    """What the address asks for and does not get, in a sentence; ``known``: the articles that it gets."""
    left, right = (st.query_params.get(side, "") for side in SIDES)
    if left and left == right:
        return "The link names one article twice; another one stands beside it."
    gone = {key for key in (left, right, *st.query_params.get_all("more")) if key} - set(known)
    if not gone:
        return ""
    return f"{count(len(gone), 'article')} of this link cannot be shown; others take their places."


def _beginning(articles: pd.DataFrame, found: pd.DataFrame, asked: list[str]) -> list[str]:
    """Two articles: the one that the address asks for and what is closest to it, else the closest pair."""
    if asked:
        close = partners(found, asked[0])["article_id"].tolist()
        others = [str(key) for key in articles["article_id"] if key != asked[0]]
        return [asked[0], close[0] if close else others[0]]
    if len(found):
        first = ranked(found, "common").iloc[0]
        return [str(first["a"]), str(first["b"])]
    return [str(key) for key in articles["article_id"].head(2)]


def _remember(chosen: Sequence[str]) -> None:
    """Put the choice into the address, so that the link shows it."""
    wanted: dict[str, str | list[str]] = {"left": chosen[0], "right": chosen[1]}
    if len(chosen) > 2:
        wanted["more"] = list(chosen[2:])
    for name, value in wanted.items():
        now = st.query_params.get_all(name)
        if now != ([value] if isinstance(value, str) else value):
            st.query_params[name] = value
    if len(chosen) <= 2:
        st.query_params.pop("more", None)


def _put(chosen: Sequence[str]) -> NoReturn:
    """Compare these from the next run on."""
    st.query_params.pop("statement", None)
    _remember(chosen)
    st.rerun()


def _label(row: dict[Hashable, Any], limit: int = 90) -> str:
    title = shorten(shown(row["headline"]), limit)
    return " · ".join(filter(None, [shown(row["outlet"]), day(row["published"], ""), title]))
