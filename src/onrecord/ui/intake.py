"""Reads files, extracts what is new in them, adds it, and tells what became of each file."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from onrecord import interchange
from onrecord.cleaning import prepare
from onrecord.cleaning.language import ENGLISH, language_name
from onrecord.reading import Limits, read, read_bytes
from onrecord.records import Article, Extraction, Failure
from onrecord.ui.text import count
from onrecord.workspace import Workspace, failures
from onrecord.workspace.adding import add, missing

LINES = (".jsonl", ".ndjson")
"""Endings that a file of the interchange format may have."""

type Report = Callable[[float, str], None]
"""Hears how much is done (0 to 1) and what is being done, in words."""


@dataclass
class Outcome:
    """What became of one file."""

    file: str
    articles: int = 0
    known: int = 0
    quotes: int = 0
    given: bool = False
    languages: list[str] = field(default_factory=list)
    """Languages of articles that were set aside because they are not English."""
    problems: list[str] = field(default_factory=list)

    def sentence(self) -> str:
        """The result in words."""
        parts = []
        if self.articles:
            how = "loaded as given" if self.given else "read"
            parts.append(f"{count(self.articles, 'article')} {how}, {count(self.quotes, 'quote')}")
        if self.known:
            parts.append(f"{count(self.known, 'article')} already there")
        for code, number in Counter(self.languages).most_common():
            parts.append(f"{number:,} in {language_name(code)} set aside")
        return "; ".join(parts) or ("nothing in it to read" if not self.problems else "not read")


@dataclass
class Intake:
    """Files that have been read: which article came from which file."""

    outcomes: dict[str, Outcome] = field(default_factory=dict)
    articles: dict[str, Article] = field(default_factory=dict)
    given: dict[str, Extraction] = field(default_factory=dict)
    file_of: dict[str, str] = field(default_factory=dict)
    failed: list[Failure] = field(default_factory=list)

    def take(self, file: str, items: Iterable[Article | Extraction | Failure]) -> None:
        """Sort what a file holds; the same text twice is one article."""
        outcome = self.outcomes.setdefault(file, Outcome(file))
        for item in items:
            if isinstance(item, Failure):
                outcome.problems.append(item.reason if item.path == file else f"{item.path}: {item.reason}")
                self.failed.append(item)
                continue
            item = item if isinstance(item, Extraction) else prepare(item)  # noqa: PLW2901
            article = item.article if isinstance(item, Extraction) else item
            if article.content_id in self.file_of:
                outcome.known += 1
                continue
            self.file_of[article.content_id] = file
            if isinstance(item, Extraction):
                self.given[article.content_id] = item
                outcome.given = True
            else:
                self.articles[article.content_id] = item

    def drop_known(self, new: set[str]) -> None:
        """Leave out what the workspace has."""
        for known in set(self.file_of) - new:
            self.outcomes[self.file_of[known]].known += 1
            self.articles.pop(known, None)
            self.given.pop(known, None)


def take_in(
    files: Iterable[tuple[str, bytes]],
    target: Workspace,
    report: Report,
    *,
    columns: Mapping[str, Mapping[str, str]] | None = None,
) -> list[Outcome]:
    """Read dropped files, extract what is new and add it; a file that cannot be read says why.

    ``columns`` maps the name of a file with a table to what its columns are, where that was asked for.
    """
    intake = Intake()
    for name, data in files:
        report(0.0, f"Reading {name}")
        intake.take(name, _items(name, data, (columns or {}).get(name)))
    outcomes = _add(intake, target, report)
    failures.remember(target, intake.failed, read=list(intake.outcomes), on_disk=False)
    return outcomes


def take_paths(paths: Iterable[Path], target: Workspace, report: Report) -> list[Outcome]:
    """The same for files on the server's disk: the sample, or what the command line named."""
    intake, paths = Intake(), list(paths)
    for path in paths:
        report(0.0, f"Reading {path.name}")
        intake.take(path.name, _path_items(path))
    outcomes = _add(intake, target, report)
    failures.remember(target, intake.failed, read=[str(path) for path in paths], on_disk=True)
    return outcomes


def take_articles(articles: Iterable[Article], target: Workspace, report: Report) -> list[Outcome]:
    """The same for articles that were read before: what was set aside, taken in after all."""
    intake = Intake()
    for article in articles:
        intake.take(article.path or article.id, [article])
    return _add(intake, target, report)


def _items(
    name: str, data: bytes, columns: Mapping[str, str] | None
) -> Iterator[Article | Extraction | Failure]:
    if holds_extractions(name, data):
        return interchange.read_extracted_bytes(name, data)
    return read_bytes(name, data, columns=columns)


def _path_items(path: Path) -> Iterator[Article | Extraction | Failure]:
    first = b""
    if path.is_file() and path.suffix.lower() in LINES:
        with path.open("rb") as file:
            first = file.readline(Limits().line_chars)
    return interchange.read_extracted(path) if holds_extractions(path.name, first) else read([path])


def holds_extractions(name: str, data: bytes) -> bool:
    """Whether a file is of the interchange format: its first line is an object with mentions or quotes."""
    if not name.lower().endswith(LINES):
        return False
    try:
        first = json.loads(data[: data.find(b"\n") % (len(data) + 1)])
    except ValueError:
        return False
    return isinstance(first, dict) and any(isinstance(first.get(key), list) for key in ("mentions", "quotes"))


def _add(intake: Intake, target: Workspace, report: Report) -> list[Outcome]:
    new = missing(target, intake.file_of)
    intake.drop_known(new)
    if intake.given:
        report(0.0, f"Loading {count(len(intake.given), 'article')} with their quotes")
        add(target, _counted(intake.given.values(), intake), engine="given")
    if intake.articles:
        # spaCy takes most of a second to load: not with the first page.
        from onrecord.extraction import engine

        results = engine.extract_many(intake.articles.values())
        total = len(intake.articles)
        add(target, _counted(_timed(results, total, report), intake), engine=engine.name(), batch_articles=50)
    report(1.0, "Done")
    return list(intake.outcomes.values())


def _timed(
    results: Iterable[Extraction | Failure], total: int, report: Report
) -> Iterator[Extraction | Failure]:
    """Pass results on and tell how many there are, how fast they come and how long it will take."""
    began = time.monotonic()
    report(0.0, f"Loading the language model for {count(total, 'article')}")
    for done, result in enumerate(results, 1):
        yield result
        pace = (time.monotonic() - began) / done
        left = f", {pace * (total - done):,.0f} s left" if done < total else ", matching statements"
        rate = f"{1 / max(pace, 1e-6):,.1f} a second"
        report(done / total, f"{done:,} of {count(total, 'article')}, {rate}{left}")


def _counted(results: Iterable[Extraction | Failure], intake: Intake) -> Iterator[Extraction]:
    """Only the extractions; what each file yielded is noted."""
    from onrecord.extraction.extract import failure  # spaCy again

    named = {failure(article, "").path: intake.file_of[key] for key, article in intake.articles.items()}
    for result in results:
        if isinstance(result, Failure):
            intake.outcomes[named[result.path]].problems.append(result.reason)
            intake.failed.append(result)
            continue
        outcome = intake.outcomes[intake.file_of[result.article.content_id]]
        outcome.articles += 1
        if result.article.language not in {None, ENGLISH}:
            outcome.languages.append(str(result.article.language))
        outcome.quotes += len(result.quotes)
        yield result
