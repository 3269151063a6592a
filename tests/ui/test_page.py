"""What a page says of its link."""

from __future__ import annotations

import pytest

from onrecord.ui.page import this_machine_only


@pytest.mark.parametrize(
    ("url", "only"),
    [
        ("http://127.0.0.1:8501/quotes?q=a", True),
        ("http://localhost:8501", True),
        ("http://[::1]:8501/", True),
        ("https://onrecord.example/quotes", False),
        ("http://10.0.0.7:8501/", False),
        ("https://127.example/", False),
        ("", False),
    ],
)
def test_a_link_to_the_visitors_own_machine_is_known(url: str, only: bool) -> None:
    assert this_machine_only(url) is only
