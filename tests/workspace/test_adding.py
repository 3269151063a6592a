from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from onrecord.records import Article, Extraction, LocalEntity, Mention
from onrecord.workspace import Workspace, adding, finishing, temporary
from onrecord.workspace.adding import Added, add, copy_into, missing
from onrecord.workspace.check import check
from onrecord.workspace.extracting import extractions
from tests.workspace import factory


def ids(count: int) -> list[str]:
    return [x.article.content_id for x in factory.extractions(count)]


def named(n: int, name: str) -> Extraction:
    """An article that holds one name."""
    text = f"{name} came to town {n}."
    entity = LocalEntity(name, name, "PERSON")
    mention = Mention(0, len(name), name, "PERSON", name, (0, len(text)))
    return Extraction(Article(f"n{n}", text), entities=(entity,), mentions=(mention,))


def test_the_same_again_adds_nothing(empty: Workspace) -> None:
    assert add(empty, factory.extractions(5), engine="test") == Added(5, 0)
    before = empty.version()
    assert add(empty, factory.extractions(7), engine="test") == Added(2, 5)
    assert add(empty, factory.extractions(7), engine="test") == Added(0, 7)
    assert empty.version() > before
    assert len(empty.articles()) == 7
    assert check(empty) == []


def test_nothing_new_writes_nothing(empty: Workspace) -> None:
    add(empty, factory.extractions(5), engine="test")
    before = empty.version()
    add(empty, factory.extractions(5), engine="test")
    assert empty.version() == before


def test_the_same_text_twice_in_a_batch_is_the_first(empty: Workspace) -> None:
    first = factory.extraction(0)
    second = replace(first, article=replace(first.article, id="copy"))
    assert add(empty, [first, second], engine="test") == Added(1, 1)
    assert empty.articles()["source_id"].tolist() == ["article-0"]


def test_missing_names_what_is_new(empty: Workspace) -> None:
    add(empty, factory.extractions(5), engine="test")
    assert missing(empty, ids(7)) == set(ids(7)[5:])


def test_on_batch_hears_the_total(empty: Workspace) -> None:
    heard: list[int] = []
    add(
        empty, factory.extractions(5), engine="test", batch_articles=2, on_batch=lambda a: heard.append(a.new)
    )
    assert heard == [2, 4, 5]


def test_an_article_without_anything_in_it(empty: Workspace) -> None:
    bare = [Extraction(Article("a", "Nothing here.")), Extraction(Article("b", ""))]
    assert add(empty, bare, engine="test").new == 2
    assert check(empty) == []
    assert empty.articles()["mentions"].tolist() == [0, 0]
    assert add(empty, [named(1, "Ada Quill")], engine="test").new == 1


def test_half_a_surrogate_pair_is_a_failure_of_one_article(empty: Workspace) -> None:
    bad = Extraction(Article("bad", "broken \ud83d text", path="in/bad.json"))
    added = add(empty, [factory.extraction(0), bad, factory.extraction(1)], engine="test")
    assert (added.new, added.known) == (2, 0)
    assert [failure.path for failure in added.failures] == ["in/bad.json"]


def test_a_file_name_that_is_no_utf8(empty: Workspace) -> None:
    odd = replace(factory.extraction(0), article=replace(factory.extraction(0).article, path="a\udcff.txt"))
    assert add(empty, [odd], engine="test").new == 1
    assert empty.articles()["path"].tolist() == ["a?.txt"]


def test_batches_before_an_error_stay(empty: Workspace) -> None:
    def stream() -> Iterator[Extraction]:
        yield from factory.extractions(5)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        add(empty, stream(), engine="test", batch_articles=2)
    assert len(empty.articles()) == 4
    assert add(empty, factory.extractions(5), engine="test") == Added(1, 4)
    assert check(empty) == []


@pytest.mark.parametrize("dies_at", ["passages", "links", "articles"])
def test_a_batch_that_dies_is_never_seen(
    empty: Workspace, monkeypatch: pytest.MonkeyPatch, dies_at: str
) -> None:
    add(empty, factory.extractions(2), engine="test")
    before = {name: len(getattr(empty, name)()) for name in ("articles", "mentions", "quotes", "entities")}
    append = empty.store.append

    def dying(name: str, rows: object) -> None:
        if name == dies_at:
            raise OSError("no space left")
        append(name, rows)

    monkeypatch.setattr(empty.store, "append", dying)
    monkeypatch.setattr(
        empty.store, "publish", lambda *_: (_ for _ in ()).throw(OSError("no space left"))
    ) if dies_at == "articles" else None
    with pytest.raises(OSError, match="no space"):
        add(empty, factory.extractions(4), engine="test")
    monkeypatch.undo()
    with Workspace.open(empty.path) as again:
        assert {name: len(getattr(again, name)()) for name in before} == before
        assert check(again) == []
        assert add(again, factory.extractions(4), engine="test") == Added(2, 2)
        assert check(again) == []
        assert len(again.quotes()) == 8


