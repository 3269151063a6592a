from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.types import Message

from onrecord.ui.routes import routes
from tests.ui.awaiting import awaited


def get(path: str, query: str) -> tuple[int, str]:
    """Status and target of an address, asked of the app without a server."""
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request"}

    scope = {"type": "http", "method": "GET", "path": path, "query_string": query.encode(), "headers": []}
    awaited(Starlette(routes=routes())(scope, receive, send))
    headers = dict(sent[0]["headers"])
    return sent[0]["status"], headers[b"location"].decode()


@pytest.mark.parametrize("query", ["", "outlet=Cormorant+Wire&q=%22a+b%22"])
def test_the_first_page_has_a_link_of_its_own(query: str) -> None:
    assert get("/overview", query) == (307, f"./?{query}" if query else "./")
