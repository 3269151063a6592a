"""Behind every figure stand the exact sentences, each once, with what was counted marked."""

from __future__ import annotations

import pytest
from tests.analysis import frames

from onrecord.analysis import evidence
from onrecord.analysis.units import Unit

TEXTS = {
    "south-1": "Ada and Ben and Ada.\nThe Navy sailed to Oslo. Ada watched.",
    "north-1": "Ada met Ben. Ada left Rome.\nBen stayed. Cleo too.",
}
MENTIONS, ARTICLES, PASSAGES = frames.mentions(TEXTS), frames.articles(TEXTS), frames.passages(TEXTS)


def shown(rows: evidence.pd.DataFrame) -> list[tuple[str, list[tuple[str, str]]]]:
    """(sentence, [(marked words, role)]) per row."""
    result = []
    for row in rows.to_dict("records"):
        text = TEXTS[row["article_id"]]
        spans = [(text[start:end], role) for start, end, role, _ in row["highlights"]]
        result.append((text[row["context_start"] : row["context_end"]].strip(), spans))
    return result


def test_several_hits_in_a_sentence_are_one_row() -> None:
    rows = evidence.of_pair(MENTIONS, ("ada", "ben"), ARTICLES)
    assert list(rows.columns) == evidence.COLUMNS
    assert shown(rows) == [
        ("Ada met Ben.", [("Ada", "a"), ("Ben", "b")]),
        ("Ada and Ben and Ada.", [("Ada", "a"), ("Ben", "b"), ("Ada", "a")]),
    ]
    assert list(rows["title"]) == ["About north-1", "About south-1"]


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


QUOTED = "Ada said: go now. Then she left.\nNobody knows why."


@pytest.mark.parametrize(
    ("quote", "context", "roles"),
    [
        ({"start": 10, "end": 16}, "go now", ["quote"]),
        ({"start": 10, "end": 16, "cue_start": 4, "cue_end": 8}, "said: go now", ["cue", "quote"]),
        (
            {"start": 10, "end": 16, "cue_start": 4, "cue_end": 8, "speaker_start": 0, "speaker_end": 3},
            "Ada said: go now",
            ["speaker", "cue", "quote"],
        ),
        ({"start": 10, "end": 16, "speaker_start": 5000, "speaker_end": 5003}, "go now", ["quote"]),
    ],
)
def test_a_quote_opens_with_its_speaker_and_reporting_word(
    quote: dict[str, object], context: str, roles: list[str]
) -> None:
    rows = evidence.of_quotes(frames.quotes([quote]), frames.articles({"north-1": QUOTED}))
    assert QUOTED[rows["context_start"][0] : rows["context_end"][0]] == context
    assert [role for *_, role, _ in rows["highlights"][0]] == roles


def test_pieces_of_one_utterance_that_share_a_clause_are_one_row() -> None:
    pieces = frames.quotes(
        [
            {"start": 0, "end": 10, "cue_start": 12, "cue_end": 16},
            {"start": 20, "end": 30, "cue_start": 12, "cue_end": 16},
            {"start": 90, "end": 99},
        ]
    )
    rows = evidence.of_quotes(pieces, frames.articles({"north-1": ""}))
    assert list(zip(rows["context_start"], rows["context_end"], strict=True)) == [(0, 30), (90, 99)]


def test_a_context_widens_to_its_paragraph() -> None:
    quotes = frames.quotes([{"start": 10, "end": 16}, {"start": 23, "end": 26}, {"start": 33, "end": 39}])
    rows = evidence.of_quotes(quotes, frames.articles({"north-1": QUOTED}))
    wide = evidence.in_paragraphs(rows, {"north-1": QUOTED})
    lines = [QUOTED[a:b] for a, b in zip(wide["context_start"], wide["context_end"], strict=True)]
    assert lines == QUOTED.split("\n")
    assert [len(spans) for spans in wide["highlights"]] == [2, 1]


def test_nothing_behind_a_figure_is_an_empty_frame() -> None:
    for rows in (
        evidence.of_entity(MENTIONS, "nobody", ARTICLES),
        evidence.of_pair(MENTIONS, ("nobody", "ada"), ARTICLES),
        evidence.of_quotes(frames.quotes([{}]).iloc[:0], ARTICLES),
    ):
        assert rows.empty
        assert list(rows.columns) == evidence.COLUMNS
        assert evidence.in_paragraphs(rows, {}).empty
