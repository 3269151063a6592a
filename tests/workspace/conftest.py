"""A workspace of thirty synthetic articles that the tests only read, and one a test that they change."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.workspace import Workspace
from onrecord.workspace.adding import add
from tests.workspace import factory

ARTICLES = 30


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Thirty articles of ``factory.extraction`` in three batches. Read only what is in it."""
    workspace = Workspace.create(tmp_path_factory.mktemp("filled") / "workspace")
    add(workspace, factory.extractions(ARTICLES), engine="test", batch_articles=10)
    return workspace


@pytest.fixture
def empty(tmp_path: Path) -> Workspace:
    return Workspace.create(tmp_path / "workspace")
