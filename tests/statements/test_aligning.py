"""Where two rows of words are the same: as difflib finds it, and of very long ones in no time."""

from __future__ import annotations

from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.statements import aligning
from onrecord.statements.aligning import blocks, opcodes

WORDS = st.lists(st.sampled_from(["we", "shall", "not", "open", "the", "harbour"]), max_size=12)


@given(WORDS, WORDS)
def test_the_longest_run_goes_first(a: list[str], b: list[str]) -> None:
    assert list(opcodes(a, b)) == SequenceMatcher(None, a, b, autojunk=False).get_opcodes()


@pytest.mark.parametrize("many", [0, aligning.MANY])
@given(a=WORDS, b=WORDS)
def test_runs_are_in_order_and_the_same_on_both_sides(many: int, a: list[str], b: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(aligning, "MANY", many)
        at = there = 0
        for start, begin, size in blocks(a, b):
            assert size > 0
            assert start >= at
            assert begin >= there
            at, there = start + size, begin + size
            assert a[start:at] == b[begin:there]


def test_long_passages_are_not_aligned_by_their_longest_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aligning, "SequenceMatcher", None)  # minutes, where words repeat
    words = ["we", "shall", "open", "the", "harbour", "again"] * 500
    assert blocks(words, ["so", *words]) == [(0, 1, 3000)]
