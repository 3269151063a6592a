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
APART = 1.7
"""Line heights between the text and what stands in the margin."""
WIDE = 0.6
"""Share of a region's width from which a line spans its columns."""
NEAR = 4
"""Lines above and below that tell where a line could have ended."""
PAGE_NUMBER = re.compile(
    r"\W*(?:page|p\.|seite|pagina|página)?\W*\d{1,4}(?:\W{0,3}(?:of|von|de|di|sur|/)\W{0,3}\d{1,4})?\W*", re.I
)
ADDRESS = re.compile(r"((?:https?|file)://\S+)(?:\s+\d+/\d+)?")
PRINTED = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},? +\d{1,2}:\d{2}(?: ?[AP]M)?")
"""The moment of printing, which browsers put into the margin beside the page's title."""
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
    """The pages without running heads and page numbers, and the address that a browser printed there.

    Such lines stand in a margin, set apart from the text, and are numbers, what browsers print, or the
    same on several pages.
    """
    seen = Counter(key for page in pages for key in {_running(line) for line in page if _in_margin(line)})
    url = None
    body: list[list[Line]] = []
    for page in pages:
        dropped: set[Line] = set()
        downwards = sorted(page, key=lambda line: -line.top)
        for block in (*_edge_blocks(downwards), *_edge_blocks(downwards[::-1])):
            addresses = [found[1] for line in block if (found := ADDRESS.fullmatch(line.text))]
            url = url or next((address for address in addresses if address.startswith("http")), None)
            printed = bool(addresses) or any(PRINTED.fullmatch(line.text) for line in block)
            dropped.update(
                line
                for line in block
                if printed or seen[_running(line)] > 1 or PAGE_NUMBER.fullmatch(line.text)
            )
        body.append([line for line in page if line not in dropped])
    return url, body


def _edge_blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Blocks of lines from a page's edge inwards, as long as they lie in the margin as a whole."""
    block: list[Line] = []
    for line in lines:
        if block and abs(line.bottom - block[-1].bottom) > APART * max(line.size, block[-1].size):
            yield block
            block = []
        if not _in_margin(line):
            return
        block.append(line)


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
    usual = median([line.size for page in pages for line in page] or [0.0])
    for page in pages:
        for region in _regions(list(page)):
            rows = _rows(region)
            for line in rows:
                old = column if before in column else rows
                if before is not None and _goes_on(before, line, (old, rows), usual):
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


def _goes_on(before: Line, line: Line, columns: tuple[Sequence[Line], Sequence[Line]], usual: float) -> bool:
    """Whether ``line`` belongs to the paragraph of ``before``, the line read before it.

    ``columns`` are the columns that the two stand in, ``usual`` the size of most lines: headlines are
    broken where it pleases, not where a line is full.
    """
    old, new = columns
    if abs(before.size - line.size) > 0.15 * max(before.size, line.size):
        return False
    if before.text.endswith(("\xad", "-")) and line.text[:1].islower():
        return True
    margin = min(other.left for other in new)
    step = 0.7 * line.size
    following = next(iter(new[new.index(line) + 1 :]), line)
    indented = line.left > margin + step and (
        line.left > before.left + step or line.left > following.left + step
    )
    large = line.size > 1.2 * usual
    ended = indented and bool(TERMINAL.search(before.text))  # else a list's item hangs over
    if not large and (ended or _had_room(before, line, _right(before, old))):
        return False
    if before not in new or line.bottom > before.bottom:  # a new column or page
        return not TERMINAL.search(before.text) or line.text[:1].islower()
    return before.bottom - line.bottom <= 1.3 * max(_leading(new), line.size)


def _right(line: Line, column: Sequence[Line]) -> float:
    """Where the lines around one end: in a quotation set narrower before the column does."""
    right, left = max(other.right for other in column), min(other.left for other in column)
    at = column.index(line)
    near = max(other.right for other in column[max(0, at - NEAR) : at + NEAR + 1])
    return near if near > left + 0.85 * (right - left) else right


def _had_room(before: Line, line: Line, right: float) -> bool:
    """Whether the first word of ``line`` would have fitted behind ``before``: then a paragraph ends there."""
    word = len(line.text.split(maxsplit=1)[0]) + 1
    needed = word * (line.right - line.left) / len(line.text)
    return right - before.right > 1.4 * needed


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
