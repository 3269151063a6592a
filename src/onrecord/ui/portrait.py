"""One entity's file: its names, what it said, what was said of it, its company, its articles."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from onrecord.analysis import counts, evidence, profile
from onrecord.analysis.groups import UNKNOWN
from onrecord.charts import bars
from onrecord.charts.colours import KIND_NAMES
from onrecord.charts.figure import listed as in_words
from onrecord.records import Selection
from onrecord.ui import evidence as panel
from onrecord.ui import figures, links, paging, reader
from onrecord.ui.text import count, day, plain, shown
from onrecord.workspace import Workspace

MOST = 5_000
"""Rows of the list; beyond them a search is the way."""


def listed(entities: pd.DataFrame, kinds: Sequence[str], wanted: str) -> pd.DataFrame:
    """The entities of these kinds (all, if none) whose name or an alias holds every word wanted."""
    rows = entities[entities["kind"].isin(list(kinds))] if kinds else entities
    words = wanted.casefold().split()
    if words:
        known = [
            " ".join([name, *aliases]).casefold()
            for name, aliases in zip(rows["name"], rows["aliases"], strict=True)
        ]
        rows = rows[[all(word in names for word in words) for names in known]]
    return rows.head(MOST).assign(kind=rows["kind"].map(lambda kind: KIND_NAMES.get(kind, kind)))


def show(ws: Workspace, entity: pd.Series, selection: Selection) -> None:
    """Draw the file of an entity (a row of ``Workspace.entities``) under the page's selection."""
    entity_id, name = str(entity["entity_id"]), str(entity["name"])
    mentions, articles, quotes = ws.mentions(selection), ws.articles(selection), ws.quotes(selection)
    mine = mentions[mentions["entity_id"] == entity_id]
    said, of_it = profile.said(quotes, entity_id), profile.said_about(quotes, entity_id)
    company = profile.company(mentions, entity_id)

    st.subheader(plain(name), anchor=False)
    st.caption(plain(_facts(entity)))
    st.write(plain(_answer(name, said, of_it, company)))
    if st.button(
        f"{count(len(mine), 'mention')} in {count(mine['article_id'].nunique(), 'article')}", key="mentions"
    ):
        panel.show(f"Sentences that name {name}", evidence.of_mentions(mine, articles))
    said_tab, of_tab, with_tab, names_tab, articles_tab = st.tabs(
        ["Said", "Said about", "Appears with", "Names", "Articles"],
        default="Said" if len(said) else "Said about" if len(of_it) else "Appears with",
        key=f"portrait_{bool(len(said))}_{bool(len(of_it))}",
        on_change="rerun",
    )
    if said_tab.open:
        with said_tab:
            _quotes(ws, said, "said", f"No quote here is attributed to {name}.")
    if of_tab.open:
        with of_tab:
            _said_about(ws, of_it, name)
    if with_tab.open:
        with with_tab:
            _company(mentions, articles, company, entity_id, name)
    if names_tab.open:
        with names_tab:
            _names(mine, articles)
    if articles_tab.open:
        with articles_tab:
            _articles(mine, articles)


def _facts(entity: pd.Series) -> str:
    parts = [str(entity["kind"])]
    titles = [str(title) for title in entity["titles"]]
    parts += [in_words(titles)] if titles else []
    if pd.notna(entity["first"]):
        first, last = day(entity["first"]), day(entity["last"])
        parts.append(first if first == last else f"{first} to {last}")
    return " · ".join(parts)


def _answer(name: str, said: pd.DataFrame, of_it: pd.DataFrame, company: pd.DataFrame) -> str:
    """The file in a sentence."""
    parts = []
    if len(said):
        parts.append(f"is quoted {count(len(said), 'time')} by {_outlets(said)}")
    if len(of_it):
        speakers = of_it["speaker"].dropna().value_counts()
        by = f" (most by {speakers.index[0]})" if len(speakers) else ""
        parts.append(f"comes up in {count(len(of_it), 'quote')} of others{by}")
    if len(company):
        parts.append(f"shares most sentences with {in_words(company['name'].head(3))}")
    return f"{name} {in_words(parts)}." if parts else f"{name} is only named here, never quoted."


