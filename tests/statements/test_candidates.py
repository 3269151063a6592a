"""Candidates come from shared rare words, and their number grows with the corpus."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pandas as pd
import pytest

from onrecord.statements import candidates as module
from onrecord.statements.candidates import REACH, WINDOW, candidates
from onrecord.statements.tellings import prepare

type Quotes = Callable[..., pd.DataFrame]
DAY = date(2031, 5, 4)
REMARK = "the lighthouse keeper polished every lamp"


@pytest.mark.parametrize(
    ("text", "days", "met"),
    [
        ("a lighthouse keeper slept", 0, True),
        ("lamps were polished", 3, True),
        ("a keeper", 0, False),
        ("grain prices fell", 0, False),
        (REMARK, WINDOW, True),
        (REMARK, WINDOW + 1, False),
    ],
)
def test_quotes_meet_over_shared_words_and_days(quotes: Quotes, text: str, days: int, met: bool) -> None:
    later = (text, "Ada Vale", "direct", None, DAY + timedelta(days=days))
    assert (candidates(prepare(quotes((REMARK,), later))).tolist() == [[0, 1]]) is met


def test_a_phrase_on_everyones_lips_does_not_meet_all_with_all(quotes: Quotes) -> None:
    rows = 5 * REACH
    found = candidates(prepare(quotes(*[(REMARK,)] * rows)))
    assert len(found) <= rows * REACH
    assert {row for pair in found.tolist() for row in pair} == set(range(rows))


@pytest.mark.parametrize("at_once", [1, 7, 10_000])
def test_how_many_are_added_up_at_once_changes_nothing(
    quotes: Quotes, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    words = REMARK.split()
    texts = [" ".join(words[at % 3 :] + words[: at % 4]) for at in range(40)]
    tellings = prepare(quotes(*[(text, None, "direct", f"a{at % 7}") for at, text in enumerate(texts)]))
    expected = candidates(tellings).tolist()
    monkeypatch.setattr(module, "AT_ONCE", at_once)
    assert candidates(tellings).tolist() == expected
    assert len(expected) > len(texts)
