"""Articles into a workspace from the browser: dropped files, the sample, a quick look that is kept."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from onrecord import interchange
from onrecord._errors import OnrecordError
from onrecord.extraction import engine
from onrecord.extraction.extract import failure
from onrecord.reading import read, read_bytes
from onrecord.records import Article, Extraction, Failure
from onrecord.ui import filters, session, settings
from onrecord.ui.session import QuickLook
from onrecord.ui.text import count, plain
from onrecord.workspace import Workspace
from onrecord.workspace.adding import add, copy_into, missing

OUTCOMES = "_outcomes"
ENDINGS = ["txt", "md", "csv", "tsv", "jsonl", "ndjson", "parquet", "zip", "gz"]

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
    problems: list[str] = field(default_factory=list)

    def sentence(self) -> str:
        """The result in words."""
        parts = []
        if self.articles:
            how = "loaded as given" if self.given else "read"
            parts.append(f"{count(self.articles, 'article')} {how}, {count(self.quotes, 'quote')}")
        if self.known:
            parts.append(f"{count(self.known, 'article')} already there")
        return "; ".join(parts) or ("nothing in it to read" if not self.problems else "not read")


@dataclass
class Intake:
    """Files that have been read: which article came from which file."""

    outcomes: dict[str, Outcome] = field(default_factory=dict)
    articles: dict[str, Article] = field(default_factory=dict)
    given: dict[str, Extraction] = field(default_factory=dict)
    file_of: dict[str, str] = field(default_factory=dict)

    def take(self, file: str, items: Iterable[Article | Extraction | Failure]) -> None:
        """Sort what a file holds; the same text twice is one article."""
        outcome = self.outcomes.setdefault(file, Outcome(file))
        for item in items:
            if isinstance(item, Failure):
                outcome.problems.append(item.reason if item.path == file else f"{item.path}: {item.reason}")
                continue
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


def take_in(files: Iterable[tuple[str, bytes]], target: Workspace, report: Report) -> list[Outcome]:
    """Read dropped files, extract what is new and add it; a file that cannot be read says why."""
    intake = Intake()
    for name, data in files:
        report(0.0, f"Reading {name}")
        intake.take(name, _items(name, data))
    return _add(intake, target, report)


def take_paths(paths: Iterable[Path], target: Workspace, report: Report) -> list[Outcome]:
    """The same for files on the server's disk: the sample, or what the command line named."""
    intake = Intake()
    for path in paths:
        report(0.0, f"Reading {path.name}")
        intake.take(path.name, read([path]))
    return _add(intake, target, report)


def _items(name: str, data: bytes) -> Iterator[Article | Extraction | Failure]:
    if holds_extractions(name, data):
        return interchange.read_extracted_bytes(name, data)
    return read_bytes(name, data)


def holds_extractions(name: str, data: bytes) -> bool:
    """Whether a file is of the interchange format: its first line is an object with mentions or quotes."""
    if not name.lower().endswith((".jsonl", ".ndjson")):
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
    named = {failure(article, "").path: intake.file_of[key] for key, article in intake.articles.items()}
    for result in results:
        if isinstance(result, Failure):
            intake.outcomes[named[result.path]].problems.append(result.reason)
            continue
        outcome = intake.outcomes[intake.file_of[result.article.content_id]]
        outcome.articles += 1
        outcome.quotes += len(result.quotes)
        yield result


def drop_zone(*, key: str = "drop") -> None:
    """Where files are dropped: they open as a quick look, or, asked to, go into the workspace."""
    number = st.session_state.setdefault("_drop_number", 0)
    uploads = st.file_uploader(
        "Drop articles here",
        type=ENDINGS,
        accept_multiple_files=True,
        key=f"{key}_{number}",
        help="Text, markdown, CSV, JSON lines, Parquet, zip archives of these; and JSON lines with quotes "
        "and entities extracted elsewhere (the interchange format), which are loaded as they are.",
    )
    if not uploads:
        return
    target = session.served()
    with st.container(horizontal=True):
        look = st.button("Take a quick look", type="primary", key="look")
        keep_them = not target.read_only and st.button(f"Add to {plain(target.path.name)}", key="add_dropped")
    if look or keep_them:
        if keep_them:
            session.close_quick_look()
        into = session.open_quick_look().workspace if look else target
        files = [(upload.name, upload.getvalue()) for upload in uploads]
        if run(lambda report: take_in(files, into, report)):
            st.session_state["_drop_number"] = number + 1
            filters.set_next(**filters.EMPTY)
            st.rerun()


