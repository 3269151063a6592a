from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime

import pyarrow as pa
import pytest

from onrecord.records import Extraction
from onrecord.tables import SCHEMAS
from onrecord.workspace import Workspace
from onrecord.workspace import check as checking
from onrecord.workspace.adding import add
from onrecord.workspace.check import check
from tests.workspace import factory

GOOD = factory.extraction(1)
MENTION, QUOTE, MARKED = GOOD.mentions[0], GOOD.quotes[0], GOOD.marked_text[0]


def with_mention(**changes: object) -> Extraction:
    return replace(GOOD, mentions=(replace(MENTION, **changes),))


def with_quote(**changes: object) -> Extraction:
    return replace(GOOD, quotes=(replace(QUOTE, **changes),))


BAD_ROWS: dict[str, tuple[Extraction, str]] = {
    "a mention of other words": (with_mention(text="Somebody"), "mention at .* says 'Somebody'"),
    "a mention outside": (with_mention(end=9999), "mention at .* outside the text"),
    "a mention beside its sentence": (with_mention(sentence=(0, 5)), "is not in its sentence"),
    "a mention of nobody": (with_mention(entity="nobody"), "mention .* which has no link"),
    "a quote of other words": (with_quote(text="Other words"), "quote at .* says 'Other words'"),
    "a quote shifted": (
        with_quote(start=QUOTE.start + 1, end=QUOTE.end + 1),
        "quote at .* the text there",
    ),
    "a quote of nothing": (with_quote(end=QUOTE.start, text=""), "quote at .* outside the text"),
    "marked words outside the quote": (with_quote(marked=((0, 5),)), "marked words at 0–5, outside itself"),
    "a cue outside": (with_quote(cue=(9990, 9999)), "has its cue at 9990–9999"),
    "a speaker outside": (with_quote(speaker=(9990, 9999)), "has its speaker at 9990–9999"),
    "a speaker who is nobody": (with_quote(entity="nobody"), "quote .* which has no link"),
    "a passage outside": (
        replace(GOOD, passages=(replace(GOOD.passages[0], end=9999),)),
        "passage at .* outside the text",
    ),
    "marked text of other words": (
        replace(GOOD, marked_text=(replace(MARKED, text="x"),)),
        "marked text at .* says 'x'",
    ),
    "two mentions that are one": (replace(GOOD, mentions=(MENTION, MENTION)), "mention .* is there 2 times"),
    "two quotes that are one": (replace(GOOD, quotes=(QUOTE, QUOTE)), "quote .* is there 2 times"),
}


@pytest.mark.parametrize("case", BAD_ROWS)
def test_finds_a_bad_row(empty: Workspace, case: str) -> None:
    extraction, expected = BAD_ROWS[case]
    add(empty, [factory.extraction(0), extraction], engine="test")
    problems = check(empty)
    assert problems
    assert any(re.search(expected, problem) for problem in problems), problems


def test_a_good_workspace_is_clean(filled: Workspace) -> None:
    assert check(filled) == []


def test_goes_by_batches_and_stops_at_the_most(empty: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "AT_ONCE", 2)
    bad = (replace(x, mentions=(replace(x.mentions[0], text="?"),)) for x in factory.extractions(7))
    add(empty, bad, engine="test")
    assert len(check(empty)) == 7
    monkeypatch.setattr(checking, "MOST", 3)
    assert len(check(empty)) == 3


def rows(table: str, /, **values: object) -> pa.Table:
    return pa.Table.from_pylist([dict.fromkeys(SCHEMAS[table].names) | values], schema=SCHEMAS[table])


def unlink_entities(workspace: Workspace) -> None:
    link = workspace.snapshot().rows("SELECT * FROM link LIMIT 1")[0]
    last = {"entity_id": "nobody", "made": datetime(2999, 1, 1, tzinfo=UTC)}
    workspace.store.append("links", rows("links", **(link | last)))
    workspace.store.publish()


def second_batch(workspace: Workspace) -> None:
    again = rows("articles", article_id=GOOD.article.content_id, batch="zz", text="?")
    workspace.store.publish(again)


def other_text(workspace: Workspace) -> None:
    workspace.store.publish(rows("articles", article_id="ab", content_hash="ab", batch="zz", text="x"))


def statement(quote: str, told: str) -> Callable[[Workspace], None]:
    def write(workspace: Workspace) -> None:
        first, second = workspace.quotes()["quote_id"][:2]
        of = {"statement_id": "s", "run": "r"}
        quote_id, told_id = first if quote == "there" else quote, second if told == "there" else told
        workspace.store.append("statements", rows("statements", quote_id=quote_id, **of))
        workspace.store.append("statement_quotes", rows("statement_quotes", quote_id=told_id, **of))
        workspace.store.publish(run="r", matched=2)

    return write


BROKEN_TABLES: dict[str, tuple[Callable[[Workspace], None], str]] = {
    "a link to no entity": (unlink_entities, "leads to entity nobody"),
    "an article in two batches": (second_batch, "is in 2 batches"),
    "a text with another hash": (other_text, "article ab: its text has the hash"),
    "a statement of a quote that is gone": (statement("there", "gone"), "tells of quote gone"),
    "a statement represented from outside": (statement("there", "there"), "not one of its quotes"),
}


@pytest.mark.parametrize("case", BROKEN_TABLES)
def test_finds_tables_that_disagree(empty: Workspace, case: str) -> None:
    breaking, expected = BROKEN_TABLES[case]
    add(empty, [factory.extraction(0), GOOD], engine="test")
    breaking(empty)
    assert any(expected in problem for problem in check(empty)), check(empty)


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("UPDATE articles SET text = 'other' WHERE rowid = 1", "search index: article .* out of date"),
        ("DELETE FROM articles WHERE rowid = 1", "search index: article .* missing"),
        ("DELETE FROM quotes WHERE rowid = 1", "search index: quote .* missing"),
        ("INSERT INTO quotes SELECT * FROM quotes WHERE rowid = 1", "search index: quote .* twice"),
        ("DELETE FROM quotes_data WHERE id > 10", "search index: quotes: .* made anew"),
    ],
)
def test_finds_an_index_that_disagrees(empty: Workspace, sql: str, expected: str) -> None:
    add(empty, factory.extractions(2), engine="test")
    with closing(sqlite3.connect(empty.path / "search.sqlite")) as index:
        index.execute(sql)
        index.commit()
    problems = check(empty)
    assert any(re.search(expected, problem) for problem in problems), problems
