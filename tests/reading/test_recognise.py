"""What a file is, by its content where the ending lies or is missing."""

from __future__ import annotations

import gzip

import pytest
from tests.reading import made

from onrecord._errors import UnreadableError
from onrecord.reading import Limits, formats
from onrecord.reading.formats import BY_ENDING, FORMATS, Format
from onrecord.reading.recognise import recognise
from onrecord.reading.sources import Source, bytes_source

PAGE = (made.FIXTURES / "page.html").read_bytes()
MHTML = made.mhtml(PAGE, "https://a.example/")
MAIL = made.mail("Words.", Subject="s", From="a@b.example", To="c@d.example")
FEED = (made.FIXTURES / "feed.rss").read_bytes()
TABLE = made.xlsx({"A": [["text"], ["one"]]})


def kind(name: str, data: bytes) -> Format:
    (source,) = bytes_source(name, data, Limits())
    assert isinstance(source, Source)
    return recognise(source)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (PAGE, formats.PAGE),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- x --> <html xmlns='a'>", formats.PAGE),
        (PAGE.decode().encode("utf-16"), formats.PAGE),
        (MHTML, formats.MHTML),
        (MAIL, formats.MAIL),
        (FEED, formats.FEED),
        ((made.FIXTURES / "feed.atom").read_bytes(), formats.FEED),
        (made.pdf(made.LONG), formats.PDF),
        (b"\n\n" + made.pdf(made.LONG), formats.PDF),
        (made.docx(made.BODY), formats.DOCX),
        (made.odt(made.BODY), formats.ODT),
        (made.rtf(made.BODY), formats.RTF),
        (made.epub([("One", "x")]), formats.EPUB),
        (TABLE, formats.EXCEL),
        (b"PAR1....PAR1", formats.PARQUET),
        (b"TY  - NEWS\nTI  - x\nER  - \n", formats.RIS),
    ],
)
@pytest.mark.parametrize(
    "name", ["file", "file.doc", "file.txt", "file.html", "file.pdf", "file.docx", "file.unknown"]
)
def test_content_tells_whatever_the_ending(name: str, data: bytes, expected: Format) -> None:
    if name == "file.txt" and expected in {formats.MAIL, formats.MHTML}:
        assert kind(name, data) is formats.TEXT  # headers in a text are the text's own
    else:
        assert kind(name, data) is expected


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("story.txt", b"From: the desk\nTo: readers\nSubject: words\n\nText.", formats.TEXT),
        ("story.md", b"# <html> is a tag\n", formats.TEXT),
        ("story", b"A boat came in.", formats.TEXT),
        ("a.jsonl", b'{"text": "x"}', formats.JSON_LINES),
        ("a", b'{"text": "x"}', formats.JSON_LINES),
        ("a.csv", b"<html>,text\n", formats.CSV),
        ("a.eml", MAIL, formats.MAIL),
        ("a.mht", MHTML, formats.MHTML),
        ("a.html.gz", gzip.compress(PAGE), formats.PAGE),
        ("a.docx.gz", gzip.compress(made.docx(made.BODY)), formats.DOCX),
        (
            "a.ods",
            made.zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}),
            formats.EXCEL,
        ),
    ],
)
def test_text_is_what_its_ending_says(name: str, data: bytes, expected: Format) -> None:
    assert kind(name, data) is expected


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("x.exe", b"MZ\x90\x00", "a file ending in .exe"),
        ("x", b"\x7fELF\x02\x01", "a program"),
        ("x", bytes(range(256)), "binary data"),
        ("x.jpg", b"\xff\xd8\xff\xe0", "a JPEG picture"),
        ("x.log", b"words", "a file ending in .log"),
        ("x.csv", made.zipped({"a.txt": b"x"}), "a zip archive"),
        ("x.pptx", made.zipped({"ppt/presentation.xml": b"x"}), "a zip archive"),
    ],
)
def test_what_is_none_of_these_is_told(name: str, data: bytes, what: str) -> None:
    with pytest.raises(UnreadableError, match=f"Expected a file ending in .*{what}"):
        kind(name, data)


@pytest.mark.parametrize("name", ["a.zip", "a"])
def test_an_archive_is_opened_and_a_document_packed_as_one_is_not(name: str) -> None:
    archive = made.zipped({"one.html": PAGE, "two.docx": made.docx(made.BODY)})
    assert [source.name for source in bytes_source(name, archive, Limits())] == [
        f"{name}/one.html",
        f"{name}/two.docx",
    ]
    assert kind(name, made.docx(made.BODY)) is formats.DOCX


def test_every_format_has_a_reader_and_endings_of_its_own() -> None:
    for found in FORMATS:
        assert callable(found.load())
        assert all(BY_ENDING[ending] is found for ending in found.endings)
    assert len(BY_ENDING) == sum(len(found.endings) for found in FORMATS)