@pytest.mark.parametrize("step", ["match_statements", "compact"])
def test_what_a_dead_process_left_undone_is_finished(
    empty: Workspace, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    monkeypatch.setattr(finishing, step, lambda _: (_ for _ in ()).throw(OSError("killed")))
    with pytest.raises(OSError, match="killed"):
        add(empty, factory.extractions(10), engine="test")
    monkeypatch.undo()
    with Workspace.open(empty.path) as again:
        add(again, [], engine="test")
        assert again.snapshot().head.matched == 10
        assert check(again) == []
        assert not finishing.match_statements(again)


def test_statements_link_quotes_of_articles(empty: Workspace) -> None:
    """The same words in two articles are one statement, and a later run replaces the earlier."""
    words = "we will rebuild the long harbour wall before the winter storms come"

    def told(n: int) -> Extraction:
        x = factory.extraction(n, quotes=1)
        quote = x.quotes[0]
        text = x.article.text.replace(quote.text, words)
        shift = len(words) - len(quote.text)
        said = replace(quote, text=words, end=quote.end + shift, marked=((quote.start, quote.end + shift),))
        return Extraction(replace(x.article, text=text), quotes=(replace(said, entity=None),))

    for count in (2, 3):
        add(empty, (told(n) for n in range(0, count * 5, 5)), engine="test")
        statements = empty.statements()
        assert statements[["text", "quotes", "articles"]].values.tolist() == [[words, count, count]]
        told_by = empty.statement_quotes(statements["statement_id"].tolist())
        assert set(told_by["relation"]) == {"verbatim"}
        assert told_by["text"].tolist() == [words] * count


def test_a_surname_is_named_anew_when_the_full_name_comes(empty: Workspace) -> None:
    add(empty, [named(1, "Abernathy"), named(2, "Brill")], engine="test")
    assert set(empty.entities()["name"]) == {"Abernathy", "Brill"}
    with Workspace.open(empty.path) as later:  # knows only what the tables hold
        add(later, [named(3, "Rosalind Abernathy")], engine="test")
        entities = later.entities().set_index("name")
        assert entities.loc["Rosalind Abernathy", "mentions"] == 2
        assert "Abernathy" not in entities.index
        assert check(later) == []


def test_within_one_addition_too(empty: Workspace) -> None:
    add(empty, [named(1, "Abernathy"), named(2, "Rosalind Abernathy")], engine="test", batch_articles=1)
    assert empty.entities()["name"].tolist() == ["Rosalind Abernathy"]
    assert check(empty) == []


def test_extractions_come_back_as_they_were(filled: Workspace) -> None:
    back = list(extractions(filled, ["nowhere", *ids(30)]))
    assert [x.article for x in back] == [x.article for x in factory.extractions(30)]
    for stored, made in zip(back, factory.extractions(30), strict=True):
        for name in ("passages", "entities", "mentions", "quotes", "marked_text"):
            assert sorted(map(repr, getattr(stored, name))) == sorted(map(repr, getattr(made, name))), name


def test_copies_keep_ids_and_engine(empty: Workspace) -> None:
    with temporary() as source:
        add(source, factory.extractions(6), engine="a model 1.0")
        add(empty, factory.extractions(2), engine="test")
        assert copy_into(source, empty, ids(4)) == Added(2, 2)
        assert copy_into(source, empty, ids(4)) == Added(0, 4)
        kept = set(ids(4))
        for name, key in (("quotes", "quote_id"), ("mentions", "mention_id")):
            rows = getattr(source, name)()
            assert set(rows.loc[rows["article_id"].isin(kept), key]) == set(getattr(empty, name)()[key])
        assert empty.articles()["engine"].value_counts().to_dict() == {"test": 2, "a model 1.0": 2}
        assert check(empty) == []


def test_many_small_files_become_few(empty: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.workspace.store.SMALL_FILES", 4)
    pinned_at = []
    add(
        empty,
        factory.extractions(12),
        engine="test",
        batch_articles=2,
        on_batch=lambda _: pinned_at.append(empty.version()),
    )
    assert len(empty.store.uris("quotes", empty.store.head())) == 1
    assert len(empty.store.uris("articles", empty.store.head())) == 1
    assert len(empty.quotes()) == 24
    assert check(empty) == []
    assert len(Workspace.open(empty.path, version=pinned_at[0]).quotes()) == 4
    assert adding.add(empty, factory.extractions(14), engine="test") == Added(2, 12)
