from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.ui import settings


@pytest.mark.parametrize(
    ("value", "read_only"), [("1", True), ("true", True), ("", False), ("0", False), ("no", False)]
)
def test_read_only(monkeypatch: pytest.MonkeyPatch, value: str, read_only: bool) -> None:
    monkeypatch.setenv(settings.READ_ONLY, value)
    assert settings.read().read_only is read_only


def test_workspace_and_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(settings.WORKSPACE, str(tmp_path / "w"))
    monkeypatch.setenv(settings.FILES, json.dumps(["/a b/c.txt", "d;e.csv"]))
    found = settings.read()
    assert found.workspace == tmp_path / "w"
    assert found.files == (Path("/a b/c.txt"), Path("d;e.csv"))


def test_without_settings_the_workspace_lies_where_the_server_was_started(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in (settings.WORKSPACE, settings.READ_ONLY, settings.FILES):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    assert settings.read() == settings.Settings(tmp_path / "workspace")


def test_app_folder_holds_the_app() -> None:
    assert (settings.app_folder() / "dashboard.py").is_file()
    assert (settings.app_folder() / "pages" / "shell.py").is_file()
