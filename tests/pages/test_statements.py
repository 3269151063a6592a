from __future__ import annotations

import pandas as pd
import pytest

from onrecord.ui import versions
from onrecord.workspace import Workspace
from onrecord.workspace.adding import add
from tests.pages.conftest import Open, words
from tests.workspace import factory


def test_the_page_opens_on_the_statement_that_travelled_furthest(filled: Workspace, open_app: Open) -> None:
    app = open_app(filled, "statements", told="1")
    assert not app.exception
    first = filled.statements().iloc[0]
    assert first["text"] in [html.value for html in app.get("html")][2] or first["text"] in words(app)
    told = filled.statement_quotes([first["statement_id"]])
    assert f"told {len(told)} time" in words(app)


def test_a_link_opens_a_statement(filled: Workspace, open_app: Open) -> None:
    last = filled.statements().iloc[-1]
    app = open_app(filled, "statements", told="1", statement=last["statement_id"])
    assert not app.exception
    assert app.subheader[-1].value.startswith(str(last["speaker"]))


def test_where_no_statement_travels_the_page_says_so(filled: Workspace, open_app: Open) -> None:
    app = open_app(filled, "statements", told="4")
    assert not app.exception
    assert "No statement is told by 4 outlets here" in words(app)


def test_all_tellings_open_as_evidence(filled: Workspace, open_app: Open) -> None:
    app = open_app(filled, "statements", told="1")
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


@pytest.mark.parametrize(
    ("changed", "least", "answer"),
    [
        ([0, 0], 2, "2 statements told by 2 outlets or more; none changed on the way"),
        ([1, 0], 2, "2 statements told by 2 outlets or more; 1 changed on the way"),
        ([1, 2], 3, "2 statements told by 3 outlets or more; all changed on the way"),
        ([1], 1, "1 statement told; it changed on the way"),
    ],
)
def test_the_answer_says_how_many_travel_and_change(changed: list[int], least: int, answer: str) -> None:
    assert versions.answer(pd.DataFrame({"truncated": changed, "reworded": 0}), least, "outlet") == answer


def test_a_telling_opens_beside_the_fullest(filled: Workspace, open_app: Open) -> None:
    statement = filled.statements().iloc[0]
    told = filled.statement_quotes([statement["statement_id"]]).set_index("quote_id")
    fullest = told.loc[statement["quote_id"], "article_id"]
    other = told[told["article_id"] != fullest].iloc[0]
    app = open_app(filled, "statements", told="1", statement=statement["statement_id"])
    app.button(key=f"compare_{other.name}").click().run()
    assert not app.exception
    assert (app.query_params["left"], app.query_params["right"]) == (fullest, other["article_id"])


def test_the_speaker_filter_holds(filled: Workspace, open_app: Open) -> None:
    speaker = filled.statements()["speaker"].iloc[-1]
    app = open_app(filled, "statements", told="1", speaker=str(speaker))
    assert set(app.dataframe[0].value["speaker"]) == {speaker}


def test_without_outlets_statements_travel_between_articles(empty: Workspace, open_app: Open) -> None:
    add(empty, [factory.extraction(n, outlet=None) for n in range(8)], engine="test")
    app = open_app(empty, "statements")
    assert not app.exception
    assert "told by 2 articles or more" in words(app)
