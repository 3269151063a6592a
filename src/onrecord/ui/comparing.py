"""What ties two articles, for the linked columns: statements both tell, sentences both have."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from onrecord.analysis.comparison import Comparison, of_views
from onrecord.analysis.shared_text import Areas, overlap
from onrecord.records import Span
from onrecord.ui import alerts
from onrecord.ui.reader import Link
from onrecord.ui.reader.marks import IN_MARKS
from onrecord.ui.text import count, day, shorten, shown
from onrecord.workspace import ArticleView, Workspace

type Row = dict[Hashable, Any]

RELATIONS = {"verbatim": "word for word", "truncated": "shortened", "reworded": "in another wording"}
SENTENCES = {"verbatim": "the same sentence", "edited": "the same sentence, edited"}
MOSTLY = 0.6
"""Share of a sentence that a statement takes, from which the sentence is no passage of prose."""
NAME = 32
"""Characters of an article's name above its column."""


def read(ws: Workspace, article_id: str) -> ArticleView:
    """An article with all its rows, read once for each version; shared, so never to be changed."""
    return _read(ws, str(ws.path), ws.version(), article_id)


@st.cache_resource(show_spinner=False, max_entries=64)
def _read(_ws: Workspace, path: str, version: int, article_id: str) -> ArticleView:
    return _ws.reading(article_id)


def compared(ws: Workspace, left: ArticleView, right: ArticleView) -> Comparison:
    """The comparison of two articles, made once for each version of the workspace."""
    ids = [str(view.article["article_id"]) for view in (left, right)]
    return _compared(ws, (left, right), str(ws.path), ws.version(), *ids)


@st.cache_resource(show_spinner="Comparing …", max_entries=64)
def _compared(
    _ws: Workspace, _views: tuple[ArticleView, ArticleView], path: str, version: int, a: str, b: str
) -> Comparison:
    return of_views(_ws, *_views)


def names(views: Sequence[ArticleView]) -> list[str]:
    """What each article is called: its outlet; with the day, or by its headline, where that is not enough."""

    def outlet(view: ArticleView) -> str:
        return shown(view.article.get("outlet"))

    def dated(view: ArticleView) -> str:
        return " ".join(filter(None, [outlet(view), day(view.article.get("published"), "")]))

    def headline(view: ArticleView) -> str:
        return shown(view.article.get("headline"), "Untitled")

    for name in (outlet, dated, headline):
        found = [name(view) for view in views]
        if all(found) and len(set(found)) == len(found):
            return [shorten(text, NAME) for text in found]
    return [f"{shorten(headline(view), NAME - 4)} ({at})" for at, view in enumerate(views, 1)]


def links(found: Comparison, called: Sequence[str]) -> list[Link]:
    """Ties and shared sentences in the order of the first text; numbers go by statement and by passage."""
    entries = [*_ties(found, called), *_sentences(found)]
    entries.sort(key=lambda entry: (entry[1].sides[0][0], -entry[1].sides[0][1], entry[0]))
    numbers: dict[str, int] = {}
    for about, _ in entries:
        numbers.setdefault(about, len(numbers) + 1)
    return [replace(link, number=numbers[about]) for about, link in entries]


def _ties(found: Comparison, called: Sequence[str]) -> Iterator[tuple[str, Link]]:
    """What is told by both: the statement, and the link of two tellings."""
    quotes = {row["quote_id"]: row for row in found.quotes.to_dict("records")}
    for tie in found.ties.to_dict("records"):
        one, two = quotes[tie["a_quote_id"]], quotes[tie["b_quote_id"]]
        sides = (int(one["start"]), int(one["end"])), (int(two["start"]), int(two["end"]))
        lost = alerts.lines(tie["a_alerts"]), alerts.lines(tie["b_alerts"])
        facts = _relation(tie, called) + _marks(one, two, called)
        told = str(tie["statement_id"])
        link = Link(0, "statement", sides, _speakers(one, two, called), facts, alerts=lost, statement=told)
        yield f"statement {told}", link


def _sentences(found: Comparison) -> Iterator[tuple[str, Link]]:
    """What both texts have: the passage, and the link of two sentences.

    A passage that is hardly more than a statement told by both is left to that. The keys stop at the first
    sentence of a passage and at every edit; the rest is the same on both sides.
    """
    seen: set[object] = set()
    told = found.quotes[found.quotes["quote_id"].isin(found.ties["a_quote_id"])]
    areas = Areas(list(zip(told["start"], told["end"], strict=True)))
    prose = found.sentences.assign(_told=[_share(same, areas) for same in found.sentences["a_same"]])
    prose = prose[prose.groupby("passage")["_told"].transform("min") < MOSTLY]
    for row in prose.to_dict("records"):
        sides = (row["a_start"], row["a_end"]), (row["b_start"], row["b_end"])
        stop = row["passage"] not in seen or row["relation"] == "edited"
        seen.add(row["passage"])
        link = Link(0, "sentence", sides, "Common text", SENTENCES[row["relation"]], stop)
        yield f"passage {row['passage']}", link


def _share(same: Sequence[Span], areas: Areas) -> float:
    """How much of the stretches of a sentence lies in the areas, by characters."""
    if not same:
        return 0.0
    near = areas.near((same[0][0], same[-1][1]))
    length = sum(end - start for start, end in same)
    return sum(end - start for start, end in overlap(same, near)) / length


def _speakers(one: Row, two: Row, called: Sequence[str]) -> str:
    """Who is given the words; both names where the two articles differ."""
    names = shown(one["speaker"], "speaker unknown"), shown(two["speaker"], "speaker unknown")
    return names[0] if names[0] == names[1] else _each(names, called)


def _relation(tie: Row, called: Sequence[str]) -> str:
    """How the two wordings stand to each other; of a cut one, who cut it where."""
    facts = RELATIONS[tie["relation"]]
    if tie["cut_by"]:
        facts += f" at the {' and '.join(tie['cut_at'])} by {called['ab'.index(tie['cut_by'])]}"
    return facts


def _marks(one: Row, two: Row, called: Sequence[str]) -> str:
    """How each of them prints the words, where that differs."""
    if one["type"] == two["type"]:
        return ""
    return f" ({_each([IN_MARKS[one['type']], IN_MARKS[two['type']]], called)})"


def _each(said: Sequence[str], called: Sequence[str]) -> str:
    """What holds of each article: ``in quotation marks in A, as reported speech in B``."""
    return ", ".join(f"{words} in {name}" for words, name in zip(said, called, strict=True))


def answer(found: Comparison, called: Sequence[str]) -> str:
    """What the two have in common, in a sentence."""
    kept = found.ties.groupby("statement_id")["relation"].agg(lambda relations: "verbatim" in set(relations))
    told = len(kept)
    changed = told - int(kept.sum())
    if not told:
        said = "No statement is told by both"
    elif told == 1:
        said = "Both tell one statement, " + ("not word for word" if changed else "word for word")
    else:
        how = {0: "all word for word", told: "none word for word"}
        said = f"Both tell {count(told, 'statement')}, "
        said += how.get(changed, f"{changed:,} of them not word for word")
    shares = [
        f"{row['common'] / max(row['words'], 1):.0%} of {name}"
        for row, name in zip(found.words.to_dict("records"), called, strict=True)
        if row["common"]
    ]
    return said + (
        f"; {' and '.join(shares)} is text that both have" if shares else "; they share no sentence"
    )
