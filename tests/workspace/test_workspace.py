from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from onrecord._errors import QueryError, ReadOnlyError, WorkspaceError
from onrecord.analysis.cooccurrence import pairs
from onrecord.records import TITLE, Selection
from onrecord.tables import SCHEMAS
from onrecord.workspace import Workspace, finishing, temporary
from onrecord.workspace.adding import add
from onrecord.workspace.check import check
from tests.workspace import factory

QUESTIONS = ("articles", "quotes", "mentions", "passages", "entities", "statements", "speakers", "summary")

COLUMNS = {
    "articles": "article_id source_id title headline outlet published url author path words language engine "
    "added title_from outlet_from published_from author_from text_from mentions quotes speakers",
    "quotes": "quote_id article_id outlet title headline published start end text type marked group "
    "cue_start cue_end speaker_start speaker_end speaker_id speaker speaker_class resolved_by confidence "
    "addressee occasion passage_kind about",
    "mentions": "mention_id article_id outlet published start end text label entity_id entity kind "
    "sentence_start sentence_end passage_kind source",
    "entities": "entity_id name kind aliases titles mentions articles outlets first last",
    "statements": "statement_id quote_id text speaker_id speaker quotes articles outlets first last verbatim "
    "truncated reworded alerts first_outlet",
    "speakers": "speaker_id speaker speaker_class quotes articles outlets direct",
}


def test_create_makes_every_table(tmp_path: Path) -> None:
    Workspace.create(tmp_path / "new")
    assert {p.name for p in (tmp_path / "new" / "tables").iterdir()} == set(SCHEMAS)


def test_create_goes_on_where_an_earlier_one_was_killed(tmp_path: Path) -> None:
    (Workspace.create(tmp_path / "w").path / "workspace.json").unlink()
    with Workspace.create(tmp_path / "w") as workspace:
        assert add(workspace, factory.extractions(1), engine="test").new == 1


@pytest.mark.parametrize(
    "content", [None, "", "{}", "[]", '{"format": "one"}', '{"format": 2}', '{"format": true']
)
def test_open_refuses_what_is_no_workspace(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "workspace.json").write_text(content)
    with pytest.raises(WorkspaceError, match="Expected a workspace"):
        Workspace.open(tmp_path)


def test_open_names_the_newer_format(tmp_path: Path) -> None:
    path = Workspace.create(tmp_path / "w").path
    (path / "workspace.json").write_text(json.dumps({"format": 99}))
    with pytest.raises(WorkspaceError, match=r"format 99.*Update Onrecord"):
        Workspace.open(path)


