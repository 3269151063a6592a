"""What lies at an address that the user gave: the one place where Onrecord reaches out.

Only the command line comes here, only for the addresses it is given, and nothing that lies there leads on:
a feed's entries are read as the feed carries them.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from onrecord import __version__
from onrecord._errors import InputError, TooLargeError, UnreadableError
from onrecord.reading import Limits, read_bytes
from onrecord.reading.limits import size
from onrecord.records import Article, Failure

if TYPE_CHECKING:
    import http.client
    import urllib.request

SECONDS = 30.0
"""For the connection, for each answer, and for the whole of what comes."""
CHUNK = 1 << 16


def is_address(value: str) -> bool:
    """Whether an argument is a web address, not a file's path."""
    return re.match(r"https?://", value, re.IGNORECASE) is not None


def read_address(url: str, *, columns: dict[str, str] | None = None) -> Iterator[Article | Failure]:
    """The articles at an address, a feed's or a page's. What cannot be had is a ``Failure`` that says why."""
    limits = Limits()
    try:
        name, data = fetch(url, limits)
    except InputError as error:
        yield Failure(url, str(error))
        return
    for item in read_bytes(name, data, columns=columns, limits=limits):
        if isinstance(item, Failure):
            yield replace(item, path=url)
        else:
            yield replace(item, path=url, url=item.url or url)


def fetch(url: str, limits: Limits, *, seconds: float = SECONDS) -> tuple[str, bytes]:
    """(a file's name for it, its bytes). Raises ``InputError`` if there is no answer, or too large a one."""
    import http.client
    import urllib.error
    import urllib.request

    headers = {"User-Agent": f"onrecord/{__version__}", "Accept-Encoding": "identity"}
    try:
        request = urllib.request.Request(url, headers=headers)  # noqa: S310 - http and https alone get here
        with _opener().open(request, timeout=seconds) as answer:
            name = unquote(urlsplit(answer.url).path).rstrip("/").rpartition("/")[2]
            return name or urlsplit(answer.url).hostname or "feed", _bytes(answer, limits, seconds)
    except urllib.error.HTTPError as error:
        raise UnreadableError(
            f"Expected an answer, got {error.code} {error.reason}. Check the address in a browser."
        ) from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        cause = getattr(error, "reason", error)
        reason = getattr(cause, "strerror", None) or str(cause) or type(cause).__name__
        raise UnreadableError(
            f"Expected an answer, got none: {reason}. Check the address and the network, "
            "or save the feed to a file and read that."
        ) from error


def _bytes(answer: http.client.HTTPResponse, limits: Limits, seconds: float) -> bytes:
    until = time.monotonic() + seconds
    data = bytearray()
    while chunk := answer.read1(CHUNK):
        data += chunk
        if len(data) > limits.page_bytes:
            raise TooLargeError(
                f"Expected at most {size(limits.page_bytes)} from an address, got more. Save it to a file."
            )
        if time.monotonic() > until:
            raise UnreadableError(f"Expected the whole of it within {seconds:g} seconds. Save it to a file.")
    return bytes(data)


def _opener() -> urllib.request.OpenerDirector:
    """Opens http and https, and follows to these alone: never to a file."""
    import urllib.request

    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPRedirectHandler(),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.UnknownHandler(),
    ):
        opener.add_handler(handler)
    return opener
