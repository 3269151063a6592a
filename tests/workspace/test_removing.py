"""Articles go in one commit: every figure follows, others stay whole, and the same text may come again."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from onrecord._errors import ReadOnlyError
from onrecord.records import Extraction, Selection
from onrecord.workspace import Workspace, adding, finishing
from onrecord.workspace.adding import Added, add, remove
from onrecord.workspace.check import check
from tests.workspace import factory

QUERIES = ("articles", "quotes", "mentions", "entities", "speakers", "passages", "outlets", "statements")


def ids(*numbers: int) -> list[str]:
    return [factory.extraction(n).article.content_id for n in numbers]


def figures(workspace: Workspace) -> dict[str, list[str]]:
    """What a workspace answers, without what tells when it was asked or made."""
    frames = {name: getattr(workspace, name)() for name in QUERIES}
    plain = {name: frame.drop(columns=["added"], errors="ignore") for name, frame in frames.items()}
    return {name: sorted(map(str, frame.to_dict("records"))) for name, frame in plain.items()}


def same_words(n: int, words: str = "we will rebuild the long harbour wall before winter") -> Extraction:
    """Article ``n``, whose first quote says ``words``."""
    x = factory.extraction(n, quotes=1)
    quote, end = x.quotes[0], x.quotes[0].start + len(words)
    text = x.article.text[: quote.start] + words + x.article.text[quote.end :]
    said = replace(quote, text=words, end=end, marked=((quote.start, end),), entity=None)
    return Extraction(replace(x.article, text=text), quotes=(said,))


@pytest.mark.parametrize(
    ("gone", "batch_articles"), [((0,), 200), ((1, 4), 1), ((0, 1, 2), 3), ((5, 3, 4, 0, 1, 2), 3)]
)
def test_what_stays_is_as_if_the_others_never_came(
    empty: Workspace, tmp_path_factory: pytest.TempPathFactory, gone: tuple[int, ...], batch_articles: int
) -> None:
    add(empty, factory.extractions(6), engine="test", batch_articles=batch_articles)
    assert remove(empty, [*ids(*gone), "nowhere"]) == len(gone)
    assert check(empty) == []
    other = Workspace.create(tmp_path_factory.mktemp("other") / "workspace")
    add(other, (factory.extraction(n) for n in range(6) if n not in gone), engine="test")
    assert figures(empty) == figures(other)
    assert len(empty.search("report")) == len(empty.quotes(Selection(text="point"))) / 2 == 6 - len(gone)
    with Workspace.open(empty.path) as again:
        assert figures(again) == figures(other)


def test_the_same_text_comes_again_with_its_new_title(empty: Workspace) -> None:
    add(empty, factory.extractions(4), engine="test")
    before = figures(empty)
    assert remove(empty, ids(1, 2)) == 2
    assert adding.missing(empty, ids(0, 1, 2)) == set(ids(1, 2))
    assert add(empty, factory.extractions(4), engine="test") == Added(2, 2)
    assert figures(empty) == before
    assert remove(empty, ids(1)) == 1
    renamed = factory.extraction(1)
    add(empty, [replace(renamed, article=replace(renamed.article, title="Otters"))], engine="test")
    assert empty.search("otters")["article_id"].tolist() == ids(1)
    assert check(empty) == []


def test_an_index_that_missed_the_removal_follows(empty: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """As when the process is killed between the commit and the index."""
    add(empty, factory.extractions(3), engine="test")
    monkeypatch.setattr(empty.index, "forget", lambda *_: None)
    remove(empty, ids(1))
    assert len(empty.search("report")) == 2
    assert check(empty) == []
    other = factory.extraction(1)
    bare = Extraction(replace(other.article, title="Otters"), quotes=other.quotes[:1])
    add(empty, [replace(bare, quotes=(replace(bare.quotes[0], entity=None),))], engine="test")
    assert empty.search("otters")["article_id"].tolist() == ids(1)
    assert len(empty.quotes(Selection(text="point"))) == 5
    assert check(empty) == []


def test_texts_leave_the_index(empty: Workspace) -> None:
    add(empty, factory.extractions(3), engine="test")
    remove(empty, ids(0, 2))
    with closing(sqlite3.connect(empty.path / "search.sqlite")) as index:
        held = {name: index.execute(f"SELECT count(*) FROM {name}").fetchone()[0]  # noqa: S608
                for name in ("taken", "articles", "quotes")}  # fmt: skip
    assert held == {"taken": 1, "articles": 1, "quotes": 3}


@pytest.mark.parametrize("gone", [0, 2])
def test_statements_follow(empty: Workspace, gone: int) -> None:
    told = [same_words(n) for n in (0, 5, 10)]
    add(empty, told, engine="test")
    assert empty.statements()["quotes"].tolist() == [3]
    remove(empty, [told[gone].article.content_id])
    assert empty.statements()["quotes"].tolist() == [2]
    remove(empty, [told[gone - 1].article.content_id])
    assert empty.statements().empty
    assert not finishing.match_statements(empty)
    add(empty, told, engine="test")  # as many articles as an earlier run covered, but others
    assert empty.statements()["quotes"].tolist() == [3]
    assert check(empty) == []


def test_a_matcher_that_read_before_a_removal_starts_again(
    empty: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = [same_words(n) for n in (0, 5, 10)]
    monkeypatch.setattr(adding, "finish", lambda _: None)
    add(empty, told, engine="test")
    link, seen = finishing.statements.link, []

    def slow(*asked: object) -> object:
        found = link(*asked)  # type: ignore[arg-type]
        seen.append(len(found.links))
        if len(seen) == 1:
            with Workspace.open(empty.path) as second:
                remove(second, [told[0].article.content_id])
        return found

    monkeypatch.setattr(finishing.statements, "link", slow)
    assert not finishing.match_statements(empty)  # the removal matched what stays
    assert seen == [3, 1]
    assert empty.statements()["quotes"].tolist() == [2]
    assert check(empty) == []


def test_an_earlier_version_has_them_still(empty: Workspace) -> None:
    add(empty, factory.extractions(3), engine="test")
    before = empty.version()
    reader = Workspace.open(empty.path, read_only=True)
    assert len(reader.quotes()) == 6
    remove(empty, ids(1))
    assert len(reader.quotes()) == 4
    with Workspace.open(empty.path, version=before) as pinned:
        assert len(pinned.quotes()) == len(pinned.quotes(Selection(text="point"))) == 6
        assert pinned.texts(ids(1)) == {ids(1)[0]: factory.extraction(1).article.text}
        assert check(pinned) == []
    with pytest.raises(ReadOnlyError):
        remove(reader, ids(0))


def test_nothing_to_remove_writes_nothing(empty: Workspace) -> None:
    add(empty, factory.extractions(2), engine="test")
    before = empty.version()
    assert remove(empty, ["nowhere", "it's"]) == remove(empty, []) == 0
    assert empty.version() == before


def test_a_removal_that_dies_changes_nothing(empty: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    add(empty, factory.extractions(4), engine="test", batch_articles=1)
    before = figures(empty)
    monkeypatch.setattr(empty.store, "withdraw", lambda *_, **__: (_ for _ in ()).throw(OSError("killed")))
    with pytest.raises(OSError, match="killed"):
        remove(empty, ids(0))
    monkeypatch.undo()
    with Workspace.open(empty.path) as again:
        assert figures(again) == before
        assert check(again) == []
        assert remove(again, ids(0)) == 1
        assert check(again) == []
