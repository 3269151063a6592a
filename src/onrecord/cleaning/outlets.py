"""Who publishes under an address: the registrable domain, by the name its readers know it by.

``outlets.tsv`` beside this module, compiled by hand, names well-known outlets; any other is called by
its domain.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

ARCHIVES = frozenset({"archive.org", "archive.today", "archive.ph", "archive.is", "googleusercontent.com"})
"""Hosts that keep pages of others: the address of the original is inside theirs."""
INNER = re.compile(r"https?://", re.IGNORECASE)


def outlet_of(url: str | None) -> str | None:
    """The outlet at an address, or None where there is no web address."""
    host = _host(url or "")
    if not host or "." not in host or host.replace(".", "").isdigit():
        return None
    domain = _suffixes().privatesuffix(host)
    if domain in ARCHIVES:
        inner = INNER.split(url or "", maxsplit=2)
        return outlet_of(f"http://{inner[2]}") if len(inner) > 2 else None
    if domain is None:
        return None
    return _names().get(host) or _names().get(domain) or domain


def _host(url: str) -> str:
    try:
        parts = urlsplit(url if "//" in url else f"//{url}")
        host = (parts.hostname or "").strip(".").casefold()
    except ValueError:
        return ""
    return host.removeprefix("www.") if parts.scheme in {"", "http", "https"} else ""


@cache
def _names() -> dict[str, str]:
    text = files("onrecord.cleaning").joinpath("outlets.tsv").read_text(encoding="utf-8")
    rows = (line.partition("\t") for line in text.splitlines() if line)
    return {domain: name for domain, _, name in rows}


@cache
def _suffixes() -> PublicSuffixList:
    """The Public Suffix List that the package brings; nothing is fetched."""
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList()
