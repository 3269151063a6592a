"""Words on the page: escaping for markdown, counts with their nouns, dates."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from pandas import isna
from pandas.api.types import is_scalar

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$&^=\"'@/])")
_DIRECTIVE = re.compile(r":(?=[\w+-])")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]+")
_BIDI = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
WORD_JOINER = "\u2060"

IRREGULAR = {
    "person": "people",
    "country": "countries",
    "entity": "entities",
    "company": "companies",
    "copy": "copies",
    "title of a work": "titles of works",
}


def plain(value: object) -> str:
    """Foreign text for a markdown label: nothing in it formats, links, loads or turns the line round.

    Streamlit's own marks (``:red[…]``, ``:material/…:``, emoji codes) work on text that markdown has
    already unescaped, so a word joiner parts the colon from what follows.
    """
    text = _BIDI.sub("", _CONTROL.sub(" ", str(value)))
    return _DIRECTIVE.sub(":" + WORD_JOINER, _MARKDOWN.sub(r"\\\1", text))


def shown(value: object, missing: str = "") -> str:
    """A cell's text, or ``missing`` where the table has none (None, NaN, NaT)."""
    return missing if lacking(value) else str(value)


def quoted(value: object) -> str:
    """A quote's words by themselves: without the comma that led on to who said them."""
    return shown(value).rstrip(" ,;:–—")


def place(path: str) -> str:
    """A file with its folder, ``harbour/a.txt``: where it lies on the server is nobody else's business."""
    parts = [part for part in path.split("/") if part]
    return "/".join(parts[-2:]) + ("/" if path.endswith("/") else "")


def lacking(value: Any) -> bool:
    """Whether a cell is empty: None, NaN, NaT or NA."""
    if isinstance(value, str):
        return False
    return value is None or (is_scalar(value) and bool(isna(value)))


def count(number: float, noun: str) -> str:
    """``12,480 quotes``, ``1 article``."""
    plural = IRREGULAR.get(noun) or (noun[:-1] + "ies" if noun.endswith("ty") else noun + "s")
    return f"{number:,.0f} {noun if number == 1 else plural}"


def from_outlets(named: int, unknown: int) -> str:
    """`` from 3 outlets (1 of unknown outlet)``: of articles, ``unknown`` of which name none; else empty."""
    rest = f" ({unknown:,} of unknown outlet)" if unknown else ""
    return f" from {count(named, 'outlet')}{rest}" if named else ""


def day(value: object, missing: str = "undated") -> str:
    """``18 August 2017``, or ``missing``."""
    if lacking(value) or not isinstance(value, date):
        return missing
    return f"{value.day} {value:%B %Y}"


def shorten(text: str, limit: int = 80) -> str:
    """At most ``limit`` characters, cut at a word, with an ellipsis."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[limit // 2 :] else cut) + "…"
