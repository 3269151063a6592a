"""Sentences, clauses and marked words that may travel alone."""

from __future__ import annotations

from time import process_time

import pytest

from onrecord.records import QuoteType
from onrecord.statements.parts import sentence_spans, split_parts


@pytest.mark.parametrize(
    ("text", "kind", "parts"),
    [
        ("The ferry is late. Nobody has told the passengers why.", "direct",
         [("The ferry is late. ", "direct"), ("Nobody has told the passengers why.", "direct")]),
        ("It is late. Sorry.", "direct", []),
        ("I have asked Mr. Vale and Sen. Bo Quill about the fares", "direct", []),
        ('the fares were "a disgrace" to "the whole coast', "mixed",
         [("a disgrace", "direct"), ("the whole coast", "direct")]),
        ("the ferry would sail on Monday, and that the fares would fall", "indirect",
         [("the ferry would sail on Monday", "indirect"), ("the fares would fall", "indirect")]),
        ('he had seen the harbour wall and would "never forget" its colour', "mixed",
         [("never forget", "direct"), ("he had seen the harbour wall", "indirect"),
          ('would "never forget" its colour', "mixed")]),
        ("bread and butter and fish", "indirect", []),
        ("", "direct", []),
    ],
)  # fmt: skip
def test_the_whole_comes_first_then_its_parts(
    text: str, kind: QuoteType, parts: list[tuple[str, QuoteType]]
) -> None:
    whole, *rest = split_parts(text, kind)
    assert (whole.start, whole.end, whole.type) == (0, len(text), kind)
    assert [(text[part.start : part.end], part.type) for part in rest] == parts


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("We shall not go. They will.", ["We shall not go. ", "They will."]),
        ("Never?! So she said.", ["Never?! ", "So she said."]),
        ("Never!!! So she said.", ["Never!!! ", "So she said."]),
        ("Sen. Okoye of the U.S. Senate left.", ["Sen. Okoye of the U.S. Senate left."]),
        ("“We go.” Nobody went.", ["“We go.” ", "Nobody went."]),
        ("It costs 5.5 million … or more.", ["It costs 5.5 million … or more."]),
        ("One line\nanother", ["One line\n", "another"]),
    ],
)
def test_sentences_end_at_their_marks(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in sentence_spans(text)] == sentences


def test_a_long_row_of_marks_takes_no_time() -> None:
    began = process_time()
    assert sentence_spans("!" * 30_000) == ((0, 30_000),)
    assert process_time() - began < 2
