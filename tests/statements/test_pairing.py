"""Pairs for the interchange format."""

from __future__ import annotations

import json

import pytest

from onrecord.records import Article, Extraction, PassageKind, Quote, QuoteType
from onrecord.statements import pairs

FULL = "We will rebuild the northern harbour wall before winter, if the council grants us the money."
CUT = "We will rebuild the northern harbour wall before winter"


def article(name: str, *spans: tuple[int, int], kind: PassageKind = "body", text: str = FULL) -> Extraction:
    """An article that is one remark, quoted directly in the given spans (by default all of it)."""
    speaker = {"speaker_name": "Ada Vale", "speaker_class": "named"}
    found = tuple(
        Quote(start, end, text[start:end], "direct", passage_kind=kind, **speaker)
        for start, end in spans or [(0, len(text))]
    )
    return Extraction(Article(name, text), quotes=found)


def test_a_pair_has_the_interchange_keys_and_exact_spans() -> None:
    (pair,) = pairs([article("one"), article("two", text=f"{CUT}, she said.")])
    assert json.loads(json.dumps(pair)) == pair
    assert list(pair) == ["a", "a_span", "b", "b_span", "relation", "score", "speaker_name"]
    assert (pair["a"], pair["a_span"]) == ("one", [0, len(FULL)])
    assert (pair["b"], pair["speaker_name"]) == ("two", "Ada Vale")
    assert 0 < pair["score"] <= 1


@pytest.mark.parametrize(
    "extractions",
    [
        pytest.param([article("one", (0, 55), (0, len(FULL)))], id="within one article"),
        pytest.param([article("one"), article("two")], id="the same text twice"),
        pytest.param([article("one"), article("two", kind="caption", text=CUT)], id="a caption"),
        pytest.param([], id="nothing"),
    ],
)
def test_what_is_no_pair(extractions: list[Extraction]) -> None:
    assert list(pairs(extractions)) == []


def test_of_overlapping_quotes_the_likeliest_pair_stands() -> None:
    nested = article("two", (0, len(FULL)), (0, len(CUT)), text=f"{FULL} ")
    found = list(pairs([article("one"), nested]))
    assert [(pair["relation"], pair["b_span"]) for pair in found] == [("verbatim", [0, len(FULL)])]


def test_pieces_in_one_article_pair_with_the_whole_in_the_other() -> None:
    told = f"{CUT}, she said, {FULL[len(CUT) + 2 :]} "
    pieces = article("two", (0, len(CUT)), (len(CUT) + 12, len(told) - 1), text=told)
    found = list(pairs([article("one"), pieces]))
    assert [pair["b_span"][0] for pair in found] == [0, len(CUT) + 12]


def test_two_tellings_that_both_match_a_third_are_a_pair() -> None:
    def told(name: str, text: str, kind: QuoteType) -> Extraction:
        quote = Quote(0, len(text), text, kind, speaker_name="Ada Vale", speaker_class="named")
        return Extraction(Article(name, text), quotes=(quote,))

    ends = [
        told("one", "Masons will rebuild it in granite", "direct"),
        told("three", "the northern wall would stand again by winter", "indirect"),
    ]
    between = told("two", "masons would rebuild the northern wall in granite by winter", "indirect")
    assert list(pairs(ends)) == []
    found = {(pair["a"], pair["b"]): pair for pair in pairs([*ends, between])}
    assert set(found) == {("one", "two"), ("one", "three"), ("three", "two")}
    assert found["one", "three"]["score"] < min(found["one", "two"]["score"], found["three", "two"]["score"])


def test_sentences_that_follow_one_another_in_both_articles_are_one_pair() -> None:
    told = f"{FULL} Nobody else will do it for us."
    before, after = "Listen to me now, neighbours.", "That is a promise to you."
    found = list(pairs([article("one", text=f"{told} {after}"), article("two", text=f"{before} {told}")]))
    (pair,) = found
    assert pair["relation"] == "verbatim"
    assert pair["a_span"] == [0, len(told) + 1]
    assert pair["b_span"] == [len(before) + 1, len(before) + 1 + len(told)]


@pytest.mark.parametrize(("other", "paired"), [("deputy mayor", 1), ("Ada Vale", 2)])
def test_direct_words_in_two_mouths_belong_to_the_one_who_is_quoted_elsewhere(
    other: str, paired: int
) -> None:
    second = f"I think that {CUT[0].lower()}{CUT[1:]}"
    text = f"{CUT}, she said. {second}, the deputy mayor said."
    named = {"speaker_name": "Ada Vale", "speaker_class": "named"}
    deputy = {"speaker_name": other, "speaker_class": "named" if other == "Ada Vale" else "anonymous"}
    at = text.index(second)
    two = (
        Quote(0, len(CUT), CUT, "direct", **named),
        Quote(at, at + len(second), second, "direct", **deputy),
    )
    found = list(pairs([article("one"), Extraction(Article("two", text), quotes=two)]))
    assert len(found) == paired
    assert found[0]["b_span"] == [0, len(CUT)]
