"""Titles with their days."""

from __future__ import annotations

import pandas as pd

from onrecord.resolution import titles_over_time

ARTICLES = pd.DataFrame(
    {
        "article_id": ["1", "2", "3", "4"],
        "published": pd.to_datetime(["2017-01-05", "2018-03-01", "2019-06-30", None]),
    }
)


def links(*rows: tuple[str, str, list[str]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["entity_id", "article_id", "titles"])


def test_titles_in_order_of_time() -> None:
    found = titles_over_time(
        links(
            ("roe", "3", ["Secretary of State"]),
            ("roe", "2", ["CIA Director", "Secretary of State"]),
            ("roe", "1", ["CIA director"]),
            ("roe", "4", ["CIA Director"]),
            ("doe", "4", ["Mayor"]),
            ("poe", "1", []),
        ),
        ARTICLES,
    )
    rows = [
        (e, t, n, str(first)[:10], str(last)[:10])
        for e, t, n, first, last in found.itertuples(index=False, name=None)
    ]
    assert rows == [
        ("doe", "Mayor", 1, "NaT", "NaT"),
        ("roe", "CIA Director", 3, "2017-01-05", "2018-03-01"),
        ("roe", "Secretary of State", 2, "2018-03-01", "2019-06-30"),
    ]


def test_no_titles_no_rows() -> None:
    found = titles_over_time(links(("poe", "1", [])), ARTICLES)
    assert found.columns.tolist() == ["entity_id", "title", "articles", "first", "last"]
    assert found.empty
