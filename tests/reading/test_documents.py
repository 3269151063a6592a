"""Word-processor documents, mail, feeds and books: the same article out of each."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest
from tests.reading import made
from tests.reading.here import article, articles, reason, results

TEXT = "\n\n".join([made.TITLE, *made.BODY])
HTML = f"<p>{made.TITLE}</p>" + "".join(f"<p>{text}</p>" for text in made.BODY)


@pytest.mark.parametrize(
    ("name", "data", "title"),
    [
        ("a.docx", made.docx([made.TITLE, *made.BODY], made.TITLE), made.TITLE),
        ("template.docx", made.docx([made.TITLE, *made.BODY], "Template of the desk"), None),
        ("a.odt", made.odt([made.TITLE, *made.BODY]), None),
        ("a.rtf", made.rtf([made.TITLE, *made.BODY]), None),
        ("plain.eml", made.mail(TEXT, Subject="Daily: ferries"), "Daily: ferries"),
        ("stub.eml", made.mail("View online", HTML, Subject="Daily: ferries"), "Daily: ferries"),
        ("both.eml", made.mail(TEXT, f"<p>Hi</p>{HTML}", Subject="Daily: ferries"), "Daily: ferries"),
        ("html.eml", made.mail(None, f"<style>p</style>{HTML}", Subject="=?utf-8?q?F=C3=A4hren?="), "Fähren"),
    ],
)
def test_the_same_text_out_of_every_document(name: str, data: bytes, title: str | None) -> None:
    found = article(name, data)
    assert found.text == TEXT
    assert (found.title, found.id) == (title, name.partition(".")[0])


def _edited(data: bytes, part: str, old: str, new: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as read, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as write:
        for entry in read.infolist():
            text = read.read(entry)
            assert entry.filename != part or old.encode() in text
            write.writestr(
                entry, text.replace(old.encode(), new.encode()) if entry.filename == part else text
            )
    return out.getvalue()


W = "</w:t></w:r>{}<w:r><w:t>"
BOX = "<w:r><w:pict><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:pict></w:r>"


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<w:ins><w:r><w:t>very </w:t></w:r></w:ins>", ["We are very glad."]),
        ("<w:del><w:r><w:delText>not </w:delText></w:r></w:del>", ["We are glad."]),
        ("<w:hyperlink><w:r><w:t>so </w:t></w:r></w:hyperlink>", ["We are so glad."]),
        ("<w:r><w:tab/></w:r>", ["We are \tglad."]),
        ("<w:r><w:br/></w:r>", ["We are", "glad."]),
        (BOX, ["We are glad.", "In a box."]),
    ],
)
def test_word_documents_with_changes_links_and_boxes(markup: str, expected: list[str]) -> None:
    data = _edited(made.docx(["We are @glad."]), "word/document.xml", "@", W.format(markup))
    assert [
        line.strip() for line in article("a.docx", data).text.replace("\n\n", "\n").split("\n")
    ] == expected


def test_headings_of_word_and_opendocument_are_titles() -> None:
    word = _edited(
        made.docx(["A heading", *made.BODY]),
        "word/document.xml",
        "<w:p>",
        '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>',
    )
    assert article("a.docx", word).title == "A heading"
    open_document = _edited(made.odt(["A heading"]), "content.xml", "text:p", "text:h")
    assert article("a.odt", open_document).title == "A heading"


def test_notes_and_comments_of_opendocument_stay_out() -> None:
    note = (
        '<text:note text:id="n"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>A note.</text:p></text:note-body></text:note>"
    )
    data = _edited(made.odt(["We are @glad."]), "content.xml", "@", note)
    assert article("a.odt", data).text == "We are glad."


@pytest.mark.parametrize(
    ("rtf", "expected"),
    [
        (rb"{\rtf1\ansi\ansicpg1252 \'93Gut\'94, sagte B\'e4r.\par}", "“Gut”, sagte Bär."),
        (rb"{\rtf1\ansi\ansicpg1251 \'cf\'f0\'e8\'e2\'e5\'f2\par}", "Привет"),
        (
            rb"{\rtf1 {\field{\*\fldinst{HYPERLINK \"https://a.example/x\"}}{\fldrslt{a link}}} here\par}",
            "a link here",
        ),
        (rb"{\rtf1 {\header Page 1\par}{\footer End\par}{\info{\title T}}Text\par}", "Text"),
        (rb"{\rtf1 a\tab b\line c\emdash d\par}", "a\tb\n\nc—d"),
    ],
)
def test_rtf(rtf: bytes, expected: str) -> None:
    assert article("a.rtf", rtf).text == expected


def test_a_mail_says_who_sent_it_and_when() -> None:
    data = made.mail(
        TEXT,
        From="The Harbor Desk <news@h.example>",
        Date="Fri, 18 Aug 2017 23:30:00 -0700",
        Archived_At="<https://h.example/1>",
    )
    found = article("m.eml", data)
    assert (found.outlet, found.published, found.url) == (
        "The Harbor Desk",
        date(2017, 8, 18),
        "https://h.example/1",
    )
    assert article("m.eml", made.mail(TEXT, From="news@h.example")).outlet == "h.example"


@pytest.mark.parametrize(
    ("plain", "expected"),
    [
        ("Read this <https://a.example/?utm=1> now.\n\n-- \nThe desk\n", "Read this now."),
        ("One \nparagraph, flowed.\n\nTwo.", "One paragraph, flowed.\n\nTwo."),
    ],
)
def test_plain_mail_without_addresses_and_signature(plain: str, expected: str) -> None:
    data = made.mail(plain, Subject="x", To="y@z.example").replace(
        b'charset="utf-8"', b'charset="utf-8"; format=flowed'
    )
    assert article("m.eml", data).text == expected


def test_newsletters_keep_what_is_shown_and_drop_what_is_hidden() -> None:
    html = (
        '<div style="display:none">Preheader</div>'
        "<table><tr><td>Left story.</td><td>Right story.</td></tr></table>"
        "<script>x()</script><p>A <b>bold</b> word.<br>A new line.</p>"
    )
    assert (
        article("m.eml", made.mail(None, html)).text
        == "Left story.\n\nRight story.\n\nA bold word.\n\nA new line."
    )


def test_the_entries_of_feeds() -> None:
    found = results("feed.rss", (made.FIXTURES / "feed.rss").read_bytes())
    first, second = found[:2]
    assert first.id == "hd-1"  # type: ignore[union-attr]
    assert vars(first) | {"origins": {}} == vars(first) | {
        "text": "Ferry strike ends\n\nFerries sailed again on Friday.\n\n“We are glad,” said Ann Poe.",
        "title": "Ferry strike ends", "outlet": "The Harbor Desk & Co", "published": date(2017, 8, 18),
        "url": "https://harbordesk.example/ferries", "author": "Jane Roe", "origins": {},
    }  # fmt: skip
    assert second.text == "Toll stays\n\nThe minister defended the toll."  # type: ignore[union-attr]
    assert [item.path for item in found[2:]] == ["feed.rss:article 3"]
    (entry,) = articles("feed.xml", (made.FIXTURES / "feed.atom").read_bytes())
    assert (entry.title, entry.outlet, entry.published) == (
        "Toll stays",
        "Northern Ledger",
        date(2017, 8, 19),
    )
    assert entry.text.endswith("“Nobody pays twice,” he said.")


def test_the_chapters_of_a_book() -> None:
    body = "".join(f"<p>{text}</p>" for text in made.LONG)
    first, second = articles("b.epub", made.epub([("Title page", ""), ("One", body), ("Two", body)]))
    assert (first.id, first.title, first.outlet, first.author) == (
        "b-1",
        "One",
        "The Harbor Weekly",
        "Jane Roe",
    )
    assert second.text == "\n\n".join(["Two", *made.LONG])


def _ole(stream: str) -> bytes:
    """The header of an older Office file whose directory names one stream."""
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 22 + b"\x09\0" + b"\0" * 480
    return header + stream.encode("utf-16-le").ljust(128, b"\0")


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        (
            "picture.eml",
            made.mail(None, "<img src='x'>", Subject="s", To="a@b.example"),
            "attachments or pic",
        ),
        ("locked.epub", made.epub([("One", "x")], extra={"META-INF/rights.xml": "<r/>"}), "copy protection"),
        ("empty.docx", made.docx([]), "found only what is said"),
        ("cut.docx", made.docx(made.BODY)[:9000], "damaged or cut short"),
        ("bad.epub", made.zipped({"mimetype": b"application/epub+zip"}), "lacks its list of chapters"),
        ("none.rss", b"<rss version='2.0'><channel><title>x</title></channel></rss>", "found none"),
        ("old.doc", _ole("WordDocument"), "save it as .docx"),
        ("secret.docx", _ole("EncryptedPackage"), "under a password"),
        ("outlook.msg", _ole("__nameid_version1.0"), "Save it as .eml"),
    ],
)
def test_documents_that_cannot_be_read_say_why(name: str, data: bytes, why: str) -> None:
    assert why in reason(name, data)
