"""The parts of the articles page: the list, one article to read, what was set aside."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from onrecord.charts.colours import KIND_NAMES, kind_colours
from onrecord.records import KEPT, Selection
from onrecord.ui import copies, evidence, figures, filters, links, reader
from onrecord.ui.text import count, day, plain, shown
from onrecord.workspace import ArticleView, Workspace

SET_ASIDE = {
    "caption": "captions",
    "promo": "promotions",
    "teaser": "teasers of other stories",
    "credit": "credits",
    "ui": "buttons and menus",
}
"""Kinds of passage that figures leave out, in a reader's words."""


_TABLE = "_articles_table"
"""Number of the table: a new one after each article, or the row still selected would open it again."""


def answer(articles: pd.DataFrame) -> None:
    """How much was read, and which facts about it are missing."""
    first, last = articles["published"].min(), articles["published"].max()
    span = f", {day(first)} to {day(last)}" if pd.notna(first) and first != last else ""
    outlets = articles["outlet"].nunique()
    source = f" from {count(outlets, 'outlet')}" if outlets else ""
    st.write(
        f"{count(len(articles), 'article')}{source}{span}: "
        f"{count(articles['words'].sum(), 'word')}, {count(articles['quotes'].sum(), 'quote')}."
    )
    lacking = {
        name: int(articles[column].isna().sum())
        for column, name in (("published", "a date"), ("outlet", "an outlet"), ("title", "a title"))
    }
    parts = [f"{number:,} without {name}" for name, number in lacking.items() if number]
    if parts:
        st.caption(
            "Missing: " + ", ".join(parts) + ". They count everywhere, except where the fact is needed."
        )


def table(articles: pd.DataFrame) -> None:
    """The articles as a table; choosing a row opens it."""
    rows = pd.DataFrame(
        {
            "Title": articles["headline"],
            "Outlet": articles["outlet"],
            "Published": articles["published"],
            "Words": articles["words"],
            "Quotes": articles["quotes"],
            "Speakers": articles["speakers"],
            "Names": articles["mentions"],
            "File": articles["path"].map(lambda path: shown(path).rsplit("/", 1)[-1]),
        }
    )
    chosen = st.dataframe(
        rows,
        hide_index=True,
        on_select="rerun",
        selection_mode="single-row",
        key=f"articles_table_{st.session_state.setdefault(_TABLE, 0)}",
        alt="Articles with outlet, date and how much was found in them; select a row to read the article",
        column_config={
            "Title": st.column_config.TextColumn(width="large"),
            "Published": st.column_config.DateColumn(format="D MMM YYYY"),
            "Words": st.column_config.NumberColumn(format="localized"),
        },
    )
    st.caption("Select a row to read the article.")
    row = next(iter(chosen["selection"]["rows"]), None)
    if row is not None and row < len(articles):
        st.session_state[_TABLE] += 1
        links.open_article(str(articles["article_id"].iloc[row]))


def read_one(ws: Workspace, article_id: str, *, at: str | None) -> None:
    """One article in the reader, with ways back and on."""
    try:
        view = ws.reading(article_id)
    except KeyError:
        st.subheader("This article is not in the workspace", anchor=False)
        st.write("The link may come from another workspace, or from a quick look that is gone.")
        if st.button("All articles", key="back"):
            links.close_article()
        return
    with st.container(horizontal=True):
        if st.button("All articles", key="back", icon=":material/arrow_back:"):
            links.close_article()
        if st.button("Compare with another", key="compare_this"):
            links.compare(article_id)
        _facts(view.article)
        _key(view)
    copies.note(ws, filters.selection(), article_id)
    event = reader.article(view, key="reader", at=at)
    if view.quotes.empty and view.mentions.empty:
        st.caption("No quotes and no names were found in this article.")
    evidence.follow(ws, event)


def _key(view: ArticleView) -> None:
    """What the tints, rules and colours of the reader mean."""
    with st.popover("Key", type="tertiary"):
        st.markdown(
            "**Quotes** have a tint: full where the words are the speaker's own, light around them where "
            "only some are. What is told in other words has a dotted rule.\n\n"
            "**Names** are underlined in the colour of their kind:"
        )
        present = set(view.mentions["kind"])
        colours = kind_colours(figures.theme())
        figures.legend({name: colours[kind] for kind, name in KIND_NAMES.items() if kind in present})
        st.markdown(
            "**Grey and small** is what was set aside as no part of the report. Click a quote to see its "
            "parts, a name for all sentences with it, a speaker for all they said."
        )


def _facts(article: dict[str, object]) -> None:
    """What is known of the article beyond its head."""
    with st.popover("About this text", type="tertiary"):
        facts = {
            "Id in its source": article.get("source_id"),
            "File": shown(article.get("path")).rsplit("/", 1)[-1],
            "Address": article.get("url"),
            "Extracted by": article.get("engine"),
            "Added": article.get("added"),
        }
        for name, value in facts.items():
            if shown(value):
                st.markdown(f"**{name}** {plain(shown(value))}")


def set_aside(ws: Workspace, selection: Selection) -> None:
    """How many passages figures leave out, by kind; each opens them."""
    passages = ws.passages(selection)
    aside = passages[~passages["kind"].isin(list(KEPT))]
    st.subheader("Set aside as not part of the report", anchor=False)
    if aside.empty:
        st.write("Nothing: every passage of these articles is text, headings or summary.")
        return
    st.write(
        f"{len(aside):,} of {count(len(passages), 'passage')} are left out of figures, unless "
        "“Include set-aside passages” is on."
    )
    with st.container(horizontal=True):
        for kind, number in aside["kind"].value_counts().items():
            label = f"{number:,} {SET_ASIDE.get(str(kind), str(kind))}"
            if st.button(plain(label), key=f"aside_{kind}"):
                rows = aside[aside["kind"] == kind].rename(
                    columns={"start": "context_start", "end": "context_end", "kind": "passage_kind"}
                )
                rows["highlights"] = pd.Series([()] * len(rows), index=rows.index, dtype=object)
                evidence.show(f"Set aside: {SET_ASIDE.get(str(kind), str(kind))}", rows, unit="passage")
