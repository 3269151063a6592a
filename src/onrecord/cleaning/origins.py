"""Facts that an article's input did not state, inferred from its address and its text, each with its origin.

What is stated always wins, and what cannot be told stays unknown. ``SURE`` says how often an origin is
right: measured where there is gold, else set by hand and marked so in ``docs/accuracy-passages.md``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from onrecord.cleaning.context import PERSON
from onrecord.cleaning.outlets import outlet_of
from onrecord.cleaning.patterns import DAY, MONTH
from onrecord.reading.dates import parse_date
from onrecord.records import Article, Passage

type Found = tuple[Any, str]
"""A fact, and the origin it comes from."""

STATED, TYPED = "stated", "typed in"
SURE: Mapping[str, float] = {
    STATED: 1.0,
    TYPED: 1.0,
    "address": 0.98,
    "credit line": 0.95,
    "rights line": 0.88,
    "byline": 0.9,
    "dateline": 0.9,
    "date line": 0.8,
    "first line": 0.6,
    "text": 0.4,
}
"""Origin to the share of facts from there that are right."""

FACTS = ("title", "outlet", "published", "author")
TOP, NEAR, FAR = 4, 600, 1500
"""At the top: passages for a headline, characters for a line with the day, and for a day in a sentence."""

WEEKDAY = re.compile(rf"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? ({DAY})\b")
IN_ADDRESS = re.compile(
    r"/((?:19|20)\d\d)(?:/(\d{1,2}|[a-z]{3})/(\d{1,2})(?=[/-]|$)|-(\d\d)-(\d\d)(?=\D|$)|(\d\d)(\d\d)(?=[/_-]|$))"
)
DATELINE = re.compile(
    rf"^[A-Z][A-Z .,'’-]{{2,40}}(?:, [A-Z][\w. ]{{1,20}})?,? (?:\(.{{2,30}}\) )?(?:[—–-]+ )?"
    rf"({DAY}|{MONTH} \d{{1,2}})\b"
)
DATE_LINE = re.compile(
    rf"^(?:(?:first |last |originally )?(?:published|updated|posted|modified|created)\b.{{0,30}}?)?"
    rf"(?:[A-Z][a-z]+day,? )?({DAY}|(?:19|20)\d\d-\d\d-\d\d|\d{{1,2}}/\d{{1,2}}/(?:19|20)\d\d)\b.{{0,40}}$",
    re.IGNORECASE,
)
RIGHTS = re.compile(
    r"(?:©|\(c\)|[Cc]opyright)(?:\s*(?:©|\(c\)|[Cc]opyright))?\s*"
    r"(?:(?:19|20)\d\d(?:\s?[–-]\s?(?:19|20)?\d\d)?,?\s+)?(?:by )?"
    r"((?:The )?[A-Z][\w'’&-]*(?:\.com)?(?: (?:of|and|&|the|for|[A-Z][\w'’&-]*)){0,5}?)"
    r"(?=,? (?:Inc|LLC|Ltd|Corp|Co|Company)\b|[.,;|]|\s*$| All | \d)"
)
CONTRIBUTED = re.compile(
    r"^((?:The )?[A-Z][\w&.]*(?: [A-Z][\w&.]*){0,3})['’]s? (?:[A-Z][\w.'’-]+,? (?:and )?){2,12}.{0,40}"
    r"\bcontributed to (?:this|the) (?:report|story|article)\b"
)
"""CNN's Ann Lee contributed to this report: whose reporter helped. An agency's may help anyone."""
AGENCIES = re.compile(r"Associated Press|\bAP$|Reuters|AFP|Agence|Bloomberg|Press Association")
RIGHTS_YEAR = re.compile(r"(?:©|\(c\)|[Cc]opyright)[^\d\n]{0,40}((?:19|20)\d\d)")
BYLINE = re.compile(
    r"^(?:BY|By|by) ((?:[A-Z][\w.’'-]*)(?: [A-Z][\w.’'-]*| (?:and|&|de|von|van|al)|, (?=[A-Z]))+)"
)


def complete(article: Article, passages: Sequence[Passage]) -> Article:
    """The article with what is missing filled in where it can be told, and ``origins`` saying from what."""
    lines = [(p.kind, article.text[p.start : p.end]) for p in passages]
    found: dict[str, Any] = {}
    origins = dict(article.origins)
    looked = {"title": _title, "outlet": _outlet, "published": _published, "author": _author}
    for fact, look in looked.items():
        if getattr(article, fact) is None and (first := next(look(article, lines), None)):
            found[fact], origins[fact] = first
    return replace(article, origins=origins, **found) if found else article


type Lines = Sequence[tuple[str, str]]
"""(kind, words) of the passages."""


def _title(article: Article, lines: Lines) -> Iterator[Found]:
    """A heading before anything else of the report: its first line."""
    kept = [(kind, words) for kind, words in lines[:TOP] if kind in {"heading", "body", "summary"}]
    if kept and kept[0][0] == "heading" and len(kept[0][1].split()) >= 3:
        yield kept[0][1], "first line"


def _outlet(article: Article, lines: Lines) -> Iterator[Found]:
    if outlet := outlet_of(article.url):
        yield outlet, "address"
    for kind, words in lines:
        helped = CONTRIBUTED.match(words) if kind == "credit" else None
        if helped and not AGENCIES.search(helped[1]):
            yield helped[1], "credit line"
    for kind, words in lines:
        if kind in {"credit", "ui"} and (rights := RIGHTS.search(words)):
            yield rights[1], "rights line"


def _author(article: Article, lines: Lines) -> Iterator[Found]:
    for kind, words in lines[:10]:
        if kind == "credit" and (by := BYLINE.match(words)):
            yield by[1].strip(" ,"), "byline"
        if kind == "credit" and PERSON.fullmatch(words):
            yield words, "byline"


def _published(article: Article, lines: Lines) -> Iterator[Found]:
    if found := IN_ADDRESS.search(article.url or ""):
        year, *rest = (part for part in found.groups() if part)
        if day := parse_date("-".join((year, *map(_number, rest)))):
            yield day, "address"
    near, read = [], 0
    for kind, words in lines:
        if read > NEAR:
            break
        near.append(words)
        read += len(words) if kind == "body" else 0
    for words in near:
        if (found := DATE_LINE.match(words)) and (day := parse_date(found[1])):
            yield day, "date line"
    for words in near:
        if (found := DATELINE.match(words)) and (day := _dated(found[1], article, lines)):
            yield day, "dateline"
    # What happened on a day with its weekday: in 4 of 10 articles the day they came out, in 8 within 3 days.
    if (written := WEEKDAY.search(article.text, 0, FAR)) and (day := parse_date(written[1])):
        yield day, "text"


def _dated(written: str, article: Article, lines: Lines) -> date | None:
    """A dateline's day; its year, where it has none, from the address or the rights line."""
    if day := parse_date(written):
        return day
    year = re.search(r"/((?:19|20)\d\d)/", article.url or "")
    rights = (RIGHTS_YEAR.search(words) for kind, words in lines if kind == "credit")
    year = year or next(filter(None, rights), None)
    return parse_date(f"{written} {year[1]}") if year else None


def _number(part: str) -> str:
    months = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
    return str(months.index(part) + 1) if part in months else part
