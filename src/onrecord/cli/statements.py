"""``onrecord statements``: passages in two articles that report the same utterance, as JSON lines."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from onrecord.cli import options
from onrecord.cli.extract import open_output


@click.command("statements")
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
    """Find statements that two articles among INPUTS both report, one pair a line."""
    from onrecord.resolution.run import canonical_names, local_entities, with_canonical_speakers
    from onrecord.statements import pairs

    report = options.Report()
    articles, total = options.counted(inputs, columns, report)
    with options.extracting(articles, total, report, model=model, processes=processes) as found:
        extractions = list(found)
    with open_output(output) as lines:
        names = canonical_names(local_entities(extractions))
        for pair in pairs(with_canonical_speakers(extraction, names) for extraction in extractions):
            lines.write(json.dumps(pair, ensure_ascii=False) + "\n")
    sys.exit(1 if report.failures else 0)
