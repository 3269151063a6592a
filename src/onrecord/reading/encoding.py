"""Which encoding a file's bytes are in, and whether they are text at all."""

from __future__ import annotations

import codecs
import io
import re
from typing import BinaryIO

from onrecord._errors import UnreadableError

HEAD = 1 << 16
CHUNK = 1 << 20

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or an Office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x7fELF", "a program"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3", "an SQLite database"),
    (b"PAR1", "a Parquet table"),
)
# What Windows-1252 text holds beyond ASCII: Latin letters and the marks of typography.
WESTERN = re.compile(
    r"[\u00a0-\u00ff\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u20ac\u2122\u0152\u0153\u0160\u0161\u0178]"
)
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
SURROGATE = re.compile(r"[\ud800-\udfff]")


def without_surrogates(text: str) -> str:
    """``text`` with each lone surrogate as U+FFFD: no UTF-8 can hold one. The length stays."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return SURROGATE.sub("\ufffd", text)
    return text


def decode(data: bytes) -> str:
    """The text of ``data``; its byte order mark is taken off, nothing else. Raises ``UnreadableError``."""
    encoding = detect(io.BytesIO(data))
    return data.decode(encoding, "replace")


def open_text(stream: BinaryIO, encoding: str) -> io.TextIOWrapper:
    """A text view of ``stream`` that leaves line endings as they are."""
    return io.TextIOWrapper(stream, encoding, errors="replace", newline="")


def detect(stream: BinaryIO) -> str:
    """The encoding of a stream of text, read from its start to its end.

    By byte order mark; else UTF-16 by its zero bytes; else UTF-8 if (almost) all of it is; else
    Windows-1252 if that gives Western text; else charset-normalizer's guess.
    Raises ``UnreadableError`` for what is not text.
    """
    head = stream.read(HEAD)
    for mark, encoding in BOMS:
        if head.startswith(mark):
            return encoding
    for magic, what in MAGIC:
        if head.startswith(magic):
            raise UnreadableError(
                f"Expected text, found {what}. Convert it to text, or give it its right ending."
            )
    if utf16 := _utf16(head):
        return utf16
    odd = _not_utf8(head, stream)
    if odd is None:
        _refuse_binary(head.decode("utf-8", "replace"))
        return "utf-8"
    encoding = _guess(odd)
    _refuse_binary(odd.decode(encoding, "replace"))
    return encoding


def _utf16(head: bytes) -> str | None:
    """UTF-16 without a mark: in Western text every other byte is zero."""
    pairs = len(head) // 2
    if pairs < 2:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 0.7 * pairs and even < 0.05 * pairs:
        return "utf-16-le"
    if even > 0.7 * pairs and odd < 0.05 * pairs:
        return "utf-16-be"
    return None


def _not_utf8(head: bytes, stream: BinaryIO) -> bytes | None:
    """None if the stream is UTF-8, else a sample of it that isn't."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    chunk = head
    while chunk:
        try:
            decoder.decode(chunk)
        except UnicodeDecodeError as error:
            near = chunk[max(0, error.start - HEAD) : error.start + HEAD]
            return near if chunk is head else head + near
        chunk = stream.read(CHUNK)
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return head[-HEAD:] + b"\xff"
    return None


def _guess(sample: bytes) -> str:
    text = sample.decode("utf-8", "replace")
    beyond = sum(1 for c in text if c > "\x7f")
    # A few broken bytes in UTF-8 (a cut end, a pasted line) don't make the file another encoding.
    if (broken := text.count("\ufffd")) * 10 <= beyond - broken:
        return "utf-8"
    western = sample.decode("cp1252", "replace")
    high = [c for c in western if c > "\x7f"]
    if len(high) < 0.1 * len(western) and sum(1 for c in high if WESTERN.match(c)) == len(high):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best else "cp1252"


def _refuse_binary(text: str) -> None:
    """Text has hardly any control characters; a program, a picture or a database has many."""
    if (count := len(CONTROL.findall(text))) > 0.02 * len(text) and count > 1:
        raise UnreadableError("Expected text, found binary data. Convert it to text, or leave it out.")
