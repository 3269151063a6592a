"""Block quotations without marks: which paragraphs are somebody's words."""

from __future__ import annotations

import pytest
from spacy.language import Language

pytestmark = pytest.mark.model

WORDS = "We have known for years that the dam leaks."


@pytest.mark.parametrize(
    "line",
    [
        "Ann Lee wrote in an email:",
        "Ann Lee said this:",
        "As Ann Lee wrote in May:",
        "Ann Lee tweeted the following:",
        "Ann Lee told the board:",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_reporting_clause_and_a_colon_introduce_a_paragraph(nlp: Language, line: str, gap: str) -> None:
    found = nlp(f"{line}{gap}{WORDS}\n\nThe dam was built in 1950.")._.quotes
    assert [(q.text, q.speaker_name, q.resolved_by) for q in found] == [
        (WORDS, "Ann Lee", "block_unmarked/name")
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"Here are three lessons:\n\n{WORDS}",
        f"Ann Lee tweeted about the dam on Monday:\n\n{WORDS}",
        f"Ann Lee claimed credit for the dam:\n\n{WORDS}",
        f"Ann Lee did not say:\n\n{WORDS}",
        f"I wrote in May:\n\n{WORDS}",
        "Ann Lee said:\n\n1. The dam leaks in three places.",
        "Ann Lee said:\n\n- The dam leaks in three places.",
        "Ann Lee said:\n\nA new dam",
        f"Ann Lee said.\n\n{WORDS}",
    ],
)
def test_other_paragraphs_are_the_reporters(nlp: Language, text: str) -> None:
    assert not [q for q in nlp(text)._.quotes if "block" in (q.resolved_by or "")]


def test_a_paragraph_that_reports_others_is_left_to_them(nlp: Language) -> None:
    found = nlp("Ann Lee wrote:\n\nJoe Stone said on Monday that the old dam would not hold.")._.quotes
    assert [q.speaker_name for q in found] == ["Joe Stone"]
