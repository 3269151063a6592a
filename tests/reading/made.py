"""Documents made for the tests: the same made-up article in every format, and exports of databases."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from email.message import EmailMessage
from pathlib import Path

FIXTURES = Path(__file__).parent / "fixtures"
TITLE = "Ferry strike ends after eleven days of talks"
BODY = (
    "Ferries in Port Ellery sailed again on Friday after the crews accepted an offer by the owners, who had "
    "long refused to talk about the night shifts.",
    "“We are tired, and we are glad,” said Ann Poe, who leads the union.",
    "The first ferry left at six o’clock, with forty lorries and a wedding party on board.",
)
NEXIS = (
    "Date and Time: Sunday, August 20, 2017 8:01:00 AM EDT", "Job Number: 50000001", "Documents (2)",
    f"1. {TITLE}", "Client/Matter: -None-", "Search Terms: ferry", "2. Minister defends the toll",
    TITLE, "The Harbor Desk (Port Ellery)", "August 18, 2017 Friday 6:12 PM GMT",
    "Copyright 2017 Harbor Desk Ltd All Rights Reserved", "Section: WORLD; Version:1", "Length: 412 words",
    "Byline: Jane Roe", "Body", "", *BODY, "Classification", "Language: ENGLISH",
    "Publication-Type: Newspaper", "Load-Date: August 19, 2017", "End of Document",
    "Minister defends the toll", "Northern Ledger", "August 19, 2017 Saturday", "Late Edition - Final",
    "Copyright 2017 Northern Ledger", "Length: 98 words", "Body", "The minister defended the toll.",
    "Load-Date: August 20, 2017", "End of Document",
)  # fmt: skip
"""The lines of a Nexis Uni download of two documents, with its cover page."""


def docx(paragraphs: Sequence[str], title: str = "") -> bytes:
    import docx as library

    document = library.Document()
    document.core_properties.title = title
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return _saved(document.save)


def odt(paragraphs: Sequence[str]) -> bytes:
    import odfdo

    document = odfdo.Document("text")
    document.body.clear()
    for paragraph in paragraphs:
        document.body.append(odfdo.Paragraph(paragraph))
    return _saved(document.save)


def rtf(paragraphs: Sequence[str]) -> bytes:
    def escaped(text: str) -> str:
        return "".join(c if c < "\x7f" else f"\\u{ord(c)}?" for c in text)

    return ("{\\rtf1\\ansi " + "\\par\n".join(map(escaped, paragraphs)) + "\\par}").encode()


def xlsx(sheets: Mapping[str, Sequence[Sequence[object]]]) -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    return _saved(book.save)


def mail(plain: str | None, html: str | None = None, **headers: str) -> bytes:
    message = EmailMessage()
    message["Message-ID"] = "<1@harbordesk.example>"
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    if plain is not None:
        message.set_content(plain)
    if html is not None and plain is not None:
        message.add_alternative(html, subtype="html")
    elif html is not None:
        message.set_content(html, subtype="html")
    return message.as_bytes()


def mhtml(page: bytes, url: str) -> bytes:
    """As Chromium saves it: the page first, quoted-printable, then its pictures."""
    import quopri

    head = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: " + url + "\r\nSubject: Ferries\r\n"
        "Date: Sun, 20 Aug 2017 08:01:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="----Part--1"\r\n\r\n\r\n'
        "------Part--1\r\nContent-Type: text/html\r\nContent-ID: <frame@mhtml.blink>\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\nContent-Location: " + url + "\r\n\r\n"
    )
    tail = (
        "\r\n------Part--1\r\nContent-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        "R0lGODlhAQABAAAAACw=\r\n------Part--1--\r\n"
    )
    return head.encode() + quopri.encodestring(page) + tail.encode()


def epub(chapters: Sequence[tuple[str, str]], *, extra: Mapping[str, str] | None = None) -> bytes:
    """A book of (heading, text in HTML) chapters, with a cover and a table of contents."""
    names = [f"c{number}.xhtml" for number in range(len(chapters))]
    items = "".join(f'<item id="{n}" href="text/{n}" media-type="application/xhtml+xml"/>' for n in names)
    spine = "".join(f'<itemref idref="{name}"/>' for name in names)
    package = (
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The Harbor Weekly</dc:title>'
        "<dc:creator>Jane Roe</dc:creator><dc:date>2017-08-18</dc:date></metadata><manifest>"
        '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
        f'{items}</manifest><spine><itemref idref="nav"/>{spine}</spine></package>'
    )
    files = {
        "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
        '<rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
        "OEBPS/book.opf": package,
        "OEBPS/nav.xhtml": "<html><body><nav>Contents</nav></body></html>",
        **{
            f"OEBPS/text/{name}": f"<html><body><h1>{head}</h1>{text}</body></html>"
            for name, (head, text) in zip(names, chapters, strict=True)
        },
        **(extra or {}),
    }
    return zipped(
        {"mimetype": b"application/epub+zip", **{name: text.encode() for name, text in files.items()}}
    )


def zipped(files: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name, data, compress_type=how)
    return stream.getvalue()


def _saved(save: object) -> bytes:
    stream = io.BytesIO()
    save(stream)  # type: ignore[operator]
    return stream.getvalue()


LONG = (
    "The talks had begun on a Monday in the old customs house, with the windows open and the tide out, and "
    "for the first three days neither side would sit at the same table as the other.",
    "Ann Poe, who leads the union, said the crews had been promised a roster in writing since the spring. "
    "“We were told to wait until the holidays were over,” she said, “and then until the next ones were.”",
    "The owners, Ellery Ferries, answered that the night shifts paid for the winter timetable, and that "
    "nobody on the islands would thank them for a boat that stayed in harbour from October to March.",
    "It was the mayor who brought the two sides together again, with a proposal that neither of them liked "
    "and both of them signed: fewer nights, a higher allowance, and a review after the first year.",
    "Extraordinary circumstances, the company’s spokeswoman called them, and an understanding that was "
    "overdue; the transportation ministry welcomed the settlement without taking any credit for it.",
)
"""Paragraphs long enough to be set in columns."""


def pdf(
    paragraphs: Sequence[str],
    *,
    columns: int = 1,
    title: str = "",
    head: str = "",
    password: object = None,
) -> bytes:
    """Set as a newspaper sets it: justified columns under a headline, hyphenated, with running heads."""
    from reportlab.lib.pagesizes import A5
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import BaseDocTemplate, Frame, FrameBreak, PageTemplate, Paragraph

    stream = io.BytesIO()
    width, height = A5
    margin, gutter, top = 36, 14, 60 if title else 0
    wide = (width - 2 * margin - gutter * (columns - 1)) / columns
    first = (
        [Frame(margin, height - margin - 70, width - 2 * margin, 50, id="title", showBoundary=0)]
        if title
        else []
    )
    frames = [
        Frame(
            margin + n * (wide + gutter),
            margin + 10,
            wide,
            height - 2 * margin - 30 - top,
            0,
            0,
            0,
            0,
            id=f"c{n}",
        )
        for n in range(columns)
    ]

    def decorate(canvas: Canvas, document: BaseDocTemplate) -> None:
        if head:
            canvas.setFont("Helvetica", 7)
            canvas.drawString(margin, height - 20, head)
            canvas.drawCentredString(width / 2, 14, f"– {document.page} –")

    document = BaseDocTemplate(stream, pagesize=A5, encrypt=password, title=title or None, invariant=1)
    document.addPageTemplates([PageTemplate("page", [*first, *frames], onPage=decorate)])
    style = ParagraphStyle(
        "body", fontName="Times-Roman", fontSize=9, leading=11, firstLineIndent=8, alignment=4
    )
    style.hyphenationLang, style.splitLongWords = "", 0
    heading = ParagraphStyle("title", fontName="Times-Bold", fontSize=18, leading=20)
    story = [Paragraph(title, heading), FrameBreak()] if title else []
    document.build([*story, *(Paragraph(text, style) for text in paragraphs)])
    return stream.getvalue()


def scanned(pages: int = 1, text: str = "") -> bytes:
    """Pages that are one picture each; ``text`` stands on a page of its own before them."""
    from PIL import Image
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(300, 400), invariant=1)
    if text:
        canvas.drawString(20, 200, text)
        canvas.showPage()
    for _ in range(pages):
        canvas.drawImage(ImageReader(Image.new("L", (30, 40), 200)), 0, 0, 300, 400)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()
