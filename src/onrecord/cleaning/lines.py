"""Lines of an article, and the pieces of a line where a page's parts are glued to each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from onrecord.cleaning.patterns import PICTURED

type Glue = Literal["", "card", "head", "inline"]

LINE = re.compile(r"[^\s\x1c-\x1f](?:[^\n\r\u2028\u2029]*[^\s\x1c-\x1f])?")
# A pointer to another story in brackets, glued to the end of a paragraph.
POINTER = re.compile(r"\((?:RELATED|SEE ALSO|READ MORE|WATCH|VIDEO|PHOTOS|ALSO ON [A-Z ]+):[^()\n]*\)$")
# The label of a link to another story, with the link's own words glued to it.
LABEL = re.compile(
    r"(?:see also|Read More|READ MORE)(?=\s+[\"“‘']?[A-Z\d])(?!\s+[A-Z]{3})"
    r"|Related(?!\s+(?:Coverage|Articles|Stories|Videos?|Links|Content|Topics|Posts)\b)(?=\s+[\"“‘']?[A-Z](?:[^.]|\.(?=\S)){20,150}$)"
)
# The credit of the picture on top, with the headline glued to it: "… on Monday. | AP Photo Talks go on".
CREDIT = re.compile(PICTURED + r"(?=\s\S)")
# The price of a share, put behind the company's name by the page: "Acme Corp. ACME, -1.25% fell".
TICKER = re.compile(r"(?<=[\w.’)] )[A-Z\d][A-Z\d.]{0,11}, ?[+−-]?\d{1,4}\.\d{1,6}%")
FINAL = re.compile(r"[.!?…:;,]['\"’”»)\]]*$")
WORD = re.compile(r"\w+")
TOP = 3
"""Lines at the top that may bear a picture's credit."""


@dataclass(frozen=True)
class Line:
    """A line that isn't blank, trimmed, or a piece of one.

    ``glue`` says what a piece is: the ``card`` behind the label of a link, the ``head`` behind a credit, or a
    piece of a paragraph with prices ``inline``.
    """

    start: int
    end: int
    text: str
    glue: Glue = ""

    @cached_property
    def final(self) -> bool:
        """Ends as sentences do."""
        return FINAL.search(self.text[-12:]) is not None

    @cached_property
    def words(self) -> int:
        return len(WORD.findall(self.text))


def split_lines(text: str, *, title: str | None = None) -> list[Line]:
    """The lines of ``text`` in order; what a page glued to a line is a line of its own.

    So is the ``title`` at the end of the first line, behind what stood above it on the page.
    """
    lines: list[Line] = []
    title = (title or "").strip()
    for found in LINE.finditer(text):
        line = found.group()
        for start, end, glue in _pieces(line, top=len(lines) < TOP, title="" if lines else title):
            lines.append(Line(found.start() + start, found.start() + end, line[start:end], glue))
    return lines


def line_key(words: str) -> str:
    """What equal lines have in common: their words without case, marks and white space."""
    return " ".join(WORD.findall(words.casefold()))


def _pieces(line: str, *, top: bool, title: str) -> Iterator[tuple[int, int, Glue]]:
    """(start, end, glue) of the pieces, trimmed; one for nearly every line."""
    end = len(line)
    pointer = POINTER.search(line) if line.endswith(")") else None
    if pointer and line[: pointer.start()].strip():
        end = pointer.start()
    if label := LABEL.match(line, 0, end):
        yield label.start(), label.end(), ""
        yield *_trimmed(line, label.end(), end), "card"
    elif title and end > len(title) + 1 and line.endswith(title, 0, end) and line[-len(title) - 1].isspace():
        yield *_trimmed(line, 0, end - len(title)), ""
        yield end - len(title), end, "head"
    elif top and (credit := CREDIT.search(line, 0, end)):
        yield 0, credit.end(), ""
        yield *_trimmed(line, credit.end(), end), "head"
    else:
        yield from _around_prices(line, end)
    if end < len(line):
        yield end, len(line), ""


def _around_prices(line: str, end: int) -> Iterator[tuple[int, int, Glue]]:
    prices = list(TICKER.finditer(line, 0, end)) if "%" in line else []
    at = 0
    for price in prices:
        before = _trimmed(line, at, price.start())
        if before[0] < before[1]:
            yield *before, "inline"
        yield price.start(), price.end(), "inline"
        at = price.end()
    rest = _trimmed(line, at, end)
    if rest[0] < rest[1]:
        yield *rest, "inline" if prices else ""


def _trimmed(line: str, start: int, end: int) -> tuple[int, int]:
    """The span without the white space at its ends."""
    words = line[start:end]
    return start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))
