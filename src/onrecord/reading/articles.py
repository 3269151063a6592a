"""Articles from what a document says of itself: one or several in a file, each with an id of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from onrecord._errors import InputError, TooLargeError, UnreadableError
from onrecord.reading.columns import to_article
from onrecord.reading.limits import Limits, size
from onrecord.reading.sources import Source
from onrecord.records import Article, Failure

type Fields = Mapping[str, Any]
"""Fields of an article by name (``text``, ``title``, ``outlet``, ``published`` …), as they come."""

# Control characters, which no text means.
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


def several(source: Source, items: Sequence[Fields], limits: Limits) -> Iterator[Article | Failure]:
    """An article for each item. An id that the format gives is kept, unless an earlier one has it."""
    if not items:
        raise UnreadableError("Expected articles, found none in it. Nothing to read here.")
    seen: set[str] = set()
    for number, item in enumerate(items, start=1):
        own_id = source.stem if len(items) == 1 else f"{source.stem}-{number}"
        fields = {**item, "id": None} if str(item.get("id") or own_id) in seen else item
        try:
            if not fields.get("text"):
                raise UnreadableError("Expected a text, found only what is said about it. Save it in full.")
            article = article_of(source, fields, limits, own_id=own_id)
        except InputError as error:
            name = source.name if len(items) == 1 else f"{source.name}:article {number}"
            yield Failure(name, str(error))
        else:
            seen.add(article.id)
            yield article


def article_of(source: Source, fields: Fields, limits: Limits, *, own_id: str | None = None) -> Article:
    """The article in a document's fields. Raises ``InputError``."""
    return to_article(
        {"text": None, **fields},
        {field: field for field in ("text", *fields)},
        own_id=own_id or source.stem,
        path=source.name,
        limits=limits,
    )


def read_whole(source: Source, most: int, what: str) -> bytes:
    """The bytes of a document. Raises ``TooLargeError`` beyond ``most`` bytes; ``what`` names it."""
    with source.open() as stream:
        return bounded(stream.read(most + 1), most, what)


def bounded(data: bytes, most: int, what: str) -> bytes:
    """``data``, if it is at most ``most`` bytes. Raises ``TooLargeError``."""
    if len(data) > most:
        raise TooLargeError(
            f"Expected {what} of at most {size(most)}, got a larger one. Split it, or raise the limit."
        )
    return data


def clean(text: str) -> str:
    """Text out of a document's markup: without control characters, with single spaces for odd ones."""
    return UNPRINTABLE.sub("", text).replace("\xa0", " ").replace("\u2028", "\n").replace("\u2029", "\n")


def joined(paragraphs: Sequence[str], headline: str | None = None) -> str:
    """Paragraphs as a text, a blank line between them; the headline first, unless they open with it."""
    kept = [line for paragraph in paragraphs if (line := clean(paragraph).strip())]
    first = clean(headline or "").strip()
    if first and (not kept or _plain(kept[0]) != _plain(first)):
        kept.insert(0, first)
    return "\n\n".join(kept)


def _plain(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()
