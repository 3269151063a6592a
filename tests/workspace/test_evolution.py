"""A workspace made before a table or a column existed: it opens, reads, and gets them when written to."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow as pa
import pytest

from onrecord.tables import SCHEMAS
from onrecord.workspace import Workspace
from onrecord.workspace.adding import add, remove
from onrecord.workspace.check import check
from onrecord.workspace.store import Head
from tests.workspace import factory

MOOD = pa.field("mood", pa.string())
TONES = pa.field("tones", pa.list_(pa.int32()))
OLD = 3
"""Articles of the workspace before the change."""


@pytest.fixture
def path(empty: Workspace, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace of three articles; then a table and columns of two tables are invented."""
    add(empty, factory.extractions(OLD), engine="test")
    empty.close()
    monkeypatch.setitem(SCHEMAS, "moods", pa.schema([pa.field("quote_id", pa.string()), MOOD]))
    monkeypatch.setitem(SCHEMAS, "quotes", SCHEMAS["quotes"].append(MOOD).append(TONES))
    monkeypatch.setitem(SCHEMAS, "articles", SCHEMAS["articles"].append(MOOD))
    return empty.path


def moods(workspace: Workspace) -> list[tuple[str | None, int]]:
    found = workspace.snapshot().rows("SELECT mood, count(*) AS n FROM raw_articles GROUP BY ALL ORDER BY n")
    return [(row["mood"], row["n"]) for row in found]


@pytest.mark.parametrize("read_only", [True, False])
def test_reads_missing_columns_as_null_and_missing_tables_as_empty(path: Path, read_only: bool) -> None:
    with Workspace.open(path, read_only=read_only) as workspace:
        snapshot = workspace.snapshot()
        assert moods(workspace) == [(None, OLD)]
        assert snapshot.frame("SELECT mood, tones FROM raw_quotes").isna().all(axis=None)
        assert snapshot.rows("SELECT quote_id, mood FROM raw_moods") == []
        assert check(workspace) == []
        assert workspace.version() == Workspace.open(path, read_only=True).version()
    assert not (path / "tables" / "moods").exists(), "looking changes nothing"


def test_gets_them_with_the_next_write(path: Path) -> None:
    with Workspace.open(path) as workspace:
        before = workspace.version()
        first = workspace.articles()
        add(workspace, factory.extractions(OLD + 2), engine="test")
        rows = pa.table({"quote_id": ["q"], "mood": ["calm"]})
        with workspace.store.writing():
            workspace.store.append("moods", rows)
            workspace.store.publish(pa.Table.from_pylist([{"mood": "calm"}], schema=SCHEMAS["articles"]))
        assert workspace.snapshot().rows("SELECT mood FROM raw_moods") == [{"mood": "calm"}]
        assert moods(workspace) == [("calm", 1), (None, OLD + 2)]
    with Workspace.open(path, version=before) as earlier:
        assert earlier.articles().equals(first)
        assert earlier.snapshot().rows("SELECT * FROM raw_moods") == []


def test_two_writers_may_bring_it_up_to_date(path: Path) -> None:
    one, two = Workspace.open(path), Workspace.open(path)
    with one.store.writing():
        pass
    add(two, factory.extractions(OLD + 1), engine="test")
    assert remove(one, one.articles()["article_id"][:1]) == 1
    assert len(two.articles()) == OLD
    assert check(one) == []


def test_a_head_told_by_a_newer_version_is_read() -> None:
    told = json.loads(Head(0, {"quotes": 2}, run="r").to_json()) | {"moods": 7}
    assert Head.from_json(5, json.dumps(told)) == Head(5, {"quotes": 2}, run="r")


def test_a_column_may_be_described_in_other_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Workspace.create(tmp_path / "w") as workspace:
        for name, schema in SCHEMAS.items():
            told = [column.with_metadata({"doc": "In other words."}) for column in schema]
            monkeypatch.setitem(SCHEMAS, name, pa.schema(told))
        add(workspace, factory.extractions(3), engine="test")
        assert len(workspace.articles()) == 3
