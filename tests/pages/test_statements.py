from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from onrecord.records import Selection, stable_id
from onrecord.ui import alerts, versions
from onrecord.ui.versions import Sort
from onrecord.workspace import Workspace
from onrecord.workspace.adding import add
from tests.pages.conftest import Open, words
from tests.workspace import factory


def test_the_page_opens_on_the_statement_that_travelled_furthest(filled: Workspace, open_app: Open) -> None:
    app = open_app(filled, "statements", told="1")
    assert not app.exception
    first = filled.statements().iloc[0]
    told = filled.statement_quotes([first["statement_id"]])
    assert app.subheader[-1].value.startswith(str(first["speaker"]))
    assert f"told {len(told)} time" in words(app)


def test_a_link_opens_a_statement(filled: Workspace, open_app: Open) -> None:
    last = filled.statements().iloc[-1]
    app = open_app(filled, "statements", told="1", statement=last["statement_id"])
    assert not app.exception
    assert app.subheader[-1].value.startswith(str(last["speaker"]))


def test_a_link_to_a_statement_that_has_a_fuller_telling_now_opens_that(
    filled: Workspace, open_app: Open
) -> None:
    last = filled.statements().iloc[-1]
    told = filled.statement_quotes([last["statement_id"]])
    other = told.loc[told["quote_id"] != last["quote_id"], "quote_id"].iloc[0]
    app = open_app(filled, "statements", told="1", statement=stable_id(other))
    assert app.query_params["statement"] in (last["statement_id"], [last["statement_id"]])
    assert "is not in this list" not in words(app)
    assert app.subheader[-1].value.startswith(str(last["speaker"]))


def test_a_link_to_a_statement_that_is_gone_says_so(filled: Workspace, open_app: Open) -> None:
    app = open_app(filled, "statements", told="1", statement="gone")
    assert not app.exception
    assert "The statement of this link is not in this list" in words(app)


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


@pytest.mark.parametrize("sort", ["outlets", "speaker", "change", "alerts", "nonsense"])
def test_a_link_sorts(filled: Workspace, open_app: Open, sort: str) -> None:
    app = open_app(filled, "statements", told="1", sort=sort)
    assert not app.exception
    table = app.dataframe[0].value
    assert len(table) == len(filled.statements())
    if sort == "speaker":
        assert table["speaker"].dropna().is_monotonic_increasing
    if sort == "change":
        assert table["change"].is_monotonic_decreasing


ROWS = pd.DataFrame(
    {
        "speaker": ["Cleo", "Ada", None, "Ben"],
        "change": [0.1, 0.5, 0.5, 0.0],
        "alerts": [0, 1, 2, None],
        "truncated": [1, 1, 0, 0],
        "reworded": [0, 1, 1, 0],
    }
)


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("outlets", [0, 1, 2, 3]),
        ("speaker", [1, 3, 0, 2]),
        ("change", [1, 2, 0, 3]),
        ("alerts", [2, 1, 0, 3]),
    ],
)
def test_statements_are_put_in_the_order_of_choice(sort: Sort, order: list[int]) -> None:
    assert versions.ordered(ROWS, sort).index.tolist() == order


@pytest.mark.parametrize(
    ("changed", "alerts_", "least", "answer"),
    [
        ([0, 0], 0, 2, "2 statements told by 2 outlets or more; none changed on the way"),
        ([1, 0], 0, 2, "2 statements told by 2 outlets or more; 1 changed on the way"),
        ([1, 2], 1, 3, "2 statements told by 3 outlets or more; all changed on the way, 2 with an alert"),
        ([1], 0, 1, "1 statement told; it changed on the way"),
    ],
)
def test_the_answer_says_how_many_travel_and_change(
    changed: list[int], alerts_: int, least: int, answer: str
) -> None:
    rows = pd.DataFrame({"truncated": changed, "reworded": 0, "alerts": alerts_})
    assert versions.answer(rows, least, "outlet") == answer


def told(*rows: tuple[str | None, date | None]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["outlet", "published"])
    return frame.assign(published=pd.to_datetime(frame["published"]))


