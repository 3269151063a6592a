"""RIS, the tagged text that ProQuest and other databases save references in; the abstract is the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from onrecord._errors import UnreadableError
from onrecord.reading.articles import Fields, joined, read_whole, several
from onrecord.reading.dates import parse_date
from onrecord.reading.encoding import decode
from onrecord.reading.exports.lines import author
from onrecord.reading.formats import Columns
from onrecord.reading.limits import Limits
from onrecord.reading.sources import Source
from onrecord.records import Article, Failure

DATES = ("date", "year", "publication_year")


def read_ris(source: Source, columns: Columns, limits: Limits) -> Iterator[Article | Failure]:
    """One article a reference that has an abstract or the full text as one."""
    import rispy

    text = decode(read_whole(source, limits.page_bytes, "a RIS export"))
    try:
        references = rispy.loads(text, skip_unknown_tags=True)
    except (OSError, ValueError, KeyError, IndexError) as error:
        raise UnreadableError(f"Expected a RIS export: {error}. Save it again.") from error
    yield from several(source, [_fields(reference) for reference in references], limits)


def _fields(reference: Mapping[str, Any]) -> Fields:
    def first(*names: str) -> Any:
        return next((reference[name] for name in names if reference.get(name)), None)

    title = first("title", "primary_title")
    text = first("abstract", "notes_abstract")
    urls = [url for url in first("urls", "url") or [] if "proquest.com/" not in url]
    names = first("authors", "first_authors")
    return {
        "id": first("accession_number", "id"),
        "text": joined(str(text).split("\n"), title) if text else "",
        "title": title,
        "outlet": first("secondary_title", "journal_name", "alternate_title3", "alternate_title1"),
        "published": next((day for name in DATES if (day := parse_date(reference.get(name)))), None),
        "url": urls[0] if urls else None,
        "author": author("; ".join(names)) if names else None,
    }
