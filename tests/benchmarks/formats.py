"""Reading: how fast ordinary files are read, and that no hostile one takes more than its time and memory.

    python -m tests.benchmarks.formats ordinary     files a second, by format
    python -m tests.benchmarks.formats hostile      seconds and peak memory of files made to do harm
    python -m tests.benchmarks.formats many         100,000 files in a folder and in an archive
    python -m tests.benchmarks.formats              all of them

Never part of ``make test``. Memory is resident memory, of the helper process and what this one grew by.
"""

from __future__ import annotations

import gzip
import io
import os
import resource
import sys
import tempfile
import threading
import time
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pyarrow as pa
import pyarrow.parquet as pq

from onrecord.reading import read, read_bytes
from onrecord.records import Article, Failure
from tests.reading import made

PAGE = (made.FIXTURES / "page.html").read_text("utf-8")
ME = psutil.Process()
MB = 1_000_000


def page_with(more: str) -> bytes:
    return PAGE.replace("</article>", f"</article>{more}").encode()


def replaced(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """A document with one part of its container changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            body = old.read(entry)
            new.writestr(entry, change(body) if entry.filename == part else body)
    return out.getvalue()


def pdf_with(content: bytes, pages: int = 1) -> bytes:
    packed = zlib.compress(content)
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%b]/Count %d>>" % (b"3 0 R " * pages, pages),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream" % (len(packed), packed),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    body = b"".join(b"%d 0 obj%bendobj\n" % pair for pair in enumerate(objects, start=1))
    return b"%PDF-1.4\n" + body + b"trailer<</Size 6/Root 1 0 R>>\n%%EOF\n"


def archive_of_bombs() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.html", b"<html>" + bytes(2000 * MB))
        archive.writestr("b.pdf", b"%PDF-1.4" + bytes(1000 * MB))
        archive.writestr("good.txt", "A fine story.")
        archive.writestr("../../climbs.html", PAGE)
    return out.getvalue()


def parquet_bomb() -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table({"text": ["x" * 10 * MB] * 150}), out, compression="zstd")
    return out.getvalue()


LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE z [<!ENTITY a "lollollol">'
    + b"".join(b'<!ENTITY %c "%b">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b"]>"
)


def laughing(part: bytes) -> bytes:
    return LAUGHS + part.partition(b"?>")[2].replace(b"Ferries", b"&j;")


def far(sheet: bytes) -> bytes:
    row = b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>far</t></is></c></row>'
    return sheet.replace(b"</sheetData>", row + b"</sheetData>")


LINK = '<li><a href="/{0}">Some other story number {0} that is linked here</a></li>'
HOSTILE: tuple[tuple[str, str, Callable[[], bytes]], ...] = (
    ("page, 10 MB of scripts", "a.html", lambda: page_with(f"<script>{'var x=1;' * 1_300_000}</script>")),
    ("page, 10 MB picture inside", "a.html", lambda: page_with(f'<img src="data:x;base64,{"A" * 10 * MB}">')),
    ("page, 10 MB of links", "a.html", lambda: page_with("".join(map(LINK.format, range(140_000))))),
    ("page, a million nested blocks", "a.html", lambda: page_with("<div>" * MB)),
    ("page, 100,000 unclosed tags", "a.html", lambda: page_with("<p><b><i>x" * 100_000)),
    ("page, 20 MB of NUL bytes", "a.html", lambda: b"<html>" + bytes(20 * MB)),
    ("page, 34 MB", "a.html", lambda: b"<html>" + b"x" * 34 * MB),
    ("page, 500 MB in .gz", "a.html.gz", lambda: gzip.compress(b"<html>" + bytes(500 * MB))),
    ("feed, billion laughs", "a.rss", lambda: LAUGHS + b"<rss><channel><title>&j;</title></channel></rss>"),
    ("DOCX, billion laughs", "a.docx", lambda: replaced(made.docx(made.BODY), "word/document.xml", laughing)),
    ("DOCX, part of 1 GB", "a.docx", lambda: replaced(made.docx(made.BODY), "word/document.xml", lambda _: bytes(1000 * MB))),
    ("XLSX, a cell at the far end", "a.xlsx", lambda: replaced(made.xlsx({"A": [["text"]]}), "xl/worksheets/sheet1.xml", far)),
    ("Parquet, 1.5 GB in a row group", "a.parquet", parquet_bomb),
    ("archive, 2 GB page and 1 GB PDF", "a.zip", archive_of_bombs),
    ("PDF, page of 1.5 GB", "a.pdf", lambda: pdf_with(b"BT /F 9 Tf (x) Tj ET" + b" " * 1500 * MB)),
    ("PDF, 20 million characters on a page", "a.pdf", lambda: pdf_with(b"BT /F 1 Tf " + b"(word word word word) Tj " * MB + b"ET")),
    ("PDF, 100,000 pages", "a.pdf", lambda: pdf_with(b"BT /F 9 Tf 20 20 Td (A page of text) Tj ET", 100_000)),
    ("PDF, cut in half", "a.pdf", lambda: made.pdf(made.LONG)[:1500]),
    ("PDF, under a password", "a.pdf", lambda: made.pdf(made.LONG, password="x")),
    ("RTF, 25 MB of text", "a.rtf", lambda: made.rtf(made.LONG * 25_000)),
    ("RTF, unclosed links", "a.rtf", lambda: b"{\\rtf1 " + b'{\\field{\\*\\fldinst{HYPERLINK "' * 200_000),
    ("RTF, 30 MB picture", "a.rtf", lambda: made.rtf(made.BODY)[:-1] + b"{\\pict " + b"ab" * 15 * MB + b"}}"),
    ("mail, 300,000 addresses", "a.eml", lambda: b"From: " + b"a@b.c, " * 300_000 + b"\nTo: x\nSubject: s\n\nWords of it."),
    ("mail, parts in parts, 3,000 deep", "a.eml", lambda: b"From: a\nTo: b\nSubject: s\n" + b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(3000))),
    ("Factiva text, 40,000 articles", "a.txt", lambda: (made.FIXTURES / "factiva.txt").read_bytes() * 20_000),
)  # fmt: skip
ORDINARY: tuple[tuple[str, str, Callable[[], bytes]], ...] = (
    ("web page", "html", PAGE.encode),
    (
        "web page of 200 kB",
        "html",
        lambda: page_with("".join(map(LINK.format, range(300))) + f"<script>{'x=1;' * 45_000}</script>"),
    ),
    ("PDF, two columns, four pages", "pdf", lambda: made.pdf(made.LONG * 12, columns=2, title=made.TITLE)),
    ("Word document", "docx", lambda: made.docx(made.LONG * 5)),
    ("RTF document", "rtf", lambda: made.rtf(made.LONG * 5)),
    ("e-mail", "eml", lambda: made.mail("\n\n".join(made.LONG), Subject="s", To="a@b.example")),
    ("text", "txt", lambda: "\n\n".join(made.LONG * 5).encode()),
)


class Measured:
    """Seconds, CPU seconds of both processes, and MiB: the helper's peak and this process's growth."""

    seconds = cpu = helper = own = 0.0


def cpu() -> float:
    """CPU seconds of this process and of the helpers that have ended."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


@contextmanager
def measured() -> Iterator[Measured]:
    found, done, before = Measured(), threading.Event(), ME.memory_info().rss

    def watch() -> None:
        while not done.wait(0.02):
            found.own = max(found.own, (ME.memory_info().rss - before) / 2**20)
            for child in ME.children():
                try:
                    if "onrecord.reading.helper" in child.cmdline():
                        found.helper = max(found.helper, child.memory_info().rss / 2**20)
                except psutil.Error:
                    continue

    thread = threading.Thread(target=watch)
    thread.start()
    start, worked = time.perf_counter(), cpu()
    try:
        yield found
    finally:
        found.seconds, found.cpu = time.perf_counter() - start, cpu() - worked
        done.set()
        thread.join()


def outcome(items: Iterable[Article | Failure]) -> str:
    articles, why = 0, ""
    for item in items:
        if isinstance(item, Failure):
            why = why or item.reason.partition(". ")[0]
        else:
            articles += 1
    read_ = f"{articles:,} read" if articles else ""
    return "; ".join(filter(None, (read_, why)))


def hostile() -> None:
    print(
        "| file | bytes | seconds | CPU s | helper, MiB | own, MiB | outcome |\n|---|---|---|---|---|---|---|"
    )
    for what, name, make in HOSTILE:
        data = make()
        with measured() as found:
            said = outcome(read_bytes(name, data))
        print(
            f"| {what} | {len(data):,} | {found.seconds:.1f} | {found.cpu:.1f} | {found.helper:,.0f} | {found.own:,.0f} | {said} |",
            flush=True,
        )


def ordinary() -> None:
    print("| file | bytes | files a CPU second |\n|---|---|---|")
    for what, ending, make in ORDINARY:
        data = make()
        with tempfile.TemporaryDirectory() as folder:
            for number in range(200):
                Path(folder, f"{number}.{ending}").write_bytes(data)
            with measured() as found:
                assert sum(isinstance(item, Article) for item in read([folder])) == 200
        print(f"| {what} | {len(data):,} | {200 / found.cpu:,.0f} |", flush=True)


def many() -> None:
    print("| 100,000 files | seconds | CPU s | own, MiB | outcome |\n|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        files = Path(folder, "files")
        files.mkdir()
        archive = Path(folder, "files.zip")
        with zipfile.ZipFile(archive, "w") as packed:
            for number in range(100_000):
                name, data = f"{number:06}.txt", f"Story number {number} came in. It was late.".encode()
                (files / name).write_bytes(b"\x7fELF" if number % 1000 == 0 else data)
                packed.writestr(name, b"\x7fELF" if number % 1000 == 0 else data)
        for what, path in (("in a folder", files), ("in a zip archive", archive)):
            with measured() as found:
                said = outcome(read([path]))
            print(
                f"| {what} | {found.seconds:.0f} | {found.cpu:.0f} | {found.own:.0f} | {said} |", flush=True
            )


PARTS = {"ordinary": ordinary, "hostile": hostile, "many": many}

if __name__ == "__main__":
    os.nice(5)
    for part in sys.argv[1:] or PARTS:
        PARTS[part]()
