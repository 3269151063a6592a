"""Copies in a workspace: found as articles come, whatever the order, and never twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from onrecord import copies
from onrecord.records import Article, Extraction, Passage, Selection
from onrecord.workspace import Workspace, copying
from onrecord.workspace.adding import add, remove
from onrecord.workspace.check import check
from onrecord.workspace.copying import find_copies
from onrecord.workspace.corrections import decide_passage
from tests.copies.reports import report, rewritten, text
from tests.workspace import factory

STORY = report(1)
PROMO = "Subscribe to the letter of our captain, and read each morning what the tide brings in from the sea."


def article(name: str, sentences: Sequence[str], outlet: str | None = None, day: int = 4) -> Extraction:
    """An article with a headline of its own, and a promotion that all have in common."""
    headline, body = f"{name} reports", text(list(sentences))
    whole = f"{headline}\n\n{body}\n\n{PROMO}"
    start = len(headline) + 2
    passages = (
        Passage(0, len(headline), "heading", "first line"),
        Passage(start, start + len(body)),
        Passage(start + len(body) + 2, len(whole), "promo", "asks for something"),
    )
    made = Article(name, whole, headline, outlet, date(2031, 5, day), language="en")
    return Extraction(made, passages)


STORIES = [
    article("wire", STORY, "Northern Wire", 3),
    article("post", STORY, "Harbour Post"),
    article("update", [*report(2)[:3], *STORY], "Harbour Post", 6),
    article("lantern", rewritten(STORY, 0.2), "Daily Lantern", 5),
    article("brief", STORY[:4], None, 5),
    *(article(f"other {n}", report(n), "Harbour Post") for n in range(10, 22)),
    article("twin", report(10), "Harbour Post", 9),
]
EXPECTED = {
    "wire": "original", "post": "exact", "lantern": "near", "update": "near", "brief": "cut",
    "other 10": "original", "twin": "exact",
}  # fmt: skip


def told(workspace: Workspace) -> dict[str, str]:
    names = workspace.articles().set_index("article_id")["source_id"]
    found = workspace.copies()
    return dict(zip(found["article_id"].map(names), found["relation"], strict=True))


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("stories") / "workspace"
    with Workspace.create(path) as workspace:
        add(workspace, STORIES, engine="test")
    return path


def test_finds_copies_as_articles_are_added(path: Path) -> None:
    with Workspace.open(path, read_only=True) as workspace:
        assert told(workspace) == EXPECTED
        assert check(workspace) == []
        assert workspace.summary(Selection(independent=True))["articles"] == len(STORIES) - 5


@pytest.mark.parametrize("size", [1, 4])
def test_the_order_of_adding_makes_no_difference(empty: Workspace, path: Path, size: int) -> None:
    backwards = STORIES[:5][::-1] + STORIES[15:]
    for at in range(0, len(backwards), size):
        add(empty, backwards[at : at + size], engine="test")
    with Workspace.open(path, read_only=True) as whole:
        expected = whole.copies(Selection(articles=tuple(x.article.content_id for x in backwards)))
    pd.testing.assert_frame_equal(empty.copies(), expected)


def test_reads_only_what_may_be_a_copy(empty: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    add(empty, STORIES[:-1], engine="test")
    read: list[str] = []
    texts = copying._texts

    def watched(snapshot: object, article_ids: Sequence[str]) -> object:
        read.extend(article_ids)
        return texts(snapshot, article_ids)  # type: ignore[arg-type]

    monkeypatch.setattr(copying, "_texts", watched)
    new = [STORIES[-1], article("more", [*STORY, report(3)[0]]), article("unlike", report(30))]
    add(empty, new, engine="test")
    known = {x.article.content_id: x.article.id for x in [*STORIES, *new]}
    names = {known[article_id] for article_id in read}
    assert {"twin", "more", "unlike", "update", "lantern"} <= names
    assert not {name for name in names if name.startswith("other")}


def test_a_second_look_finds_nothing_to_do(path: Path) -> None:
    with Workspace.open(path) as workspace:
        version = workspace.version()
        assert not find_copies(workspace)
        assert workspace.version() == version


def test_a_cluster_goes_on_without_its_original(empty: Workspace) -> None:
    add(empty, STORIES[:6], engine="test")
    remove(empty, [STORIES[0].article.content_id])
    assert told(empty) == {"post": "original", "lantern": "near", "update": "updated version", "brief": "cut"}
    remove(empty, [x.article.content_id for x in STORIES[2:6]])
    assert told(empty) == {}
    assert not find_copies(empty)
    add(empty, STORIES[:6], engine="test")
    assert told(empty) == {name: what for name, what in EXPECTED.items() if name not in ("other 10", "twin")}
    assert check(empty) == []


def test_what_died_before_it_was_published_is_done_again(
    empty: Workspace, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(copying, "_append_run", die)
        with pytest.raises(KeyboardInterrupt):
            add(empty, STORIES, engine="test")
    assert told(empty) == {}
    add(empty, [article("late", report(40))], engine="test")
    assert told(empty) == EXPECTED


def test_sketches_of_another_scheme_are_made_anew(empty: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(copies, "SCHEME", "0: an older one")
        add(empty, STORIES, engine="test")
    assert find_copies(empty)
    assert told(empty) == EXPECTED
    schemes = empty.snapshot().frame("SELECT scheme, count(*) AS n FROM raw_sketches GROUP BY ALL")
    assert schemes.set_index("scheme")["n"].to_dict() == {"0: an older one": 18, copies.SCHEME: 18}


def test_two_writers_at_once_lose_no_copies(path: Path, empty: Workspace) -> None:
    one, two = empty, Workspace.open(empty.path)
    snapshot, seen = one.snapshot, []

    def snapshot_while_the_other_adds() -> object:
        found = snapshot()
        if not seen and len(found.frame("SELECT 1 FROM article")) == 9:
            seen.append(True)
            add(two, STORIES, engine="test")
        return found

    one.snapshot = snapshot_while_the_other_adds  # type: ignore[method-assign, assignment]
    add(one, STORIES[:9], engine="test")
    assert seen
    assert told(two) == EXPECTED
    assert one.store.head().compared == len(STORIES)


def test_a_decision_on_a_passage_parts_no_copies(empty: Workspace) -> None:
    """What was sketched before the decision is compared as it is now, and known by its sketch."""
    wire, lantern = STORIES[0], STORIES[3]
    start, end = wire.passages[1].start, wire.passages[1].end
    first = Passage(start, start + len(text(STORY[:2])))
    apart = replace(wire, passages=(wire.passages[0], first, Passage(first.end + 2, end)))
    add(empty, [apart], engine="test")
    decide_passage(empty, wire.article.content_id, (first.start, first.end), "promo", who="Ada")
    add(empty, [lantern], engine="test")
    assert told(empty) == {"wire": "original", "lantern": "near"}


def test_articles_without_kept_words_and_without_copies(empty: Workspace) -> None:
    promo = Extraction(Article("promo", PROMO), (Passage(0, len(PROMO), "promo", "asks for something"),))
    add(empty, [promo, *factory.extractions(3)], engine="test")
    assert not find_copies(empty)
    assert empty.copies().empty


def test_agency_copy_is_one_independent_telling(empty: Workspace) -> None:
    """Five outlets that ran one text tell a statement five times, and once independently."""
    outlets = ("Harbour Post", "Northern Wire", "Daily Lantern", "Evening Bell", "Morning Tide")
    original = factory.extraction(1)
    add(empty, [ran(original, outlet) for outlet in outlets], engine="test")
    copied = empty.copies()
    assert copied["relation"].tolist() == ["original", *["agency copy"] * 4]
    everywhere, independent = empty.statements(), empty.statements(Selection(independent=True))
    assert set(everywhere["outlets"]) == {5}
    assert (set(independent["outlets"]), set(independent["articles"])) == ({1}, {1})
    assert empty.speakers(Selection(independent=True))["articles"].max() == 1


def ran(original: Extraction, outlet: str) -> Extraction:
    """The article with a credit line of the outlet's own, set aside, so that its text is another."""
    body = original.article.text
    credit = f"\n\nReporting by Associated Press for {outlet}"
    made = Article(outlet, body + credit, original.article.title, outlet, date(2031, 5, 4))
    last = Passage(len(body) + 2, len(body) + len(credit), "credit", "credit line")
    return Extraction(made, (*original.passages, last), original.entities, original.mentions, original.quotes)
