"""From the lines of a page to paragraphs: columns, running heads, divided words.

Reading order is a recursive cut of the page at its white space (Nagy and Seth 1984, "Hierarchical
representation of optically scanned documents"), with one addition: lines that span the columns part what
is above them from what is below. Positions are in points, from the lower left.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

MARGIN = 0.12
"""Share of a page's height, at its top and at its bottom, where running heads stand."""
WIDE = 0.6
"""Share of a region's width from which a line spans its columns."""
PAGE_NUMBER = re.compile(
    r"\W*(?:page|p\.|seite|pagina|página)?\W*\d{1,4}(?:\W{0,3}(?:of|von|de|di|sur|/)\W{0,3}\d{1,4})?\W*", re.I
)
ADDRESS = re.compile(r"(https?://\S+)(?:\s+\d+/\d+)?")
TERMINAL = re.compile(r"[.!?:…][\"'”’)\]]*$")


class Line(NamedTuple):
    """A run of characters on one line of a page, and the page's size."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    page_width: float
    page_height: float

    @property
    def size(self) -> float:
        """Height of its characters."""
        return self.top - self.bottom


def without_margins(pages: Sequence[Sequence[Line]]) -> tuple[str | None, list[list[Line]]]:
    """The pages without running heads and page numbers, and the address that a browser printed there."""
    seen = Counter(key for page in pages for key in {_running(line) for line in page if _in_margin(line)})
    often = max(2, len(pages) // 3)
    url = None
    body: list[list[Line]] = []
    for page in pages:
        kept = []
        for line in page:
            if _in_margin(line):
                address = ADDRESS.fullmatch(line.text)
                url = url or (address[1] if address else None)
                if address or seen[_running(line)] >= often or PAGE_NUMBER.fullmatch(line.text):
                    continue
            kept.append(line)
        body.append(kept)
    return url, body


def _in_margin(line: Line) -> bool:
    middle = (line.bottom + line.top) / 2
    return not MARGIN * line.page_height < middle < (1 - MARGIN) * line.page_height


def _running(line: Line) -> tuple[str, int]:
    """What makes two lines of different pages one running head: words and height, whatever the numbers."""
    return re.sub(r"\d+", "#", line.text), round(line.bottom / 6)


def paragraphs(pages: Sequence[Sequence[Line]]) -> list[tuple[str, float]]:
    """(text, size of its characters) of each paragraph, in reading order."""
    found: list[list[Line]] = []
    before: Line | None = None
    column: list[Line] = []
    for page in pages:
        for region in _regions(list(page)):
            rows = _rows(region)
            for line in rows:
                if before is not None and _goes_on(before, line, column if before in column else rows, rows):
                    found[-1].append(line)
                else:
                    found.append([line])
                before = line
            column = rows
    vocabulary = Counter(
        word for lines in found for line in lines for word in re.findall(r"[\w-]+", line.text)
    )
    return [(_text(lines, vocabulary), median(line.size for line in lines)) for lines in found]


def _regions(lines: list[Line]) -> Iterator[list[Line]]:
    """The columns and bands of a page in reading order."""
    if gap := _column_gap(lines):
        yield from _regions([line for line in lines if line.right <= gap])
        yield from _regions([line for line in lines if line.right > gap])
        return
    if not lines:
        return
    span = max(line.right for line in lines) - min(line.left for line in lines)
    wide = [line for line in lines if line.right - line.left > WIDE * span]
    narrow = [line for line in lines if line.right - line.left <= WIDE * span]
    if not wide or not _column_gap(narrow):
        yield lines
        return
    # Lines over all columns: what is above one comes before it, what is below after it.
    rest = sorted(narrow, key=lambda line: -line.top)
    run: list[Line] = []
    for line in sorted(wide, key=lambda line: -line.top):
        above = [other for other in rest if other.bottom >= line.top - line.size / 2]
        if above:
            yield from filter(None, (run,))
            yield from _regions(above)
            rest, run = [other for other in rest if other not in above], []
        run.append(line)
    yield from filter(None, (run,))
    yield from _regions(rest)


def _column_gap(lines: list[Line]) -> float | None:
    """Where white space parts lines into columns: an x between them, or None.

    Each column has three lines or more and a sixth of the width, so that neither bullets nor a line
    with two ends make columns.
    """
    if len(lines) < 6:
        return None
    usual = median(line.size for line in lines)
    span = max(line.right for line in lines) - min(line.left for line in lines)
    ordered = sorted(lines, key=lambda line: line.left)
    reach = ordered[0].right
    for at, line in enumerate(ordered[1:], start=1):
        gap = line.left - reach
        if gap > max(5.0, 0.6 * usual) and min(at, len(ordered) - at) >= 3:
            left_width = reach - ordered[0].left
            right_width = max(other.right for other in ordered[at:]) - line.left
            if min(left_width, right_width) > span / 6:
                return reach + gap / 2
        reach = max(reach, line.right)
    return None


def _rows(lines: list[Line]) -> list[Line]:
    """The lines of a region from top to bottom; runs side by side become one line."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: -line.bottom):
        if rows and abs(rows[-1][0].bottom - line.bottom) < 0.4 * min(rows[-1][0].size, line.size):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [_merged(sorted(row, key=lambda line: line.left)) for row in rows]


def _merged(row: list[Line]) -> Line:
    if len(row) == 1:
        return row[0]
    return row[0]._replace(
        text=" ".join(line.text for line in row),
        right=max(line.right for line in row),
        bottom=min(line.bottom for line in row),
        top=max(line.top for line in row),
    )


def _goes_on(before: Line, line: Line, old: Sequence[Line], new: Sequence[Line]) -> bool:
    """Whether ``line`` belongs to the paragraph of ``before``, the line read before it."""
    if abs(before.size - line.size) > 0.15 * max(before.size, line.size):
        return False
    left = min(other.left for other in new)
    indented = line.left > left + 0.7 * line.size and line.left > before.left + 0.7 * line.size
    divided = before.text.endswith(("\xad", "-"))
    right = max(other.right for other in old)
    short = before.right < right - 0.15 * (right - min(other.left for other in old))
    if before not in new or before is new[-1] or line.bottom > before.bottom:  # a new column or page
        return divided or not (indented or short or TERMINAL.search(before.text))
    leading = _leading(new)
    if before.bottom - line.bottom > 1.3 * leading:
        return False
    return divided or not (indented or (short and bool(TERMINAL.search(before.text))))


def _leading(lines: Sequence[Line]) -> float:
    """The usual step from line to line."""
    steps = [a.bottom - b.bottom for a, b in pairwise(lines) if a.bottom > b.bottom]
    return sorted(steps)[len(steps) // 4] if steps else 0.0


def _text(lines: Sequence[Line], vocabulary: Counter[str]) -> str:
    """A paragraph's lines as running text; a word divided at a line's end is put together."""
    text = ""
    for line in lines:
        following = line.text
        if text.endswith(("\xad", "-")):
            first, last = re.split(r"[\s\xad]", text[:-1])[-1], re.match(r"\w*", following)
            text = text[:-1] + _hyphen(first, last[0] if last else "", vocabulary) + following
        else:
            text = f"{text} {following}" if text else following
    return text.replace("\xad", "")


def _hyphen(first: str, second: str, vocabulary: Counter[str]) -> str:
    """What stands between two halves of a word: nothing, unless it is written with a hyphen."""
    bare = re.sub(r"^\W+", "", first)
    if not second[:1].islower() or not bare[-1:].isalpha():
        return "-"
    return "-" if vocabulary[f"{bare}-{second}"] > vocabulary[f"{bare}{second}"] else ""
