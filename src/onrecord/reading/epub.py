"""EPUB books and magazines: an article a chapter, in the order of the book."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from urllib.parse import unquote

from onrecord._errors import UnreadableError
from onrecord.reading import markup
from onrecord.reading.articles import Fields, joined, read_whole, several
from onrecord.reading.containers import check_zip
from onrecord.reading.formats import Columns
from onrecord.reading.limits import Limits
from onrecord.reading.sources import Source
from onrecord.records import Article, Failure

CONTAINER = "META-INF/container.xml"
SHORT = 60
"""Words: a shorter chapter is a cover, a title page or a divider."""


def read_epub(source: Source, columns: Columns, limits: Limits) -> Iterator[Article | Failure]:
    """The chapters of a book that has no copy protection; covers and tables of contents are left out."""
    stream = BytesIO(read_whole(source, limits.memory_bytes, "an EPUB book"))
    check_zip(stream, limits, "an EPUB book")
    with zipfile.ZipFile(stream) as book:
        if "META-INF/rights.xml" in book.namelist():
            raise UnreadableError("Expected a book without copy protection, got one with. It can't be read.")
        try:
            items = list(_chapters(book))
        except (KeyError, AttributeError, StopIteration) as error:
            raise UnreadableError(
                f"Expected an EPUB book; it lacks its list of chapters ({error}). Get it again."
            ) from error
    longest = max((len(item["text"].split()) for item in items), default=0)
    yield from several(
        source, [item for item in items if len(item["text"].split()) >= min(SHORT, longest)], limits
    )


def _chapters(book: zipfile.ZipFile) -> Iterator[Fields]:
    """What the package document lists, in reading order (EPUB 3.3, section 5)."""
    path = _xml(book.read(CONTAINER)).find(".//{*}rootfile").get("full-path")
    package = _xml(book.read(path))
    facts = {name: package.findtext(f".//{{*}}metadata/{{*}}{name}") for name in ("title", "creator", "date")}
    files = {item.get("id"): item for item in package.iterfind(".//{*}manifest/{*}item") if _is_chapter(item)}
    names = set(book.namelist())
    for ref in package.iterfind(".//{*}spine/{*}itemref"):
        item = files.get(ref.get("idref"))
        name = posixpath.join(posixpath.dirname(path), unquote(item.get("href"))) if item is not None else ""
        if posixpath.normpath(name) in names:
            yield _fields(book.read(posixpath.normpath(name)), facts)


def _is_chapter(item: Any) -> bool:
    return "html" in (item.get("media-type") or "") and "nav" not in (item.get("properties") or "").split()


def _fields(data: bytes, facts: dict[str, str | None]) -> Fields:
    tree = markup.parse(markup.decode_page(data))
    headings = (markup.paragraphs(node) for name in ("h1", "h2", "h3") for node in tree.iter(name))
    title = next((" ".join(lines) for lines in headings if lines), None)
    return {
        "text": joined(markup.paragraphs(tree)),
        "title": title,
        "outlet": facts["title"],
        "published": facts["date"],
        "author": facts["creator"],
    }


def _xml(data: bytes) -> Any:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    root = etree.fromstring(data, parser)
    if root is None:
        raise KeyError("no XML")
    return root
