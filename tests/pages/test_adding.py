"""The ways in that need no browser: the sample, and files that the command line named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from onrecord.interchange import to_line
from onrecord.ui import session, settings
from onrecord.workspace import Workspace
from onrecord.workspace.adding import add
from tests.pages.conftest import SHELL, Open, words
from tests.workspace import factory


@pytest.mark.model
def test_one_click_reads_the_sample_articles(empty: Workspace, open_app: Open) -> None:
    app = open_app(empty)
    app.button(key="sample").click().run(timeout=120)
    assert not app.exception
    assert len(empty.articles()) >= 12
    assert app.title[0].value == "Overview"
    assert f"{len(empty.articles())} articles" in words(app)


def with_files(monkeypatch: pytest.MonkeyPatch, workspace: Workspace, files: list[Path]) -> AppTest:
    monkeypatch.setenv(settings.WORKSPACE, str(workspace.path))
    monkeypatch.setenv(settings.READ_ONLY, "")
    monkeypatch.setenv(settings.FILES, json.dumps(list(map(str, files))))
    session._open.clear()
    return AppTest.from_file(str(SHELL), default_timeout=60).run()


def test_files_of_the_command_line_open_as_a_quick_look(
    monkeypatch: pytest.MonkeyPatch, empty: Workspace, tmp_path: Path
) -> None:
    add(empty, factory.extractions(3), engine="test")
    file = tmp_path / "given.jsonl"
    file.write_text(
        "".join(json.dumps(to_line(x, {})) + "\n" for x in (factory.extraction(20), factory.extraction(21)))
    )
    app = with_files(monkeypatch, empty, [file, tmp_path / "missing.txt"])
    assert not app.exception
    said = words(app)
    assert "**Quick look.**" in said
    assert "2 articles" in said
    assert "1 file with problems" in said
    assert len(empty.articles()) == 3
    app.switch_page(str(SHELL.parent / "articles.py")).run()
    assert "2 articles opened from 2 files" in words(app)
    app.button(key="close_look").click().run()
    assert "**Quick look.**" not in words(app)
    assert "from 2 files" not in words(app)
    assert "3 articles" in words(app)


def test_a_quick_look_is_kept_by_one_click(
    monkeypatch: pytest.MonkeyPatch, empty: Workspace, tmp_path: Path
) -> None:
    file = tmp_path / "given.jsonl"
    file.write_text(json.dumps(to_line(factory.extraction(20), {})) + "\n")
    app = with_files(monkeypatch, empty, [file])
    app.button(key="keep").click().run()
    assert not app.exception
    assert len(empty.articles()) == 1
    assert "**Quick look.**" not in words(app)
