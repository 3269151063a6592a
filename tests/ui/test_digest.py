"""The overview's sentences: who is heard, what travels, and between what."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import pytest

from onrecord.ui import digest

SUMMARY: dict[str, Any] = {
    "articles": 3, "outlets": 2, "no_outlet": 0, "quotes": 9, "speakers": 4, "first": date(2020, 5, 4),
    "last": date(2020, 5, 4),
}  # fmt: skip


def said(summary: dict[str, Any], totals: dict[str, int], statements: list[tuple[int, int, int]]) -> str:
    speakers = pd.DataFrame({"speaker": list(totals), "total": list(totals.values())})
    told = pd.DataFrame(statements, columns=["outlets", "articles", "truncated"]).assign(reworded=0)
    return " ".join(digest.sentences(SUMMARY | summary, speakers, told))


@pytest.mark.parametrize(
    ("totals", "heard"),
    [
        ({"Ada": 5, "Ben": 4}, "Ada is heard most: 5 quotes."),
        ({"Ada": 4, "Ben": 4}, "Ada and Ben are heard most: 4 quotes each."),
        ({"Ada": 1}, "Ada is heard most: 1 quote."),
        (dict.fromkeys(["Ada", "Ben", "Cy", "Di"], 2), ""),
        ({}, ""),
    ],
)
def test_who_is_heard_most(totals: dict[str, int], heard: str) -> None:
    start = "3 articles from 2 outlets, 4 May 2020, quote 4 speakers 9 times."
    assert said({}, totals, []) == f"{start} {heard}".strip()


def test_articles_of_unknown_outlet_are_not_told_as_one_of_the_known() -> None:
    start = said({"outlets": 1, "no_outlet": 2}, {}, [])
    assert start.startswith("3 articles from 1 outlet (2 of unknown outlet), 4 May 2020,")


@pytest.mark.parametrize(
    ("outlets", "statements", "travels"),
    [
        (2, [(2, 2, 1), (1, 3, 0)], "1 statement is told by more than one outlet."),
        (
            2,
            [(2, 2, 1), (2, 3, 0)],
            "2 statements are told by more than one outlet, 1 of them changed on the way.",
        ),
        (
            2,
            [(2, 2, 1), (2, 3, 1)],
            "2 statements are told by more than one outlet, all of them changed on the way.",
        ),
        (0, [(0, 2, 0), (0, 3, 0)], "2 statements are told by more than one article."),
        (1, [(1, 2, 0), (1, 1, 1)], "1 statement is told by more than one article."),
    ],
)
def test_what_travels_and_between_what(
    outlets: int, statements: list[tuple[int, int, int]], travels: str
) -> None:
    assert said({"outlets": outlets}, {}, statements).endswith(f"9 times. {travels}")
