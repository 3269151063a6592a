"""What is said of an article's copies, and which texts a page says it counts."""

from __future__ import annotations

from typing import Any, get_args

import pandas as pd
import pytest

from onrecord.records import CopyRelation, Selection
from onrecord.ui import copies, counting


def others(*outlets: str | None) -> pd.DataFrame:
    return pd.DataFrame({"outlet": outlets})


@pytest.mark.parametrize(
    ("outlets", "counts", "expected"),
    [
        (["Harbour Post"], "", "Also run by Harbour Post."),
        (
            ["Harbour Post", "Northern Wire"],
            "It counts.",
            "Also run by Harbour Post and Northern Wire. It counts.",
        ),
        (["A", "B", "C", "D", "A"], "", "Also run by A, B, C and 1 more."),
        (["A", None], "", "Also run by A."),
        ([None], "", "1 more text with these words."),
        ([None, None], "It counts.", "2 more texts with these words. It counts."),
    ],
)
def test_says_who_else_ran_it(outlets: list[str | None], counts: str, expected: str) -> None:
    assert copies.said(others(*outlets), counts) == expected


def test_every_relation_has_words() -> None:
    assert set(copies.RELATIONS) == set(get_args(CopyRelation))


class Counted:
    def __init__(self, articles: int, independent: int, looked: bool = True) -> None:
        self.counted, self.looked = (articles, independent), looked

    def texts_counted(self, _: Selection) -> tuple[int, int]:
        return self.counted

    def looked_for_copies(self) -> bool:
        return self.looked


@pytest.mark.parametrize(
    ("counted", "independent", "expected"),
    [
        (Counted(14, 14), False, "All texts count; none is a copy of another."),
        (Counted(14, 14), True, "All texts count; none is a copy of another."),
        (Counted(14, 13), False, "All 14 texts count; 1 of them is a copy of another."),
        (Counted(1400, 1312), False, "All 1,400 texts count; 88 of them are copies of others."),
        (Counted(14, 13), True, "13 independent texts count; 1 copy is left out."),
        (Counted(3, 1), True, "1 independent text counts; 2 copies are left out."),
        (Counted(1, 1), False, ""),
        (Counted(0, 0), True, ""),
    ],
)
def test_says_which_texts_count(counted: Any, independent: bool, expected: str) -> None:
    assert counting.said(counted, Selection(independent=independent)) == expected


def test_says_so_where_nobody_looked_for_copies() -> None:
    found = counting.said(Counted(14, 14, looked=False), Selection(independent=True))  # type: ignore[arg-type]
    assert "nobody has looked for copies" in found
