"""Saved web pages and web archives: the main text without menus and teasers, and what the page says of it.

The main text and most metadata are trafilatura's (Barbaresi 2021, doi:10.18653/v1/2021.acl-demo.15). What
press databases save as HTML goes to ``exports`` instead.
"""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from email.message import EmailMessage
from typing import Any

from onrecord._errors import UnreadableError
from onrecord.reading import exports, markup
from onrecord.reading.articles import Fields, bounded, clean, joined, read_whole, several
from onrecord.reading.exports.factiva import is_factiva_page
from onrecord.reading.formats import Columns
from onrecord.reading.limits import Limits
from onrecord.reading.sources import Source
from onrecord.records import Article, Failure

SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+?)\s*-->", re.I)
"""The comment that browsers put at the top of a page they save."""
ENOUGH = 20
"""Characters below which a page has no article (an error page, a script that was to fetch it)."""


def read_page(source: Source, columns: Columns, limits: Limits) -> Iterator[Article | Failure]:
    """The article of a saved page, or the articles of an export in HTML."""
    text = markup.decode_page(read_whole(source, limits.page_bytes, "a web page"))
    yield from several(source, _articles(text, None), limits)


def read_mhtml(source: Source, columns: Columns, limits: Limits) -> Iterator[Article | Failure]:
    """The article of the page in a web archive (MHTML), in the form that browsers save."""
    data = read_whole(source, limits.memory_bytes, "a web archive")
    message = email.message_from_bytes(data, policy=email.policy.default)
    part = next((part for part in message.walk() if part.get_content_type() in PAGES), None)
    if not isinstance(part, EmailMessage):
        raise UnreadableError("Expected a web page in the archive, found none. Save the page again.")
    payload = part.get_payload(decode=True)
    body = bounded(payload if isinstance(payload, bytes) else b"", limits.page_bytes, "a web page")
    url = part.get("Content-Location") or message.get("Snapshot-Content-Location")
    charset = part.get_content_charset()
    text = _decoded(body, charset)
    yield from several(source, _articles(text, str(url) if url else None), limits)


PAGES = frozenset({"text/html", "application/xhtml+xml"})


def _decoded(body: bytes, charset: str | None) -> str:
    if charset and charset.lower() not in {"utf-8", "us-ascii"}:
        try:
            return body.decode(charset, "replace")
        except LookupError:
            pass
    return markup.decode_page(body)


def _articles(text: str, url: str | None) -> list[Fields]:
    if is_factiva_page(text) and (found := exports.split("\n".join(markup.paragraphs(markup.parse(text))))):
        return found
    return [page_fields(text, url)]


def page_fields(text: str, url: str | None = None) -> Fields:
    """What a page says, as the fields of an article. Raises ``UnreadableError`` if it has no text."""
    import trafilatura

    saved = SAVED_FROM.search(text[:4096])
    url = url or (saved[1] if saved else None)
    found: Any = trafilatura.bare_extraction(
        text,
        url=url,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"extensive_search": False, "original_date": True},  # no guess from the text
    )
    lines = (found.text or "").split("\n") if found else []
    tree = markup.parse(text)
    if len("".join(lines)) < ENOUGH:
        raise UnreadableError(
            "Expected an article in the page, found no main text (an overview, an error page, or one that "
            "a script fills in). Save the page once it is shown, or its text."
        )
    headline = _headline(tree) or found.title
    return {
        "text": joined(lines, headline),
        "title": headline and clean(headline),
        "outlet": _outlet(tree, found),
        "published": found.date,
        "url": _url(found.url) or _url(url),
        "author": found.author and found.author.replace("; ", ", "),
    }


def _headline(tree: Any) -> str | None:
    """The page's one main heading; where there is none or several, what it tells others (og:title)."""
    headings = [text for h1 in tree.iter("h1") if (text := " ".join(h1.text_content().split()))]
    named = _meta(tree, "og:title", "twitter:title", "dc.title", "parsely-title")
    if len(headings) == 1 and not (named and not _alike(headings[0], named)):
        return headings[0]
    return next((heading for heading in headings if named and _alike(heading, named)), named)


def _alike(one: str, other: str) -> bool:
    """One begins with the other, or holds it: titles often have the outlet's name at an end."""
    a, b = (re.sub(r"\W+", "", text).casefold() for text in (one, other))
    return bool(a and b) and (a in b or b in a)


def _outlet(tree: Any, found: Any) -> str | None:
    """The outlet's name as the page gives it; a bare host name is none, "Harbor.example" is one."""
    name = _meta(tree, "og:site_name", "application-name", "dc.publisher", "citation_journal_title")
    name = name or found.sitename
    host = name and name == name.lower() and re.fullmatch(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+/?", name)
    return None if not name or host else clean(name)


def _meta(tree: Any, *names: str) -> str | None:
    """The first of these metadata that the page has."""
    values: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or "").lower()
        content = " ".join((meta.get("content") or "").split())
        if name in names and content:
            values.setdefault(name, content)
    return next((values[name] for name in names if name in values), None)


def _url(url: str | None) -> str | None:
    return url if url and url.startswith(("http://", "https://")) else None
