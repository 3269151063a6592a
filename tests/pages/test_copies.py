"""The switch between all texts and independent ones: on every page, in every link."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.records import Selection
from onrecord.workspace import Workspace
from onrecord.workspace.adding import add
from tests.pages.conftest import Open, words
from tests.workspace import factory
from tests.workspace.test_copying import ran

PAGES = ("overview", "quotes", "entities", "connections", "statements", "compare", "articles")
OUTLETS = ("Harbour Post", "Northern Wire", "Daily Lantern")
INDEPENDENT = Selection(independent=True)


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """One text in three outlets, and six others."""
    workspace = Workspace.create(tmp_path_factory.mktemp("copied") / "workspace")
    original = factory.extraction(1, mentions=5)
    others = [factory.extraction(n, mentions=5) for n in range(3, 9)]
    add(workspace, [*(ran(original, outlet) for outlet in OUTLETS), *others], engine="test")
    return workspace


@pytest.mark.parametrize("page", PAGES)
def test_every_page_says_which_texts_it_counts(copied: Workspace, open_app: Open, page: str) -> None:
    told = {"told": "1"} if page == "statements" else {}
    app = open_app(copied, page, **told)
    assert not app.exception
    assert "All 9 texts count; 2 of them are copies of others." in words(app)
    app.segmented_control(key="texts").select("independent").run()
    assert not app.exception
    assert "7 independent texts count; 2 copies are left out." in words(app)


def test_a_link_holds_the_switch_and_figures_follow(copied: Workspace, open_app: Open) -> None:
    app = open_app(copied, "quotes", texts="independent")
    assert app.segmented_control(key="texts").value == "independent"
    everything, independent = copied.summary(), copied.summary(INDEPENDENT)
    assert independent["quotes"] < everything["quotes"]
    assert f"{independent['quotes']} quotes by" in words(app)
    assert "Independent texts: copies of one text count once." in words(app)
    app = open_app(copied, "articles", texts="independent")
    assert len(app.dataframe(key="articles_table_0").value) == 7


def test_clearing_the_filters_counts_all_texts_again(copied: Workspace, open_app: Open) -> None:
    app = open_app(copied, "quotes", texts="independent", outlet="Harbour Post")
    app.button(key="clear_filters").click().run()
    assert app.segmented_control(key="texts").value == "all"


@pytest.mark.parametrize("texts", ["all", "independent"])
def test_an_article_tells_its_copies(copied: Workspace, open_app: Open, texts: str) -> None:
    found = copied.copies()
    original = found.loc[found["relation"] == "original"].iloc[0]
    others = sorted(set(OUTLETS) - {original["outlet"]})
    app = open_app(copied, "articles", article=original["article_id"], texts=texts)
    said = words(app)
    assert "Also run by" in said
    assert all(outlet in said for outlet in others)
    assert ("This text counts for 3 articles" in said) is (texts == "independent")
    copy = found.loc[found["relation"] != "original"].iloc[0]
    app = open_app(copied, "articles", article=copy["article_id"], texts=texts)
    assert "Runs Associated Press copy" in words(app)
    assert (f"Here {original['outlet']}" in words(app)) is (texts == "independent")


def test_an_article_that_counts_alone_says_nothing(copied: Workspace, open_app: Open) -> None:
    alone = set(copied.articles()["article_id"]) - set(copied.copies()["article_id"])
    app = open_app(copied, "articles", article=alone.pop(), texts="independent")
    assert "Also run by" not in words(app)


def test_a_workspace_in_which_nobody_looked_says_so(
    tmp_path: Path, open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.workspace.finishing.find_copies", lambda _: False)
    with Workspace.create(tmp_path / "old") as old:
        add(old, factory.extractions(3), engine="test")
        app = open_app(old, "quotes", texts="independent")
    assert "nobody has looked for copies" in words(app)
