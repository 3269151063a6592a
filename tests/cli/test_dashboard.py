from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from onrecord import OnrecordError
from onrecord.cli import dashboard
from onrecord.ui import settings
from onrecord.workspace import Workspace


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, object]]:
    """What the app would have been started with, instead of starting it."""
    calls: list[dict[str, object]] = []

    def fake(environment: dict[str, str], **options: object) -> int:
        calls.append({**environment, **options, "existed": Path(environment["ONRECORD_WORKSPACE"]).exists()})
        return 0

    monkeypatch.setattr(dashboard, "serve", fake)
    return calls


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as stop:
        dashboard.command.main(list(arguments), standalone_mode=False)
    return int(stop.value.code or 0)


def test_an_installation_without_the_app_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "app_folder", lambda: tmp_path)
    with pytest.raises(OnrecordError, match=r"Expected the app's dashboard\.py"):
        dashboard.serve({}, host="127.0.0.1", port=0, browser=False)


def test_a_port_that_is_taken_is_said_with_another_to_try() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(OnrecordError, match=rf"port {port} to be free.*--port \d+"):
            dashboard.serve({}, host="127.0.0.1", port=port, browser=False)


def test_listens_on_loopback_unless_told(served: list[dict[str, object]], tmp_path: Path) -> None:
    assert run("--workspace", str(tmp_path / "w")) == 0
    assert served[0]["host"] == "127.0.0.1"
    assert served[0]["ONRECORD_WORKSPACE"] == str(tmp_path / "w")
    assert served[0]["ONRECORD_READ_ONLY"] == ""


def test_read_only_needs_a_workspace(served: list[dict[str, object]], tmp_path: Path) -> None:
    with pytest.raises(OnrecordError, match="no folder"):
        dashboard.command.main(["--workspace", str(tmp_path / "none"), "--read-only"], standalone_mode=False)
    assert not served


def test_files_open_as_a_quick_look(served: list[dict[str, object]], tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("The mayor spoke.", "utf-8")
    assert run(str(article), "--workspace", str(tmp_path / "w")) == 0
    assert json.loads(str(served[0]["ONRECORD_FILES"])) == [str(article)]
    assert not (tmp_path / "w").exists()


@pytest.mark.model
def test_sample_fills_an_empty_workspace_once(served: list[dict[str, object]], tmp_path: Path) -> None:
    for _ in range(2):
        assert run("--sample", "--workspace", str(tmp_path / "w")) == 0
    with Workspace.open(tmp_path / "w", read_only=True) as opened:
        assert opened.summary()["articles"] == len(list(settings.app_folder().glob("seeds/2*")))


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")
def test_the_server_ends_with_the_command(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "onrecord", "dashboard", "--workspace", str(tmp_path / "w")]
    with subprocess.Popen([*command, "--port", "0", "--no-browser"], stdout=subprocess.DEVNULL) as process:
        family = psutil.Process(process.pid)
        for _ in range(600):
            if servers := family.children():
                break
            time.sleep(0.1)
        assert servers
        process.terminate()
    _, alive = psutil.wait_procs(servers, timeout=30)
    assert alive == []
