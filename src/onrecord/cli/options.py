"""Options and helpers that several commands share."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import chain
from pathlib import Path
from typing import Any

import click
from tqdm import tqdm

from onrecord._errors import ColumnError
from onrecord.cli.fetch import is_address, read_address
from onrecord.cli.spool import Spool
from onrecord.reading import read
from onrecord.records import Article, Extraction, Failure

DEFAULT_WORKSPACE = "workspace"

type Input = Path | str
"""What a command reads: a file, a folder, or a web address."""


def _inputs(
    _context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]
) -> tuple[Input, ...]:
    return tuple(value if is_address(value) else Path(value) for value in values)


inputs = click.argument("inputs", nargs=-1, required=True, callback=_inputs)
workspace = click.option(
    "--workspace",
    "-w",
    type=click.Path(path_type=Path, file_okay=False),
    default=DEFAULT_WORKSPACE,
    envvar="ONRECORD_WORKSPACE",
    show_default=True,
    help="The workspace's folder.",
)
model = click.option(
    "--model",
    envvar="ONRECORD_MODEL",
    help="An installed spaCy pipeline with a parser and NER, or its folder. Default: the one we bring.",
)
processes = click.option(
    "--processes",
    type=click.IntRange(min=1),
    help="Worker processes. Default: as many as pay for the number of articles.",
)
output = click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Where to write; default: standard output.",
)


def _columns(_context: click.Context, _parameter: click.Parameter, pairs: tuple[str, ...]) -> dict[str, str]:
    mapping = {}
    for pair in pairs:
        field, equals, column = pair.partition("=")
        if not equals or not field or not column:
            raise ColumnError(f"--column expects FIELD=COLUMN, such as --column text=Body; got {pair!r}.")
        mapping[field] = column
    return mapping


columns = click.option(
    "--column",
    "columns",
    multiple=True,
    callback=_columns,
    metavar="FIELD=COLUMN",
    help="Which column of a table holds text, title, outlet, published, url, author or id. Repeatable.",
)


class Report:
    """Says on standard error what could not be read, as it comes, and remembers how much that was."""

    def __init__(self) -> None:
        self.failures = 0
        self.told: list[Failure] = []

    def __call__(self, failure: Failure) -> None:
        self.failures += 1
        self.told.append(failure)
        tqdm.write(f"onrecord: {failure.path}: {failure.reason}", file=sys.stderr)


def read_articles(
    inputs: Iterable[Input], columns: dict[str, str], on_failure: Callable[[Failure], None]
) -> Iterator[Article]:
    """The articles in files, then those at addresses; ``on_failure`` hears what cannot be read."""
    given = list(inputs)
    paths = [entry for entry in given if isinstance(entry, Path)]
    fetched = (read_address(entry, columns=columns) for entry in given if isinstance(entry, str))
    for item in chain(read(paths, columns=columns), chain.from_iterable(fetched)):
        if isinstance(item, Failure):
            on_failure(item)
        else:
            yield item


def counted(
    inputs: Sequence[Input], columns: dict[str, str], on_failure: Callable[[Failure], None]
) -> tuple[Iterator[Article], int]:
    """The articles in ``inputs``, read once and kept on disk, and how many there are: a bar needs to know."""
    articles = Spool(read_articles(inputs, columns, on_failure))
    return iter(articles), len(articles)


@contextmanager
def extracting(
    articles: Iterable[Article], total: int, report: Report, *, model: str | None, processes: int | None
) -> Iterator[Iterator[Extraction]]:
    """Articles as they are extracted, in order, under a progress bar; failures go to ``report``.

    However it is left, Ctrl-C included, the worker processes are stopped at once.
    """
    from onrecord.extraction.engine import extract_many

    with closing(extract_many(articles, model=model, processes=processes)) as items:
        yield without_failures(progress(items, total), report)


def without_failures(items: Iterable[Extraction | Failure], report: Report) -> Iterator[Extraction]:
    """What was extracted; what was not goes to ``report``."""
    for item in items:
        if isinstance(item, Failure):
            report(item)
        else:
            yield item


def progress(items: Iterable[Any], total: int | None, what: str = "article") -> Iterable[Any]:
    """A bar on standard error with rate and time left; nothing where that is not a terminal."""
    return tqdm(items, total=total, unit=what, disable=None, dynamic_ncols=True, smoothing=0.1)