FIRST, LATER = date(2024, 5, 3), date(2024, 5, 4)


@pytest.mark.parametrize(
    ("tellings", "said"),
    [
        (told(("A", FIRST), ("B", LATER)), "First told by A on 3 May 2024."),
        (told(("B", FIRST), ("A", FIRST)), "First told on 3 May 2024, by A and B alike."),
        (
            told(("A", FIRST), ("B", None)),
            "First told by A on 3 May 2024. 1 telling without a date may be earlier.",
        ),
        (told(("A", None)), "No telling has a date, so who told it first is unknown."),
        (told((None, FIRST), ("B", LATER)), "First told by an unknown outlet on 3 May 2024."),
    ],
)
def test_who_told_it_first(tellings: pd.DataFrame, said: str) -> None:
    assert versions.first_told(tellings) == said


@pytest.mark.parametrize(
    ("tellings", "said"),
    [
        (told(("A", FIRST), ("B", LATER)), "2 times by 2 outlets"),
        (told(("A", FIRST), (None, LATER)), "2 times in 2 articles"),
        (told((None, FIRST), (None, LATER)), "2 times in 2 articles"),
    ],
)
def test_an_unknown_outlet_is_not_counted_as_none(tellings: pd.DataFrame, said: str) -> None:
    tellings = tellings.assign(article_id=[str(n) for n in range(len(tellings))])
    assert versions.times(tellings) == said


def test_a_telling_carries_its_sentence_and_what_it_loses() -> None:
    text = "It rained. Ada said: “We go”. They went."
    start = text.index("We go")
    row = {
        "quote_id": "q", "article_id": "a", "outlet": "A", "headline": None, "published": pd.Timestamp(FIRST),
        "start": start, "end": start + 5, "text": "We go", "type": "direct", "relation": "truncated",
        "cut_at": ["end"], "alerts": [{"kind": "condition", "words": "if it rains"}],
    }  # fmt: skip
    other = {
        **row,
        "quote_id": "other",
        "article_id": "b",
        "published": pd.Timestamp(LATER),
        "relation": "verbatim",
    }
    order = pd.DataFrame([other, row])
    statement = pd.Series({"quote_id": "other", "text": "We go if it rains"})
    full, cut = versions.tellings(statement, order, order, {"a": text, "b": text})
    assert text[slice(*cut.sentence)] == "Ada said: “We go”."
    assert cut.alerts == (("Drops the condition", "if it rains"),)
    assert cut.tags == ("Told first",)
    assert cut.facts == ("shortened at the end", "keeps 40% of the words", "in quotation marks")
    assert (cut.beside, full.beside) == ("b", "")
    assert full.tags == ("The fullest telling",)


@pytest.mark.parametrize("found", [None, [], float("nan")])
def test_no_alerts_say_nothing(found: object) -> None:
    assert alerts.lines(found) == ()


@pytest.mark.parametrize("kind", ["negation", "condition", "hedge", "number", "joined"])
def test_every_alert_has_words_of_its_own(kind: str) -> None:
    (line,) = alerts.lines([{"kind": kind, "words": "not"}])
    assert line.endswith(": not")
    assert kind not in line.split(":")[0] or line.startswith("Drops the")


def test_the_speaker_filter_holds(filled: Workspace, open_app: Open) -> None:
    speaker = filled.statements().iloc[-1]
    app = open_app(filled, "statements", told="1", speaker=str(speaker["speaker"]))
    wanted = filled.statements(Selection(speakers=(speaker["speaker_id"],)))
    assert app.dataframe[0].value["text"].tolist() == wanted["text"].tolist()
    assert len(wanted) < len(filled.statements())


def test_without_outlets_statements_travel_between_articles(empty: Workspace, open_app: Open) -> None:
    add(empty, [factory.extraction(n, outlet=None) for n in range(8)], engine="test")
    app = open_app(empty, "statements")
    assert not app.exception
    assert "told by 2 articles or more" in words(app)
