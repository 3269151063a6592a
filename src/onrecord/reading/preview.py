"""A look at tables before they are read: their columns, the first rows, and what the names tell."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from typing import Any

from onrecord._errors import InputError
from onrecord.reading import formats
from onrecord.reading.apart import Helper
from onrecord.reading.columns import find_columns
from onrecord.reading.dates import parse_date
from onrecord.reading.formats import Columns, Format
from onrecord.reading.json_lines import json_lines
from onrecord.reading.limits import Limits
from onrecord.reading.recognise import recognise
from onrecord.reading.sources import Source, bytes_source
from onrecord.reading.tables import Opener, open_csv, open_excel, open_parquet
from onrecord.records import Failure

ROWS = 20
"""Rows looked at to tell a column of texts."""
CELL = 300
"""Characters of a cell that are kept."""
SOURCES = 100
"""Files of an archive that are looked at."""
OPENERS: dict[str, Opener] = {
    formats.CSV.name: open_csv, formats.PARQUET.name: open_parquet, formats.EXCEL.name: open_excel
}  # fmt: skip


@dataclass(frozen=True)
class Preview:
    """The beginning of a table, and which column seems to be which field of an article."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    fields: dict[str, str]
    """By the columns' names; else the texts are where the longest values are, and days where dates are."""
    clear: bool
    """Whether the names tell which column holds the texts."""


def previews(name: str, data: bytes, *, limits: Limits | None = None) -> list[Preview]:
    """The tables in a file or archive; what is no table, or cannot be read, is left out."""
    limits = limits or Limits()
    found: list[Preview] = []
    with closing(Helper()) as helper:
        for source in islice(bytes_source(name, data, limits), SOURCES):
            if isinstance(source, Source):
                found += _previews(source, helper, limits)
    return found


def _previews(source: Source, helper: Helper, limits: Limits) -> list[Preview]:
    try:
        kind = recognise(source)
        if not kind.table:
            return []
        if kind.apart:
            items = helper.run("preview:peek", source, None, limits)
            return [item for item in items if isinstance(item, Preview)]
        return list(_peek(source, kind, limits))
    except (InputError, OSError, EOFError, ValueError):  # reading it says what is wrong
        return []


def peek(source: Source, columns: Columns, limits: Limits) -> Iterator[Preview]:
    """A preview of each table in a file, for the helper process."""
    yield from _peek(source, recognise(source), limits)


def _peek(source: Source, kind: Format, limits: Limits) -> Iterator[Preview]:
    if kind is formats.JSON_LINES:
        lines = (row for _, row in json_lines(source, limits) if not isinstance(row, Failure))
        rows = list(islice(lines, ROWS))
        names = list(dict.fromkeys(key for row in rows for key in row))
        yield _preview(source.name, names, rows)
        return
    with OPENERS[kind.name](source, limits) as tables:
        for table in tables:
            name = f"{source.name}, {table.sheet}" if table.sheet else source.name
            yield _preview(name, list(table.names), [row for _, row in islice(table.rows(table.names), ROWS)])


def _preview(name: str, columns: list[str], rows: list[dict[str, Any]]) -> Preview:
    columns = [column for column in dict.fromkeys(columns) if column]
    cells = tuple(tuple(_cell(row.get(column)) for column in columns) for row in rows)
    named = find_columns(columns)
    free = [column for column in columns if column not in named.values()]
    lengths = {column: sum(len(str(row.get(column) or "")) for row in rows) for column in free}
    days = {column: sum(parse_date(row.get(column)) is not None for row in rows) for column in free}
    guessed = {}
    if any(lengths.values()):
        guessed["text"] = max(free, key=lambda column: lengths[column])
    if any(number > len(rows) / 2 for number in days.values()):
        guessed["published"] = max(free, key=lambda column: days[column])
    return Preview(name, tuple(columns), cells, guessed | named, "text" in named)


def _cell(value: object) -> str:
    return "" if value is None else " ".join(str(value)[: 2 * CELL].split())[:CELL]
