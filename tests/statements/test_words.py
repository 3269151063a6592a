"""Words as matching compares them."""

from __future__ import annotations

import pytest

from onrecord.statements.synonyms import meanings
from onrecord.statements.words import names_in, split, stem


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("act", "acting"),
        ("promises", "promised"),
        ("vote", "votes"),
        ("country", "countries"),
        ("resign", "resignation"),
        ("take", "took"),
        ("decide", "decision"),
        ("stop", "stopped"),
        ("percent", "%"),
        ("harass", "harassing"),
        ("business", "businesses"),
        ("american", "americans"),
        ("seven", "7"),
    ],
)
def test_inflected_forms_share_a_stem(one: str, two: str) -> None:
    assert stem(one) == stem(two) != ""


@pytest.mark.parametrize(("one", "two"), [("harbour", "harvest"), ("import", "impose"), ("red", "read")])
def test_different_words_keep_different_stems(one: str, two: str) -> None:
    assert stem(one) != stem(two)


@pytest.mark.parametrize("word", ["the", "wouldnt", "us", "said"])
def test_function_words_have_no_stem(word: str) -> None:
    assert stem(word) == ""


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("The U.S. won’t pay $5", ["the", "usa", "wont", "pay", "$", "5"]),
        ("It's a two-plus-two", ["its", "a", "two", "plus", "two"]),
        ("“Never”—again…", ["never", "again"]),
        ("tell us, US", ["tell", "us", "usa"]),
        ("", []),
    ],
)
def test_spelling_is_evened_out(text: str, forms: list[str]) -> None:
    assert [word.form for word in split(text)] == forms


@pytest.mark.parametrize(
    "text", ["A half-built, 'nearly-new' bridge.", "  İstanbul’s ferries—all 12 — stopped"]
)
def test_words_point_at_their_place(text: str) -> None:
    for word in split(text):
        assert text[word.start : word.end].strip() == text[word.start : word.end] != ""


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("she would leave on Monday, in May or June", set()),
        ("the mayor met Ada Vale", {"ada", "val"}),
        ("Harbours silt up. Ferries stop.", set()),
        ("she told him: “Walls fall”", set()),
        ("the Quill of quill pens", set()),
        ("Mayor Says Northern Harbour Wall Was Built on Sand", set()),
        ("", set()),
    ],
)
def test_names_stand_with_a_capital_that_no_sentence_gives_them(text: str, names: set[str]) -> None:
    assert names_in(text, split(text)) == names


def test_no_word_stands_in_two_meanings() -> None:
    lines: dict[str, set[str]] = {}
    for line in meanings():
        for word in line:
            lines.setdefault(stem(word.replace(" ", "_")) if " " in word else stem(word), set()).add(line[0])
    assert {root: found for root, found in lines.items() if len(found) > 1} == {}
    words = [word for line in meanings() for word in line]
    assert len(words) == len(set(words))
    assert all(words)
