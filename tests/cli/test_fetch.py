"""Addresses on the command line, against a server of our own: no test reaches out."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from onrecord._errors import InputError
from onrecord.cli import options
from onrecord.cli.fetch import fetch, is_address, read_address
from onrecord.reading import Limits
from onrecord.records import Article, Failure

FIXTURES = Path(__file__).parents[1] / "reading" / "fixtures"


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        pages = {
            "/feed": "feed.rss",
            "/feed.xml": "feed.atom",
            "/story.php": "page.html",
            "/moved": "page.html",
        }
        if self.path == "/to-file":
            self._answer(302, b"", Location="file:///etc/hostname")
        elif self.path == "/moved":
            self._answer(302, b"", Location="/feed.xml")
        elif self.path == "/slow":
            self._answer(200, b"", length=10)  # promises ten bytes that never come
            threading.Event().wait(3)
        elif self.path in pages:
            self._answer(200, (FIXTURES / pages[self.path]).read_bytes())
        else:
            self._answer(404, b"not here")

    def _answer(self, status: int, body: bytes, length: int | None = None, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its own name for it
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize(
    ("value", "expected"),
    [("https://a.example/feed", True), ("HTTP://A.example", True), ("feed.rss", False), ("ftp://a/b", False)],
)
def test_an_address_is_told_from_a_path(value: str, expected: bool) -> None:
    assert is_address(value) is expected


@pytest.mark.parametrize(
    ("path", "titles"),
    [
        ("/feed", ["Ferry strike ends", "Toll stays"]),
        ("/feed.xml", ["Toll stays"]),
        ("/moved", ["Toll stays"]),
        ("/story.php", ["Ferry strike ends after eleven days of talks"]),
    ],
)
def test_a_feed_or_a_page_at_an_address_is_read_by_its_content(
    site: str, path: str, titles: list[str]
) -> None:
    articles = [item for item in read_address(site + path) if isinstance(item, Article)]
    assert [article.title for article in articles] == titles
    assert {article.path for article in articles} == {site + path}
    assert all(article.url for article in articles)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/none", "got 404"),
        ("/to-file", "got 302"),
        ("http://127.0.0.1:9/feed", "Check the address and the network"),
    ],
)
def test_what_cannot_be_had_is_one_clear_line(site: str, path: str, reason: str) -> None:
    url = path if path.startswith("http") else site + path
    (failure,) = read_address(url)
    assert isinstance(failure, Failure)
    assert failure.path == url
    assert reason in failure.reason


def test_an_answer_is_bounded_in_size_and_time(site: str) -> None:
    with pytest.raises(InputError, match="at most 100 bytes"):
        fetch(f"{site}/feed", Limits(page_bytes=100))
    with pytest.raises(InputError, match="got none: timed out"):
        fetch(f"{site}/slow", Limits(), seconds=0.3)


def test_files_and_addresses_are_read_in_one_go_and_only_once(site: str, tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("A boat came in.")
    failures: list[Failure] = []
    articles, total = options.counted([f"{site}/feed.xml", story, f"{site}/none"], {}, failures.append)
    story.unlink()  # what was read is kept
    assert [article.id for article in articles] == ["story", "urn:ledger:1"]
    assert (total, [failure.path for failure in failures]) == (2, [f"{site}/none"])
