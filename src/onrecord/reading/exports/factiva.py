"""Factiva exports, saved as RTF, HTML or text, with the indexing ("full article plus indexing") or without.

With it, two-letter codes name the fields: ``HD`` headline, ``BY`` byline, ``WC`` words, ``PD`` date, ``SN``
source, ``LP`` lead paragraphs, ``TD`` the rest. Without it, the same facts stand in a fixed order above the
text, around a line that counts the words. Either way an article ends with ``Document`` and its number.
"""

from __future__ import annotations

import re

from onrecord.reading.articles import Fields, joined
from onrecord.reading.dates import parse_date
from onrecord.reading.exports.lines import author, unwrapped

NUMBER = r"(?:Document|Dokument|Documento)\s+(?P<id>[A-Z][A-Za-z]{2,}[0-9]{6}[0-9A-Za-z]+)"
MARK = re.compile(rf"^[\s|]*(?:AN[\s|]+)?{NUMBER}[\s|]*$", re.M)
END = re.compile(rf"[|\s]*(?:AN[|\s]+)?{NUMBER}[|\s]*")
HEAD_CODES = (
    "SE",
    "HD",
    "BY",
    "CR",
    "WC",
    "PD",
    "ET",
    "SN",
    "SC",
    "ED",
    "PG",
    "VOL",
    "LA",
    "CY",
    "CX",
    "DLN",
)
TEXT_CODES = ("LP", "TD")
TAIL_CODES = ("CT", "RF", "CO", "IN", "NS", "RE", "IPC", "IPD", "PUB", "AN", "ART", "CLM")
CODE = re.compile(rf"[|\s]*({'|'.join(HEAD_CODES + TEXT_CODES + TAIL_CODES)})(?:[|\t ]*$|[ ]?[|\t ]+(.*))")
SURE = re.compile(r"[|\s]*[A-Z]{2,3}(?:\s*$| ?[|\t]| {2})")
"""Inside the text a code stands alone or apart: a sentence may begin with IN or BY."""
PAGE = re.compile(r"Page \d+ of \d+.*|©? ?\d{4} Factiva, Inc\..*|Factiva RTF Display Format")
WORDS = re.compile(r"[\d,.]+ (?:words?|Wörter|mots|palabras|parole|palavras|woorden)", re.I)
CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?: ?[AP]M)?(?: ?[A-Z]{2,4})?", re.I)
SOURCE_CODE = re.compile(r"[A-Z0-9]{2,12}")
RIGHTS = re.compile(r"(?:Copyright|\(c\)|©|All rights reserved|Alle Rechte).*", re.I)
LANGUAGES = frozenset((
    "english", "german", "french", "spanish", "italian", "portuguese", "dutch", "russian", "chinese",
    "japanese", "arabic", "deutsch", "englisch", "français", "anglais", "español", "inglés",
))  # fmt: skip


def articles(lines: list[str]) -> list[Fields]:
    """The articles of an export, in order; the search summary at its end is none."""
    found: list[Fields] = []
    article: list[str] = []
    for line in lines:
        if end := END.fullmatch(line):
            fields = _coded(article) or _plain(article)
            if fields:
                found.append({**fields, "id": end["id"]})
            article = []
        elif not PAGE.fullmatch(line):
            article.append(line)
    return found


def _coded(lines: list[str]) -> Fields | None:
    """An article with its fields' codes; None if it has none."""
    values: dict[str, list[str]] = {}
    code = ""
    for line in lines:
        match = CODE.fullmatch(line)
        if match and (code not in TEXT_CODES or (SURE.match(line) and match[1] not in HEAD_CODES)):
            code = match[1]
            values.setdefault(code, []).append((match[2] or "").strip(" |"))
        elif code:
            values[code].append(line.strip("| "))
    if "HD" not in values or not values.keys() & set(TEXT_CODES):
        return None
    value = {code: " ".join(part for part in parts if part) for code, parts in values.items()}
    title = value["HD"] or None
    return {
        "text": joined([*unwrapped(values.get("LP", [])), *unwrapped(values.get("TD", []))], title),
        "title": title,
        "outlet": value.get("SN") or None,
        "published": parse_date(value.get("PD")),
        "author": author(value.get("BY")),
    }


def _plain(lines: list[str]) -> Fields | None:
    """An article without codes: what stands around its word count says which line is what."""
    filled = [n for n, line in enumerate(lines) if line]
    counted = next((n for n in filled if WORDS.fullmatch(lines[n])), None)
    if counted is None:
        return None
    title, byline = _title([lines[n] for n in filled if n < counted])
    below = [n for n in filled if n > counted]
    dated = next((n for n in below[:4] if parse_date(lines[n])), counted)
    source = next((n for n in below if n > dated and not CLOCK.fullmatch(lines[n])), None)
    if source is None:
        return None
    start = _text_start(lines, [n for n in below if n > source])
    return {
        "text": joined(unwrapped(lines[start:]), title),
        "title": title,
        "outlet": lines[source],
        "published": parse_date(lines[dated]) if dated != counted else None,
        "author": author(byline),
    }


def _title(above: list[str]) -> tuple[str | None, str | None]:
    """(headline, byline) of the lines above the word count, which may begin with a section's name."""
    if len(above) > 1:
        title, last = above[-2:]
        if re.match(r"(?:By|Von|Par|Por)\s", last, re.I) or len(last.split()) <= 4 < len(title.split()):
            return title, last
    return (above[-1] if above else None), None


def _text_start(lines: list[str], below: list[int]) -> int:
    """The line the text starts at: after source code, page, language and rights."""
    start = below[0] if below else len(lines)
    for n in below[:8]:
        line = lines[n]
        if RIGHTS.match(line) or line.lower() in LANGUAGES or SOURCE_CODE.fullmatch(line):
            start = n + 1
    return start


def is_factiva_page(text: str) -> bool:
    """Whether an HTML page is Factiva's: each article lies in a block of that class."""
    return bool(re.search(r"""<div[^>]*class=["']?article [a-z]{2}Article""", text))
