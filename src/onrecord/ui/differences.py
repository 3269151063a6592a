"""What both of two articles have and what only one of them has, every entry with its evidence."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from onrecord.analysis.comparison import Comparison, kept_spans
from onrecord.analysis.evidence import of_mentions
from onrecord.analysis.numbers import numbers
from onrecord.interchange.sentences import Sentences
from onrecord.ui import evidence, reader
from onrecord.ui.reader import GridRow, Item
from onrecord.ui.text import count, quoted, shorten, shown
from onrecord.workspace import ArticleView

type Row = dict[Hashable, Any]
type Views = Sequence[ArticleView]

SOME, FEW = 7, 5
"""Names, and statements, of a cell; the last line opens all of them."""
WHERE = ("both", "a", "b")
ALL = "*"


@st.fragment
def show(found: Comparison, views: Views, called: Sequence[str]) -> None:
    """Draw the two tables; a fragment, so that a click opens its panel without drawing the texts anew."""
    st.subheader("What only one of them has", anchor=False)
    heads = ["", "Both, and how often in each", *(f"Only {name}" for name in called)]
    names = reader.grid("What both have, and what only one", heads, beside(found), key="beside")
    st.subheader("Who gets how many words", anchor=False)
    words = reader.grid("Words of quotation by article", ["", *called], quotation(found), key="words")
    for asked in (names, words):
        if asked and asked.do == "show":
            open_evidence(asked.id, found, views, called)


def beside(found: Comparison) -> list[GridRow]:
    """Rows of the table: people quoted, names, amounts, statements; cells for both, the first, the second."""
    tables: list[tuple[str, str, pd.DataFrame, str, Callable[[Row], str]]] = [
        ("Quoted", "people", found.people, "speaker_id", lambda row: shown(row["speaker"])),
        ("Named", "entities", found.entities, "entity_id", lambda row: shown(row["entity"])),
        ("Amounts", "numbers", found.numbers, "number", lambda row: shown(row["text"])),
    ]
    rows = [
        GridRow(
            Item(head),
            tuple(_cell(table, rows[rows["where"] == where], where, key, name) for where in WHERE),
        )
        for head, table, rows, key, name in tables
    ]
    return [*rows, GridRow(Item("Statements"), tuple(_statements(found, where) for where in WHERE))]


def _cell(
    table: str, rows: pd.DataFrame, where: str, key: str, name: Callable[[Row], str]
) -> tuple[Item, ...]:
    if rows.empty:
        return (Item("nobody" if table == "people" else "nothing", tone="absent"),)
    first = [
        Item(name(row), f"{table}/{where}/{row[key]}", _how_often(row))
        for row in rows.head(SOME).to_dict("records")
    ]
    return (*first, *_more(len(rows), f"{table}/{where}/{ALL}"))


def _how_often(row: Row) -> str:
    counts = [number for number in (row["n_a"], row["n_b"]) if number]
    return " · ".join(f"{number:,}" for number in counts) if counts != [1] else ""


def _statements(found: Comparison, where: str) -> tuple[Item, ...]:
    rows = found.quotes[found.quotes["where"] == where]
    if rows.empty:
        return (Item("nothing", tone="absent"),)
    if where == "both":
        told = found.ties["statement_id"].nunique()
        return (Item(count(told, "statement"), f"quotes/both/{ALL}", "told by both"),)
    longest = rows.assign(_n=rows["text"].str.len()).sort_values("_n", ascending=False, kind="stable")
    first = [
        Item(shorten(quoted(row["text"]), 70), f"quotes/{where}/{row['quote_id']}", shown(row["speaker"]))
        for row in longest.head(FEW).to_dict("records")
    ]
    return (*first, *_more(len(rows), f"quotes/{where}/{ALL}", FEW))


def _more(number: int, show: str, given: int = SOME) -> tuple[Item, ...]:
    return (Item(f"all {number:,}", show),) if number > given else ()


def quotation(found: Comparison) -> list[GridRow]:
    """Rows of the table: how much of each text is common, who gets how many words of quotation in each."""
    words = found.words.to_dict("records")
    common = tuple((_common(row),) for row in words)
    marked = tuple((_marked(row),) for row in words)
    most = max([1, *found.people["marked_a"], *found.people["marked_b"]])
    people = found.people.assign(_n=found.people["marked_a"] + found.people["marked_b"])
    people = people.sort_values(["_n", "reported_a", "reported_b"], ascending=False, kind="stable")
    return [
        GridRow(Item("Text that both have"), common),
        GridRow(Item("In quotation marks", note="all speakers"), marked),
        *(
            GridRow(Item(shown(row["speaker"])), tuple(_words(row, side, most) for side in ("a", "b")))
            for row in people.to_dict("records")
        ),
    ]


def _common(row: Row) -> Item:
    """How much of an article's text the other one has, too."""
    if not row["common"]:
        return Item("none", tone="absent")
    share = row["common"] / max(row["words"], 1)
    note = f"of its words; {row['common_marked'] / row['common']:.0%} of it in quotation marks"
    return Item(f"{share:.0%}", f"sentences/{row['side']}/{ALL}", note, share=share)


def _marked(row: Row) -> Item:
    """An article's words of quotation, whoever said them."""
    quoted = row["marked"] + row["reported"]
    show = f"marked/{row['side']}/{ALL}" if quoted else ""
    return Item(count(row["marked"], "word"), show, _reported(row["reported"]))


