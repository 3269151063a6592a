"""``onrecord extract``: articles in, one line of the interchange format out for each; no workspace."""

from __future__ import annotations

import json
import pickle
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import IO, TextIO

import click

from onrecord.cli import options
from onrecord.records import Extraction


@click.command("extract")
@options.inputs
@options.output
@options.columns
@options.model
@options.processes
def command(
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
    import pandas as pd

    from onrecord.interchange import to_line
    from onrecord.resolution.run import LOCAL_COLUMNS, LocalRow, canonical_names, local_rows

    report = options.Report()
    articles, total = options.counted(inputs, columns, report)
    extracting = options.extracting(articles, total, report, model=model, processes=processes)
    with tempfile.TemporaryFile() as spool, extracting as extractions:
        rows: list[LocalRow] = []
        for extraction in extractions:
            rows += local_rows(extraction)
            pickle.dump(extraction, spool)
        spool.seek(0)
        names = canonical_names(pd.DataFrame(rows, columns=LOCAL_COLUMNS))
        with open_output(output) as lines:
            for extraction in _load(spool):
                lines.write(json.dumps(to_line(extraction, names), ensure_ascii=False) + "\n")
    sys.exit(1 if report.failures else 0)


def _load(spool: IO[bytes]) -> Iterator[Extraction]:
    while True:
        try:
            yield pickle.load(spool)  # noqa: S301 - written by this process a moment ago
        except EOFError:
            return


@contextmanager
def open_output(output: Path | None) -> Iterator[TextIO]:
    """A file that is written anew, or standard output, in UTF-8."""
    if output is None:
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8", newline="\n")
        yield sys.stdout
    else:
        output.parent.mkdir(parents=True, exist_ok=True)
        with output.open("w", encoding="utf-8", newline="\n") as lines:
            yield lines
