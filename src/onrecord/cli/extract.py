"""``onrecord extract``: articles in, one line of the interchange format out for each; no workspace."""

from __future__ import annotations

import pickle
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TextIO

import click

from onrecord.cli import options
from onrecord.records import Extraction


@click.command()
@options.inputs
@options.output
@options.columns
@options.model
@options.processes
def extract(
    inputs: tuple[Path, ...],
    output: Path | None,
    columns: dict[str, str],
    model: str | None,
    processes: int | None,
) -> None:
    """Extract entities and quotes from INPUTS (files, folders, zip archives) as JSON lines.

    Names are canonical over the whole run: the same person has the same name in every line. A file
    that cannot be read is named with the reason, the others go on, and the exit status is 1.
    """
    from onrecord.extraction.engine import extract_many
    from onrecord.records import Failure

    report = options.Report()
    total = sum(1 for _ in options.read_articles(inputs, columns, lambda _failure: None))
    articles = options.read_articles(inputs, columns, report)
    with tempfile.TemporaryFile() as spool:
        names = Names()
        for item in options.progress(extract_many(articles, model=model, processes=processes), total):
            if isinstance(item, Failure):
                report(item)
                continue
            names.note(item)
            pickle.dump(item, spool)
        spool.seek(0)
        with open_output(output) as lines:
            _write(_load(spool), names, lines)
    sys.exit(1 if report.failures else 0)


class Names:
    """The local entities of a run, resolved once all articles are in; texts are not kept in memory."""

    def __init__(self) -> None:
        self._rows: list[dict[str, object]] = []

    def note(self, extraction: Extraction) -> None:
        """Remember the entities of one article."""
        from onrecord.resolution import local_rows

        self._rows.extend(local_rows(extraction))

    def canonical(self) -> dict[str, str]:
        """Local entity id -> canonical name, for all articles noted."""
        from onrecord.resolution import canonical_names

        return canonical_names(self._rows)


def _load(spool: IO[bytes]) -> Iterator[Extraction]:
    while True:
        try:
            yield pickle.load(spool)  # noqa: S301 - written by this process a moment ago
        except EOFError:
            return


def _write(extractions: Iterator[Extraction], names: Names, lines: TextIO) -> None:
    import json

    from onrecord.interchange import to_line

    canonical = names.canonical()
    for extraction in extractions:
        lines.write(json.dumps(to_line(extraction, canonical), ensure_ascii=False) + "\n")


@contextmanager
def open_output(output: Path | None) -> Iterator[TextIO]:
    """A file that is written anew, or standard output, in UTF-8."""
    if output is None:
        yield click.get_text_stream("stdout", encoding="utf-8")
    else:
        output.parent.mkdir(parents=True, exist_ok=True)
        with output.open("w", encoding="utf-8", newline="\n") as lines:
            yield lines
