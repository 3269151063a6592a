from __future__ import annotations

import asyncio

import pytest
from starlette.requests import Request

from onrecord.ui.routes import FIRST_PAGE, first_page, routes


@pytest.mark.parametrize(
    ("query", "target"),
    [("", "./"), ("outlet=Cormorant+Wire&q=%22a+b%22", "./?outlet=Cormorant+Wire&q=%22a+b%22")],
)
def test_the_first_page_has_a_link_of_its_own(query: str, target: str) -> None:
    (route,) = routes()
    assert route.path == f"/{FIRST_PAGE}"
    scope = {
        "type": "http",
        "server": ("127.0.0.1", 80),
        "path": route.path,
        "headers": [],
        "query_string": query.encode(),
    }
    response = asyncio.run(first_page(Request(scope)))
    assert response.status_code == 307
    assert response.headers["location"] == target
