"""PDF documents: their text in reading order, by PDFium; ``layout`` makes paragraphs of its lines."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from typing import Any

from onrecord._errors import InputError, TooLargeError, UnreadableError
from onrecord.reading import exports, layout
from onrecord.reading.articles import Fields, clean, joined, read_whole, several
from onrecord.reading.formats import Columns
from onrecord.reading.layout import Line
from onrecord.reading.limits import Limits
from onrecord.reading.sources import Source
from onrecord.records import Article, Failure

END = re.compile(rb"%%EOF\s*$|%%EOF[\s\x00]")
HYPHENS = frozenset({0x02, 0xAD, 0xFFFE})
"""What PDFium gives for a hyphen that divides a word at a line's end."""
MOST_OBJECTS = 2000
"""Objects of a page that are looked at to tell a picture of a page from an empty one."""


def read_pdf(source: Source, columns: Columns, limits: Limits) -> Iterator[Article | Failure]:
    """The article in a PDF, or an export's articles; pages that are pictures are named."""
    data = read_whole(source, limits.memory_bytes, "a PDF document")
    document = _open(data)
    pages, pictures, broken = _pages(document, limits)
    if not END.search(data[-2048:]):
        yield Failure(source.name, _cut_short(len(pages)))
        if not any(pages):
            return
    if broken:
        yield Failure(
            source.name, f"Expected a whole PDF, but {_page_list(broken)} is damaged. Get it again."
        )
    if pictures:
        which = _page_list(pictures) if any(pages) else "every page"
        yield Failure(
            source.name, f"Expected text, but {which} is a picture (a scan). Run text recognition on it."
        )
    elif not any(pages) and not broken:
        raise UnreadableError("Expected text in the PDF, found none: its pages are empty. Nothing to read.")
    if any(pages):
        yield from several(source, _articles(pages, document), limits)


def _open(data: bytes) -> Any:
    import pypdfium2
    from pypdfium2 import raw

    try:
        document = pypdfium2.PdfDocument(data)
        pages = len(document)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            raise UnreadableError(
                "Expected a PDF that opens, got one under a password. Save it without one."
            ) from error
        raise UnreadableError(
            "Expected a PDF document; this one is damaged or cut short. Get it again."
        ) from error
    if pages == 0:
        raise UnreadableError("Expected a PDF with pages; this one has none, or is cut short. Get it again.")
    return document


def _pages(document: Any, limits: Limits) -> tuple[list[list[Line]], list[int], list[int]]:
    """(lines of each page, numbers of pages that are pictures, numbers of pages that are damaged)."""
    import pypdfium2

    pages: list[list[Line]] = []
    pictures, broken = [], []
    total = 0
    for number in range(1, len(document) + 1):
        try:
            page = document[number - 1]
            lines = list(_lines(page))
        except (pypdfium2.PdfiumError, InputError):
            broken.append(number)
            continue
        if not lines and _has_picture(page):
            pictures.append(number)
        pages.append(lines)
        page.close()
        total += sum(len(line.text) for line in lines)
        if total > limits.article_chars * 2:
            raise TooLargeError(
                f"Expected at most {limits.article_chars:,} characters an article; page {number} of "
                f"{len(document):,} is far beyond. Split it into articles, or raise the limit."
            )
    return pages, pictures, broken


def _has_picture(page: Any) -> bool:
    from pypdfium2 import raw

    kinds = (found.type for found, _ in zip(page.get_objects(max_depth=3), range(MOST_OBJECTS), strict=False))
    return raw.FPDF_PAGEOBJ_IMAGE in kinds


def _lines(page: Any) -> Iterator[Line]:
    """Runs of characters on one line, in the order of the file; a wide gap begins a new run."""
    from pypdfium2 import raw

    width, height = page.get_size()
    text = page.get_textpage()
    box = raw.FS_RECTF()
    words: list[str] = []
    left = right = bottom = top = 0.0

    def line() -> Iterator[Line]:
        if found := clean("".join(words)).strip():
            yield Line(found, left, right, bottom, top, width, height)
        words.clear()

    for at in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, at)
        if code in {0x0A, 0x0D}:
            yield from line()
            continue
        character = "\xad" if code in HYPHENS else chr(code) if code else ""
        if not raw.FPDFText_GetLooseCharBox(text, at, ctypes.byref(box)) or character in {"", " "}:
            words += character if words else ""
            continue
        size = box.top - box.bottom
        if words and (abs(box.bottom - bottom) > size / 2 or not -2 * size < box.left - right < 1.5 * size):
            yield from line()
        if not words:
            left, bottom, top = box.left, box.bottom, box.top
        words.append(character)
        right, top = box.right, max(top, box.top)
    yield from line()
    text.close()


def _articles(pages: list[list[Line]], document: Any) -> list[Fields]:
    url, body = layout.without_margins(pages)
    found = layout.paragraphs(body)
    texts = [text for text, _ in found]
    if articles := exports.split("\n".join(texts)):
        return articles
    return [{"text": joined(texts), "title": _title(found, document), "url": url}]


def _title(found: list[tuple[str, float]], document: Any) -> str | None:
    """The early paragraph that the document's own title begins with, or holds; else the largest one."""
    named = " ".join((document.get_metadata_value("Title") or "").split()).casefold()
    early = found[:12]
    for text, _ in early:
        if named and (text.casefold() == named or (len(text) > 20 and named.startswith(text.casefold()))):
            return text
    sizes = sorted(size for text, size in found for _ in text)
    usual = sizes[len(sizes) // 2] if sizes else 0.0
    text, size = max(early, key=lambda pair: pair[1], default=("", 0.0))
    return text if size > 1.25 * usual and 1 < len(text.split()) < 40 else None


def _cut_short(pages: int) -> str:
    there = f"; what is there of {pages:,} pages was read" if pages else ""
    return f"Expected a whole PDF, this one has no end{there}. Get it again."


def _page_list(numbers: list[int]) -> str:
    shown = ", ".join(map(str, numbers[:10])) + (" …" if len(numbers) > 10 else "")
    return f"page {shown}" if len(numbers) == 1 else f"each of the pages {shown}"
