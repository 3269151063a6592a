"""Articles on one event meet through statements and rare names; three orders put the pairs in line."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from onrecord.analysis.pairs import COLUMNS, MET, Order, pairs, ranked

ARTICLES = pd.DataFrame(
    {
        "article_id": ["a1", "a2", "b1", "c1", "x1"],
        "outlet": ["A", "A", "B", None, "B"],
        "published": pd.to_datetime(
            [date(2024, 1, 1), date(2024, 1, 2), date(2024, 1, 1), None, date(2024, 6, 1)]
        ),
    }
)
RARE = ["quill", "torvia", "ferry"]


def named(*rows: tuple[str, list[str]]) -> pd.DataFrame:
    return pd.DataFrame(
        [(article, entity) for article, entities in rows for entity in entities],
        columns=["article_id", "entity_id"],
    )


def told(*rows: tuple[str, str, str, float, bool]) -> pd.DataFrame:
    found = pd.DataFrame(rows, columns=["statement_id", "article_id", "relation", "score", "alert"])
    alerts = [[{"kind": "condition", "words": "if"}] if alert else [] for alert in found["alert"]]
    return found.assign(alerts=pd.Series(alerts, index=found.index, dtype=object))


def test_a_statement_ties_two_articles_however_far_apart() -> None:
    found = pairs(
        ARTICLES, named(), told(("s", "a1", "verbatim", 1, False), ("s", "x1", "reworded", 0.5, True))
    )
    assert list(found.columns) == COLUMNS
    assert found[["a", "b", "outlets", "statements", "changed", "alerts", "days"]].to_numpy().tolist() == [
        ["a1", "x1", 2, 1, 1, 1, 152]
    ]
    assert found["apart"].tolist() == [0.25]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("a1", RARE), ("b1", RARE)], [("a1", "b1")]),
        ([("a1", RARE), ("c1", RARE)], [("a1", "c1")]),  # undated fits any day
        ([("a1", RARE), ("x1", RARE)], []),  # months apart
        ([("a1", RARE[:2]), ("b1", RARE[:2])], []),  # two names are no event
        ([("a1", RARE), ("b1", RARE), ("gone", RARE)], [("a1", "b1")]),
    ],
)
def test_rare_names_within_days_tie_two_articles(
    rows: list[tuple[str, list[str]]], expected: list[tuple[str, str]]
) -> None:
    found = pairs(ARTICLES, named(*rows), told())
    assert list(zip(found["a"], found["b"], strict=True)) == expected
    assert (found["likeness"] > 0).all()


def test_what_an_article_tells_twice_counts_once_and_at_its_best() -> None:
    found = pairs(
        ARTICLES,
        named(),
        told(
            ("s", "a1", "truncated", 0.9, True),
            ("s", "a1", "verbatim", 1, False),
            ("s", "b1", "verbatim", 1, False),
        ),
    )
    assert found[["statements", "changed", "alerts", "apart"]].to_numpy().tolist() == [[1, 0, 1, 0]]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("event", [("a1", "b1"), ("a2", "b1"), ("a1", "a2")]),
        ("common", [("a2", "b1"), ("a1", "b1"), ("a1", "a2")]),
        ("different", [("a1", "b1"), ("a2", "b1"), ("a1", "a2")]),
    ],
)
def test_orders_put_different_outlets_first(order: Order, expected: list[tuple[str, str]]) -> None:
    found = pairs(
        ARTICLES,
        named(("a1", RARE), ("b1", RARE)),
        told(
            ("s", "a1", "truncated", 0.6, True),
            ("s", "a2", "verbatim", 1, False),
            ("s", "b1", "verbatim", 1, False),
            ("t", "a2", "verbatim", 1, False),
            ("t", "b1", "verbatim", 1, False),
        ),
    )
    line = ranked(found, order)
    assert list(zip(line["a"], line["b"], strict=True)) == expected


def test_no_articles_no_pairs() -> None:
    assert pairs(ARTICLES.iloc[:0], named(), told()).empty


@pytest.mark.parametrize("order", ["event", "common", "different"])
def test_copies_of_one_text_go_last(order: Order) -> None:
    same = [("s", "a1", "verbatim", 1, False), ("s", "b1", "verbatim", 1, False)]
    more = [("t", "a1", "verbatim", 1, False), ("t", "b1", "verbatim", 1, False)]
    other = [("u", "a2", "reworded", 0.5, False), ("u", "x1", "verbatim", 1, False)]
    copies = pd.DataFrame({"article_id": ["a1", "b1"], "cluster": ["a1", "a1"]})
    found = ranked(pairs(ARTICLES, named(), told(*same, *more, *other), copies), order)
    assert found[["a", "b", "copies"]].to_numpy().tolist() == [["a2", "x1", False], ["a1", "b1", True]]


def test_a_statement_of_very_many_articles_ties_each_to_the_next_ones_alone() -> None:
    names = [f"a{at:04}" for at in range(3 * MET)]
    articles = pd.DataFrame({"article_id": names, "outlet": names, "published": pd.Timestamp("2024-01-01")})
    found = pairs(articles, named(), told(*(("s", name, "verbatim", 1.0, False) for name in names)))
    places = {name: at for at, name in enumerate(names)}
    apart = found["b"].map(places) - found["a"].map(places)
    assert (apart.min(), apart.max()) == (1, MET)
    assert len(found) == sum(len(names) - step for step in range(1, MET + 1))
