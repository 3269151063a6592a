"""Marked words that are not speech, by kind."""

from __future__ import annotations

import pytest
from spacy.language import Language

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("The “experts” went home.", "experts", "scare"),
        ("The so-called “experts” went home.", "experts", "term"),
        ("The term “spillway” is old.", "spillway", "term"),
        ("Joseph “Joe” Stone went home.", "Joe", "nickname"),
        ("She starred in the film “A Better Town” last year.", "A Better Town", "title"),
        ("Protesters carried a banner reading “No more dams” on Monday.", "No more dams", "slogan"),
    ],
)
def test_kind_of_marked_words(nlp: Language, text: str, words: str, kind: str) -> None:
    doc = nlp(text)
    assert [(m.text, m.kind) for m in doc._.marked_text] == [(words, kind)]
    assert doc._.quotes == ()


def test_speech_is_not_marked_text(nlp: Language) -> None:
    assert nlp("Jane Moss called the dam “a waste.”")._.marked_text == ()


def test_shows_and_books_are_not_what_was_said(nlp: Language) -> None:
    doc = nlp("Jane Moss said on “Meet the Board” that the dam would hold.")
    assert [m.text for m in doc._.marked_text] == ["Meet the Board"]
    assert all("Board" not in q.text for q in doc._.quotes)
