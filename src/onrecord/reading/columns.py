"""Which column of a table is which field of an article, by its usual names or by an explicit mapping."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from typing import Any

from onrecord._errors import ColumnError, TooLargeError, UnreadableError
from onrecord.reading.dates import parse_date
from onrecord.reading.limits import Limits
from onrecord.records import Article

USUAL: dict[str, tuple[str, ...]] = {
    "id": ("id", "article_id", "doc_id", "document_id", "uid"),
    "text": ("text", "content", "body", "article", "article_text", "full_text", "fulltext", "maintext",
             "main_text", "article_body", "articlebody", "articletext", "body_text", "bodytext", "text_body"),
    "title": ("title", "headline", "heading", "article_title", "articletitle"),
    "outlet": ("outlet", "source", "publisher", "publication", "news_source", "newspaper", "outlet_name",
               "source_name", "publication_name", "publication_title", "site_name", "site", "domain"),
    "published": ("published", "date", "published_at", "publish_date", "publication_date", "pub_date",
                  "pubdate", "date_published", "published_date", "publicationdate",
                  "publishedat", "publishdate", "datepublished", "datetime", "timestamp"),
    "url": ("url", "link", "source_url", "article_url", "canonical_url"),
    "author": ("author", "byline", "authors", "creator"),
}  # fmt: skip
"""Field of an article -> column names that mean it, best first; case, ``-`` and spaces don't count."""

NO_VALUE = frozenset({"", "nan", "none", "null", "n/a"})


def check_columns(columns: Mapping[str, str] | None) -> None:
    """Raises ``ColumnError`` if a mapping names a field that no article has."""
    if unknown := sorted(set(columns or ()) - set(USUAL)):
        raise ColumnError(
            f"Expected a mapping of the fields {', '.join(USUAL)}; got {', '.join(map(repr, unknown))}. "
            "Write it as field=column, for example text=fulltext."
        )


def find_columns(present: Iterable[str], columns: Mapping[str, str] | None = None) -> dict[str, str]:
    """Field -> column for the columns present. Raises ``ColumnError`` for a mapped one that isn't there."""
    names = [str(name) for name in present]
    by_name = {_plain(name): name for name in reversed(names)}
    found: dict[str, str] = {}
    for field, usual in USUAL.items():
        wanted = (columns or {}).get(field)
        if wanted is None:
            column = next((by_name[name] for name in usual if name in by_name), None)
        elif (column := wanted if wanted in names else by_name.get(_plain(wanted))) is None:
            raise ColumnError(f"Expected a column {wanted!r} for {field}; {_there_are(names)}")
        if column is not None:
            found[field] = column
    return found


def map_columns(present: Iterable[str], columns: Mapping[str, str] | None = None) -> dict[str, str]:
    """The same for a table that is to be read. Raises ``ColumnError`` without a text column."""
    names = [str(name) for name in present]
    found = find_columns(names, columns)
    if "text" not in found:
        raise ColumnError(
            f"Expected a column with the articles' text ({', '.join(USUAL['text'][:6])} …); "
            f"{_there_are(names)} Say which it is with --column text=NAME."
        )
    return found


def to_article(
    row: Mapping[str, Any], fields: Mapping[str, str], *, own_id: str, path: str, limits: Limits
) -> Article:
    """The article in a table's row; ``own_id`` if the row brings none. Raises ``InputError``."""
    value = {field: row.get(column) for field, column in fields.items()}
    text = value["text"]
    if text is None or (isinstance(text, float) and math.isnan(text)):
        raise UnreadableError(f"Expected text in {fields['text']!r}; the row has none.")
    if not isinstance(text, str):
        raise UnreadableError(
            f"Expected text in {fields['text']!r}, got {type(text).__name__}. Map another column to text."
        )
    check_text(text, limits)
    return Article(
        id=_own_id(value.get("id")) or own_id,
        text=text,
        title=_string(value.get("title")),
        outlet=_string(value.get("outlet")),
        published=parse_date(value.get("published")),
        url=_string(value.get("url")),
        author=_string(value.get("author")),
        path=path,
    )


def check_text(text: str, limits: Limits) -> None:
    """Raises ``InputError`` for a text that is empty or too long."""
    if not text.strip("\ufeff\x00 \t\r\n\f\v"):
        raise UnreadableError(
            "Expected text, found none (empty, or white space alone). Nothing to read here."
        )
    if len(text) > limits.article_chars:
        raise TooLargeError(
            f"Expected at most {limits.article_chars:,} characters an article, got {len(text):,}. "
            "Split it into articles, or raise the limit."
        )


def _plain(name: str) -> str:
    return re.sub(r"[\s-]+", "_", name.strip("\ufeff \t\r\n")).lower()


def _there_are(names: list[str]) -> str:
    shown = ", ".join(name[:40] for name in names[:20]) or "none"
    return f"there are: {shown}{' …' if len(names) > 20 else ''}."


def _own_id(value: object) -> str | None:
    """The input's own id, to the character."""
    return value if isinstance(value, str) and value.strip() else _string(value)


def _string(value: object) -> str | None:
    """A field as a string: lists joined, whole floats without their point, no-value words as None."""
    if isinstance(value, (list, tuple)):
        flat = (item for item in value if not isinstance(item, (list, tuple)))  # nested ones could explode
        value = ", ".join(part for item in flat if (part := _string(item)))
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if value is None or isinstance(value, (dict, bool)):
        return None
    text = str(value).strip()
    return None if text.lower() in NO_VALUE else text
