"""Behind every figure stand the exact sentences, each once, with what was counted marked."""

from __future__ import annotations

import pandas as pd
import pytest
from tests.analysis import frames

from onrecord.analysis import evidence
from onrecord.analysis.units import Unit

TEXTS = {
    "south-1": "Ada and Ben and Ada.\nThe Navy sailed to Oslo. Ada watched.",
    "north-1": "Ada met Ben. Ada left Rome.\nBen stayed. Cleo too.",
}
MENTIONS, ARTICLES, PASSAGES = frames.mentions(TEXTS), frames.articles(TEXTS), frames.passages(TEXTS)


def shown(rows: pd.DataFrame) -> list[tuple[str, list[tuple[str, str]]]]:
    """(sentence, [(marked words, label)]) per row; the role is always the kind."""
    result = []
    for row in rows.to_dict("records"):
        text = TEXTS[row["article_id"]]
        spans = [(text[start:end], label) for start, end, _, label in row["highlights"]]
        assert all(frames.KINDS[label] == role for *_, role, label in row["highlights"])
        result.append((text[row["context_start"] : row["context_end"]].strip(), spans))
    return result


def test_several_hits_in_a_sentence_are_one_row() -> None:
    rows = evidence.of_pair(MENTIONS, ("ada", "ben"), ARTICLES)
    assert list(rows.columns) == evidence.COLUMNS
    assert shown(rows) == [
        ("Ada met Ben.", [("Ada", "Ada"), ("Ben", "Ben")]),
        ("Ada and Ben and Ada.", [("Ada", "Ada"), ("Ben", "Ben"), ("Ada", "Ada")]),
    ]
    assert list(rows["headline"]) == ["About north-1", "About south-1"]


@pytest.mark.parametrize(
    ("unit", "sentences"),
    [
        ("sentence", []),
        ("paragraph", ["Ada met Ben.", "Ada left Rome."]),
        ("article", ["Ada met Ben.", "Ada left Rome.", "Ben stayed."]),
    ],
)
def test_a_pair_may_meet_across_sentences(unit: Unit, sentences: list[str]) -> None:
    rows = evidence.of_pair(MENTIONS, ("ben", "rome"), ARTICLES, unit=unit, passages=PASSAGES)
    assert [text for text, _ in shown(rows)] == [s for s in sentences if "Ben" in s or "Rome" in s]


def test_sentences_with_both_come_first_in_their_article() -> None:
    rows = evidence.of_pair(MENTIONS, ("ada", "rome"), ARTICLES, unit="article")
    assert [text for text, _ in shown(rows)] == ["Ada left Rome.", "Ada met Ben."]


def test_an_entity_opens_every_sentence_that_names_it() -> None:
    rows = evidence.of_entity(MENTIONS, "ada", ARTICLES)
    assert [text for text, _ in shown(rows)] == [
        "Ada met Ben.", "Ada left Rome.", "Ada and Ben and Ada.", "Ada watched.",
    ]  # fmt: skip
    assert {label for spans in rows["highlights"] for *_, label in spans} == {"Ada"}


def test_nothing_behind_a_figure_is_an_empty_frame() -> None:
    for rows in (
        evidence.of_entity(MENTIONS, "nobody", ARTICLES),
        evidence.of_pair(MENTIONS, ("nobody", "ada"), ARTICLES),
    ):
        assert rows.empty
        assert list(rows.columns) == evidence.COLUMNS
