"""Nexis Uni (and Nexis Advance) exports, saved as DOCX or RTF.

A cover page lists the documents. Each has its headline, source, date and copyright on lines of their own,
labelled fields (``Section:``, ``Length:``, ``Byline:`` …), ``Body``, the text, ``Classification`` with
labelled fields again, ``Load-Date:`` and ``End of Document``.
"""

from __future__ import annotations

import re
from itertools import takewhile

from onrecord.reading.articles import Fields, joined
from onrecord.reading.dates import parse_date
from onrecord.reading.exports.lines import author, unwrapped

MARK = re.compile(r"^\s*End of Document\s*$", re.M)
END = re.compile(r"End of Document")
BODY = re.compile(r"(?:Body|Full Text)")
AFTER = re.compile(
    r"(?:Classification|Graphic|Correction|Notes)|Load-Date:.*|Language:\s.*|Publication-Type:\s.*"
)
"""What may follow the text: a part under a heading of its own, or the first labelled field."""
FIELD = re.compile(r"([A-Z][A-Za-z-]+(?: [A-Z][a-z]+)?):\s*(.*)")
DATE = re.compile(
    r"(?:[A-Z][a-z]+day,? )?(?:[A-Z][a-z]{2,9}\.? \d{1,2}, \d{4}|\d{1,2}\.? [A-Z]?\w{2,9}\.? \d{4})\b.{0,60}"
)
COVER = re.compile(r"(?:Date and Time|Job Number):.*|Documents? ?\(\d+\)")


def articles(lines: list[str]) -> list[Fields]:
    """The documents of an export, in order; those without a body are left out."""
    documents: list[list[str]] = [[]]
    for line in lines:
        if END.fullmatch(line):
            documents.append([])
        else:
            documents[-1].append(line)
    return [fields for document in documents if (fields := _fields(document))]


def _fields(document: list[str]) -> Fields | None:
    at = next((n for n, line in enumerate(document) if BODY.fullmatch(line)), None)
    if at is None:
        return None
    head = [line for line in document[:at] if line]
    body = list(takewhile(lambda line: not AFTER.fullmatch(line), document[at + 1 :]))
    named = _named(head) | _named(document[at + 1 + len(body) :])
    title, outlet, day = _heading(head)
    summary = [named["highlight"]] if "highlight" in named else []
    return {
        "text": joined([*summary, *unwrapped(body)], title),
        "title": title,
        "outlet": outlet,
        "published": parse_date(day) or parse_date(named.get("load-date")),
        "author": author(named.get("byline")),
    }


def _named(lines: list[str]) -> dict[str, str]:
    """``Label: value`` lines, the first of each label."""
    found: dict[str, str] = {}
    for line in lines:
        if (match := FIELD.fullmatch(line)) and match[2]:
            found.setdefault(match[1].lower(), match[2].strip())
    return found


def _heading(head: list[str]) -> tuple[str | None, str | None, str | None]:
    """(headline, source, date line): the source stands above the date, the headline above the source."""
    covered = any(COVER.fullmatch(line) for line in head)
    dates = [n for n, line in enumerate(head) if n and DATE.fullmatch(line) and not FIELD.fullmatch(line)]
    if dates:
        at = dates[-1] if covered else dates[0]
        title = head[at - 2] if at > 1 else None
        return title, head[at - 1], head[at]
    plain = [line for line in head if not FIELD.fullmatch(line)]
    return (
        (plain[0] if plain and not covered else None),
        (plain[1] if plain[1:] and not covered else None),
        None,
    )
