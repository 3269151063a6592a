from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from onrecord._errors import QueryError
from onrecord.records import Selection
from onrecord.workspace import Workspace, search
from onrecord.workspace.adding import add
from onrecord.workspace.check import check
from tests.workspace import factory


def test_ranks_titles_first_and_shows_the_words(filled: Workspace) -> None:
    found = filled.search("ferry")
    assert " ".join(found.columns) == "article_id title headline outlet published snippet rank"
    in_title = found["title"].str.contains("ferry")
    assert in_title.any()
    assert not in_title.all()
    assert in_title.is_monotonic_decreasing
    assert found["rank"].is_monotonic_increasing
    assert found["snippet"].str.contains("ferry").all()


def test_search_obeys_the_selection_and_the_limit(filled: Workspace) -> None:
    found = filled.search("report", Selection(outlets=("Daily Lantern",)), limit=4)
    assert len(found) == 4
    assert set(found["outlet"]) == {"Daily Lantern"}
    assert len(filled.search("report", Selection(outlets=("Daily Lantern",)))) == 10


@pytest.mark.parametrize("query", ['"open', "AND", "(a", "a NOT", "—"])
def test_a_bad_query_says_what_to_do(filled: Workspace, query: str) -> None:
    with pytest.raises(QueryError, match=r"Use words|Close it"):
        filled.search(query)
    with pytest.raises(QueryError):
        filled.quotes(Selection(text=query))


def test_blanks_are_no_filter(filled: Workspace) -> None:
    assert len(filled.articles(Selection(text="  "))) == 30


@pytest.mark.parametrize("damage", ["gone", "garbage", "empty", "older", "half made"])
def test_a_damaged_index_is_made_anew(empty: Workspace, damage: str) -> None:
    add(empty, factory.extractions(3), engine="test")
    file = empty.path / "search.sqlite"
    if damage == "gone":
        file.unlink()
    elif damage == "garbage":
        file.write_bytes(b"no database, but longer than the header that SQLite reads " * 50)
    elif damage == "empty":
        file.write_bytes(b"")
    else:
        with closing(sqlite3.connect(file)) as index:
            if damage == "older":
                index.execute("PRAGMA user_version = 77")
            else:
                index.execute("DELETE FROM taken")
                index.execute("DELETE FROM articles")
                index.execute("DELETE FROM quotes")
            index.commit()
    with Workspace.open(empty.path) as workspace:
        assert len(workspace.search("report")) == 3
        assert len(workspace.quotes(Selection(text="point"))) == 6
        assert check(workspace) == []


@pytest.mark.parametrize("damage", ["gone", "garbage"])
def test_a_damaged_index_of_a_read_only_workspace_is_left_alone(empty: Workspace, damage: str) -> None:
    add(empty, factory.extractions(3), engine="test")
    file = empty.path / "search.sqlite"
    file.unlink() if damage == "gone" else file.write_bytes(b"no database " * 500)
    before = file.read_bytes() if file.exists() else None
    with Workspace.open(empty.path, read_only=True) as workspace:
        assert len(workspace.search("report")) == 3
    assert (file.read_bytes() if file.exists() else None) == before


def test_takes_in_only_what_is_new(empty: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[int] = []
    take = search._take
    monkeypatch.setattr(search, "_take", lambda i, c, ids: (taken.append(len(ids)), take(i, c, ids)))
    add(empty, factory.extractions(3), engine="test")
    add(empty, factory.extractions(5), engine="test")
    empty.search("report")
    assert taken == [3, 2]
