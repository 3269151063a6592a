from __future__ import annotations

import pytest

from onrecord.copies import Words, compared


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("The ferry sank.", "the FERRY   sank!", True),
        ("It wasn't Oake’s.", "It wasn’t Oake's.", True),
        ("The ferry sank.", "The ferry has sunk.", False),
        ("The ferry sank.", "Sank the ferry.", False),
        ("", "…", True),
    ],
)
def test_texts_of_the_same_words_have_one_fingerprint(one: str, two: str, same: bool) -> None:
    assert (Words(one).fingerprint == Words(two).fingerprint) is same


def test_fingerprints_and_runs_are_the_same_on_every_machine() -> None:
    """They are stored: a change makes every stored sketch useless, and needs another scheme."""
    words = Words("Six ferries left the harbour of Torvia")
    assert words.fingerprint == "d7f99586ac78a01d"
    assert [int(run) % 1000 for run in words.runs] == [222, 997, 177]


@pytest.mark.parametrize(
    ("text", "runs"), [("", 0), ("one", 1), ("one two three four", 1), ("a b c d e f", 2)]
)
def test_counts_runs(text: str, runs: int) -> None:
    assert len(Words(text).runs) == runs


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Oake said “we sail now” and left", "we sail now"),
        ('Oake said "we sail now" and left', "we sail now"),
        ("Oake said «we sail» and „we wait“ then", "we sail we wait"),
        ("Oake said “we sail\nThe next paragraph", "we sail"),
        ("Oake's ferry doesn't sail", ""),
    ],
)
def test_knows_what_stands_in_marks(text: str, marked: str) -> None:
    words = Words(text)
    inside = Words(marked).hashes.tolist()
    assert words.hashes[words.marked].tolist() == inside


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Yesterday the ferry met Ada Oake at 9.30 in Torvia.", "Ada Oake 9.30 Torvia"),
        ("He left. Nobody came: Everyone slept.", ""),
        ("A 40-year-old won 1,200 crowns.", "40-year-old 1,200"),
    ],
)
def test_knows_names_and_figures(text: str, facts: str) -> None:
    assert Words(text).facts.tolist() == Words(facts).hashes.tolist()


TEXT = "Headline\nThe ferry sank.\nFollow us\nA diver at work on the wreck of the ferry\nIt rained.\nHeadline"


def passages(*kinds: str) -> list[tuple[int, int, str]]:
    spans, start = [], 0
    for line, kind in zip(TEXT.split("\n"), kinds, strict=True):
        spans.append((start, start + len(line), kind))
        start += len(line) + 1
    return spans


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        (("heading", "body", "ui", "caption", "body", "heading"), ["The ferry sank.", "It rained."]),
        (("heading", "summary", "ui", "caption", "body", "teaser"), ["The ferry sank.", "It rained."]),
        (("heading", "ui", "ui", "caption", "promo", "heading"), ["Headline", "Headline"]),
        (("ui", "ui", "ui", "ui", "ui", "ui"), []),
    ],
)
def test_compares_the_report_and_not_what_lies_round_it(kinds: tuple[str, ...], expected: list[str]) -> None:
    assert compared(TEXT, passages(*kinds)).split("\n") == (expected or [""])


def test_a_long_line_that_stands_twice_is_furniture() -> None:
    caption = "Divers of the coast guard look at the wreck."
    lines = ["The ferry sank.", caption, caption, "Why? Nobody knows.", "Why? Nobody knows."]
    text = "\n".join(lines)
    at = 0
    spans = []
    for line in lines:
        spans.append((at, at + len(line), "body"))
        at += len(line) + 1
    assert compared(text, spans).split("\n") == [lines[0], lines[3], lines[4]]
