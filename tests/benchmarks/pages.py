"""How long a page takes to open and to redraw after a filter changes, as a browser sees it.

python -m tests.benchmarks.pages WORKSPACE
"""

from __future__ import annotations

import os
import shutil
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

PAGES = ("overview", "quotes", "entities", "connections", "statements", "compare", "articles")
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
]


@contextmanager
def dashboard(workspace: Path) -> Iterator[str]:
    """A dashboard on a free port; yields its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "onrecord",
        "dashboard",
        "--workspace",
        str(workspace),
        "--port",
        str(port),
    ]
    process = subprocess.Popen(
        [*command, "--no-browser"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(240):
            try:
                urllib.request.urlopen(f"{address}/_stcore/health", timeout=1)
                break
            except OSError:
                time.sleep(0.25)
        yield address
    finally:
        process.terminate()
        process.wait()


def settle(page: Page) -> None:
    """Wait until the script has run and nothing is stale."""
    page.wait_for_selector('[data-testid=stApp][data-test-script-state="notRunning"]', timeout=60_000)


def redraw_seconds(page: Page, value: str) -> float:
    """Type into the shared search field and wait for the redrawn page."""
    box = page.get_by_test_id("stSidebar").get_by_role("textbox", name="Search the texts").first
    box.fill(value)
    start = time.perf_counter()
    box.press("Enter")
    page.wait_for_selector('[data-testid=stApp][data-test-script-state="running"]', timeout=10_000)
    settle(page)
    return time.perf_counter() - start


def load_seconds(page: Page, url: str) -> float:
    """Open an address, and wait for the drawn page."""
    start = time.perf_counter()
    page.goto(url)
    settle(page)
    return time.perf_counter() - start


def bench_pages(
    workspace: Path, words: tuple[str, ...] = ("economy", "police", "vaccine", "election", "")
) -> None:
    """Print, per page: the first load of a fresh server, a second visitor's, and redraws over ``words``."""
    executable = os.environ.get("ONRECORD_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=CHROMIUM_FLAGS)
        for name in PAGES:
            with dashboard(workspace) as address:
                page = browser.new_page(viewport={"width": 1440, "height": 900})
                first = load_seconds(page, f"{address}/{name}")
                again = load_seconds(page, f"{address}/{name}")
                times = [redraw_seconds(page, word) for word in words]
                page.close()
            print(f"page {name:12} fresh server {first:.2f} s, load {again:.2f} s, redraw median "
                  f"{statistics.median(times):.2f} s, slowest {max(times):.2f} s", flush=True)  # fmt: skip
        browser.close()


if __name__ == "__main__":
    bench_pages(Path(sys.argv[1]))
