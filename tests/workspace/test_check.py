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


def mention(**changes: object) -> Callable[[Extraction], Extraction]:
    """Change the first mention."""
    return lambda x: replace(x, mentions=(replace(x.mentions[0], **changes), *x.mentions[1:]))


def quote(**changes: object) -> Callable[[Extraction], Extraction]:
    return lambda x: replace(x, quotes=(replace(x.quotes[0], **changes), *x.quotes[1:]))


def moved(x: Extraction) -> Extraction:
    return quote(start=x.quotes[0].start + 1, end=x.quotes[0].end + 1)(x)


def emptied(x: Extraction) -> Extraction:
    return quote(end=x.quotes[0].start, text="")(x)


def passage_outside(x: Extraction) -> Extraction:
    return replace(x, passages=(replace(x.passages[0], end=9999),))


def other_marked_text(x: Extraction) -> Extraction:
    return replace(x, marked_text=(replace(x.marked_text[0], text="x"),))


# How an article is spoiled, and the problem told of it; A stands for the article's id.
BAD_ROWS: list[tuple[Callable[[Extraction], Extraction], str]] = [
    (mention(text="Somebody"), "A: mention at .* says 'Somebody'"),
    (mention(end=9999), "A: mention at .* outside the text"),
    (mention(sentence=(0, 5)), "A: mention at .* is not in its sentence"),
    (mention(entity="nobody"), "mention .* which has no link"),
    (quote(text="Other words"), "A: quote at .* says 'Other words'"),
    (moved, "A: quote at .* the text there is"),
    (emptied, "A: quote at .* outside the text"),
    (quote(marked=((0, 5),)), "A: quote at .* has marked words at 0–5, outside itself"),
    (quote(cue=(9990, 9999)), "A: quote at .* has its cue at 9990–9999"),
    (quote(speaker=(9990, 9999)), "A: quote at .* has its speaker at 9990–9999"),
    (quote(entity="nobody"), "quote .* which has no link"),
    (passage_outside, "A: passage at .* outside the text"),
    (other_marked_text, "A: marked text at .* says 'x'"),
    (lambda x: replace(x, mentions=x.mentions[:1] * 2), "mention .* is there 2 times"),
    (lambda x: replace(x, quotes=x.quotes[:1] * 2), "quote .* is there 2 times"),
]


@pytest.fixture(scope="module")
def problems(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What is wrong with a workspace whose article ``n`` is spoiled in way ``n``; the last is good."""
    workspace = Workspace.create(tmp_path_factory.mktemp("spoiled") / "workspace")
    spoiled = [spoil(factory.extraction(n)) for n, (spoil, _) in enumerate(BAD_ROWS)]
    add(workspace, [*spoiled, factory.extraction(len(BAD_ROWS))], engine="test")
    return check(workspace)


@pytest.mark.parametrize(("n", "expected"), list(enumerate(bad[1] for bad in BAD_ROWS)))
def test_finds_a_bad_row(problems: list[str], n: int, expected: str) -> None:
    wanted = re.sub(r"\bA\b", f"article {factory.extraction(n).article.content_id}", expected)
    assert any(re.search(wanted, problem) for problem in problems), problems


def test_says_nothing_of_a_good_article(problems: list[str]) -> None:
    good = factory.extraction(len(BAD_ROWS)).article.content_id
    assert not any(good in problem for problem in problems)


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
        workspace.store.publish(run="r", runs=["r"], matched=2)

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
