"""What an entity is called: names by outlet, titles over time, why the names are taken for one."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from onrecord.analysis import counts, evidence
from onrecord.analysis.groups import UNKNOWN
from onrecord.records import Selection
from onrecord.resolution import titles_over_time
from onrecord.ui import evidence as panel
from onrecord.ui.text import count
from onrecord.workspace import Workspace


def show(ws: Workspace, entity_id: str, selection: Selection) -> None:
    """Three tables; a row of each opens the sentences behind it."""
    mine, articles = ws.mentions(selection, of=[entity_id]), ws.articles(selection)
    links = ws.links([entity_id], selection)
    links = links[links["article_id"].isin(mine["article_id"])]
    _names(mine, articles)
    _titles(links, ws.titles([entity_id], selection), mine, articles)
    _why(links, mine, articles)


def _names(mine: pd.DataFrame, articles: pd.DataFrame) -> None:
    names = counts.names_by_outlet(mine)
    wide = names.pivot_table(
        index="text", columns="outlet", values="n", fill_value=0, sort=False, aggfunc="sum"
    )
    order = sorted(wide.columns, key=lambda outlet: (outlet == UNKNOWN, -wide[outlet].sum(), outlet))
    table = wide[order].astype(int)
    table.insert(0, "All", table.sum(axis=1))
    table = table.reset_index(names="Name").rename_axis(columns=None)
    st.caption("How often each outlet uses each name. Choose a row for its sentences.")
    row = _chosen(table, "names_table", "Names of the entity, with how often each outlet uses them")
    if row is not None:
        text = table["Name"].iloc[row]
        panel.show(f"Where it is called {text}", evidence.of_mentions(mine[mine["text"] == text], articles))


def _titles(links: pd.DataFrame, stated: pd.DataFrame, mine: pd.DataFrame, articles: pd.DataFrame) -> None:
    titles = titles_over_time(links, links[["article_id", "published"]].drop_duplicates())
    if titles.empty:
        return
    table = titles.drop(columns="entity_id").rename(
        columns={"title": "Title", "articles": "Articles", "first": "First given", "last": "Last given"}
    )
    st.caption("Titles, in the order of the days on which articles give them.")
    row = _chosen(table, "titles_table", "Titles of the entity, with the first and last day they are given")
    if row is not None:
        title = titles["title"].iloc[row]
        gives = [title.casefold() in {str(one).casefold() for one in given} for given in links["titles"]]
        behind = _stating(title, links.loc[gives, "article_id"], stated, mine)
        panel.show(f"Where it bears the title {title}", evidence.of_mentions(behind, articles))


def _stating(title: str, articles: pd.Series, stated: pd.DataFrame, mine: pd.DataFrame) -> pd.DataFrame:
    """The titles where they stand; for an article that was extracted elsewhere, where it names the entity."""
    here = stated["article_id"].isin(articles) & stated["text"].str.casefold().str.endswith(title.casefold())
    found = stated[here]
    others = set(articles) - set(found["article_id"])
    return pd.concat([found, mine[mine["article_id"].isin(others)]], ignore_index=True)


def _why(links: pd.DataFrame, mine: pd.DataFrame, articles: pd.DataFrame) -> None:
    reasons = links.groupby("why")["article_id"].agg(["nunique", "unique"]).sort_values("nunique")[::-1]
    if len(reasons) < 2:
        return
    table = pd.DataFrame({"Why it is taken for this one": reasons.index, "Articles": reasons["nunique"]})
    st.caption(
        f"{count(links['article_id'].nunique(), 'article')} name it; this is why they are put together."
    )
    row = _chosen(table, "why_table", "Reasons for which articles are taken to name this entity")
    if row is not None:
        behind = mine[mine["article_id"].isin(reasons["unique"].iloc[row])]
        panel.show(f"Put together: {reasons.index[row]}", evidence.of_mentions(behind, articles))


def _chosen(table: pd.DataFrame, key: str, alt: str) -> int | None:
    """Draw a table; the row that was chosen in this run."""
    days = st.column_config.DateColumn(format="YYYY-MM-DD")
    chosen = st.dataframe(
        table, hide_index=True, on_select="rerun", selection_mode="single-row", key=key, alt=alt,
        column_config={"First given": days, "Last given": days},
    )  # fmt: skip
    row = next((row for row in chosen["selection"]["rows"] if row < len(table)), None)
    about = None if row is None else (tuple(table.iloc[row].astype(str)), row)
    return row if panel.fresh(key, about) else None
