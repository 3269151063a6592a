"""``outlet_of``: who publishes under an address."""

from __future__ import annotations

import pytest

from onrecord.cleaning.outlets import outlet_of


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.reuters.com/article/x", "Reuters"),
        ("https://uk.reuters.com/article/x", "Reuters"),
        ("http://www.bbc.co.uk/news/1", "BBC News"),
        ("https://www.abc.net.au/news/1", "ABC (Australia)"),
        ("harbordesk.co.uk/news", "harbordesk.co.uk"),
        ("https://news.harbordesk.example/1", "harbordesk.example"),
        ("https://web.archive.org/web/2017/https://www.reuters.com/article/x", "Reuters"),
        ("https://web.archive.org/about", None),
        ("file:///home/ann/page.html", None),
        ("http://192.168.0.1/x", None),
        ("https://co.uk/", None),
        ("https://[broken", None),
        ("not an address", None),
        ("", None),
        (None, None),
    ],
)
def test_outlets(url: str | None, outlet: str | None) -> None:
    assert outlet_of(url) == outlet
