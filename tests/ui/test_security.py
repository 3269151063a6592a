from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import streamlit
from starlette.types import Message, Receive, Scope, Send

from onrecord.ui import security
from tests.ui.awaiting import awaited


def test_policy_allows_the_inline_script_of_streamlits_page_and_no_other() -> None:
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_text("utf-8")
    script = page.split("<script>", 1)[1].split("</script>", 1)[0]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = security.headers()["Content-Security-Policy"]
    assert f"'sha256-{digest}'" in policy
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert "'unsafe-inline'" not in rules["script-src"]
    assert "'unsafe-eval'" not in rules["script-src"]


def test_no_rule_names_a_foreign_host() -> None:
    policy = security.content_security_policy("<script>a</script><script>b</script>")
    sources = {source for rule in policy.split("; ") for source in rule.split()[1:]}
    assert all(source.startswith("'") or source in {"blob:", "data:", "ws:", "wss:"} for source in sources)
    assert len([source for source in sources if source.startswith("'sha256-")]) == 2


async def respond(_scope: Scope, _receive: Receive, send: Send) -> None:
    headers = [(b"content-type", b"text/html"), (b"x-content-type-options", b"none")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": b"ok"})


def messages(kind: str) -> list[Message]:
    """What the middleware passes on for a scope."""
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request"}

    app = security.SecurityHeaders(respond, extra=security.headers())
    awaited(app({"type": kind}, receive, send))
    return sent


def test_every_response_carries_the_headers_once() -> None:
    start, body = messages("http")
    found = [(name.decode(), value.decode()) for name, value in start["headers"]]
    for name, value in security.headers().items():
        assert [held for key, held in found if key == name.lower()] == [value]
    assert body["body"] == b"ok"


def test_a_websocket_is_left_alone() -> None:
    start, _ = messages("websocket")
    assert len(start["headers"]) == 2
