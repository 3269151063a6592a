"""Two versions of a statement line up word by word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis import wording

WHOLE = "We will open the harbour on Monday, and nobody will stop us."


@pytest.mark.parametrize(
    ("a", "b", "relation", "cut", "changes"),
    [
        (WHOLE, "we will open the harbour on Monday and nobody will stop us", "verbatim", "", ["same"]),
        (
            WHOLE,
            "We will open the harbour on Monday",
            "truncated",
            "and nobody will stop us",
            ["same", "cut"],
        ),
        (
            "nobody will stop us",
            WHOLE,
            "truncated",
            "We will open the harbour on Monday, and",
            ["added", "same"],
        ),
        (
            WHOLE,
            "We will open the harbour, and nobody will stop us.",
            "truncated",
            "on Monday",
            ["same", "cut", "same"],
        ),
        (WHOLE, "They will open the port on Monday", "reworded", "and nobody will stop us", None),
        ("yes", "no", "reworded", "", ["changed"]),
        ("", "", "verbatim", "", []),
    ],
)
def test_what_was_kept_cut_or_changed(
    a: str, b: str, relation: str, cut: str, changes: list[str] | None
) -> None:
    found = list(wording.stretches(a, b))
    assert wording.relation(found) == relation
    assert wording.cut(a, b, found) == cut
    assert changes is None or [stretch.change for stretch in found] == changes


def test_the_share_that_is_kept_counts_words() -> None:
    assert wording.kept_share("one two three four", "one two") == 0.5
    assert wording.kept_share("", "more") == 1.0


WORDS = st.lists(st.sampled_from(["we", "will", "go", "Now", "two-part", "“never”", "stop,"]), max_size=12)


@given(WORDS.map(" ".join), WORDS.map(" ".join))
def test_stretches_tile_both_versions_in_order(a: str, b: str) -> None:
    aligned = wording.align(a, b)
    for text, side in ((a, "a"), (b, "b")):
        ends = 0
        for start, end, words in zip(
            aligned[f"{side}_start"], aligned[f"{side}_end"], aligned[f"{side}_text"], strict=True
        ):
            assert ends <= start <= end
            assert text[start:end] == words
            assert not any(c.isalnum() for c in text[ends:start])
            ends = end
        assert not any(c.isalnum() for c in text[ends:])


@pytest.mark.parametrize(
    ("a", "b", "change"),
    [
        (WHOLE, WHOLE.replace("Monday,", "MONDAY"), 0),
        ("one two", "three", 1),
        ("one two three", "one two", 0.2),
        ("", "", 0),
    ],
)
def test_how_far_wordings_are_apart(a: str, b: str, change: float) -> None:
    assert wording.change(a, b) == pytest.approx(change)


@pytest.mark.parametrize(
    ("a", "b", "side", "places"),
    [
        (WHOLE, WHOLE, "", []),
        (WHOLE, "We will open the harbour on Monday", "b", ["end"]),
        ("nobody will stop us", WHOLE, "a", ["start"]),
        (WHOLE, "open the harbour, and nobody", "b", ["start", "middle", "end"]),
        (WHOLE, "They will open the port on Monday", "", []),
    ],
)
def test_which_version_is_cut_and_where(a: str, b: str, side: str, places: list[str]) -> None:
    assert wording.cut_by(list(wording.stretches(a, b))) == (side, places)
