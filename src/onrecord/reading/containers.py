"""Containers: what lies in a zip file (a document, or an archive), and in the older Office files.

Office documents and books are zip archives of XML. Before a library opens one, its announced sizes are
checked and entity definitions refused, so that no bomb goes off: the formats use neither.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable
from typing import BinaryIO

from onrecord._errors import TooLargeError, UnreadableError
from onrecord.reading.limits import Limits, size

ZIP_MAGIC, OLE_MAGIC = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HEAD = 1 << 16
MIMES = {
    b"application/vnd.oasis.opendocument.text": ".odt",
    b"application/vnd.oasis.opendocument.spreadsheet": ".ods",
    b"application/epub+zip": ".epub",
}
PARTS = {"word/document.xml": ".docx", "xl/workbook.xml": ".xlsx", "ppt/presentation.xml": ".pptx"}
STREAMS = {
    "EncryptedPackage": "a document under a password. Open it, save it without one, and read that",
    "WordDocument": "an old Word document (.doc). Open it and save it as .docx",
    "PowerPoint Document": "an old presentation (.ppt). Save its text",
    "__nameid_version1.0": "an Outlook message (.msg). Save it as .eml",
}
"""What an older Office file's directory names, and what to do with such a file."""


def zip_ending(open_it: Callable[[], BinaryIO], *, packed: bool) -> str | None:
    """The ending a zip file should have: of its document format, or ``.zip``; None if it is no zip file."""
    with open_it() as stream:
        head = stream.read(HEAD)
        if not head.startswith(ZIP_MAGIC):
            return None
        if found := _mime(head):
            return found
        if packed:  # its directory lies at its end: look at the names it begins with
            return next((end for part, end in PARTS.items() if part.encode() in head), ".zip")
        try:
            with zipfile.ZipFile(stream) as archive:
                names = set(archive.namelist())
        except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError, OSError):
            names = {part for part in PARTS if part.encode() in head}
    return next((end for part, end in PARTS.items() if part in names), ".zip")


def _mime(head: bytes) -> str | None:
    """OpenDocument and EPUB begin with an uncompressed file ``mimetype`` that says what they are."""
    start = 30 + int.from_bytes(head[28:30], "little") + len("mimetype")
    if head[30:38] != b"mimetype":
        return None
    return next((ending for mime, ending in MIMES.items() if head[start:].startswith(mime)), None)


def check_zip(stream: BinaryIO, limits: Limits, what: str, *, part_bytes: int | None = None) -> None:
    """Raises ``InputError`` unless ``stream`` is a whole zip file of bearable size without entity bombs.

    ``part_bytes`` bounds each part of markup in it (default: as much as a web page may have).
    """
    try:
        with zipfile.ZipFile(stream) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _check_sizes(entries, limits, what, part_bytes or limits.page_bytes)
            for entry in entries:
                if entry.flag_bits & 1:
                    raise UnreadableError(
                        f"Expected {what} that opens, got one under a password. Save it without."
                    )
                if entry.filename.endswith((".xml", ".rels", ".opf", ".ncx")):
                    with archive.open(entry) as part:
                        _refuse_entities(part.read(HEAD), what)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError, OSError, zlib.error) as error:
        raise UnreadableError(
            f"Expected {what}; its container is damaged or cut short ({error}). Get it again."
        ) from error
    finally:
        stream.seek(0)


def _check_sizes(entries: list[zipfile.ZipInfo], limits: Limits, what: str, most: int) -> None:
    total = sum(entry.file_size for entry in entries)
    if total > limits.memory_bytes:
        raise TooLargeError(
            f"Expected {what} of at most {size(limits.memory_bytes)} unpacked, this one has {size(total)}. "
            "Save it without pictures, or split it."
        )
    xml = max((e.file_size for e in entries if e.filename.endswith((".xml", ".xhtml", ".html"))), default=0)
    if xml > most:
        raise TooLargeError(
            f"Expected {what} with at most {size(most)} of markup in a part, this one has {size(xml)}. "
            "Split it."
        )


def _refuse_entities(head: bytes, what: str) -> None:
    if b"<!ENTITY" in head:
        raise UnreadableError(
            f"Expected {what}; its XML defines entities, which none does that an office program saved. "
            "Leave it out, or save it anew."
        )


def old_office(stream: BinaryIO) -> str | None:
    """What the directory of an older Office file tells of it, or None (an Excel workbook, say).

    The directory's place stands in the header ([MS-CFB], section 2.2): 128 bytes an entry, its name in
    UTF-16.
    """
    head = stream.read(512)
    sector = 1 << min(int.from_bytes(head[30:32], "little"), 12)
    first = int.from_bytes(head[48:52], "little")
    if len(head) < 512 or first > 1 << 20:
        return None
    skip = (first + 1) * sector - len(head)
    while skip > 0 and (passed := len(stream.read(min(skip, 1 << 20)))):
        skip -= passed
    directory = stream.read(64 * 128)
    names = {
        directory[at : at + 64].decode("utf-16-le", "ignore").partition("\0")[0]
        for at in range(0, len(directory), 128)
    }
    return next((what for name, what in STREAMS.items() if name in names), None)
