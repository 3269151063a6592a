"""What a file is: by its content where that is plain, else by its ending."""

from __future__ import annotations

import re

from onrecord._errors import UnreadableError
from onrecord.reading import formats
from onrecord.reading.containers import OLE_MAGIC, ZIP_MAGIC, old_office, zip_ending
from onrecord.reading.encoding import HEAD, MAGIC, decode
from onrecord.reading.formats import BY_ENDING, FORMATS, Format
from onrecord.reading.sources import Source

TRUSTED = (formats.CSV, formats.JSON_LINES)
"""Formats that any text could be: no content speaks against them."""
BEFORE = r"\s*(?:<\?[^>]*>\s*|<!--.*?-->\s*)*"
PAGE = re.compile(BEFORE + r"<(?:!doctype\s+html|html[\s>]|head[\s>])", re.I | re.S)
FEED = re.compile(BEFORE + r"<(?:rss[\s>]|rdf:rdf[\s>]|feed[\s>]|atom:feed[\s>])", re.I | re.S)
HEADER = re.compile(r"([A-Za-z][A-Za-z0-9-]{1,40}):[ \t]")
MAIL_HEADERS = frozenset(
    ("from", "to", "subject", "date", "message-id", "received", "return-path", "mime-version")
)
SENT = frozenset(("to", "message-id", "received", "return-path", "delivered-to"))
"""Headers that a mail has and a web archive, saved in a mail's form, has not."""


def recognise(source: Source) -> Format:
    """The format of a file. Raises ``UnreadableError`` with what it seems to be, if that is none."""
    with source.open() as stream:
        head = stream.read(HEAD)
    by_ending = BY_ENDING.get(source.ending)
    if found := _by_magic(head, source, by_ending):
        return found
    if by_ending in TRUSTED:
        return by_ending
    return _by_content(_start(head), by_ending) or by_ending or _plain(source, head)


def _by_magic(head: bytes, source: Source, by_ending: Format | None) -> Format | None:
    if head.startswith(ZIP_MAGIC):
        ending = zip_ending(source.open, packed=source.packed)
        found = BY_ENDING.get(ending or "", by_ending)
        if found is None or not found.apart:
            raise UnreadableError(f"{_expected()}; found a zip archive. Give it its right ending.")
        return found
    if head.startswith(OLE_MAGIC):
        with source.open() as stream:
            if what := old_office(stream):
                raise UnreadableError(f"{_expected()}; found {what}.")
        return formats.EXCEL
    if b"%PDF-" in head[:1024]:
        return formats.PDF
    if head.startswith(b"PAR1"):
        return formats.PARQUET
    return formats.RTF if head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{\\rtf") else None


def _start(head: bytes) -> str:
    """The text a file begins with; empty if it is none."""
    try:
        return decode(head).lstrip("\ufeff\x00 \t\r\n")
    except UnreadableError:
        return ""


def _by_content(text: str, by_ending: Format | None) -> Format | None:
    """What marked-up text is, whatever its ending; mail and JSON are looked for where no ending says text."""
    if FEED.match(text):
        return formats.FEED
    if PAGE.match(text):
        return formats.PAGE
    if text.startswith("TY  - "):
        return formats.RIS
    if by_ending in {formats.TEXT, formats.MAIL, formats.MHTML}:
        return None
    if found := _message(text):
        return found
    return formats.JSON_LINES if by_ending is None and re.match(r'\{\s*"', text) else None


def _message(text: str) -> Format | None:
    """A mail, or the web archive that browsers save in a mail's form: it has two of the usual headers."""
    header = re.split(r"\r?\n\r?\n", text, maxsplit=1)[0]
    names = {found[1].lower() for line in header.splitlines() if (found := HEADER.match(line))}
    if not HEADER.match(header) or len(names & MAIL_HEADERS) < 2:
        return None
    saved = "snapshot-content-location" in names or "multipart/related" in header.lower()
    return formats.MHTML if saved and not names & SENT else formats.MAIL


def _plain(source: Source, head: bytes) -> Format:
    """Text without an ending is an article; what has an ending we don't know is not guessed at."""
    what = next((what for magic, what in MAGIC if head.startswith(magic)), None)
    if what is None and not source.ending and _start(head):
        return formats.TEXT
    what = what or (f"a file ending in {source.ending}" if source.ending else "binary data")
    raise UnreadableError(f"{_expected()}; got {what}. Convert it, or rename it if it is one of these.")


def _expected() -> str:
    endings = (ending for kind in FORMATS for ending in kind.endings)
    return f"Expected a file ending in {', '.join(endings)} or .zip"
