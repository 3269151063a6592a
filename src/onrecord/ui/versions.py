"""A statement's versions, aligned word by word with its fullest telling.

Streamlit has no element for words that are struck out or tinted one by one, so this is HTML of our own
making: every word from an article is escaped, and only the tags below are written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from onrecord.analysis.wording import align, kept_share
from onrecord.charts.colours import HAIRLINE, QUIET, Theme, palette
from onrecord.ui import evidence, figures, links, paging
from onrecord.ui.text import count, day, plain, shown

_SERIF = "'Source Serif', Charter, 'Iowan Old Style', Georgia, 'Liberation Serif', serif"
_CLOSING = re.compile(r"[^\w\s]+(?=\s|$)")
_BIDI = str.maketrans("", "", "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

RELATIONS = {"verbatim": "word for word", "truncated": "shortened", "reworded": "in another wording"}


def show(statement: pd.Series, told: pd.DataFrame) -> None:
    """A statement's tellings, the fullest first; each opens its place in the article."""
    theme = figures.theme()
    st.subheader(plain(f"{shown(statement['speaker'], 'Somebody')}, told {_times(told)}"), anchor=False)
    fullest = str(statement["text"])
    ordered = told.assign(_place=told["quote_id"] != statement["quote_id"])
    ordered = ordered.sort_values(["_place", "outlet", "score"], ascending=[True, True, False])
    _legend(theme)
    first = str(ordered["article_id"].iloc[0])
    part = paging.turn(ordered.drop(columns="_place"), key=f"tellings_{statement['statement_id']}")
    for row in part.to_dict("records"):
        version = {str(name): value for name, value in row.items()}
        is_fullest = version["quote_id"] == statement["quote_id"]
        with st.container(gap="xxsmall"):
            with st.container(horizontal=True, vertical_alignment="center"):
                st.html(_head(fullest, version, is_fullest=is_fullest, theme=theme), width="content")
                _ways(version, first)
            st.html(_words(fullest, version, is_fullest=is_fullest, theme=theme))
    if st.button("All tellings as a list", key="all_tellings"):
        evidence.show("Every telling", evidence.from_quotes(ordered), unit="quote")


def answer(statements: pd.DataFrame, least: int, place: str) -> str:
    """How many statements travel that far, and how many of them change on the way."""
    changed = int((statements["truncated"] + statements["reworded"] > 0).sum())
    told = f"told by {count(least, place)} or more" if least > 1 else "told"
    number = f"{changed:,}" if changed else "none"
    all_of_them = "it" if len(statements) == 1 else "all"
    return f"{count(len(statements), 'statement')} {told}; " + (
        f"{all_of_them if changed == len(statements) else number} changed on the way"
    )


def _ways(version: dict[str, Any], first: str) -> None:
    """From a telling into its article, and beside the article that has the first one."""
    if st.button("Read on", key=f"open_{version['quote_id']}", type="tertiary"):
        links.open_article(version["article_id"], f"{version['start']}-{version['end']}")
    if version["article_id"] != first and st.button(
        "Compare", key=f"compare_{version['quote_id']}", type="tertiary",
        help="This article beside the one with the fullest telling",
    ):  # fmt: skip
        links.compare(first, version["article_id"])


def _times(told: pd.DataFrame) -> str:
    outlets = told["outlet"].nunique()
    by = (
        f" by {count(outlets, 'outlet')}"
        if outlets
        else f" in {count(told['article_id'].nunique(), 'article')}"
    )
    return f"{count(len(told), 'time')}{by}"


def _legend(theme: Theme) -> None:
    """What the marks mean, said once."""
    cut = f"<del>left out</del> · {_new('put in or changed', theme)} · the rest is kept"
    st.html(
        f"<p style='font-size:0.85rem;color:{QUIET[theme]};margin:0'>Against the fullest telling: {cut}</p>"
    )


def _head(fullest: str, version: dict[str, Any], *, is_fullest: bool, theme: Theme) -> str:
    """Who tells it, when and how, as HTML."""
    outlet = escape(_clean(shown(version["outlet"]) or shown(version["headline"])))
    facts = " · ".join([day(version["published"]), *_facts(fullest, version, is_fullest)])
    return (
        f"<div style='font-size:0.85rem'><b>{outlet}</b> "
        f"<span style='color:{QUIET[theme]}'>{escape(facts)}</span></div>"
    )


def _words(fullest: str, version: dict[str, Any], *, is_fullest: bool, theme: Theme) -> str:
    """One version's words against the fullest telling, as HTML."""
    words = escape(_clean(fullest)) if is_fullest else marked(fullest, str(version["text"]), theme)
    return (
        f'<p style="font-family:{_SERIF};font-size:17px;line-height:1.6;max-width:70ch;margin:0;'
        f"padding-bottom:0.8rem;border-bottom:1px solid {HAIRLINE[theme]};overflow-wrap:anywhere;"
        f'unicode-bidi:isolate">{words}</p>'
    )


def marked(fullest: str, version: str, theme: Theme = "light") -> str:
    """The version's words as HTML: what it left out is struck, what it put in is tinted."""
    return "".join(_pieces(fullest, version, theme))


def _pieces(fullest: str, version: str, theme: Theme) -> Iterator[str]:
    at = 0
    for row in align(fullest, version).to_dict("records"):
        # A mark that closes a word stays with it, before what was left out after it.
        closing = _CLOSING.match(version, at)
        if at and closing:
            yield escape(_clean(closing[0]))
            at = closing.end()
        if row["change"] in ("cut", "changed"):
            yield f" <del style='color:{QUIET[theme]}'>{escape(_clean(row['a_text']))}</del> "
        if row["change"] == "cut":
            continue
        # What stands between two stretches, punctuation mostly, belongs to the version's own text.
        yield escape(_clean(version[at : row["b_start"]]))
        text = escape(_clean(row["b_text"]))
        yield text if row["change"] == "same" else _new(text, theme)
        at = row["b_end"]
    yield escape(_clean(version[at:]))


def _new(escaped: str, theme: Theme) -> str:
    colour = palette(theme)[0]
    return (
        f"<ins style='text-decoration:none;border-radius:2px;border-bottom:1.5px solid {colour};"
        f"background:color-mix(in srgb, {colour} 18%, transparent)'>{escaped}</ins>"
    )


def _facts(fullest: str, version: dict[str, Any], is_fullest: bool) -> Iterator[str]:
    if is_fullest:
        yield "the fullest telling"
    else:
        yield RELATIONS.get(version["relation"], str(version["relation"]))
        yield f"keeps {kept_share(align(fullest, str(version['text']))):.0%} of the words"
    yield {"direct": "in quotation marks", "mixed": "partly in quotation marks"}.get(
        str(version["type"]), "as reported speech"
    )


def _clean(text: object) -> str:
    return " ".join(str(text).translate(_BIDI).split()) if str(text).strip() else (" " if str(text) else "")
