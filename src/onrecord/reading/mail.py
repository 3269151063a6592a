"""E-mail saved as ``.eml``, newsletters too: the message's own text, one article."""

from __future__ import annotations

import email
import email.policy
import email.utils
import re
from collections.abc import Iterator
from contextlib import suppress
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import EmailMessage

from onrecord._errors import UnreadableError
from onrecord.reading import markup
from onrecord.reading.articles import bounded, joined, read_whole, several
from onrecord.reading.encoding import decode
from onrecord.reading.exports.lines import unwrapped
from onrecord.reading.formats import Columns
from onrecord.reading.limits import Limits
from onrecord.reading.sources import Source
from onrecord.records import Article, Failure

ADDRESS = re.compile(r"\s*[<(\[]\s*https?://[^\s>)\]]+\s*[>)\]]")
"""An address in brackets after the words it is linked to, as plain text puts a link."""
LONGEST = 2000
"""Characters of a header that are looked at."""
STUB = 0.4
"""A plain part with fewer words than this share of the HTML part's only says where to look."""


def read_mail(source: Source, columns: Columns, limits: Limits) -> Iterator[Article | Failure]:
    """The article in a mail: subject, sender's name as outlet, day and text."""
    data = read_whole(source, limits.memory_bytes, "an e-mail")
    message = email.message_from_bytes(data, policy=email.policy.default)
    paragraphs = _paragraphs(message, limits)
    if not paragraphs:
        raise UnreadableError(
            "Expected text in the mail, found none (attachments or pictures only). Save what is attached."
        )
    name, address = email.utils.parseaddr(_header(message, "From") or "")
    date = _header(message, "Date")
    fields = {
        "text": joined(paragraphs),
        "title": _header(message, "Subject"),
        "outlet": name or address.rpartition("@")[2] or None,
        "published": date,
        "url": _url(_header(message, "Archived-At")),
    }
    yield from several(source, [fields], limits)


def _header(message: EmailMessage, name: str) -> str | None:
    """A header's value, decoded; None where there is none. Parsing it in full could take for ever."""
    raw = next((str(value) for key, value in message.raw_items() if key.lower() == name.lower()), "")
    value = raw[:LONGEST].encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    with suppress(MessageError, ValueError, LookupError):  # a charset nobody knows, a broken word
        value = str(make_header(decode_header(value)))
    return " ".join(value.split()) or None


def _url(value: str | None) -> str | None:
    found = re.search(r"https?://[^\s<>]+", value or "")
    return found[0] if found else None


def _paragraphs(message: EmailMessage, limits: Limits) -> list[str]:
    """The plain part, unless it is a stub of the HTML part."""
    plain, html = _part(message, "text/plain", limits), _part(message, "text/html", limits)
    from_html = markup.paragraphs(markup.parse(html)) if html else []
    from_plain = _plain(plain, _flowed(message)) if plain else []
    words = sum(len(text.split()) for text in from_plain)
    return from_plain if words > STUB * sum(len(text.split()) for text in from_html) else from_html


def _part(message: EmailMessage, kind: str, limits: Limits) -> str | None:
    """The text of the first part of a kind that is no attachment."""
    for part in message.walk():
        if part.get_content_type() == kind and part.get_content_disposition() != "attachment":
            body = part.get_payload(decode=True)
            data = bounded(body if isinstance(body, bytes) else b"", limits.page_bytes, "a mail's text")
            try:
                return data.decode(part.get_content_charset() or "", "replace").replace("\r\n", "\n")
            except (LookupError, ValueError):  # no charset, or one that nobody knows
                return decode(data).replace("\r\n", "\n") if data.strip() else None
    return None


def _flowed(message: EmailMessage) -> bool:
    part = next((part for part in message.walk() if part.get_content_type() == "text/plain"), None)
    return part is not None and str(part.get_param("format", "")).lower() == "flowed"


def _plain(text: str, flowed: bool) -> list[str]:
    """Paragraphs of a plain part: lines that were cut are joined, a signature after ``-- `` stays out."""
    text = ADDRESS.sub("", re.split(r"^-- $", text, maxsplit=1, flags=re.M)[0])
    if flowed:  # RFC 3676: a line that ends in a space goes on in the next
        text = re.sub(r"(?<=\S) \n(?=\S)", " ", text)
    return unwrapped([line.strip() for line in text.split("\n")])