def _words(row: Row, side: str, most: int) -> tuple[Item, ...]:
    if not row[f"n_{side}"]:
        return (Item("not quoted", tone="absent"),)
    words, reported = row[f"marked_{side}"], row[f"reported_{side}"]
    show = f"marked/{side}/{row['speaker_id']}"
    if not words:
        return (Item(count(reported, "word"), show, "in reported speech, none in marks"),)
    return (Item(count(words, "word"), show, _reported(reported), share=words / most),)


def _reported(words: int) -> str:
    return f"and {words:,} in reported speech" if words else ""


def open_evidence(show: str, found: Comparison, views: Views, called: Sequence[str]) -> None:
    """Open the panel on what an entry of the tables counts; ``show`` comes from a browser."""
    table, _, rest = show.partition("/")
    where, _, key = rest.partition("/")
    makers: dict[str, Callable[[str, str, Comparison, Views], pd.DataFrame]] = {
        "people": _of_people, "marked": _of_words, "quotes": _of_quotes, "entities": _of_entities,
        "numbers": _of_numbers, "sentences": _of_sentences,
    }  # fmt: skip
    if table not in makers or where not in WHERE:
        return
    rows = makers[table](where, key, found, views)
    if rows.empty:
        return
    about = pd.DataFrame([view.article for view in views])[["article_id", "headline", "outlet", "published"]]
    rows = rows.drop(columns=["headline", "outlet", "published"], errors="ignore").merge(
        about, on="article_id"
    )
    place = {"both": "both articles", "a": called[0], "b": called[1]}[where]
    unit = "quote" if table in ("people", "marked", "quotes") else "sentence"
    evidence.show(f"{_title(table, key, found)}, in {place}", rows, unit=unit)


def _title(table: str, key: str, found: Comparison) -> str:
    if key == ALL:
        return {
            "people": "People quoted", "marked": "Words of quotation", "quotes": "Statements",
            "entities": "Names", "numbers": "Amounts", "sentences": "Text that both have",
        }[table]  # fmt: skip
    names = {
        **dict(zip(found.people["speaker_id"], found.people["speaker"], strict=True)),
        **dict(zip(found.entities["entity_id"], found.entities["entity"], strict=True)),
    }
    return "One statement" if table == "quotes" else shown(names.get(key), key)


def _sides(where: str, views: Views) -> list[str]:
    """Ids of the articles that a column of the table is about."""
    return [
        str(view.article["article_id"])
        for view, side in zip(views, ("a", "b"), strict=True)
        if where in ("both", side)
    ]


def _keys(table: pd.DataFrame, name: str, where: str, key: str) -> list[Any]:
    """What an entry stands for: itself, or all that the cell holds."""
    return [key] if key != ALL else table.loc[table["where"] == where, name].tolist()


def _of_people(where: str, key: str, found: Comparison, views: Views) -> pd.DataFrame:
    quotes = found.quotes[found.quotes["article_id"].isin(_sides(where, views))]
    wanted = _keys(found.people, "speaker_id", where, key)
    return evidence.from_quotes(quotes[quotes["speaker_id"].isin(wanted)])


def _of_words(where: str, key: str, found: Comparison, views: Views) -> pd.DataFrame:
    """The quotes of a speaker in one article, or of everyone there, whoever the other article quotes."""
    quotes = found.quotes[found.quotes["article_id"].isin(_sides(where, views))]
    return evidence.from_quotes(quotes if key == ALL else quotes[quotes["speaker_id"] == key])


def _of_quotes(where: str, key: str, found: Comparison, views: Views) -> pd.DataFrame:
    quotes = found.quotes[found.quotes["quote_id"].isin(_keys(found.quotes, "quote_id", where, key))]
    return evidence.from_quotes(quotes)


def _of_entities(where: str, key: str, found: Comparison, views: Views) -> pd.DataFrame:
    mentions = pd.concat([view.mentions for view in views if len(view.mentions)])
    wanted = mentions["entity_id"].isin(_keys(found.entities, "entity_id", where, key))
    here = mentions["article_id"].isin(_sides(where, views))
    kept = mentions["passage_kind"].isin(["body", "heading", "summary"])
    about = pd.DataFrame([view.article for view in views])
    return of_mentions(mentions[wanted & here & kept], about)


def _of_numbers(where: str, key: str, found: Comparison, views: Views) -> pd.DataFrame:
    wanted = set(_keys(found.numbers, "number", where, key))
    rows = []
    for view in views:
        article_id = str(view.article["article_id"])
        sentences = Sentences(view.text)
        for row in numbers(view.text, kept_spans(view)).to_dict("records"):
            if row["number"] in wanted and article_id in _sides(where, views):
                start, end = sentences.around(row["start"], row["end"])
                mark = [(row["start"], row["end"], "hit", row["number"])]
                rows.append((article_id, start, end, mark))
    return pd.DataFrame(rows, columns=["article_id", "context_start", "context_end", "highlights"])


def _of_sentences(where: str, key: str, found: Comparison, views: Views) -> pd.DataFrame:
    """Each shared sentence of one article, the words that both have marked."""
    side = "b" if where == "b" else "a"
    article_id = _sides(side, views)[0]
    rows = [
        (article_id, row[f"{side}_start"], row[f"{side}_end"],
         [(start, end, "hit", "in both") for start, end in row[f"{side}_same"]])
        for row in found.sentences.to_dict("records")
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=["article_id", "context_start", "context_end", "highlights"])
