"""Exports of press databases: many articles in one file, each with its fields.

They come as text, RTF, DOCX or HTML; every one of these is a sequence of lines first, and the same lines
in each. A blank line is an empty string.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from onrecord.reading.articles import Fields
from onrecord.reading.exports import factiva, nexis, proquest

DATABASES: tuple[tuple[re.Pattern[str], Callable[[list[str]], list[Fields]]], ...] = (
    (nexis.MARK, nexis.articles),
    (factiva.MARK, factiva.articles),
    (proquest.MARK, proquest.articles),
)
"""What tells a database's export, and what reads its lines."""
MARKS = re.compile(
    rb"End of Document|Load-Date:|(?:Document|Dokument|Documento) [A-Z]{3,}[0-9]{6}|ProQuest document ID:"
)


def may_be_export(head: bytes) -> bool:
    """Whether a file's beginning has the mark that one of the databases puts to an article's end."""
    return bool(MARKS.search(head.replace(b"\x00", b"")))


def split(text: str) -> list[Fields] | None:
    """The articles of an export, as fields; None if ``text`` is none."""
    for mark, articles in DATABASES:
        if mark.search(text):
            lines = [line.replace("\xa0", " ").strip(" \f\v\r") for line in text.split("\n")]
            if found := articles(lines):
                return found
    return None
