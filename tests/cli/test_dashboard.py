from __future__ import annotations

from pathlib import Path

import pytest

from onrecord import OnrecordError
from onrecord.cli import dashboard


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, object]]:
    """What the app would have been started with, instead of starting it."""
    calls: list[dict[str, object]] = []

    def fake(settings: dict[str, str], **options: object) -> int:
        calls.append({**settings, **options, "existed": Path(settings["ONRECORD_WORKSPACE"]).exists()})
        return 0

    monkeypatch.setattr(dashboard, "serve", fake)
    return calls


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as stop:
        dashboard.dashboard.main(list(arguments), standalone_mode=False)
    return int(stop.value.code or 0)


def test_app_folder_holds_the_app() -> None:
    folder = dashboard.app_folder()
    assert (folder / "dashboard.py").is_file()
    assert (folder / "pages" / "shell.py").is_file()


def test_listens_on_loopback_unless_told(served: list[dict[str, object]], tmp_path: Path) -> None:
    assert run("--workspace", str(tmp_path / "w")) == 0
    assert served[0]["host"] == "127.0.0.1"
    assert served[0]["ONRECORD_WORKSPACE"] == str(tmp_path / "w")
    assert served[0]["ONRECORD_READ_ONLY"] == ""


def test_read_only_needs_a_workspace(served: list[dict[str, object]], tmp_path: Path) -> None:
    with pytest.raises(OnrecordError, match="no folder"):
        dashboard.dashboard.main(
            ["--workspace", str(tmp_path / "none"), "--read-only"], standalone_mode=False
        )
    assert not served


@pytest.mark.model
def test_quick_look_leaves_nothing_behind(served: list[dict[str, object]], tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text('"We will rebuild the pier," said Mayor Ada Okoye.', "utf-8")
    assert run(str(article), "--workspace", str(tmp_path / "w")) == 0
    looked = Path(str(served[0]["ONRECORD_WORKSPACE"]))
    assert served[0]["existed"]
    assert looked != tmp_path / "w"
    assert not looked.exists()
    assert not (tmp_path / "w").exists()
