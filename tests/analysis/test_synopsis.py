"""Statements by article: told in full, cut, reworded, or not at all."""

from __future__ import annotations

import pandas as pd

from onrecord.analysis.synopsis import synopsis

CONDITION = {"kind": "condition", "words": "if it rains"}


def told(*rows: tuple[object, ...]) -> pd.DataFrame:
    names = ["statement_id", "quote_id", "article_id", "relation", "cut_at", "alerts"]
    return pd.DataFrame(rows, columns=names)


TOLD = told(
    ("s", "q1", "a", "verbatim", [], []),
    ("s", "q2", "b", "truncated", ["end"], [CONDITION]),
    ("s", "q3", "b", "verbatim", [], []),
    ("t", "q4", "a", "reworded", [], None),
    ("t", "q5", "elsewhere", "verbatim", None, []),
    ("u", "q6", "a", "verbatim", [], []),  # told twice by one article alone
    ("u", "q7", "a", "verbatim", [], []),
    ("v", "q8", "elsewhere", "verbatim", [], []),  # by none that was chosen
    ("v", "q9", "afar", "verbatim", [], []),
)


def test_every_cell_says_how() -> None:
    found = synopsis(TOLD, ["a", "b"]).set_index(["statement_id", "article_id"])
    assert found["how"].to_dict() == {
        ("s", "a"): "full", ("s", "b"): "full", ("t", "a"): "reworded", ("t", "b"): "absent",
    }  # fmt: skip
    assert found.loc[("s", "b"), "quote_ids"] == ["q3", "q2"]
    assert found.loc[("t", "b"), "quote_ids"] == []


def test_an_alert_of_any_telling_is_kept() -> None:
    found = synopsis(TOLD, ["b", "a"]).set_index(["statement_id", "article_id"])
    assert found.loc[("s", "b"), "alerts"] == [CONDITION]
    assert found.loc[("s", "b"), "cut_at"] == []
    assert next(iter(found.index)) == ("s", "b")


def test_the_end_that_is_cut() -> None:
    cut = synopsis(TOLD[TOLD["quote_id"] != "q3"], ["b"]).iloc[0]
    assert (cut["how"], cut["cut_at"]) == ("cut", ["end"])


def test_nothing_told_is_an_empty_table() -> None:
    assert synopsis(TOLD.iloc[:0], ["a", "b"]).empty


def test_what_all_tell_comes_first_then_what_lost_something() -> None:
    rows = told(
        ("a-far", "q1", "a", "verbatim", [], []), ("a-far", "q2", "x", "verbatim", [], []),
        ("a-far", "q3", "y", "verbatim", [], []),
        ("both", "q4", "a", "verbatim", [], []), ("both", "q5", "b", "verbatim", [], []),
        ("lost", "q6", "a", "verbatim", [], []), ("lost", "q7", "b", "truncated", [], [CONDITION]),
        ("near", "q8", "b", "verbatim", [], []), ("near", "q9", "x", "verbatim", [], []),
    )  # fmt: skip
    found = synopsis(rows, ["a", "b"])["statement_id"].drop_duplicates().tolist()
    assert found == ["lost", "both", "a-far", "near"]
