"""RSS and Atom feeds, saved as files: an article an entry, as much of its text as the feed carries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

from onrecord._errors import UnreadableError
from onrecord.reading import markup
from onrecord.reading.articles import Fields, joined, read_whole, several
from onrecord.reading.formats import Columns
from onrecord.reading.limits import Limits
from onrecord.reading.sources import Source
from onrecord.records import Article, Failure


def read_feed(source: Source, columns: Columns, limits: Limits) -> Iterator[Article | Failure]:
    """The entries of a feed. Nothing they link to is fetched."""
    import feedparser

    data = read_whole(source, limits.page_bytes, "a feed")
    if b"<!ENTITY" in data[: 1 << 16]:
        raise UnreadableError("Expected a feed; its XML defines entities, which no feed does. Leave it out.")
    # A stream, never the bytes themselves: a string could be taken for an address to fetch.
    feed = feedparser.parse(BytesIO(data), sanitize_html=True, resolve_relative_uris=False)
    if not feed.entries:
        reason = f": {feed.bozo_exception}" if feed.bozo else ""
        raise UnreadableError(f"Expected a feed with entries, found none{reason}. Save the feed again.")
    outlet = markup.plain(feed.feed.get("title"))
    yield from several(source, [_fields(entry, outlet) for entry in feed.entries], limits)


def _fields(entry: Mapping[str, Any], outlet: str | None) -> Fields:
    title = markup.plain(entry.get("title"))
    bodies = [part.get("value", "") for part in entry.get("content", [])] + [entry.get("summary", "")]
    texts = [markup.paragraphs(markup.parse(body)) for body in bodies if body]
    longest = max(texts, key=lambda lines: sum(map(len, lines)), default=[])
    source = entry.get("source", {}).get("title")  # in feeds that collect others' entries
    return {
        "id": entry.get("id"),
        "text": joined(longest, title) if longest else "",
        "title": title,
        "outlet": markup.plain(source) or outlet,
        "published": entry.get("published") or entry.get("updated") or entry.get("created"),
        "url": entry.get("link"),
        "author": markup.plain(entry.get("author")),
    }
