"""``onrecord add``: put what is new into a workspace."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cleaning import prepare
from onrecord.cleaning.language import language_name
from onrecord.cli import options
from onrecord.cli.spool import Spool
from onrecord.records import Article

if TYPE_CHECKING:
    from onrecord.workspace import Workspace
    from onrecord.workspace.adding import Added


@click.command("add")
@options.inputs
@options.workspace
@options.columns
@options.model
@options.processes
@click.option("--extracted", is_flag=True, help="INPUTS are lines of the interchange format; no model runs.")
def command(
    inputs: tuple[options.Input, ...],
    workspace: Path,
    columns: dict[str, str],
    model: str | None,
    processes: int | None,
    extracted: bool,
) -> None:
    """Add the articles in INPUTS (files, folders, zip archives, a feed's address) to a workspace.

    Formats: text, web pages, PDF, Word, RTF, e-mail, feeds, EPUB, CSV, Excel, Parquet, JSON lines, and
    exports of Nexis Uni, Factiva and ProQuest. The workspace is made where there is none.

    Only what is new is extracted: the same text twice is one article. Interrupted or killed, a second run
    finishes the job. A file that cannot be read is named with the reason, and the rest goes on.
    """
    report = options.Report()
    try:
        if extracted:
            outcome = add_extracted(inputs, workspace, report)
        else:
            outcome = add_articles(
                inputs, workspace, report, columns=columns, model=model, processes=processes
            )
    except KeyboardInterrupt:
        click.echo("\nStopped. Whole batches are kept; run the same command again to go on.", err=True)
        sys.exit(130)
    click.echo(outcome)
    sys.exit(1 if report.failures else 0)


def add_articles(
    inputs: Iterable[options.Input],
    workspace: Path,
    report: options.Report,
    *,
    columns: dict[str, str] | None = None,
    model: str | None = None,
    processes: int | None = None,
) -> str:
    """Read, extract and add what is new; returns a sentence that says what came of it."""
    from onrecord.extraction import engine
    from onrecord.workspace import Workspace, adding

    articles = Spool(map(prepare, options.read_articles(inputs, columns or {}, report)))
    found = [article.content_id for article in articles]
    unread = report.failures
    with Workspace.ensure(workspace) as opened:
        fresh = adding.missing(opened, found)
        with options.extracting(
            _only(articles, fresh), len(fresh), report, model=model, processes=processes
        ) as extractions:
            added = adding.add(opened, extractions, engine=engine.name(model))
        failed = report.failures - unread + len(added.failures)
        return _outcome(replace(added, known=len(found) - added.new - failed), opened, report, inputs)


def add_extracted(inputs: Iterable[options.Input], workspace: Path, report: options.Report) -> str:
    """Load lines of the interchange format as they are; returns a sentence that says what came of it."""
    from onrecord.interchange import read_extracted
    from onrecord.workspace import Workspace, adding

    items = (item for path in inputs for item in read_extracted(path))
    with Workspace.ensure(workspace) as opened:
        extractions = options.without_failures(options.progress(items, None), report)
        return _outcome(adding.add(opened, extractions, engine="given"), opened, report, inputs)


def _only(articles: Iterable[Article], fresh: set[str]) -> Iterator[Article]:
    """Each new text once, in the order of reading."""
    left = set(fresh)
    for article in articles:
        if article.content_id in left:
            left.discard(article.content_id)
            yield article


def _outcome(added: Added, opened: Workspace, report: options.Report, inputs: Iterable[options.Input]) -> str:
    from onrecord.workspace.failures import remember

    for failure in added.failures:
        report(failure)
    remember(opened, report.told, read=[str(path) for path in inputs], on_disk=True)
    total = opened.summary()["articles"]
    there = f", {added.known:,} already there" if added.known else ""
    new = f"{added.new:,} article{'' if added.new == 1 else 's'}"
    return f"Added {new}{there}. {opened.path} now holds {total:,}.{_aside(added)}"


def _aside(added: Added) -> str:
    """A sentence on new articles that are not English; empty where there are none."""
    if not added.languages:
        return ""
    counted = Counter(language_name(code) for code in added.languages).most_common()
    languages = ", ".join(f"{number:,} {name}" for name, number in counted)
    return f" Set aside, because it is not English: {languages}. The articles page lists what was set aside."
