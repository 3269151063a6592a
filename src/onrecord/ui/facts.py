"""What is known of the articles beside their text: where it comes from, how sure it is, what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from onrecord.cleaning.origins import STATED, SURE
from onrecord.ui import decisions, links, paging
from onrecord.ui.text import count, lacking, plain, shown
from onrecord.workspace import Workspace, corrections

FIELDS: dict[str, str] = {"title": "Title", "outlet": "Outlet", "published": "Published", "author": "Author"}
ORIGINS: dict[str, str] = {
    "address": "the address",
    "credit line": "the line that names who contributed",
    "rights line": "the line on rights",
    "byline": "the byline",
    "dateline": "the dateline",
    "date line": "a line with the day",
    "first line": "the first line",
    "text": "a day in the text",
    "typed in": "typed in",
}
"""Where a fact comes from, in a reader's words."""
UNSURE = 0.85
"""What is less sure than this is asked about like what is missing."""
AT_ONCE = 200
"""Articles in the table at a time."""
_SAVED = "_facts_saved"


def origin(source: object) -> str:
    """``the address, 98% sure``; empty for what was stated or is unknown."""
    name = shown(source)
    if name in {"", STATED}:
        return ""
    sure = SURE.get(name)
    words = ORIGINS.get(name, name)
    return f"{words}, {sure:.0%} sure" if sure is not None and sure < 1 else words


def wanting(articles: pd.DataFrame) -> pd.Series:
    """Whether outlet, day or title of an article is missing, or inferred from what often errs."""
    needed = ["title", "outlet", "published"]
    unsure = [
        articles[f"{field}_from"].map(lambda name: SURE.get(shown(name), 1.0)) < UNSURE for field in needed
    ]
    return articles[needed].isna().any(axis=1) | pd.concat(unsure, axis=1).any(axis=1)


def fill_in(ws: Workspace, articles: pd.DataFrame) -> None:
    """A table of what is missing or unsure; what is typed into it counts everywhere at once."""
    want = wanting(articles)
    st.write(_sentence(articles, want))
    everything = st.toggle("Show all articles", key="facts_all", help="To correct what was stated, too.")
    rows = articles if everything else articles[want]
    if rows.empty:
        return
    part = paging.turn(rows.reset_index(drop=True), key="facts_page", size=AT_ONCE)
    if ws.read_only:
        st.dataframe(
            _table(part),
            hide_index=True,
            key="facts_read",
            column_config=_columns(),
            alt=_ALT,
            placeholder="",
        )
        return
    saved = st.session_state.setdefault(_SAVED, 0)
    before = _table(part)
    after = st.data_editor(
        before,
        hide_index=True,
        disabled=["Article", "From", "File"],
        column_config=_columns(),
        key=f"facts_{saved}_{len(part)}_{everything}",
        alt=_ALT,
    )
    changes = changed(part["article_id"].tolist(), before, after)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _save(ws, changes)
        _same_outlet(ws, part)


_ALT = (
    "Articles with title, outlet, day and author, where they come from, and cells to type in what is missing"
)


def _sentence(articles: pd.DataFrame, want: pd.Series) -> str:
    missing = {name: int(articles[field].isna().sum()) for field, name in FIELDS.items()}
    parts = [f"{number:,} without {_a(name)}" for name, number in missing.items() if number]
    if not want.any():
        rest = f" ({', '.join(parts)})" if parts else ""
        return f"Title, outlet and day of all {count(len(articles), 'article')} are known{rest}."
    unsure = int((want & articles[["title", "outlet", "published"]].notna().all(axis=1)).sum())
    told = [*parts, *([f"{unsure:,} where a fact was inferred and is not sure"] if unsure else [])]
    told_in_all = f"Of {count(len(articles), 'article')}: {', '.join(told)}."
    return f"{told_in_all} What you type in counts everywhere at once."


def _a(name: str) -> str:
    word = {"Published": "day"}.get(name, name.lower())
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    origins = [
        "; ".join(
            f"{name.lower()}: {told}"
            for field, name in FIELDS.items()
            if (told := origin(row[f"{field}_from"]))
        )
        for row in rows.to_dict("records")
    ]
    return pd.DataFrame(
        {
            "Article": rows["headline"].to_numpy(),
            "Title": rows["title"].astype(object).where(rows["title"].notna(), None).to_numpy(),
            "Outlet": rows["outlet"].astype(object).where(rows["outlet"].notna(), None).to_numpy(),
            "Published": rows["published"].to_numpy(),
            "Author": rows["author"].astype(object).where(rows["author"].notna(), None).to_numpy(),
            "From": origins,
            "File": [shown(path).rsplit("/", 1)[-1] for path in rows["path"]],
        }
    )


def _columns() -> dict[str, Any]:
    column = st.column_config
    return {
        "Article": column.TextColumn(width="medium", help="The title, or the opening words"),
        "Title": column.TextColumn(width="medium"),
        "Outlet": column.TextColumn(),
        "Published": column.DateColumn(format="YYYY-MM-DD"),
        "From": column.TextColumn(
            "Inferred from", width="medium", help="How often facts from there are right, as measured"
        ),
    }


def changed(
    article_ids: list[str], before: pd.DataFrame, after: pd.DataFrame
) -> dict[str, dict[str, str | date | None]]:
    """article_id to field to the new value, for the cells that were edited."""
    found: dict[str, dict[str, str | date | None]] = {}
    for field, name in FIELDS.items():
        for article_id, old, new in zip(article_ids, before[name], after[name], strict=True):
            if (value := _value(new)) != _value(old):
                found.setdefault(article_id, {})[field] = value
    return found


def _value(cell: Any) -> str | date | None:
    if lacking(cell):
        return None
    if isinstance(cell, date):
        return cell.date() if isinstance(cell, pd.Timestamp) else cell
    return str(cell).strip() or None


def _save(ws: Workspace, changes: Mapping[str, Mapping[str, str | date | None]]) -> None:
    number = sum(map(len, changes.values()))
    label = f"Save {count(number, 'change')}" if number else "Save"
    if st.button(label, type="primary", key="facts_save", disabled=not number):
        corrections.type_in(ws, changes, who=decisions.who())
        _again(f"{count(number, 'change')} saved. “Decisions” lists them, with a way back.")


def _same_outlet(ws: Workspace, rows: pd.DataFrame) -> None:
    """One outlet for all articles of the table that have none."""
    empty = rows.loc[rows["outlet"].isna(), "article_id"].tolist()
    if len(empty) < 2:
        return
    name = st.text_input(
        f"One outlet for the {len(empty):,} that have none", key="facts_outlet", placeholder="its name"
    )
    if st.button("Fill in", key="facts_outlet_save", disabled=not (name or "").strip()):
        corrections.type_in(ws, {article_id: {"outlet": name} for article_id in empty}, who=decisions.who())
        _again(f"Outlet of {count(len(empty), 'article')} saved.")


def _again(words: str) -> None:
    st.session_state[_SAVED] += 1
    st.toast(plain(words))
    st.rerun()


def of_article(article: Mapping[str, Any]) -> None:
    """What is known of one article, and from where."""
    with st.popover("About this text", type="tertiary"):
        for field, name in FIELDS.items():
            told = origin(article.get(f"{field}_from"))
            value = article.get(field)
            words = shown(value, "unknown")
            st.markdown(f"**{name}** {plain(words)}" + (f" ({plain(told)})" if told else ""))
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
        if article.get("text_from") == "mended":
            st.caption("Characters that were read in a wrong encoding once were mended when it was added.")
        if st.button("All facts", key="facts_open", type="tertiary"):
            links.go("articles.py", article="", at="", part="facts")
