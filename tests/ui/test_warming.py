"""What every page needs is read before the first visitor comes, and what fails then stops nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.records import Selection
from onrecord.ui import directory, picking, session, settings, warming
from onrecord.workspace import Workspace
from tests.workspace.conftest import empty, filled

__all__ = ["empty", "filled"]


@pytest.fixture(autouse=True)
def _cold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warming, "LATER", 0.0)
    for cached in (
        session._open,
        session._counts,
        directory._directory,
        warming._read_ahead,
        warming._find_pairs,
    ):
        cached.clear()


def test_the_first_page_finds_names_and_counts_read(
    filled: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(settings.WORKSPACE, str(filled.path))
    warming.warm()
    ready = session.served()
    monkeypatch.setattr(ready, "summary", lambda *_: pytest.fail("counted again"))
    monkeypatch.setattr(ready, "entities", lambda *_: pytest.fail("read again"))
    assert session.counts(ready)["articles"] == len(filled.articles())
    assert directory.directory(ready).outlets
    monkeypatch.setattr(ready, "named", lambda *_: pytest.fail("paired again"))
    assert len(picking.proposals(ready, ready.articles(), Selection()))


@pytest.mark.parametrize("damaged", [False, True])
def test_a_folder_that_cannot_be_opened_is_left_to_the_visitor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damaged: bool
) -> None:
    folder = tmp_path / "w"
    if damaged:
        folder.mkdir()
        (folder / "workspace.json").write_text("{}")
    monkeypatch.setenv(settings.WORKSPACE, str(folder))
    warming.warm()
    assert folder.exists() == damaged, "warming up makes no workspace"
