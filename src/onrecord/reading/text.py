"""Text and Markdown files: one article each, or the articles of a press database's export."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord._errors import TooLargeError
from onrecord.reading import exports
from onrecord.reading.articles import several
from onrecord.reading.columns import check_text, to_article
from onrecord.reading.encoding import HEAD, decode
from onrecord.reading.formats import Columns
from onrecord.reading.front_matter import split_front_matter
from onrecord.reading.limits import Limits, size
from onrecord.reading.sources import Source
from onrecord.records import Article, Failure


def read_text(source: Source, columns: Columns, limits: Limits) -> Iterator[Article | Failure]:
    """One article with optional front matter, its text kept to the character; or an export's articles."""
    with source.open() as stream:
        head = stream.read(HEAD)
        most = limits.page_bytes if exports.may_be_export(head) else limits.text_bytes
        data = head + stream.read(max(0, most + 1 - len(head)))
    if len(data) > most:
        raise TooLargeError(
            f"Expected one article of at most {limits.article_chars:,} characters, got a file of more than "
            f"{size(most)}. Split it into articles, or raise the limit."
        )
    text = decode(data)
    if found := exports.split(text):
        yield from several(source, found, limits)
        return
    matter, text = split_front_matter(text)
    check_text(text, limits)
    row = {**matter, "text": text}
    yield to_article(
        row, {field: field for field in row}, own_id=source.stem, path=source.name, limits=limits
    )
