"""The articles page: its answer, its parts, the list of articles, one article to read."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from onrecord.charts.colours import KIND_NAMES, kind_colours
from onrecord.cleaning.language import language_name
from onrecord.ui import choosing, copies, decisions, evidence, facts, figures, filters, links, reader
from onrecord.ui.text import count, day, from_outlets, place, plain, shown
from onrecord.workspace import ArticleView, Workspace

_PART, _CHOICE = "_part", "part_shown"
"""The part that was shown last, and the widget that chooses: the address may name another since."""

MOST_FILES = 500
"""Files that are listed each; of more, their folders are."""

_TABLE = "_articles_table"
"""Number of the table: a new one after each article, or the row still selected would open it again."""


PARTS: dict[str, str] = {
    "articles": "Articles",
    "files": "Files",
    "aside": "Set aside",
    "copies": "Copies",
    "facts": "Facts",
    "languages": "Other languages",
    "unread": "Not read",
    "decisions": "Decisions",
}
"""Parts of the page, by what the address calls them."""


def answer(articles: pd.DataFrame, numbers: Mapping[str, int]) -> None:
    """What was read, from where, with what result, in two lines."""
    first, last = articles["published"].min(), articles["published"].max()
    span = f", {day(first)} to {day(last)}" if pd.notna(first) and first != last else ""
    source = from_outlets(articles["outlet"].nunique(), int(articles["outlet"].isna().sum()))
    files = files_of(articles)["Articles"]
    st.write(
        f"{count(len(articles), 'article')}{source}{span}, read from {count(len(files), 'file')}: "
        f"{count(articles['words'].sum(), 'word')}, {count(articles['quotes'].sum(), 'quote')}, "
        f"{count(articles['mentions'].sum(), 'name')}."
    )
    told = {
        "aside": f"{count(numbers['aside'], 'passage')} set aside as no part of the report",
        "copies": f"{count(numbers['copies'], 'article')} with copies",
        "facts": f"{numbers['facts']:,} with a fact missing or unsure",
        "languages": f"{numbers['languages']:,} in other languages",
        "unread": f"{count(numbers['unread'], 'file')} not read",
    }
    st.caption(" · ".join(words for part, words in told.items() if numbers[part]) or "Nothing is missing.")


def choose(numbers: Mapping[str, int]) -> str:
    """Which part of the page is open; the address keeps it. What holds nothing is not offered."""
    always = {"articles", "files", "aside", "facts", "decisions"}
    offered = [part for part in PARTS if part in always or numbers.get(part)]
    asked = st.query_params.get("part", "articles")
    if asked != st.session_state.get(_PART) or st.session_state.get(_CHOICE) not in offered:
        st.session_state[_CHOICE] = asked if asked in offered else "articles"
    chosen = st.segmented_control(
        "Show",
        offered,
        format_func=lambda part: PARTS[part] + (f" {numbers[part]:,}" if numbers.get(part) else ""),
        required=True,
        key=_CHOICE,
        label_visibility="collapsed",
    )
    part = st.session_state[_PART] = str(chosen or "articles")
    if part != asked:
        st.query_params["part"] = part
    return part


def copied(copies: pd.DataFrame) -> None:
    """Articles that share a text, cluster by cluster; choosing one offers to read or compare it."""
    texts = copies["cluster"].nunique()
    st.write(
        f"{count(len(copies), 'article')} tell {count(texts, 'text')}. Nothing is deleted: the switch "
        "“Texts that count” says whether each of them counts or each text once."
    )
    rows = pd.DataFrame(
        {
            "Text": copies["headline"],
            "Outlet": copies["outlet"],
            "Published": copies["published"],
            "It is": copies["relation"],
            "Copies": copies["size"],
            "Why": copies["why"],
        }
    )
    at = choosing.row(
        rows,
        key="copied",
        alt="Articles that share a text, biggest groups first, with what each is to the original",
        columns={
            "Text": st.column_config.TextColumn(width="medium"),
            "Published": st.column_config.DateColumn(format="D MMM YYYY"),
            "Why": st.column_config.TextColumn(width="medium"),
        },
    )
    if at is None:
        st.caption("Select an article to read it, or to compare it with the original.")
        return
    row = copies.iloc[at]
    with st.container(horizontal=True):
        if st.button("Read it", key="copied_read"):
            links.open_article(str(row["article_id"]))
        other = row["cluster"] if row["relation"] != "original" else _another(copies, row)
        if st.button("Compare", key="copied_compare"):
            links.compare(str(other), str(row["article_id"]))


def _another(copies: pd.DataFrame, row: pd.Series) -> str:
    same = copies[(copies["cluster"] == row["cluster"]) & (copies["article_id"] != row["article_id"])]
    return str(same["article_id"].iloc[0])


def files_of(articles: pd.DataFrame) -> pd.DataFrame:
    """File, Articles, Words, Quotes, Added: what each file, or folder of many files, brought."""
    paths = articles["path"].map(shown)
    if paths.nunique() > MOST_FILES:
        paths = paths.str.rpartition("/")[0] + "/"
    grouped = articles.assign(File=paths.where(paths != "", "given without a file")).groupby("File")
    found = grouped.agg(
        Articles=("article_id", "size"),
        Outlets=("outlet", "nunique"),
        Words=("words", "sum"),
        Quotes=("quotes", "sum"),
        Added=("added", "max"),
    )
    return found.sort_values(["Added", "File"], ascending=[False, True]).reset_index()


def files(articles: pd.DataFrame) -> None:
    """What was read from where; choosing a file lists its articles."""
    rows = files_of(articles)
    at = choosing.row(
        rows.assign(File=rows["File"].map(place)),
        key="files",
        alt="Files with the number of articles, words and quotes that were read from them",
        columns={
            "File": st.column_config.TextColumn(width="large"),
            "Words": st.column_config.NumberColumn(format="localized"),
            "Added": st.column_config.DatetimeColumn(format="D MMM YYYY, HH:mm"),
        },
    )
    if at is None:
        st.caption("Select a file to list its articles.")
        return
    name = str(rows["File"].iloc[at])
    paths = articles["path"].map(shown)
    mine = paths.str.startswith(name) if name.endswith("/") else paths == name
    table(articles[mine].reset_index(drop=True))


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
    if rows["File"].nunique() < 2:
        rows = rows.drop(columns="File")
    at = choosing.row(
        rows,
        key=f"articles_table_{st.session_state.setdefault(_TABLE, 0)}",
        alt="Articles with outlet, date and how much was found in them; select a row to read the article",
        columns={
            "Title": st.column_config.TextColumn(width="large"),
            "Published": st.column_config.DateColumn(format="D MMM YYYY"),
            "Words": st.column_config.NumberColumn(format="localized"),
        },
        tall=True,
    )
    st.caption("Select a row to read the article.")
    if at is not None:
        st.session_state[_TABLE] += 1
        links.open_article(str(articles["article_id"].iloc[at]))


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
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button("All articles", key="back", icon=":material/arrow_back:"):
            links.close_article()
        if st.button("Compare with another", key="compare_this"):
            links.compare(article_id)
        facts.of_article(view.article)
        _key(view)
        correct = not ws.read_only and st.toggle(
            "Correct passages", key="correct", help="Say of each passage whether it belongs to the report."
        )
    _language(view.article)
    copies.note(ws, filters.selection(), article_id)
    if correct:
        st.caption("Choose the small word above a passage to say what the passage is.")
    event = reader.article(view, key="reader", at=at, correct=correct)
    if view.quotes.empty and view.mentions.empty:
        st.caption("No quotes and no names were found in this article.")
    if event and event.do == "passage" and correct:
        decisions.ask(ws, view, event.at)
    else:
        evidence.follow(ws, event)


def _language(article: Mapping[str, object]) -> None:
    if not article.get("counted", True):
        name = language_name(str(article.get("language")))
        st.info(f"This article is in {plain(name)}: no figure counts it, and no quotes were looked for.")


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
