"""Files made to do harm, and broken ones: one clear line each, and the rest is read."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from pathlib import Path

import pytest
from tests.reading import made
from tests.reading.here import reason, results

from onrecord.reading import Limits, read, read_bytes
from onrecord.reading.limits import MIB
from onrecord.records import Article, Failure

LAUGHS = '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lollollol">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
)
FOREIGN = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY j SYSTEM "file:///etc/hostname">'


def _with(data: bytes, part: str, declaration: str) -> bytes:
    """A document whose part declares entities and uses one."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            body = old.read(entry)
            if entry.filename == part:
                markup = body.decode().partition("?>")[2] or body.decode()
                body = f"{declaration}]>{markup.replace('Ferries', '&j;')}".encode()
            new.writestr(entry, body)
    return out.getvalue()


DOCUMENTS = {
    "a.docx": (made.docx(made.BODY), "word/document.xml"),
    "a.odt": (made.odt(made.BODY), "content.xml"),
    "a.xlsx": (made.xlsx({"A": [["text"], made.BODY[:1]]}), "xl/worksheets/sheet1.xml"),
    "a.epub": (made.epub([("Ferries", "x")]), "OEBPS/book.opf"),
}


@pytest.mark.parametrize("declaration", [LAUGHS, FOREIGN], ids=["bomb", "foreign file"])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_entities_in_a_document_are_refused(name: str, declaration: str) -> None:
    assert "defines entities" in reason(name, _with(*DOCUMENTS[name], declaration))


@pytest.mark.parametrize("declaration", [LAUGHS, FOREIGN])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_in_a_feed_come_to_nothing(declaration: str, encoding: str) -> None:
    feed = f"{declaration}]><rss version='2.0'><channel><title>t</title><item><title>A title &j; here</title>"
    data = f"{feed}<description>Some words &j; of it</description></item></channel></rss>".encode(encoding)
    for item in results("a.rss", data):
        assert isinstance(item, Failure) or ("lol" not in item.text and len(item.text) < 100)


@pytest.mark.parametrize(
    ("name", "part"),
    [("a.docx", "word/document.xml"), ("a.odt", "content.xml"), ("a.epub", "OEBPS/text/c0.xhtml")],
)
def test_bombs_are_measured_before_they_go_off(name: str, part: str) -> None:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(DOCUMENTS[name][0])) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.infolist():
            new.writestr(entry, b" " * (40 * MIB) if entry.filename == part else old.read(entry))
    assert "at most 32 MB of markup" in reason(name, out.getvalue())
    assert "at most 20 MB unpacked" in reason(name, out.getvalue(), Limits(memory_bytes=20 * MIB))


@pytest.mark.parametrize(
    "name", ["a.docx", "a.odt", "a.xlsx", "a.epub", "a.pdf", "a.rtf", "a.eml", "a.mhtml", "a.html"]
)
@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.95])
def test_a_document_that_is_cut_short_is_one_line_or_what_is_there(name: str, share: float) -> None:
    whole = {
        **{name: data for name, (data, _) in DOCUMENTS.items()},
        "a.pdf": made.pdf(made.LONG),
        "a.rtf": made.rtf(made.BODY),
        "a.eml": made.mail("\n\n".join(made.LONG), Subject="s"),
        "a.mhtml": made.mhtml((made.FIXTURES / "page.html").read_bytes(), "https://a.example/"),
        "a.html": (made.FIXTURES / "page.html").read_bytes(),
    }[name]
    found = results(name, whole[: int(len(whole) * share)])
    assert found
    for item in found:
        assert isinstance(item, Article) or (item.path == name and item.reason.endswith("."))


def test_a_zip_of_everything_is_read_and_what_is_bad_in_it_is_named() -> None:
    page = (made.FIXTURES / "page.html").read_bytes()
    archive = made.zipped(
        {
            "a/page.html": page,
            "a/nexis.docx": made.docx(made.NEXIS),
            "a/two.pdf": made.pdf(made.LONG),
            "b/cut.docx": made.docx(made.BODY)[:5000],
            "b/wrong.pdf": page,
            "b/feed.xml": (made.FIXTURES / "feed.atom").read_bytes(),
            "b/table.xlsx": made.xlsx({"A": [["text"], ["Words of a row."]]}),
            "../climb.html": page,
            "c/bomb.html": b"<html>" + b"x" * (33 * MIB),
            "c/nul.txt": b"\x00" * 100,
        }
    )
    found = list(read_bytes("all.zip", archive))
    assert [item.id for item in found if isinstance(item, Article)] == [
        "nexis-1", "nexis-2", "page", "two", "urn:ledger:1", "table-2", "wrong",
    ]  # fmt: skip
    reasons = {item.path: item.reason for item in found if isinstance(item, Failure)}
    expected = {
        "all.zip/../climb.html": "leads out of it",
        "all.zip/b/cut.docx": "Get it again",
        "all.zip/c/bomb.html": "at most 32 MB",
        "all.zip/c/nul.txt": "binary data",
    }
    assert reasons.keys() == expected.keys()
    assert [name for name, words in expected.items() if words not in reasons[name]] == []


def test_what_is_packed_is_bounded_where_it_is_unpacked() -> None:
    packed = gzip.compress(b"<html>" + b"x" * (30 * MIB))
    (failure,) = read_bytes("a.html.gz", packed, limits=Limits(memory_bytes=10 * MIB))
    assert isinstance(failure, Failure)
    assert "at most 10 MB" in failure.reason


def test_a_pdf_whose_page_unpacks_to_anything_is_bounded() -> None:
    stream = zlib.compress(b"BT /F 9 Tf (x) Tj ET" + b" " * (200 * MIB))
    pdf = (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj "
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj "
        b"4 0 obj<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream endobj "
        b"trailer<</Root 1 0 R>>\n%%%%EOF\n"
    ) % (len(stream), stream)
    (found,) = read_bytes("a.pdf", pdf, limits=Limits(process_bytes=200 * MIB, seconds=20))
    assert isinstance(found, Failure)


def test_hostile_mail_is_read_by_its_beginning() -> None:
    long = (
        b"From: " + b"a@b.example, " * 100_000 + b"\nTo: x@y.example\nSubject: " + b"=?utf-8?q?x?= " * 50_000
    )
    (found,) = results("a.eml", long + b"\n\nHello there, this is the text.")
    assert isinstance(found, Article)
    assert found.text == "Hello there, this is the text."
    nested = b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(3000)
    )
    (failure,) = read_bytes("b.eml", b"From: a@b.example\nTo: x\nSubject: s\n" + nested)
    assert isinstance(failure, Failure)
    assert "too deep in each other" in failure.reason


def test_a_large_file_of_the_wrong_kind_is_refused_by_its_size(tmp_path: Path) -> None:
    for name, head in (
        ("a.html", b"<html>"),
        ("b.txt", b"words"),
        ("c.eml", b"From: a\nTo: b\n\n"),
        ("d.pdf", b"%PDF-1.4"),
    ):
        with (tmp_path / name).open("wb") as file:
            file.write(head)
            file.truncate(500 * MIB)  # a file with a hole: nothing is written
    found = list(read([tmp_path]))
    assert all(isinstance(item, Failure) for item in found)
    assert [item.reason.partition(",")[0] for item in found if isinstance(item, Failure)] == [
        "Expected a web page of at most 32 MB",
        "Expected one article of at most 1",
        "Expected an e-mail of at most 256 MB",
        "Expected a PDF document of at most 256 MB",
    ]
