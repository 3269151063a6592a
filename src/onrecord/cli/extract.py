"""``onrecord extract``: articles in, one line of the interchange format out for each; no workspace."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

import click

from onrecord.cli import options
from onrecord.cli.spool import Spool
from onrecord.records import Extraction


@click.command("extract")
@options.inputs
@options.output
@options.columns
@options.model
@options.processes
def command(
    inputs: tuple[options.Input, ...],
    output: Path | None,
    columns: dict[str, str],
    model: str | None,
    processes: int | None,
) -> None:
    """Extract entities and quotes from INPUTS (files, folders, archives, a feed's address) as JSON lines.

    Formats: text, web pages, PDF, Word, RTF, e-mail, feeds, EPUB, CSV, Excel, Parquet, JSON lines, and
    exports of Nexis Uni, Factiva and ProQuest.

    Names are canonical over the whole run: the same person has the same name in every line. A file
    that cannot be read is named with the reason, the others go on, and the exit status is 1.
    """
    import pandas as pd

    from onrecord.interchange import to_line
    from onrecord.resolution.run import LOCAL_COLUMNS, LocalRow, canonical_names, local_rows

    report = options.Report()
    articles, total = options.counted(inputs, columns, report)
    extracting = options.extracting(articles, total, report, model=model, processes=processes)
    spool: Spool[Extraction] = Spool()
    rows: list[LocalRow] = []
    with extracting as extractions:
        for extraction in extractions:
            rows += local_rows(extraction)
            spool.append(extraction)
    names = canonical_names(pd.DataFrame(rows, columns=LOCAL_COLUMNS))
    with open_output(output) as lines:
        for extraction in spool:
            lines.write(json.dumps(to_line(extraction, names), ensure_ascii=False) + "\n")
    sys.exit(1 if report.failures else 0)


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
