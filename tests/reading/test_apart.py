"""The helper process: what it gives, and that nothing in it hangs, grows or gets out."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from tests.reading import made

from onrecord._errors import UnreadableError
from onrecord.reading import Limits, read, read_bytes
from onrecord.reading.apart import Helper
from onrecord.reading.limits import MIB
from onrecord.reading.sources import Source, bytes_source
from onrecord.records import Article, Failure


def _source(name: str = "x.html") -> Source:
    (source,) = bytes_source(name, b"<html>words", Limits())
    assert isinstance(source, Source)
    return source


@pytest.fixture
def helper() -> Iterator[Helper]:
    opened = Helper()
    yield opened
    opened.close()


@pytest.mark.parametrize("reader", ["pages:no_such_reader", "nowhere:read"])
def test_whatever_a_reader_raises_is_a_failure(helper: Helper, reader: str) -> None:
    (failure,) = helper.run(reader, _source(), None, Limits())
    assert isinstance(failure, Failure)
    assert "damaged" in failure.reason


def test_a_document_that_takes_too_long_is_given_up_and_the_next_is_read(tmp_path: Path) -> None:
    # Unclosed formatting in unclosed paragraphs: the parser repeats it in each of them.
    (tmp_path / "a.html").write_bytes(b"<html><body>" + b"<p><b><i>word " * 100_000)
    (tmp_path / "b.docx").write_bytes(made.docx(made.BODY))
    began = time.monotonic()
    failure, article = read([tmp_path], limits=Limits(seconds=3))
    assert isinstance(failure, Failure)
    assert "within 3 seconds" in failure.reason
    assert isinstance(article, Article)
    assert time.monotonic() - began < 20


def test_a_document_that_needs_too_much_memory_is_given_up_and_the_next_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"<html><body>" + b"<p>word</p>" * 400_000)
    (tmp_path / "b.docx").write_bytes(made.docx(made.BODY))
    failure, article = read([tmp_path], limits=Limits(process_bytes=300 * MIB))
    assert isinstance(failure, Failure)
    assert "within 300 MB of memory" in failure.reason
    assert isinstance(article, Article)


def test_the_helper_is_one_for_a_run_and_goes_with_it(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.docx").write_bytes(made.docx([f"Story {number}."]))
    before = set(psutil.Process().children())
    results = read([tmp_path])
    next(results)
    (first,) = set(psutil.Process().children()) - before
    next(results)
    assert set(psutil.Process().children()) - before == {first}
    results.close()  # type: ignore[attr-defined]
    assert not first.is_running()


def test_text_needs_no_helper() -> None:
    before = psutil.Process().children()
    assert len(list(read_bytes("a.txt", b"Words."))) == 1
    assert psutil.Process().children() == before


LIBRARIES = {"trafilatura", "lxml", "pypdfium2", "docx", "odfdo", "striprtf", "feedparser", "pyarrow"}
IMPORTS = """
import sys
from onrecord.reading import read_bytes
list(read_bytes("a.txt", b"Words.")) + list(read_bytes("a.csv", b"text,x\\nWords,1\\n"))
print(*sys.modules)
"""


def test_text_and_tables_import_no_library() -> None:
    done = subprocess.run([sys.executable, "-c", IMPORTS], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) & LIBRARIES == set()


def test_a_helper_that_died_is_told_and_started_again(helper: Helper) -> None:
    source = _source()
    with pytest.raises(UnreadableError, match="broke off"):
        for _ in helper.run("pages:read_page", source, None, Limits(process_bytes=1)):
            pass
    assert isinstance(next(iter(helper.run("pages:read_page", source, None, Limits()))), Failure)


OUTSIDE = """
import socket, subprocess, sys
from onrecord.reading import helper
sys.addaudithook(helper._refuse)
for reach in (lambda: socket.create_connection(("127.0.0.1", 9)), lambda: subprocess.run(["true"]),
              lambda: socket.getaddrinfo("a.example", 80)):
    try:
        reach()
    except PermissionError as error:
        print("refused")
"""


def test_the_helper_reaches_neither_network_nor_programs() -> None:
    done = subprocess.run(
        [sys.executable, "-c", OUTSIDE], capture_output=True, text=True, check=True, env=os.environ
    )
    assert done.stdout.split() == ["refused"] * 3
