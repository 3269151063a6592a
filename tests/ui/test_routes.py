from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from onrecord.ui.routes import routes


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("/overview", "./"),
        ("/overview?outlet=Cormorant+Wire&q=%22a+b%22", "./?outlet=Cormorant+Wire&q=%22a+b%22"),
    ],
)
def test_the_first_page_has_a_link_of_its_own(address: str, target: str) -> None:
    client = TestClient(Starlette(routes=routes()), follow_redirects=False)
    response = client.get(address)
    assert response.status_code == 307
    assert response.headers["location"] == target
