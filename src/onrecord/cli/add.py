"""``onrecord add``: put what is new into a workspace."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import click

from onrecord.cli import options
from onrecord.records import Article


@click.command("add")
@options.inputs
@options.workspace
@options.columns
@options.model
@options.processes
@click.option("--extracted", is_flag=True, help="INPUTS are lines of the interchange format; no model runs.")
def command(
    inputs: tuple[Path, ...],
    workspace: Path,
    columns: dict[str, str],
    model: str | None,
    processes: int | None,
    extracted: bool,
) -> None:
    """Add the articles in INPUTS (files, folders, zip archives) to a workspace; made where there is none.

    Only what is new is read: the same text twice is one article. Interrupted or killed, a second run
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


@dataclass
class Survey:
    """What a first, quick reading finds: which texts are new to the workspace."""

    fresh: set[str] = field(default_factory=set)
    texts: int = 0

    def add(self, article: Article) -> None:
        self.texts += 1
        self.fresh.add(article.content_id)


def add_articles(
    inputs: Iterable[Path],
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

    survey = Survey()
    for article in options.read_articles(inputs, columns or {}, report):
        survey.add(article)
    with Workspace.ensure(workspace) as opened:
        survey.fresh = adding.missing(opened, survey.fresh)
        articles = options.read_articles(inputs, columns or {}, lambda _failure: None)
        items = engine.extract_many(_only(articles, survey.fresh), model=model, processes=processes)
        extractions = options.without_failures(options.progress(items, len(survey.fresh)), report)
        added = adding.add(opened, extractions, engine=engine.name(model))
        total = opened.summary()["articles"]
    return _sentence(added.new, survey.texts - added.new, total, workspace)


def add_extracted(inputs: Iterable[Path], workspace: Path, report: options.Report) -> str:
    """Load lines of the interchange format as they are; returns a sentence that says what came of it."""
    from onrecord.interchange import read_extracted
    from onrecord.workspace import Workspace, adding

    items = (item for path in inputs for item in read_extracted(path))
    with Workspace.ensure(workspace) as opened:
        added = adding.add(
            opened, options.without_failures(options.progress(items, None), report), engine="given"
        )
        total = opened.summary()["articles"]
    return _sentence(added.new, added.known, total, workspace)


def _only(articles: Iterable[Article], fresh: set[str]) -> Iterator[Article]:
    """Each new text once, in the order of reading."""
    left = set(fresh)
    for article in articles:
        if article.content_id in left:
            left.discard(article.content_id)
            yield article


def _sentence(new: int, known: int, total: int, workspace: Path) -> str:
    there = f", {known:,} already there or not readable" if known else ""
    return f"Added {new:,} article{'' if new == 1 else 's'}{there}. {workspace} now holds {total:,}."
