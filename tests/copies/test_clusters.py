from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import pytest

from onrecord.copies import Copied, Pair, cluster
from onrecord.copies.clusters import COLUMNS

DAY = date(2031, 5, 4)


def copied(article_id: str, **facts: Any) -> Copied:
    """An article whose text is its own, unless ``fingerprint`` says otherwise."""
    return Copied(article_id, **({"fingerprint": f"text-{article_id}", "words": 100} | facts))


def near(one: str, two: str, share: float = 0.8, other_share: float = 0.7) -> Pair:
    return Pair(f"text-{one}", f"text-{two}", "near", share, other_share)


def cut(one: str, two: str, share: float = 1.0, other_share: float = 0.3) -> Pair:
    return Pair(f"text-{one}", f"text-{two}", "cut", share, other_share)


def clusters(frame: pd.DataFrame) -> dict[str, set[str]]:
    return {str(name): set(group["article_id"]) for name, group in frame.groupby("cluster")}


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([], {}),
        ([near("a", "b")], {"a": {"a", "b"}}),
        ([near("a", "b"), near("b", "c")], {"a": {"a", "b", "c"}}),
        ([near("a", "b"), near("c", "d")], {"a": {"a", "b"}, "c": {"c", "d"}}),
        # A beginning that two reports share does not make them one.
        ([cut("s", "a", 0.9), cut("s", "b", 1.0)], {"b": {"b", "s"}}),
        ([cut("s", "a", 1.0, 0.3), cut("s", "b", 1.0, 0.2)], {"a": {"a", "s"}}),
        ([cut("s", "a"), near("a", "b")], {"a": {"a", "b", "s"}}),
        ([cut("s", "c", 1.0, 0.2), cut("c", "a")], {"a": {"a", "c", "s"}}),
        # A text that says everything twice is as much in what was cut from it as that in it.
        ([cut("s", "a", 1.0, 1.0)], {"a": {"a", "s"}}),
        ([near("a", "gone")], {}),
    ],
)
def test_pairs_become_clusters(pairs: list[Pair], expected: dict[str, set[str]]) -> None:
    articles = [copied(name, words=50 if name in "s" else 100) for name in "abcds"]
    found = cluster(articles, pairs)
    assert list(found) == list(COLUMNS)
    assert clusters(found) == expected
    assert clusters(cluster(articles[::-1], pairs[::-1])) == expected


def test_the_same_words_are_copies_without_a_pair() -> None:
    found = cluster([copied("a", fingerprint="x"), copied("b", fingerprint="x"), copied("c")], [])
    assert found["article_id"].tolist() == ["a", "b"]
    assert found["relation"].tolist() == ["original", "exact"]
    assert found["similarity"].tolist() == [1.0, 1.0]


def test_articles_without_words_are_no_copies() -> None:
    assert cluster([copied("a", fingerprint=""), copied("b", fingerprint="")], []).empty


@pytest.mark.parametrize(
    ("a", "b", "original"),
    [
        ({"published": date(2031, 5, 5)}, {"published": DAY}, "b"),
        ({}, {"published": DAY}, "b"),
        ({"published": DAY, "words": 90}, {"published": DAY, "words": 95}, "b"),
        ({"words": 95}, {"words": 90}, "a"),
        ({}, {}, "a"),
    ],
)
def test_the_original_is_the_earliest_then_the_fullest(
    a: dict[str, Any], b: dict[str, Any], original: str
) -> None:
    found = cluster([copied("a", **a), copied("b", **b)], [near("a", "b")])
    assert found["cluster"].tolist() == [original] * 2
    assert found.loc[found["relation"] == "original", "article_id"].tolist() == [original]


POST, WIRE = {"outlet": "Harbour Post"}, {"outlet": "Northern Wire"}
LATER = {"published": date(2031, 5, 6)}
FIRST = {"published": DAY}

OLD, NEW = POST | FIRST, POST | LATER
WIRED = WIRE | LATER
SAME = {"fingerprint": "text-a"}
AFP = {"agency": "AFP"}
NEAR, CUT, FULLER = near("b", "a"), cut("b", "a"), cut("a", "b")

# Facts of the original a and of its copy b, how b is like it, and what is told of b.
TOLD: list[tuple[dict[str, Any], dict[str, Any], Pair | None, str, str]] = [
    (OLD, WIRED | SAME, None, "exact", "Word for word the text in Harbour Post, 2031-05-04."),
    (OLD, NEW, NEAR, "updated version", "same outlet: 80 % of its words stand in Harbour Post, 2031-05-04."),
    (OLD, {"outlet": "HARBOUR POST"} | LATER, NEAR, "updated version", "later version"),
    (OLD, NEW, near("b", "a", 0.99), "near", "99 % of its words stand in Harbour Post, 2031-05-04."),
    (OLD, NEW | {"words": 300}, FULLER, "updated version", "30 % of its words"),
    (OLD, NEW | {"words": 30}, CUT, "cut", "which goes on for another 70 % of its length."),
    (OLD, WIRED | {"words": 30}, CUT, "cut", "The beginning of the text in Harbour Post, 2031-05-04,"),
    (OLD, WIRED | {"words": 300}, FULLER, "near", "30 % of its words stand in Harbour Post"),
    (OLD, WIRED, NEAR, "near", "80 % of its words stand in Harbour Post"),
    (OLD, WIRED | AFP, NEAR, "agency copy", "Runs AFP copy: 80 % of its words stand in Harbour Post"),
    (
        OLD,
        WIRED | {"agency": "Harbour Post"},
        NEAR,
        "agency copy",
        "Runs the copy of Harbour Post, 2031-05-04: 80 %",
    ),
    (OLD | AFP, WIRED | SAME, None, "agency copy", "Runs AFP copy: 100 %"),
    (OLD | AFP, NEW | AFP, NEAR, "updated version", ""),
    (FIRST | AFP, LATER, NEAR, "near", "stand in another article, 2031-05-04."),
    ({}, {"words": 90}, NEAR, "near", "stand in another article."),
]


@pytest.mark.parametrize(("a", "b", "pair", "relation", "why"), TOLD)
def test_says_what_a_copy_is_to_the_original(
    a: dict[str, Any], b: dict[str, Any], pair: Pair | None, relation: str, why: str
) -> None:
    found = cluster([copied("a", **a), copied("b", **b)], [pair] if pair else []).set_index("article_id")
    assert found.loc["b", "relation"] == relation
    assert why in str(found.loc["b", "why"])
    assert found.loc["a", "relation"] == "original"
    assert found.loc["a", "why"] == "The earliest, then the fullest, of 2."


def test_a_later_version_is_compared_with_the_one_it_comes_from() -> None:
    days = [{"published": date(2031, 5, day)} for day in (4, 5, 6)]
    articles = [copied(name, **POST, **day) for name, day in zip("abc", days, strict=True)]
    found = cluster(articles, [near("a", "b"), near("c", "b", 0.9)]).set_index("article_id")
    assert "2031-05-05" in str(found.loc["c", "why"])
    assert found.loc["c", "similarity"] == 0.9
    assert set(found["cluster"]) == {"a"}
