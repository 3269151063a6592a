from __future__ import annotations

import io

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from onrecord.records import Selection
from onrecord.ui import counting, evidence
from onrecord.workspace import Workspace


def test_quotes_become_rows_with_their_words_highlighted(filled: Workspace) -> None:
    quotes = filled.quotes(Selection(types=("direct",)))
    rows = evidence.from_quotes(quotes)
    texts = filled.texts(sorted(set(rows["article_id"])))
    assert len(rows) == len(quotes)
    for row in rows.to_dict("records"):
        (start, end, role, label), text = row["highlights"][0], texts[row["article_id"]]
        assert text[start:end] == row["text"]
        assert (role, label) == ("direct", "direct quote")
        assert row["context_start"] <= start < end <= row["context_end"]


def test_a_page_gets_whole_rows_of_the_quotes_that_are_still_there(filled: Workspace) -> None:
    quotes = filled.quotes()
    few = quotes.loc[[4, 0, 2], ["quote_id", "article_id"]]
    gone = pd.DataFrame({"quote_id": ["gone"], "article_id": few["article_id"].iloc[0]})
    found = evidence.whole(filled, Selection(), pd.concat([gone, few]))
    assert found["quote_id"].tolist() == few["quote_id"].tolist()
    assert set(found.columns) == set(quotes.columns)
    assert evidence.whole(filled, Selection(), few.head(0)).empty


def test_contexts_carry_speaker_and_how_sure_we_are(filled: Workspace) -> None:
    quotes = filled.quotes().head(1)
    (context,) = evidence.contexts(evidence.from_quotes(quotes))
    assert context.speaker == quotes["speaker"].iloc[0]
    assert context.facts.endswith(f"{quotes['confidence'].iloc[0]:.0%} sure")


def test_rows_need_neither_outlet_nor_title_nor_day() -> None:
    frame = {"article_id": ["a"], "context_start": [0], "context_end": [5], "highlights": [[(0, 2, "hit")]]}
    (context,) = evidence.contexts(pd.DataFrame(frame))
    assert (context.outlet, context.title, context.published) == (None, None, None)
    assert context.highlights[0].label == ""


@pytest.mark.parametrize("said", ["=1+1", "+cmd", "-2", "@SUM(A1)", "plain"])
def test_a_table_runs_no_formula_of_an_article(said: str) -> None:
    rows = pd.DataFrame(
        {
            "article_id": ["a"], "outlet": [said], "context_start": [0], "context_end": [len(said)],
            "highlights": [[(0, len(said), "direct", "")]],
        }
    )  # fmt: skip
    table = pd.read_csv(io.BytesIO(evidence.as_csv(rows, {"a": said})))
    for column in ("outlet", "context", "highlighted"):
        assert table[column].iloc[0] == (said if said == "plain" else f"'{said}")


def script(picked: list[str]) -> None:
    import streamlit as st

    from onrecord.ui import evidence

    for one in picked:
        st.write(str(evidence.fresh("chart", one or None)))


@pytest.mark.parametrize(
    ("picked", "fresh"),
    [
        (["a"], ["True"]),
        (["a", "a"], ["True", "False"]),
        (["a", "b", "a"], ["True", "True", "True"]),
        (["", "a", "", "a"], ["False", "True", "False", "True"]),
    ],
)
def test_a_selection_opens_the_panel_once(picked: list[str], fresh: list[str]) -> None:
    app = AppTest.from_function(script, args=(picked,)).run()
    assert [element.value for element in app.markdown] == fresh


def failing(kind: str) -> None:
    from onrecord._errors import QueryError
    from onrecord.ui import errors

    errors.show(QueryError("Expected words, *got* none.") if kind == "own" else ValueError("secret"))


@pytest.mark.parametrize(
    ("kind", "said"), [("own", "Expected words, \\*got\\* none\\."), ("other", "ValueError")]
)
def test_an_error_is_told_without_a_traceback(kind: str, said: str) -> None:
    app = AppTest.from_function(failing, args=(kind,)).run()
    assert said in app.error[0].value
    assert "secret" not in app.error[0].value


@pytest.mark.parametrize("independent", [False, True])
def test_panels_over_all_articles_count_what_the_switch_says(
    filled: Workspace, monkeypatch: pytest.MonkeyPatch, independent: bool
) -> None:
    asked: list[Selection] = []
    notes: list[str] = []

    class Watched:
        def __getattr__(self, name: str) -> object:
            def answer(selection: Selection) -> pd.DataFrame:
                asked.append(selection)
                return getattr(filled, name)(selection)

            return answer

    monkeypatch.setattr(counting, "on", lambda: independent)
    monkeypatch.setattr(evidence, "show", lambda *_, note="", **__: notes.append(note))
    evidence.said_by(Watched(), filled.speakers()["speaker_id"].iloc[0], "Ada")  # type: ignore[arg-type]
    evidence.about(Watched(), filled.entities()["entity_id"].iloc[0], "Ada")  # type: ignore[arg-type]
    assert {selection.independent for selection in asked} == {independent}
    assert [counting.MARK in note for note in notes] == [independent] * 2


def test_quotes_asked_for_in_part_can_be_had_whole(filled: Workspace) -> None:
    everything = filled.quotes()
    some = filled.quotes(columns=["quote_id", "article_id"]).sample(7, random_state=3)
    found = evidence.whole(filled, Selection(types=("direct",)), some)
    assert found["quote_id"].tolist() == some["quote_id"].tolist()
    expected = everything.set_index("quote_id").loc[some["quote_id"]].reset_index()
    pd.testing.assert_frame_equal(found[expected.columns], expected)
    assert evidence.whole(filled, Selection(), some.iloc[:0]).empty
