"""Whether two tellings have one speaker, as far as is known."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from onrecord.statements.speakers import OTHER, SAME, UNKNOWN, agreement
from onrecord.statements.tellings import prepare


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("Ada Vale", "Ada Vale", SAME),
        ("Ada Vale", "Vale", SAME),
        ("Ada Vale", "Ben Tam", OTHER),
        ("Ada Vale", "Ben Vale", UNKNOWN),  # relatives are taken for one another
        ("Ada Vale", None, UNKNOWN),
        (None, None, UNKNOWN),
    ],
)
def test_only_persons_differ(
    quotes: Callable[..., pd.DataFrame], one: str | None, two: str | None, expected: str
) -> None:
    tellings = prepare(quotes(("the wall stays", one), ("the wall stays", two)))
    assert agreement(tellings, 0, 1) == agreement(tellings, 1, 0) == expected


def test_a_group_goes_by_other_words_elsewhere(quotes: Callable[..., pd.DataFrame]) -> None:
    rows = quotes(("the wall stays", "the ministry"), ("the wall stays", "Ben Tam"))
    rows.loc[0, "speaker_kind"] = "other"
    assert agreement(prepare(rows), 0, 1) == UNKNOWN