def test_create_refuses_a_folder_with_other_things(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(WorkspaceError, match="new or empty folder"):
        Workspace.create(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["thesis.txt"]


def test_create_refuses_a_workspace(empty: Workspace) -> None:
    with pytest.raises(WorkspaceError, match="already"):
        Workspace.create(empty.path)


def test_ensure_makes_then_opens(tmp_path: Path) -> None:
    add(Workspace.ensure(tmp_path / "w"), factory.extractions(2), engine="test")
    assert len(Workspace.ensure(tmp_path / "w").articles()) == 2


def test_almost_any_path_will_do(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "mine, 'ours' & Zoë's #1? 報 {x}") as workspace:
        add(workspace, factory.extractions(2), engine="test")
        assert len(workspace.search("report")) == 2
        assert len(workspace.texts(workspace.articles()["article_id"].tolist())) == 2


@pytest.mark.parametrize("name", ["100%20", "[x]", "a^b", "a|b", "two\nlines"])
@pytest.mark.parametrize("way", [Workspace.create, Workspace.open, Workspace.ensure])
def test_a_path_that_the_tables_cannot_have(tmp_path: Path, name: str, way: Callable[[Path], object]) -> None:
    with pytest.raises(WorkspaceError, match="path without"):
        way(tmp_path / name)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("question", "columns"), COLUMNS.items())
def test_columns(filled: Workspace, question: str, columns: str) -> None:
    assert list(getattr(filled, question)()) == columns.split()


@pytest.mark.parametrize("question", COLUMNS)
def test_an_empty_workspace_answers_with_the_same_columns_and_types(
    filled: Workspace, empty: Workspace, question: str
) -> None:
    answer = getattr(empty, question)()
    assert answer.empty
    assert answer.dtypes.to_dict() == getattr(filled, question)().dtypes.to_dict()


def test_an_empty_workspace_can_be_searched(empty: Workspace) -> None:
    assert empty.search("anything").empty
    assert empty.summary(Selection(text="anything"))["articles"] == 0
    with pytest.raises(QueryError):
        empty.search('"open')


def test_summary(filled: Workspace) -> None:
    assert filled.summary() == {
        "articles": 30,
        "outlets": 3,
        "words": sum(len(x.article.text.split()) for x in factory.extractions(30)),
        "first": date(2024, 1, 1),
        "last": date(2024, 1, 29),
        "undated": 3,
        "no_outlet": 0,
        "mentions": 120,
        "entities": 8,
        "quotes": 60,
        "speakers": 5,
        "direct": 30,
        "mixed": 30,
        "indirect": 0,
        "unresolved": 0,
        "statements": len(filled.statements()),
    }


def test_summary_counts_what_the_tables_show(filled: Workspace) -> None:
    for selection in (
        Selection(),
        Selection(junk=True),
        Selection(outlets=("Daily Lantern",), types=("mixed",)),
    ):
        summary = filled.summary(selection)
        for question in ("articles", "quotes", "mentions", "entities", "speakers", "statements"):
            assert summary[question] == len(getattr(filled, question)(selection)), (selection, question)
        articles = filled.articles(selection)
        assert articles["quotes"].sum() == summary["quotes"]
        assert articles["mentions"].sum() == summary["mentions"]


def test_offsets_point_at_the_rows(filled: Workspace) -> None:
    quotes = filled.quotes(Selection(junk=True))
    texts = filled.texts(quotes["article_id"].unique().tolist())
    for row in quotes.itertuples():
        assert texts[row.article_id][row.start : row.end] == row.text
    told = quotes[quotes["passage_kind"] == "body"]
    assert {texts[row.article_id][row.cue_start : row.cue_end] for row in told.itertuples()} == {"said"}


def test_quotes_know_speaker_and_what_they_are_about(filled: Workspace) -> None:
    names = filled.entities().set_index("entity_id")["name"]
    row = filled.quotes().set_index("text").loc["the ferry in Torvia matters, point 0 of 3"]
    assert (row["speaker"], names[row["speaker_id"]]) == ("Dmitri Oake", "Dmitri Oake")
    assert [names[entity] for entity in row["about"]] == ["Torvia"]


def test_a_speaker_who_is_no_entity_has_an_id_of_the_name(filled: Workspace) -> None:
    speakers = filled.speakers(Selection(junk=True)).set_index("speaker")
    assert speakers.loc["A photographer", "speaker_id"] == "name:a photographer"
    assert speakers.loc["A photographer", "quotes"] == 30


def test_reading_holds_every_row_of_the_article(filled: Workspace) -> None:
    extraction = factory.extraction(4)
    view = filled.reading(extraction.article.content_id)
    assert view.text == extraction.article.text
    assert view.article["source_id"] == "article-4"
    assert view.article["published"] == date(2024, 1, 5)
    assert view.article["author"] is None
    for name in ("passages", "mentions", "quotes", "marked_text"):
        rows = getattr(view, name)
        assert list(zip(rows["start"], rows["end"], strict=True)) == sorted(
            (r.start, r.end) for r in getattr(extraction, name)
        )


def test_reading_of_an_unknown_article(filled: Workspace) -> None:
    with pytest.raises(KeyError, match="No article 'nowhere'"):
        filled.reading("nowhere")


def test_texts_leaves_unknown_ids_out(filled: Workspace) -> None:
    some = factory.extraction(3).article
    assert filled.texts([some.content_id, "nowhere"]) == {some.content_id: some.text}
    assert filled.texts([]) == {}


def test_an_answer_may_be_changed_by_the_caller(filled: Workspace) -> None:
    answer = filled.quotes()
    answer.loc[:, "text"] = "changed"
    answer.at[0, "about"].append("changed")
    assert "changed" not in set(filled.quotes()["text"])
    assert "changed" not in filled.quotes().at[0, "about"]


def test_version_grows_and_is_one_look_at_the_disk(empty: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    other, seen = Workspace.open(empty.path), [empty.version()]
    for n in range(3):
        add(other, factory.extractions(1, n), engine="test")
        seen.append(empty.version())
    assert seen == sorted(set(seen))
    looks: list[str] = []
    monkeypatch.setattr("onrecord.workspace.store.os.path.exists", lambda path: looks.append(str(path)))
    monkeypatch.setattr(Path, "glob", lambda *_: pytest.fail("listed the log"))
    assert empty.version() == seen[-1]
    assert len(looks) == 1


def test_an_open_workspace_sees_what_another_adds(empty: Workspace) -> None:
    other = Workspace.open(empty.path)
    assert empty.articles().empty
    add(other, factory.extractions(3), engine="test")
    assert len(empty.articles()) == 3
    assert len(empty.search("report")) == 3


def test_a_pinned_version_stays(empty: Workspace) -> None:
    add(empty, factory.extractions(3), engine="test")
    version = empty.version()
    answers = {question: getattr(empty, question)() for question in COLUMNS}
    add(empty, factory.extractions(9), engine="test")
    pinned = Workspace.open(empty.path, version=version)
    assert pinned.version() == version
    for question, answer in answers.items():
        assert getattr(pinned, question)().equals(answer), question
    assert len(pinned.search("report")) == 3
    with pytest.raises(ReadOnlyError):
        add(pinned, [], engine="test")


@pytest.mark.parametrize("version", [-1, 999])
def test_a_version_that_is_not_there(empty: Workspace, version: int) -> None:
    with pytest.raises(WorkspaceError, match="Expected a version from 0 to"):
        Workspace.open(empty.path, version=version)


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def test_read_only_answers_everything_and_writes_nothing(empty: Workspace) -> None:
    add(empty, factory.extractions(3), engine="test")
    (empty.path / "search.sqlite").unlink()
    before = {p: p.stat().st_mtime_ns for p in empty.path.rglob("*")}
    with Workspace.open(empty.path, read_only=True) as workspace:
        for question in QUESTIONS:
            getattr(workspace, question)(Selection(text="report OR matters"))
        assert len(workspace.search("report")) == 3
        for write in (lambda: add(workspace, [], engine="x"), lambda: finishing.compact(workspace)):
            with pytest.raises(ReadOnlyError, match="opened to read"):
                write()
    assert {p: p.stat().st_mtime_ns for p in empty.path.rglob("*")} == before


@pytest.mark.skipif(_is_root(), reason="root may write to a read-only folder")
@pytest.mark.parametrize("read_only", [True, False])
@pytest.mark.parametrize("indexed", [True, False])
def test_a_folder_that_cannot_be_written(empty: Workspace, read_only: bool, indexed: bool) -> None:
    add(empty, factory.extractions(3), engine="test")
    if not indexed:
        (empty.path / "search.sqlite").unlink()
    folders = [empty.path, *(p for p in empty.path.rglob("*") if p.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    try:
        with Workspace.open(empty.path, read_only=read_only) as workspace:
            assert len(workspace.search("report")) == 3
            assert len(workspace.quotes(Selection(text="point"))) == 6
    finally:
        for folder in folders:
            folder.chmod(0o755)


def test_a_read_only_workspace_follows_another_process_index(empty: Workspace) -> None:
    reader = Workspace.open(empty.path, read_only=True)
    assert reader.search("report").empty
    for n in range(3):
        add(empty, factory.extractions(1, n), engine="test")
        assert len(reader.search("report")) == n + 1


def test_temporary_is_gone_afterwards() -> None:
    with temporary() as workspace:
        add(workspace, factory.extractions(1), engine="test")
        path = workspace.path
        assert len(workspace.articles()) == 1
    assert not path.parent.exists()


def test_threads_share_one_workspace(empty: Workspace) -> None:
    other, failures = Workspace.open(empty.path), []
    add(other, factory.extractions(5), engine="test")

    def ask(k: int) -> None:
        outlet = factory.OUTLETS[k % 3]
        try:
            for _ in range(3):
                articles = empty.articles(Selection(outlets=(outlet,), text="report"))
                assert set(articles["outlet"]) == {outlet}
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=ask, args=(k,)) for k in range(4)]
    for thread in threads:
        thread.start()
    add(other, factory.extractions(5, 5), engine="test", batch_articles=2)
    for thread in threads:
        thread.join()
    assert failures == []


@pytest.mark.parametrize("question", ["quotes", "mentions"])
def test_some_columns_alone_are_the_same_rows(filled: Workspace, question: str) -> None:
    selection = Selection(outlets=("Daily Lantern",))
    ask = getattr(filled, question)
    some = ask(selection, ["end", "outlet", "article_id"])
    pd.testing.assert_frame_equal(some, ask(selection)[["end", "outlet", "article_id"]])


@pytest.mark.parametrize(
    "selection", [Selection(), Selection(junk=True), Selection(outlets=("Daily Lantern",))]
)
def test_entities_by_outlet_add_up_to_the_entities(filled: Workspace, selection: Selection) -> None:
    rows = filled.entities_by_outlet(selection, top=4)
    whole = filled.entities(selection).set_index("entity_id")
    summed = rows.groupby("entity_id", sort=False)[["articles", "mentions"]].sum()
    assert len(summed) == 4
    assert summed["articles"].tolist() == whole["articles"].head(4).tolist()
    assert summed["mentions"].tolist() == whole.loc[summed.index, "mentions"].tolist()
    assert set(rows["entity"]) == set(whole.loc[summed.index, "name"])


def test_links_say_how_an_article_knows_an_entity(filled: Workspace) -> None:
    entities = filled.entities().set_index("name", drop=False)
    entity, selection = entities.loc["Ada Quill"], Selection(outlets=("Daily Lantern",))
    links = filled.links([entity["entity_id"]], selection)
    assert set(links["article_id"]) <= set(filled.articles(selection)["article_id"])
    assert set(links["name"]) == {entity["name"]}
    assert links["why"].str.len().min() > 0
    assert filled.links([], selection).empty


def test_a_title_is_found_where_it_stands_and_counts_as_no_name(tmp_path: Path) -> None:
    plain = factory.extraction(1)
    name = next(mention for mention in plain.mentions if mention.label == "PERSON")
    title = replace(name, end=name.start + 3, text=name.text[:3], label=TITLE, source="title")
    workspace = Workspace.create(tmp_path / "w")
    add(workspace, [replace(plain, mentions=(*plain.mentions, title))], engine="test")
    named, entities = workspace.mentions(Selection(junk=True)), workspace.entities(Selection(junk=True))
    assert len(named) == entities["mentions"].sum() == len(plain.mentions)
    entity_id = named.loc[named["start"] == name.start, "entity_id"].iloc[0]
    stated = workspace.titles([entity_id])
    assert stated[["start", "end", "text", "entity"]].to_numpy().tolist() == [
        [title.start, title.end, title.text, name.text]
    ]
    assert workspace.titles(["nobody"]).empty
    assert check(workspace) == []


def test_mentions_of_some_entities(tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path / "w")
    add(workspace, factory.extractions(6), engine="test")
    everything = workspace.mentions()
    some = list(everything["entity_id"].unique()[:2])
    mine = everything[everything["entity_id"].isin(some)].reset_index(drop=True)
    pd.testing.assert_frame_equal(workspace.mentions(of=some), mine)
    assert workspace.mentions(of=[]).empty
    assert workspace.mentions(columns=["text"], of=some)["text"].tolist() == mine["text"].tolist()


def test_company_counts_as_the_connections_page_does(tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path / "w")
    add(workspace, factory.extractions(20), engine="test")
    mentions = workspace.mentions()
    entity_id = mentions["entity_id"].iloc[0]
    rows = pairs(mentions)
    sides = [rows[rows[me] == entity_id].rename(columns={o: "id"}) for me, o in (("a", "b"), ("b", "a"))]
    expected = pd.concat(sides).set_index("id")["together"].sort_index()
    company = workspace.company(entity_id, top=99)
    assert company["together"].is_monotonic_decreasing
    assert company.set_index("entity_id")["together"].sort_index().to_dict() == expected.to_dict()
    assert len(workspace.company(entity_id, top=1)) == 1
    assert workspace.company("nobody").empty
