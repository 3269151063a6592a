from __future__ import annotations

import pytest

from onrecord.ui import versions
from onrecord.workspace import Workspace
from tests.pages.conftest import Open, words


def test_the_page_opens_on_the_statement_that_travelled_furthest(filled: Workspace, open_app: Open) -> None:
    app = open_app(filled, "statements", outlets="1 outlet")
    assert not app.exception
    first = filled.statements().iloc[0]
    assert first["text"] in [html.value for html in app.get("html")][2] or first["text"] in words(app)
    told = filled.statement_quotes([first["statement_id"]])
    assert f"told {len(told)} time" in words(app)


def test_a_link_opens_a_statement(filled: Workspace, open_app: Open) -> None:
    last = filled.statements().iloc[-1]
    app = open_app(filled, "statements", outlets="1 outlet", statement=last["statement_id"])
    assert not app.exception
    assert app.subheader[-1].value.startswith(str(last["speaker"]))


def test_where_no_statement_travels_the_page_says_so(filled: Workspace, open_app: Open) -> None:
    app = open_app(filled, "statements", outlets="4 outlets")
    assert not app.exception
    assert "No statement is told by 4 outlets here" in words(app)


def test_all_tellings_open_as_evidence(filled: Workspace, open_app: Open) -> None:
    app = open_app(filled, "statements", outlets="1 outlet")
    app.button(key="all_tellings").click().run()
    assert not app.exception
    told = filled.statement_quotes([filled.statements()["statement_id"].iloc[0]])
    assert f"{len(told)} quote" in words(app)


@pytest.mark.parametrize(
    ("fullest", "version", "left_out", "put_in"),
    [
        ("We will go on Monday", "We will go", ["on Monday"], []),
        ("We will go on Monday", "We will leave on Monday.", ["go"], ["leave"]),
        ("We will go", "“We will go!”", [], []),
        ("a <b> c", "a <script>alert(1)</script> c", ["b"], ["script&gt;alert(1)&lt;/script"]),
    ],
)
def test_words_left_out_are_struck_and_words_put_in_are_tinted(
    fullest: str, version: str, left_out: list[str], put_in: list[str]
) -> None:
    html = versions.marked(fullest, version)
    assert [part.split("</del>")[0].split(">", 1)[1] for part in html.split("<del")[1:]] == left_out
    assert [part.split("</ins>")[0].split(">", 1)[1] for part in html.split("<ins")[1:]] == put_in
    assert "<script" not in html
