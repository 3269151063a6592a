from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord._errors import QueryError
from onrecord.workspace.querystring import to_fts

TEXTS = {
    1: "The treaty was signed in the U.S. on Monday.",
    2: "They don't want a treaty, said the café owner.",
    3: "Ferry workers and railway workers met. The harbour was closed.",
    4: "A ferry treaty. The AT&T deal (worth $3.5bn) closed.",
}

CASES = {
    "treaty": {1, 2, 4},
    "Treaty": {1, 2, 4},
    "ferry treaty": {4},
    "U.S.": {1},
    "don't": {2},
    "don’t": {2},
    "cafe": {2},
    "AT&T": {4},
    "$3.5bn": {4},
    "treaty & ferry": {4},
    "treaty — signed": {1},
    '"railway workers"': {3},
    "“railway workers”": {3},
    '"workers railway"': set(),
    '"ferry work"*': {3},
    "treaty AND ferry": {4},
    "railway OR café": {2, 3},
    "treaty NOT ferry": {1, 2},
    "treaty not ferry": set(),
    "railway OR treaty NOT ferry": {1, 2, 3},
    "(railway OR café) closed": {3},
    "closed (railway OR deal)": {3, 4},
    "(ferry)": {3, 4},
    "harb*": {3},
    "harb": set(),
    "U.S*": {1},
    "NEAR(ferry harbour, 6)": {3},
    "NEAR(ferry harbour, 2)": set(),
    'NEAR("railway workers" ferry)': {3},
    "NEAR(ferry harbour) AND closed": {3},
    "near": set(),
    "ANDROID OR ferry": {3, 4},
    "text:ferry": set(),
    "ferry;": {3, 4},
    "*ferry": {3, 4},
}

REFUSED = [
    "",
    "  ",
    "—",
    "*",
    '"',
    '"open',
    'a "b',
    "AND",
    "treaty AND",
    "NOT treaty",
    "OR treaty",
    "(treaty",
]
REFUSED += ["treaty)", "a AND OR b", "()", "treaty AND ()", "NEAR()", "NEAR(, 5)", "NEAR(a (b))", '""']


def found(query: str) -> set[int]:
    index = sqlite3.connect(":memory:")
    try:
        index.execute("CREATE VIRTUAL TABLE t USING fts5(text)")
        index.executemany("INSERT INTO t(rowid, text) VALUES (?, ?)", TEXTS.items())
        return {row[0] for row in index.execute("SELECT rowid FROM t WHERE t MATCH ?", (to_fts(query),))}
    finally:
        index.close()


@pytest.mark.parametrize(("query", "expected"), CASES.items())
def test_finds(query: str, expected: set[int]) -> None:
    assert found(query) == expected


@pytest.mark.parametrize("query", REFUSED)
def test_refuses(query: str) -> None:
    with pytest.raises((QueryError, sqlite3.OperationalError)):
        found(query)


@given(st.text(alphabet=st.sampled_from("ab \"'()*^:-+{}.,ANDORT")))
def test_never_fails_otherwise(query: str) -> None:
    try:
        found(query)
    except QueryError:
        pass
    except sqlite3.OperationalError as error:
        assert "syntax error" in str(error)  # noqa: PT017 (any other is a fault)
