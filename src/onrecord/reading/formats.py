"""Formats: text and Markdown, CSV, JSON lines and Parquet, each read as a stream of articles."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import Any, BinaryIO

from onrecord._errors import InputError, TooLargeError, UnreadableError
from onrecord.reading.columns import check_text, map_columns, to_article
from onrecord.reading.encoding import decode, detect, open_text, without_surrogates
from onrecord.reading.front_matter import split_front_matter
from onrecord.reading.limits import Limits, size
from onrecord.reading.sources import Source
from onrecord.records import Article, Failure

type Columns = Mapping[str, str] | None
type Reader = Callable[[Source, Columns, Limits], Iterator[Article | Failure]]

DELIMITERS = (",", ";", "\t", "|")
ROWS = 64
"""Rows of a Parquet table in memory at a time."""


def read_text(source: Source, columns: Columns, limits: Limits) -> Iterator[Article | Failure]:
    """One article a file, with optional front matter. The text is kept to the character."""
    with source.open() as stream:
        data = stream.read(limits.text_bytes + 1)
    if len(data) > limits.text_bytes:
        raise TooLargeError(
            f"Expected one article of at most {limits.article_chars:,} characters, got a file of more than "
            f"{size(limits.text_bytes)}. Split it into articles, or raise the limit."
        )
    matter, text = split_front_matter(decode(data))
    check_text(text, limits)
    row = {**matter, "text": text}
    yield to_article(
        row, {field: field for field in row}, own_id=source.stem, path=source.name, limits=limits
    )


def read_csv(source: Source, columns: Columns, limits: Limits) -> Iterator[Article | Failure]:
    """One article a row under a header; the delimiter is the one that makes most of the header."""
    with source.open() as stream:
        encoding = detect(stream)
    # A process-wide setting of the csv module; its own 128 kB would refuse long articles.
    csv.field_size_limit(min(max(csv.field_size_limit(), 4 * limits.article_chars), sys.maxsize))
    with source.open() as stream, open_text(stream, encoding) as text:
        header = text.readline(limits.line_chars)
        delimiter = max(DELIMITERS, key=header.count)
        names = next(csv.reader([header], delimiter=delimiter), [])
        fields = map_columns(names, columns)
        rows = csv.reader(text, delimiter=delimiter)
        yield from _articles(_csv_rows(rows, names), fields, source, limits)


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


def read_json_lines(source: Source, columns: Columns, limits: Limits) -> Iterator[Article | Failure]:
    """One article a line, a JSON object; ``row N`` in a failure is the line's number."""
    known: dict[tuple[str, ...], dict[str, str]] = {}
    for number, row in json_lines(source, limits):
        if isinstance(row, Failure):
            yield row
            continue
        keys = tuple(row)
        try:
            if keys not in known:
                known = {keys: map_columns(keys, columns)}
            yield to_article(
                row, known[keys], own_id=f"{source.stem}-{number}", path=source.name, limits=limits
            )
        except InputError as error:
            yield Failure(row_name(source, number), str(error))


def json_lines(source: Source, limits: Limits) -> Iterator[tuple[int, dict[str, Any] | Failure]]:
    """(line number, object) for every line that isn't blank; a line that is no object is a failure.

    Lone surrogates, which JSON can spell but no encoding can hold, become U+FFFD.
    """
    with source.open() as stream:
        encoding = detect(stream)
    with source.open() as stream, open_text(stream, encoding) as text:
        number = 0
        while line := text.readline(limits.line_chars):
            number += 1
            if len(line) == limits.line_chars and not line.endswith("\n"):
                _skip_line(text, limits)
                reason = f"Expected a line of at most {limits.line_chars:,} characters, got a longer one."
                yield number, Failure(row_name(source, number), f"{reason} Split the article.")
            elif line.strip("\ufeff \t\r\n"):
                yield number, _object(line, row_name(source, number))


def _skip_line(text: io.TextIOWrapper, limits: Limits) -> None:
    while (rest := text.readline(limits.line_chars)) and not rest.endswith("\n"):
        pass


def _object(line: str, name: str) -> dict[str, Any] | Failure:
    try:
        row = json.loads(line, strict=False)
    except (ValueError, RecursionError) as error:
        return Failure(name, f"Expected a JSON object on one line: {error}. Write one object a line.")
    if not isinstance(row, dict):
        return Failure(name, f"Expected a JSON object, got {type(row).__name__}. Write one object a line.")
    return _without_surrogates(row) if "\\ud" in line.lower() else row


def _without_surrogates(value: Any) -> Any:
    if isinstance(value, str):
        return without_surrogates(value)
    if isinstance(value, dict):
        return {_without_surrogates(key): _without_surrogates(item) for key, item in value.items()}
    return [_without_surrogates(item) for item in value] if isinstance(value, list) else value


def read_parquet(source: Source, columns: Columns, limits: Limits) -> Iterator[Article | Failure]:
    """One article a row of a Parquet table, a few rows in memory at a time."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    with source.open() as stream, _seekable(stream, source, limits) as file:
        try:
            table = pq.ParquetFile(file)
            fields = map_columns(table.schema_arrow.names, columns)
            batches = table.iter_batches(batch_size=ROWS, columns=list(fields.values()))
            rows = (row for batch in batches for row in batch.to_pylist())
            yield from _articles(enumerate(rows, start=1), fields, source, limits)
        except (pa.ArrowException, OSError) as error:
            message = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
            raise UnreadableError(f"Expected a Parquet table: {message}. Write the table again.") from error


def _seekable(stream: BinaryIO, source: Source, limits: Limits) -> BinaryIO:
    """Parquet is read from its end: what is packed must lie in memory."""
    if not source.packed:
        return stream
    data = stream.read(limits.memory_bytes + 1)
    if len(data) > limits.memory_bytes:
        raise TooLargeError(
            f"Expected at most {size(limits.memory_bytes)} for a Parquet table inside an archive, got more. "
            "Unpack it first."
        )
    return io.BytesIO(data)


def _articles(
    rows: Iterator[tuple[int, dict[str, Any]]], fields: Mapping[str, str], source: Source, limits: Limits
) -> Iterator[Article | Failure]:
    for number, row in rows:
        try:
            yield to_article(row, fields, own_id=f"{source.stem}-{number}", path=source.name, limits=limits)
        except InputError as error:
            yield Failure(row_name(source, number), str(error))


def row_name(source: Source, number: int) -> str:
    """How a row is named in a failure: ``file.csv:row 7``."""
    return f"{source.name}:row {number}"


READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_text,
    ".markdown": read_text,
    ".csv": read_csv,
    ".tsv": read_csv,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
    ".parquet": read_parquet,
}
"""Ending -> reader. Each may be packed as ``.gz`` or inside a ``.zip``."""
