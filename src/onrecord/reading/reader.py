"""Files in, articles out: one failure for each thing that cannot be read, and the rest goes on."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path

from onrecord._errors import InputError
from onrecord.reading.apart import Helper
from onrecord.reading.columns import check_columns
from onrecord.reading.formats import Columns
from onrecord.reading.limits import Limits
from onrecord.reading.recognise import recognise
from onrecord.reading.sources import Source, bytes_source, find_sources
from onrecord.records import Article, Failure

BROKEN = (OSError, EOFError, zlib.error, zipfile.BadZipFile, UnicodeError, RuntimeError, MemoryError)
"""What a damaged file can raise half way through: a cut gzip, a wrong checksum, a vanished disk."""


def read(
    paths: Iterable[Path | str], *, columns: Mapping[str, str] | None = None, limits: Limits | None = None
) -> Iterator[Article | Failure]:
    """The articles in files, folders and archives, in order, as a stream.

    ``columns`` maps fields of an article to the columns of tables, where their names don't tell
    (``{"text": "fulltext"}``). What cannot be read is a ``Failure`` that names it (``file``,
    ``archive.zip/file`` or ``file:row N``) and says why. Raises ``ColumnError`` for an unknown field.
    """
    check_columns(columns)
    limits = limits or Limits()
    return _read(find_sources(paths, limits), columns, limits)


def read_bytes(
    name: str, data: bytes, *, columns: Mapping[str, str] | None = None, limits: Limits | None = None
) -> Iterator[Article | Failure]:
    """The same for a file whose bytes are at hand: what was dropped into a browser."""
    check_columns(columns)
    limits = limits or Limits()
    return _read(bytes_source(name, data, limits), columns, limits)


def _read(
    sources: Iterable[Source | Failure], columns: Columns, limits: Limits
) -> Iterator[Article | Failure]:
    count = 0
    with closing(Helper()) as helper:
        for source in sources:
            for result in (
                (source,) if isinstance(source, Failure) else _articles(source, columns, limits, helper)
            ):
                if isinstance(result, Article):
                    if count == limits.articles:
                        yield _too_many(result, limits)
                        return
                    count += 1
                yield result


def _too_many(article: Article, limits: Limits) -> Failure:
    reason = f"Expected at most {limits.articles:,} articles in a run; the rest was not read."
    return Failure(article.path or article.id, f"{reason} Add them in parts, or raise the limit.")


def _articles(
    source: Source, columns: Columns, limits: Limits, helper: Helper
) -> Iterator[Article | Failure]:
    try:
        kind = recognise(source)
        if kind.apart:
            yield from helper.run(kind.reader, source, columns, limits)
        else:
            yield from kind.load()(source, columns, limits)
    except InputError as error:
        yield Failure(source.name, str(error))
    except BROKEN as error:
        yield Failure(source.name, f"The file broke off: {error or type(error).__name__}. Get it again.")
