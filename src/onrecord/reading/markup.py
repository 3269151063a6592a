"""Paragraphs of a piece of HTML that is all article: a mail, a feed's entry, a chapter, an export."""

from __future__ import annotations

import re
from typing import Any

from onrecord.reading.articles import clean
from onrecord.reading.encoding import decode

BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
    "h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol", "option", "p", "pre", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
))  # fmt: skip
SKIPPED = frozenset((
    "applet", "audio", "button", "canvas", "embed", "head", "iframe", "input", "math", "noscript",
    "object", "script", "select", "style", "svg", "template", "textarea", "title", "video",
))  # fmt: skip
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0", re.I)
CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)""", re.I
)
SPACE = re.compile(r"[ \t\r\n\f\v]+")


def decode_page(data: bytes) -> str:
    """The characters of a page: UTF-8 if it is that, else as it declares, else as its bytes look.

    Pages that declare one encoding and are in another are common; UTF-8 hardly ever reads by accident.
    """
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-8-sig").replace("\x00", "")
        except UnicodeDecodeError:
            pass
        if found := CHARSET.search(data[:4096]):
            try:
                name = found[1].decode("ascii").lower()
                # A browser reads Latin-1 as Windows-1252, and so does whoever writes it.
                name = "cp1252" if name in {"iso-8859-1", "latin1", "us-ascii", "ascii"} else name
                return data.decode(name, "replace").replace("\x00", "")
            except LookupError:
                pass
    return decode(data).replace("\x00", "")


def parse(text: str) -> Any:
    """The tree of an HTML document or fragment, however broken; an empty one for nothing."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, ValueError):
        return html.Element("html")


def paragraphs(tree: Any) -> list[str]:
    """The text of each block in order, white space as a browser shows it; what is hidden stays out."""
    found: list[str] = []
    words: list[str] = []

    def end() -> None:
        if text := SPACE.sub(" ", clean("".join(words))).strip():
            found.append(text)
        words.clear()

    # Not recursive: a hostile page nests deeper than Python's stack.
    stack: list[tuple[Any, bool]] = [(tree, False)]
    while stack:
        element, closing = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        tag = tag.rpartition("}")[2].lower()
        if closing:
            if tag in BLOCKS:
                end()
            words.append(element.tail or "")
            continue
        if not tag or tag in SKIPPED or HIDDEN.search(element.get("style") or ""):
            words.append(element.tail or "")
            continue
        if tag in BLOCKS:
            end()
        words.append(element.text or "")
        stack.append((element, True))
        stack += [(child, False) for child in reversed(element)]
    end()
    return found


def plain(value: str | None) -> str | None:
    """A line that may hold markup as one line of text; None for nothing."""
    return " ".join(paragraphs(parse(value))) or None if value and value.strip() else None
