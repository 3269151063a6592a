"""What could not be read, with the reason and a retry; and what was set aside because of its language."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import streamlit as st

from onrecord.cleaning.language import language_name
from onrecord.records import Article
from onrecord.ui import adding, choosing, decisions, intake, links
from onrecord.ui.text import count, place, plain, shown
from onrecord.workspace import Workspace
from onrecord.workspace.adding import remove
from onrecord.workspace.corrections import type_in
from onrecord.workspace.failures import put_away


def failed(ws: Workspace, failures: pd.DataFrame) -> None:
    """Each failure with its reason; what lies on this machine can be tried again."""
    if failures.empty:
        st.write("Everything that was added could be read.")
        return
    st.write(f"{count(len(failures), 'file')} or parts of files could not be read; the rest was.")
    frame = pd.DataFrame(
        {
            "What": failures["name"].map(place),
            "Why": failures["reason"],
            "When": failures["made"],
            "From": [
                "dropped into a browser" if not shown(path) else "this machine" for path in failures["path"]
            ],
        }
    )
    chosen = st.dataframe(
        frame,
        hide_index=True,
        on_select="rerun",
        selection_mode="multi-row",
        key="failures",
        alt="What could not be read, with the reason, newest first",
        column_config={
            "Why": st.column_config.TextColumn(width="large"),
            "When": st.column_config.DatetimeColumn(format="D MMM YYYY, HH:mm"),
        },
    )
    picked = [row for row in chosen["selection"]["rows"] if row < len(failures)]
    rows = failures.iloc[picked] if picked else failures
    for reason in rows["reason"].head(3) if picked else ():
        st.text(reason)
    if ws.read_only:
        return
    paths = sorted({Path(path) for path in rows["path"].dropna() if Path(path).exists()})
    with st.container(horizontal=True):
        label = "Try again" if not picked else f"Try {count(len(paths), 'file')} again"
        if st.button(label, type="primary", key="failures_retry", disabled=not paths) and adding.run(
            lambda report: intake.take_paths(paths, ws, report)
        ):
            st.rerun()
        if st.button("Put away", key="failures_put_away", help="They are not shown again."):
            put_away(ws, rows["failure_id"].tolist())
            st.rerun()
    if not paths:
        st.caption("Mend the files and add them again: what can be read then disappears from this list.")
    elif not picked:
        st.caption("Select rows to try or put away some of them.")


def other_languages(ws: Workspace, aside: pd.DataFrame) -> None:
    """Articles that are not English: to be read, and to be taken in after all."""
    named = aside["language"].map(language_name)
    told = ", ".join(f"{number:,} in {name}" for name, number in named.value_counts().items())
    st.write(
        f"{count(len(aside), 'article')} set aside: {plain(told)}. Onrecord reads English. These are kept "
        "and can be read, but no figure counts them and no quotes were looked for."
    )
    frame = pd.DataFrame(
        {
            "Article": aside["headline"],
            "Language": named,
            "Outlet": aside["outlet"],
            "Published": aside["published"],
            "Words": aside["words"],
        }
    )
    row = choosing.row(
        frame,
        key="languages",
        alt="Articles in other languages, which no figure counts",
        columns={
            "Article": st.column_config.TextColumn(width="large"),
            "Published": st.column_config.DateColumn(format="D MMM YYYY"),
        },
    )
    if row is None:
        st.caption("Select an article to read it, or to take it in as English.")
        return
    article_id = str(aside["article_id"].iloc[row])
    with st.container(horizontal=True):
        if st.button("Read it", key="language_read"):
            links.open_article(article_id)
        if not ws.read_only and st.button("It is English: take it in", key="language_english"):
            take_in_as_english(ws, article_id)
            st.rerun()


def take_in_as_english(ws: Workspace, article_id: str) -> None:
    """Extract an article that was set aside, and keep that it is English."""
    view = ws.reading(article_id)
    facts = ("title", "outlet", "url", "author", "path")
    day = view.article.get("published")
    article = Article(
        str(view.article["source_id"]),
        view.text,
        published=day if day is None or not isinstance(day, pd.Timestamp) else day.date(),
        language="en",
        **{name: view.article[name] for name in facts},
    )
    remove(ws, [article_id])
    adding.run(lambda report: intake.take_articles([article], ws, report))
    type_in(ws, {article_id: {"language": "en"}}, who=decisions.who())
