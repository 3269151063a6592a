"""Word-processor documents (DOCX, ODT, RTF): their paragraphs as one article, or an export's articles.

Who saved the file and when is not who wrote the article and when: of a document's own properties only the
title is taken, and only where the text begins with it; an early heading comes before it.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from onrecord._errors import UnreadableError
from onrecord.reading import exports
from onrecord.reading.articles import Fields, clean, joined, read_whole, several
from onrecord.reading.containers import check_zip
from onrecord.reading.formats import Columns
from onrecord.reading.limits import Limits
from onrecord.reading.sources import Source
from onrecord.records import Article, Failure

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
BREAKS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
FIELD_CODE = re.compile(r"\{\\\*\\fldinst[^{}]*(?:\{[^{}]*\}[^{}]*)*\}")
PICTURE = re.compile(r"[0-9A-Fa-f][0-9A-Fa-f\r\n]{510,}")
"""Hexadecimal digits that no text has so many of."""


def read_docx(source: Source, columns: Columns, limits: Limits) -> Iterator[Article | Failure]:
    """The text of a Word document; deleted words stay out, inserted ones and text boxes are in."""
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    stream = BytesIO(read_whole(source, limits.memory_bytes, "a Word document"))
    check_zip(stream, limits, "a Word document")
    try:
        document = docx.Document(stream)
    except (PackageNotFoundError, KeyError, ValueError) as error:
        raise UnreadableError(f"Expected a Word document: {error}. Open it and save it again.") from error
    elements = list(document.element.body.iter(f"{W}p"))
    headline = next((_word_text(element) for element in elements[:3] if _is_heading(element)), None)
    title = headline or document.core_properties.title
    yield from _articles(source, [_word_text(element) for element in elements], title, limits)


def _is_heading(paragraph: Any) -> bool:
    styles = paragraph.findall(f"{W}pPr/{W}pStyle")
    return any(str(style.get(f"{W}val")).lower() in {"title", "heading1"} for style in styles)


def _word_text(paragraph: Any) -> str:
    """The words of one paragraph; those of a text box inside it are its own paragraphs."""
    words: list[str] = []
    for node in paragraph.iter(f"{W}t", *BREAKS):
        holder = next(above for above in node.iterancestors(f"{W}p", f"{W}pPr", FALLBACK))
        if holder is paragraph:
            words.append(BREAKS.get(node.tag) or node.text or "")
    return "".join(words)


def read_odt(source: Source, columns: Columns, limits: Limits) -> Iterator[Article | Failure]:
    """The text of an OpenDocument text; notes, comments and deleted words stay out."""
    import odfdo

    stream = BytesIO(read_whole(source, limits.memory_bytes, "an OpenDocument text"))
    check_zip(stream, limits, "an OpenDocument text")
    with zipfile.ZipFile(stream) as archive:
        if b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise UnreadableError(
                "Expected an OpenDocument text that opens, got one under a password. Save it without."
            )
    document = odfdo.Document(stream)
    body = document.body
    for aside in body.get_elements("descendant::text:note|descendant::text:tracked-changes"):
        aside.delete(keep_tail=True)
    for comment in body.get_elements("descendant::office:annotation"):
        comment.delete(keep_tail=True)
    elements = body.get_elements("descendant::text:p|descendant::text:h")
    headline = next((element.inner_text for element in elements[:3] if element.tag == "text:h"), None)
    title = headline or document.meta.title
    yield from _articles(source, [element.inner_text for element in elements], title, limits)


def read_rtf(source: Source, columns: Columns, limits: Limits) -> Iterator[Article | Failure]:
    """The text of an RTF document, without pictures and the addresses behind links."""
    from striprtf.striprtf import rtf_to_text

    data = read_whole(source, limits.memory_bytes, "an RTF document")
    rtf = PICTURE.sub("", data.decode("cp1252", "replace"))
    text: str = rtf_to_text(FIELD_CODE.sub("", rtf), errors="replace")  # type: ignore[no-untyped-call]
    yield from _articles(source, text.replace("\r", "").split("\n"), None, limits)


def _articles(
    source: Source, paragraphs: Sequence[str], title: str | None, limits: Limits
) -> Iterator[Article | Failure]:
    lines = [line for paragraph in paragraphs for line in clean(paragraph).split("\n")]
    found = exports.split("\n".join(lines))
    yield from several(source, found or [_document(paragraphs, title)], limits)


def _document(paragraphs: Sequence[str], title: str | None) -> Fields:
    text = joined(paragraphs)
    opening = " ".join(text[:500].split()).casefold()
    named = " ".join((title or "").split())
    return {"text": text, "title": named if named and opening.startswith(named.casefold()) else None}
