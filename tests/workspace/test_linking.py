"""Statements as articles come and go are those of a workspace that got all that is there at once."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from onrecord.records import Article, Extraction, Quote
from onrecord.workspace import linking
from onrecord.workspace.adding import add, remove
from onrecord.workspace.check import check
from onrecord.workspace.finishing import match_statements
from onrecord.workspace.workspace import Workspace

WALL = "We will rebuild the northern harbour wall before winter, if the council grants us the money."
SHEEP = "Nobody counted the seven hundred sheep that the old ferry carried to the island on Sunday."
TOLD = {
    "one": [WALL, SHEEP],
    "two": [WALL[:55]],
    "three": [SHEEP, "That the old ferry carried to the island on Sunday."],
    "four": ["We will rebuild the northern harbour wall … if the council grants us the money."],
    "five": ["The bell of the chapel rang for nobody at all that evening."],
    "six": [WALL, "The bell of the chapel rang for nobody at all that evening."],
}


def article(name: str) -> Extraction:
    text, quotes = f"{name}: ", []
    for told in TOLD[name]:
        start = len(text) + 1
        speaker = {"speaker_name": "Ada Vale", "speaker_class": "named"}
        quotes.append(Quote(start, start + len(told), told, "direct", **speaker))
        text += f"“{told}” she said.\n"
    return Extraction(Article(name, text), quotes=tuple(quotes))


def figures(workspace: Workspace) -> tuple[pd.DataFrame, pd.DataFrame]:
    statements = workspace.statements()
    ids = statements["statement_id"].tolist()
    tellings = workspace.statement_quotes(ids)
    columns = ["statement_id", "quote_id", "relation", "score", "cut", "cut_at", "alerts"]
    order = ["statement_id", "quote_id"]
    return (
        statements.sort_values("statement_id", ignore_index=True),
        tellings[columns].sort_values(order, ignore_index=True),
    )


def same(one: Workspace, two: Workspace) -> None:
    for left, right in zip(figures(one), figures(two), strict=True):
        pd.testing.assert_frame_equal(left, right)


@pytest.fixture
def at_once(tmp_path: Path) -> Workspace:
    workspace = Workspace.create(tmp_path / "once")
    add(workspace, map(article, TOLD), engine="test")
    return workspace


def test_one_by_one_is_at_once(tmp_path: Path, at_once: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.workspace.finishing.RUNS", 4)  # so that runs are joined on the way
    with Workspace.create(tmp_path / "steps") as steps:
        for name in reversed(TOLD):
            add(steps, [article(name)], engine="test")
        same(steps, at_once)
        assert len(steps.snapshot().head.runs) < 4
        assert len(steps.statements()) == 3
        assert check(steps) == []


def test_what_leaves_and_comes_back_is_as_before(tmp_path: Path, at_once: Workspace) -> None:
    with Workspace.create(tmp_path / "steps") as steps:
        add(steps, map(article, TOLD), engine="test")
        remove(steps, [article("one").article.content_id, article("six").article.content_id])
        assert not match_statements(steps)
        with Workspace.create(tmp_path / "rest") as rest:
            add(rest, [article(name) for name in TOLD if name not in {"one", "six"}], engine="test")
            same(steps, rest)
        add(steps, [article("six")], engine="test")
        add(steps, [article("one")], engine="test")
        same(steps, at_once)
        assert check(steps) == []


def test_an_addition_asks_for_what_it_shares_alone(
    at_once: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    quotes = linking.Linking.quotes

    def seen(self: linking.Linking, quote_ids: list[str]) -> pd.DataFrame:
        found = quotes(self, quote_ids)
        read.extend(found["text"])
        return found

    monkeypatch.setattr(linking.Linking, "quotes", seen)
    TOLD["seven"] = ["The bell of the chapel rang for nobody at all."]
    add(at_once, [article("seven")], engine="test")
    del TOLD["seven"]
    assert {text[:8] for text in read} == {"The bell"}


def test_an_alert_reads_the_sentence_in_the_article(tmp_path: Path) -> None:
    cut = WALL[:55]
    texts = [f"She said: “{WALL}”", f"“{cut}”, she said.", f"Should the council pay, “{cut}”, she said."]
    with Workspace.create(tmp_path / "alerts") as workspace:
        for at, text in enumerate(texts):
            start = text.index("“") + 1
            told = text[start : text.index("”")]
            quote = Quote(
                start, start + len(told), told, "direct", speaker_name="Ada Vale", speaker_class="named"
            )
            add(workspace, [Extraction(Article(f"a{at}", text), quotes=(quote,))], engine="test")
        told = workspace.statement_quotes(workspace.statements()["statement_id"].tolist())
        raised = told.sort_values("text")["alerts"].tolist()
        assert sorted(len(alerts) for alerts in raised) == [0, 0, 1]
        assert workspace.statements()["alerts"].tolist() == [1]
