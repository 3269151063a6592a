from __future__ import annotations

import threading
import time

import pytest
from deltalake import DeltaTable, write_deltalake

from onrecord._errors import ReadOnlyError
from onrecord.tables import SCHEMAS
from onrecord.workspace import Workspace
from onrecord.workspace.adding import add
from onrecord.workspace.check import check
from onrecord.workspace.store import Store, new_batch
from tests.workspace import factory


def test_batches_sort_by_time() -> None:
    batches = []
    for _ in range(20):
        batches.append(new_batch())
        time.sleep(0.0001)
    assert batches == sorted(set(batches))


def test_a_head_names_the_tables_as_they_were(empty: Workspace) -> None:
    add(empty, factory.extractions(2), engine="test")
    head = empty.store.head()
    files = {name: empty.store.uris(name, head) for name in SCHEMAS}
    add(empty, factory.extractions(4), engine="test")
    assert {name: empty.store.uris(name, head) for name in SCHEMAS} == files
    assert len(empty.store.uris("quotes", empty.store.head())) == 2


def test_rows_are_unseen_until_published(empty: Workspace) -> None:
    version = empty.version()
    quotes = SCHEMAS["quotes"].empty_table()
    empty.store.append("quotes", quotes)
    assert empty.version() == version
    with empty.store.writing():
        empty.store.publish()
    assert empty.version() == version + 1


def test_another_program_may_optimize(empty: Workspace) -> None:
    add(empty, factory.extractions(6), engine="test", batch_articles=2)
    statements, quotes = empty.statements(), empty.quotes()
    for name in SCHEMAS:
        DeltaTable(str(empty.store.path / name)).optimize.compact()
    assert empty.statements().equals(statements)
    assert empty.quotes().equals(quotes)
    assert empty.snapshot().head.matched == 6
    add(empty, factory.extractions(8), engine="test")
    assert check(empty) == []


def test_a_second_writer_without_the_lock_counts_nothing_twice(empty: Workspace) -> None:
    """Where locks do not hold, as on some network disks, the first batch of an article still counts."""
    add(empty, factory.extractions(2), engine="test")
    before = {name: getattr(empty, name)() for name in ("articles", "mentions", "quotes")}
    for name in SCHEMAS:
        table = DeltaTable(str(empty.store.path / name))
        rows = table.to_pyarrow_table()
        if "batch" in rows.column_names:
            late = rows.set_column(rows.column_names.index("batch"), "batch", [["f" * 24] * len(rows)])
            write_deltalake(table, late, mode="append")
    for name, rows in before.items():
        assert getattr(empty, name)().equals(rows), name


def test_the_lock_keeps_other_writers_out(empty: Workspace) -> None:
    order: list[str] = []

    def second() -> None:
        with Store(empty.store.path).writing():
            order.append("second")

    with empty.store.writing():
        thread = threading.Thread(target=second)
        thread.start()
        time.sleep(0.2)
        order.append("first")
    thread.join()
    assert order == ["first", "second"]


def test_a_folder_that_cannot_be_written_says_so(empty: Workspace) -> None:
    (empty.path / "writing.lock").unlink()
    (empty.path / "writing.lock").mkdir()
    with pytest.raises(ReadOnlyError, match="Ask for the right to write"), empty.store.writing():
        pass
