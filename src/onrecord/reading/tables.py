"""Tables: CSV, Parquet and Excel, an article a row."""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any, NamedTuple

from onrecord._errors import ColumnError, InputError, UnreadableError
from onrecord.reading.columns import map_columns, to_article
from onrecord.reading.containers import ZIP_MAGIC, check_zip
from onrecord.reading.encoding import detect, open_text
from onrecord.reading.formats import Columns
from onrecord.reading.json_lines import row_name
from onrecord.reading.limits import Limits
from onrecord.reading.sources import Source
from onrecord.records import Article, Failure

DELIMITERS = (",", ";", "\t", "|")
ROWS = 64
"""Rows of a Parquet table in memory at a time."""


type Rows = Iterator[tuple[int, dict[str, Any]]]
"""Rows with the number a reader would look for."""


class Table(NamedTuple):
    """Named columns, and the rows with the columns that are asked for, or more."""

    names: Sequence[str]
    rows: Callable[[Collection[str]], Rows]
    sheet: str = ""


type Opener = Callable[[Source, Limits], AbstractContextManager[Iterator[Table]]]


def read_csv(source: Source, columns: Columns, limits: Limits) -> Iterator[Article | Failure]:
    """One article a row under a header; the delimiter is the one that makes most of the header."""
    return _read(open_csv, source, columns, limits)


def read_parquet(source: Source, columns: Columns, limits: Limits) -> Iterator[Article | Failure]:
    """One article a row of a Parquet table, a few rows in memory at a time."""
    return _read(open_parquet, source, columns, limits)


def read_excel(source: Source, columns: Columns, limits: Limits) -> Iterator[Article | Failure]:
    """One article a row of each sheet that has a column of texts; others are passed over."""
    return _read(open_excel, source, columns, limits)


def _read(opener: Opener, source: Source, columns: Columns, limits: Limits) -> Iterator[Article | Failure]:
    unclear: ColumnError | None = None
    found = False
    with opener(source, limits) as tables:
        for table in tables:
            try:
                fields = map_columns(table.names, columns)
            except ColumnError as error:
                unclear = unclear or error
                continue
            found = True
            yield from _rows(table, fields, source, limits)
    if unclear and not found:
        raise unclear


def _rows(
    table: Table, fields: dict[str, str], source: Source, limits: Limits
) -> Iterator[Article | Failure]:
    stem = f"{source.stem}-{table.sheet}" if table.sheet else source.stem
    for number, row in table.rows(fields.values()):
        try:
            yield to_article(row, fields, own_id=f"{stem}-{number}", path=source.name, limits=limits)
        except InputError as error:
            name = f"{source.name}/{table.sheet}:row {number}" if table.sheet else row_name(source, number)
            yield Failure(name, str(error))


@contextmanager
def open_csv(source: Source, limits: Limits) -> Iterator[Iterator[Table]]:
    """The table in a file of delimited text."""
    with source.open() as stream:
        encoding = detect(stream)
    # A process-wide setting of the csv module; its own 128 kB would refuse long articles.
    csv.field_size_limit(min(max(csv.field_size_limit(), 4 * limits.article_chars), sys.maxsize))
    with source.open() as stream, open_text(stream, encoding) as text:
        header = text.readline(limits.line_chars)
        if told := re.fullmatch(r"sep=(.)\s*", header):  # Excel's way to say it
            header = text.readline(limits.line_chars)
        delimiter = told[1] if told else max(DELIMITERS, key=header.count)
        names = next(csv.reader([header], delimiter=delimiter), [])
        rows = csv.reader(text, delimiter=delimiter)
        yield iter([Table(names, lambda _columns: _csv_rows(rows, names))])


def _csv_rows(rows: Iterator[list[str]], names: list[str]) -> Iterator[tuple[int, dict[str, str]]]:
    number = 0
    try:
        for number, row in enumerate(rows, start=1):
            if any(row):
                yield number, dict(zip(names, row, strict=False))
    except csv.Error as error:
        raise UnreadableError(
            f"Expected a CSV row after row {number}: {error}. Check that every quotation mark is closed."
        ) from error


@contextmanager
def open_parquet(source: Source, limits: Limits) -> Iterator[Iterator[Table]]:
    """The table in a Parquet file, of which only the columns that are asked for are read."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    with source.open() as stream:
        try:
            file = pq.ParquetFile(stream, pre_buffer=False)

            def rows(columns: Collection[str]) -> Rows:
                batches = file.iter_batches(batch_size=ROWS, columns=list(columns))
                yield from enumerate((row for batch in batches for row in batch.to_pylist()), start=1)

            yield iter([Table(file.schema_arrow.names, rows)])
        except (pa.ArrowException, OSError) as error:
            message = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
            raise UnreadableError(f"Expected a Parquet table: {message}. Write the table again.") from error


@contextmanager
def open_excel(source: Source, limits: Limits) -> Iterator[Iterator[Table]]:
    """The sheets of a workbook that hold anything; a sheet's first filled row names its columns."""
    import python_calamine

    with source.open() as stream:
        if stream.read(len(ZIP_MAGIC)) == ZIP_MAGIC:
            stream.seek(0)
            check_zip(stream, limits, "an Excel workbook", part_bytes=limits.memory_bytes)
        stream.seek(0)
        try:
            book = python_calamine.load_workbook(stream)
            yield (table for name in book.sheet_names if (table := _sheet(book, name)))
        except python_calamine.CalamineError as error:
            raise UnreadableError(
                f"Expected an Excel workbook: {error}. Open it, save it again, or save it as CSV."
            ) from error


def _sheet(book: Any, name: str) -> Table | None:
    sheet = book.get_sheet_by_name(name)
    rows = sheet.to_python()
    if len(rows) < 2 or sheet.start is None:
        return None
    names = [str(cell).strip() for cell in rows[0]]
    first = int(sheet.start[0]) + 2  # as Excel counts: from 1, after the header
    numbered: Rows = (
        (number, dict(zip(names, row, strict=False)))
        for number, row in enumerate(rows[1:], first)
        if any(row)
    )
    return Table(names, lambda _columns: numbered, name if len(book.sheet_names) > 1 else "")
