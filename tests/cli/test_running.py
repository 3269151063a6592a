"""What the commands do while they work: progress, Ctrl-C, and a word on everything that failed. No model."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from onrecord.cli import cli, options
from onrecord.extraction import engine
from onrecord.records import Article, Extraction, Failure
from onrecord.workspace import Workspace, adding
from onrecord.workspace.check import check

TEXTS = [f"The ferry to pier {number} was late again." for number in range(7)]


class FakeEngine:
    """Gives articles back bare; is interrupted before the article ``stop``, and cannot extract ``bad``."""

    def __init__(self, stop: int | None = None, bad: int | None = None) -> None:
        self.stop, self.bad, self.closed = stop, bad, False

    def __call__(self, articles: Iterator[Article], **_: Any) -> Iterator[Extraction | Failure]:
        try:
            for number, article in enumerate(articles):
                if number == self.stop:
                    raise KeyboardInterrupt
                yield Failure(article.id, "too odd") if number == self.bad else Extraction(article)
        finally:
            self.closed = True


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    path = tmp_path / "articles.jsonl"
    rows = [{"id": str(number), "text": text} for number, text in enumerate(TEXTS)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def run(monkeypatch: pytest.MonkeyPatch, fake: FakeEngine, *arguments: object) -> Result:
    monkeypatch.setattr(engine, "extract_many", fake)
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


def test_add_interrupted_keeps_whole_batches_and_goes_on(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace, add = tmp_path / "w", adding.add
    monkeypatch.setattr(adding, "add", lambda *args, **given: add(*args, **given, batch_articles=2))
    result = run(monkeypatch, FakeEngine(stop=5), "add", articles, "--workspace", workspace)
    assert result.exit_code == 130
    assert "run the same command again" in result.stderr
    with Workspace.open(workspace) as opened:
        assert len(opened.articles()) == 4
        assert check(opened) == []
    result = run(monkeypatch, FakeEngine(), "add", articles, "--workspace", workspace)
    assert result.exit_code == 0
    assert "Added 3 articles, 4 already there." in result.output
    with Workspace.open(workspace) as opened:
        assert set(opened.texts(opened.articles()["article_id"]).values()) == set(TEXTS)
        assert check(opened) == []


@pytest.mark.parametrize("command", ["extract", "statements"])
def test_interrupted_leaves_an_earlier_output_as_it_was(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    output = tmp_path / "out.jsonl"
    output.write_text("earlier\n", "utf-8")
    assert run(monkeypatch, FakeEngine(stop=3), command, articles, "--output", output).exit_code != 0
    assert output.read_text("utf-8") == "earlier\n"


def test_workers_stop_when_what_follows_is_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    fake = FakeEngine()
    monkeypatch.setattr(engine, "extract_many", fake)

    def follow() -> None:
        articles = (Article(text, text) for text in TEXTS)
        with options.extracting(articles, 7, options.Report(), model=None, processes=2) as found:
            next(found)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt) as held:  # its traceback keeps every frame, and so the generator
        follow()
    assert held.value
    assert fake.closed


@pytest.mark.parametrize("command", ["add", "extract", "statements"])
def test_an_article_that_fails_is_named_and_the_rest_goes_on(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    output = ["--workspace", tmp_path / "w"] if command == "add" else ["--output", tmp_path / "out.jsonl"]
    result = run(monkeypatch, FakeEngine(bad=2), command, articles, *output)
    assert result.exit_code == 1
    assert "onrecord: 2: too odd" in result.stderr
    if command == "add":
        assert "Added 6 articles." in result.stdout
    elif command == "extract":
        lines = (tmp_path / "out.jsonl").read_text("utf-8").splitlines()
        assert [json.loads(line)["text"] for line in lines] == TEXTS[:2] + TEXTS[3:]


@pytest.mark.parametrize(("terminal", "shown"), [(True, True), (False, False)])
def test_a_bar_with_rate_and_time_left_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, *, terminal: bool, shown: bool
) -> None:
    screen = io.StringIO()
    monkeypatch.setattr(screen, "isatty", lambda: terminal)
    monkeypatch.setattr(sys, "stderr", screen)
    assert list(options.progress(range(40), 40)) == list(range(40))
    last = screen.getvalue().split("\r")[-1]
    assert ("40/40" in last and "article/s" in last and "<" in last) is shown
