"""A real browser on a real server. Skipped with a reason where there is no Chromium."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from onrecord.interchange import from_line
from onrecord.ui import settings
from onrecord.workspace import Workspace
from onrecord.workspace.adding import add
from tests.browser import hostile
from tests.workspace import factory

type Settle = Callable[[Page], None]

ARGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
expect.set_options(timeout=20_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


def chromium() -> str | None:
    """The browser to drive: what ``make test`` found, else one on the PATH."""
    named = os.environ.get("ONRECORD_CHROMIUM")
    return named or next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
    )


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    path = chromium()
    if not path:
        pytest.skip("no Chromium on the PATH and none in ONRECORD_CHROMIUM; `make test` says how to get one")
    return {"executable_path": path, "args": ARGS}


@pytest.fixture(scope="session")
def base_url() -> None:
    """Tests write whole addresses; this also stands in for a plugin's fixture that pytest warns of."""


@contextmanager
def serving(workspace: Path, folder: Path, *, uvicorn: bool = False, **more: str) -> Iterator[str]:
    """A server on a free port, started from another folder; yields its address when it is well."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    app = settings.app_folder()
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        str(app / "dashboard.py"),
        "--server.headless",
        "true",
    ]
    command += ["--server.port", str(port)]
    if uvicorn:
        command = [
            sys.executable,
            "-m",
            "uvicorn",
            "dashboard:app",
            "--app-dir",
            str(app),
            "--port",
            str(port),
        ]
    env = {
        **os.environ,
        settings.WORKSPACE: str(workspace),
        settings.READ_ONLY: "",
        settings.FILES: "",
        **more,
    }
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, env=env, stdout=log, stderr=subprocess.STDOUT)
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(address + "/_stcore/health", process)
        yield address
    finally:
        process.terminate()
        process.wait(20)


def _wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        try:
            with urllib.request.urlopen(address, timeout=1):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            assert process.poll() is None, "the server died; its log is server.log"
            time.sleep(0.1)
    pytest.fail("the server did not answer within 30 seconds")


@pytest.fixture(scope="session")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Synthetic articles, and some that attack whoever shows them. Read only what is in it."""
    workspace = Workspace.create(tmp_path_factory.mktemp("browser") / "workspace")
    add(workspace, factory.extractions(12), engine="test")
    add(workspace, map(from_line, hostile.lines()), engine="given")
    return workspace


@pytest.fixture(scope="session")
def server(stored: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(stored.path, tmp_path_factory.mktemp("server")) as address:
        yield address


@pytest.fixture(scope="session")
def settle() -> Settle:
    """Waits until the page's script has run and nothing is under way."""

    def wait(page: Page) -> None:
        # The navigation comes early in the first run; before it the app is not connected, and not running.
        page.wait_for_selector("[data-testid=stSidebarNavLink]", state="attached")
        page.wait_for_timeout(300)  # a click needs a moment to become a run
        for _ in range(20):
            page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
            page.wait_for_timeout(200)  # one run may start the next
            if page.get_attribute("[data-testid=stApp]", "data-test-script-state") == "notRunning":
                return

    return wait


@pytest.fixture(autouse=True)
def stays_on_this_machine(page: Page) -> Iterator[None]:
    """No test may make the browser ask another host for anything."""
    foreign: list[str] = []

    def note(url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in {"data", "blob", "about"} and parts.hostname != "127.0.0.1":
            foreign.append(url)

    page.context.on("request", lambda request: note(request.url))
    page.on("websocket", lambda socket: note(socket.url))
    yield
    assert foreign == []
