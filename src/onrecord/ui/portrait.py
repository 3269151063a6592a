"""One entity's file: its names, what it said, what was said of it, its company, its articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from onrecord.analysis import counts, evidence, profile
from onrecord.charts import bars
from onrecord.charts.colours import KIND_NAMES
from onrecord.charts.figure import listed as in_words
from onrecord.names.seats import government_of
from onrecord.records import Selection
from onrecord.ui import choices, choosing, figures, likeness, links, naming, paging, reader
from onrecord.ui import evidence as panel
from onrecord.ui.text import count, day, plain, shown
from onrecord.workspace import Workspace

MOST = 5_000
"""Rows of the list; beyond them a search is the way."""

PARTS = {
    "said": "Said", "about": "Said about", "with": "Appears with", "names": "Names and titles",
    "articles": "Articles", "same": "Maybe the same",
}  # fmt: skip


_SEATS = frozenset(KIND_NAMES[kind] for kind in ("GPE", "LOC", "FAC", "ORG"))
"""Kinds that a seat of government may be of."""


def listed(
    entities: pd.DataFrame, kinds: Sequence[str], wanted: str, keep: str | None = None
) -> pd.DataFrame:
    """The entities of these kinds (all, if none) whose name or an alias holds every word wanted.

    At most ``MOST``, and ``keep`` (an entity's id), which a link asks for, if it is one of them.
    """
    rows = entities[entities["kind"].isin(list(kinds))] if kinds else entities
    words = wanted.casefold().split()
    if words:
        known = [
            " ".join([name, *aliases]).casefold()
            for name, aliases in zip(rows["name"], rows["aliases"], strict=True)
        ]
        rows = rows[[all(word in names for word in words) for names in known]]
    if len(rows) > MOST:
        rest = rows.iloc[MOST:]
        rows = pd.concat([rows.head(MOST), rest[rest["entity_id"] == keep]])
    return rows.assign(kind=rows["kind"].map(lambda kind: KIND_NAMES.get(kind, kind)))


def show(ws: Workspace, entity: pd.Series, selection: Selection) -> None:
    """Draw the file of an entity (a row of ``Workspace.entities``) under the page's selection."""
    entity_id, name = str(entity["entity_id"]), str(entity["name"])
    said, of_it = _said(ws, selection, entity_id), _about(ws, selection, entity_id)
    company = ws.company(entity_id, selection)

    st.subheader(plain(name), anchor=False)
    st.caption(plain(_facts(entity)))
    st.write(plain(_answer(name, said, of_it, company)))
    if st.button(
        f"{count(entity['mentions'], 'mention')} in {count(entity['articles'], 'article')}", key="mentions"
    ):
        rows = evidence.of_mentions(ws.mentions(selection, of=[entity_id]), ws.articles(selection))
        panel.show(f"Sentences that name {name}", rows)
    first = "said" if len(said) else "about" if len(of_it) else "with"
    many = {"said": f" ({len(said):,})", "about": f" ({len(of_it):,})"}
    parts = {value: label + many.get(value, "") for value, label in PARTS.items()}
    part = choices.one_of("Its file", parts, param="part", default=first)
    if part == "said":
        _quotes(ws, said, "said", f"No quote here is attributed to {name}.")
    elif part == "about":
        _said_about(ws, of_it, name)
    elif part == "with":
        _company(ws, company, (entity_id, name), selection)
    elif part == "names":
        naming.show(ws, entity_id, selection)
    elif part == "same":
        likeness.of_entity(ws, entity_id, name)
    else:
        _articles(ws, entity_id, selection)


def _said(ws: Workspace, selection: Selection, entity_id: str) -> pd.DataFrame:
    """What the entity said, as far as the filters allow."""
    if selection.speakers and entity_id not in selection.speakers:
        return ws.quotes(replace(selection, articles=("",)))
    return ws.quotes(replace(selection, speakers=(entity_id,)))


def _about(ws: Workspace, selection: Selection, entity_id: str) -> pd.DataFrame:
    """What others said about it. Any entity of the filter will do for a quote, so that one is asked apart."""
    asked = selection if selection.entities else replace(selection, entities=(entity_id,))
    return profile.said_about(ws.quotes(asked), entity_id)


def _facts(entity: pd.Series) -> str:
    parts = [str(entity["kind"])]
    titles = [str(title) for title in entity["titles"]]
    parts += [in_words(titles)] if titles else []
    if entity["kind"] in _SEATS and (country := government_of(str(entity["name"]))):
        parts.append(f"stands for {country}")
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


def _company(ws: Workspace, company: pd.DataFrame, entity: tuple[str, str], selection: Selection) -> None:
    entity_id, name = entity
    if company.empty:
        st.caption(plain(f"No sentence names {name} together with anyone or anything else."))
        return
    rows = company.rename(columns={"together": "n"})
    figure = bars.by_kind(rows, noun="sentence", verb=f"named with {name}", theme=figures.theme())
    if picked := figures.draw(figure, key="company"):
        pair = (entity_id, picked["id"])
        other = company.loc[company["entity_id"] == picked["id"], "name"].iloc[0]
        mentions = ws.mentions(selection, of=pair)
        panel.show(f"{name} and {other}", evidence.of_pair(mentions, pair, ws.articles(selection)))


def _articles(ws: Workspace, entity_id: str, selection: Selection) -> None:
    articles = ws.articles(selection)
    often = ws.mentions(selection, ["article_id"], of=[entity_id])["article_id"].value_counts()
    rows = articles[articles["article_id"].isin(often.index)]
    table = rows.assign(n=rows["article_id"].map(often))[["published", "outlet", "headline", "n"]]
    row = choosing.row(
        table,
        key="articles_table",
        columns={
            "published": st.column_config.DateColumn("Day", format="YYYY-MM-DD"),
            "outlet": "Outlet", "n": "Mentions",
            "headline": st.column_config.TextColumn("Title", width="large"),
        },
        alt="Articles that name the entity",
    )  # fmt: skip
    if row is not None and panel.fresh("articles_table", (entity_id, row)):
        links.open_article(str(rows["article_id"].iloc[row]))