def _outlets(rows: pd.DataFrame) -> str:
    outlets = rows["outlet"].nunique()
    return count(outlets, "outlet") if outlets else "an unknown outlet"


def _quotes(ws: Workspace, quotes: pd.DataFrame, key: str, nothing: str) -> None:
    if quotes.empty:
        st.caption(plain(nothing))
        return
    part = panel.from_quotes(paging.turn(quotes, key=f"{key}_page"))
    texts = ws.texts(sorted(set(part["article_id"])))
    panel.follow(ws, reader.listing(panel.contexts(part), texts, key=f"{key}_list"))


def _said_about(ws: Workspace, of_it: pd.DataFrame, name: str) -> None:
    colours = figures.colours(ws)
    by = counts.speakers_by_outlet(of_it, top_n=10, named=colours)
    if by["speaker_id"].nunique() > 1:
        figure = bars.by_outlet(
            by, noun="quote", verb=f"quoted on {name}", colours=colours, theme=figures.theme()
        )
        if picked := figures.draw(figure, key="about"):
            rows = counts.behind(of_it, by, picked)
            panel.show(f"{shown(rows['speaker'].iloc[0])} on {name}", panel.from_quotes(rows), unit="quote")
    _quotes(ws, of_it, "of", f"Nobody is quoted here on {name}.")


def _company(
    mentions: pd.DataFrame, articles: pd.DataFrame, company: pd.DataFrame, entity_id: str, name: str
) -> None:
    if company.empty:
        st.caption(plain(f"No sentence names {name} together with anyone or anything else."))
        return
    rows = company.rename(columns={"together": "n"})
    figure = bars.by_kind(rows, noun="sentence", verb=f"named with {name}", theme=figures.theme())
    if picked := figures.draw(figure, key="company"):
        pair = (entity_id, picked["id"])
        other = company.loc[company["entity_id"] == picked["id"], "name"].iloc[0]
        panel.show(f"{name} and {other}", evidence.of_pair(mentions, pair, articles))


def _names(mine: pd.DataFrame, articles: pd.DataFrame) -> None:
    names = counts.names_by_outlet(mine)
    wide = names.pivot_table(
        index="text", columns="outlet", values="n", fill_value=0, sort=False, aggfunc="sum"
    )
    order = sorted(wide.columns, key=lambda outlet: (outlet == UNKNOWN, outlet))
    table = wide[order].astype(int).reset_index().rename(columns={"text": "Name"}).rename_axis(columns=None)
    st.caption("How often each outlet uses each name. Choose a row for its sentences.")
    chosen = st.dataframe(
        table, hide_index=True, on_select="rerun", selection_mode="single-row", key="names_table",
        alt="Names of the entity, with how often each outlet uses them",
    )  # fmt: skip
    row = next((row for row in chosen["selection"]["rows"] if row < len(table)), None)
    if row is not None and panel.fresh("names_table", (mine["entity_id"].iloc[0], row)):
        text = table["Name"].iloc[row]
        panel.show(f"Where it is called {text}", evidence.of_mentions(mine[mine["text"] == text], articles))


def _articles(mine: pd.DataFrame, articles: pd.DataFrame) -> None:
    often = mine["article_id"].value_counts()
    rows = articles[articles["article_id"].isin(often.index)]
    table = rows.assign(n=rows["article_id"].map(often))[["published", "outlet", "headline", "n"]]
    chosen = st.dataframe(
        table, hide_index=True, on_select="rerun", selection_mode="single-row", key="articles_table",
        column_config={
            "published": st.column_config.DateColumn("Day", format="YYYY-MM-DD"),
            "outlet": "Outlet", "n": "Mentions",
            "headline": st.column_config.TextColumn("Title", width="large"),
        },
        alt="Articles that name the entity",
    )  # fmt: skip
    row = next((row for row in chosen["selection"]["rows"] if row < len(rows)), None)
    if row is not None and panel.fresh("articles_table", (mine["entity_id"].iloc[0], row)):
        links.open_article(str(rows["article_id"].iloc[row]))