def run(work: Callable[[Report], Sequence[Outcome]]) -> bool:
    """Do the work under a progress bar and keep its outcomes; whether it went through."""
    bar = st.progress(0.0, "Starting")
    try:
        outcomes = work(lambda done, words: _show(bar, done, words))
    except OnrecordError as error:
        bar.empty()
        st.error(plain(error))
        return False
    st.session_state[OUTCOMES] = list(outcomes)
    return True


def _show(bar: DeltaGenerator, done: float, words: str) -> None:
    bar.progress(min(done, 1.0), plain(words))


def outcomes() -> None:
    """What became of the files that were dropped last."""
    last: list[Outcome] = st.session_state.get(OUTCOMES, [])
    if not last:
        return
    bad = [outcome for outcome in last if outcome.problems]
    articles, known = sum(o.articles for o in last), sum(o.known for o in last)
    with st.container(border=True):
        st.markdown(
            f"**{count(articles, 'article')} added from {count(len(last), 'file')}**"
            + (f", {known:,} already there" if known else "")
            + (f", {count(len(bad), 'file')} with problems" if bad else "")
            + "."
        )
        table = pd.DataFrame(
            {
                "File": [o.file for o in last],
                "Result": [o.sentence() for o in last],
                "Problem": ["; ".join(o.problems[:5]) for o in last],
            }
        )
        st.dataframe(table, hide_index=True, key="outcomes", alt="What became of each file")
        st.button("Done", key="outcomes_done", on_click=lambda: st.session_state.pop(OUTCOMES, None))


def unread() -> str:
    """A sentence on files of the last drop that could not be read; empty where there are none."""
    bad = [outcome for outcome in st.session_state.get(OUTCOMES, []) if outcome.problems]
    return f" {count(len(bad), 'file')} with problems: see the articles page." if bad else ""


def keep(look: QuickLook, target: Workspace) -> None:
    """Put a quick look's articles into the served workspace, and show that from now on."""
    with st.spinner("Adding …"):
        added = copy_into(look.workspace, target, list(look.workspace.articles()["article_id"]))
    session.close_quick_look()
    filters.set_next(**filters.EMPTY)
    there = f", {added.known:,} already there" if added.known else ""
    st.toast(f"{count(added.new, 'article')} added{there}")
    st.rerun()


def open_given_files() -> None:
    """Open the files that the command line named, once a session, as a quick look."""
    files = session.configured().files
    if not files or st.session_state.get("_given_opened"):
        return
    st.session_state["_given_opened"] = True
    look = session.open_quick_look()
    if run(lambda report: take_paths(files, look.workspace, report)):
        st.rerun()


def sample_button(target: Workspace) -> None:
    """One click that fills the workspace with the sample articles."""
    folder = settings.app_folder() / "seeds"
    if not folder.is_dir() or target.read_only:
        return
    clicked = st.button("Read the sample articles", type="primary", key="sample")
    if clicked and run(lambda report: take_paths([folder], target, report)):
        st.session_state.pop(OUTCOMES, None)
        st.rerun()


def welcome() -> None:
    """A first run: nothing is here yet, and two ways to begin."""
    ws = session.workspace()
    st.title("Who said what, about whom, and how was it told?", anchor=False)
    if ws.read_only:
        st.write("This workspace holds no articles yet; whoever looks after it adds them.")
    else:
        st.write(
            "Onrecord reads news articles and shows the people in them, their quotes, and how outlets tell "
            "the same event. Nothing you open here leaves this machine."
        )
        st.subheader("Look at the sample", anchor=False)
        st.write("Short dispatches by four fictional news desks, on talks in Washington and visits to Tokyo.")
        sample_button(ws)
    st.subheader("Or bring your own", anchor=False)
    drop_zone(key="welcome_drop")
