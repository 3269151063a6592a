"""JSON lines: one article a line."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any

from onrecord._errors import InputError
from onrecord.reading.columns import map_columns, to_article
from onrecord.reading.encoding import detect, open_text, without_surrogates
from onrecord.reading.formats import Columns
from onrecord.reading.limits import Limits
from onrecord.reading.sources import Source
from onrecord.records import Article, Failure


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


def row_name(source: Source, number: int) -> str:
    """How a row is named in a failure: ``file.csv:row 7``."""
    return f"{source.name}:row {number}"
