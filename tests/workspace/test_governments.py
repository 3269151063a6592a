"""The switch that counts Pyongyang as North Korea: entities, mentions, quotes and filters agree."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.records import Article, Extraction, LocalEntity, Mention, Passage, Quote, Selection
from onrecord.workspace import Workspace
from onrecord.workspace.adding import add

MERGED = Selection(governments=True)
TEXT = "North Korea waits. Pyongyang said North Korea and Pyongyang agree. Osaka slept."
NAMES = ("North Korea", "Pyongyang", "Osaka")


def extraction() -> Extraction:
    mentions = []
    for name in NAMES:
        start = TEXT.find(name)
        while start >= 0:
            mentions.append(Mention(start, start + len(name), name, "GPE", name, (0, len(TEXT))))
            start = TEXT.find(name, start + 1)
    start, end = TEXT.index("North Korea and"), TEXT.index(" Osaka")
    quote = Quote(
        start,
        end,
        TEXT[start:end],
        "indirect",
        entity="Pyongyang",
        speaker_name="Pyongyang",
        speaker_class="named",
        group="1",
    )
    return Extraction(
        article=Article("a", TEXT),
        passages=(Passage(0, len(TEXT)),),
        entities=tuple(LocalEntity(name, name, "GPE", (name,)) for name in NAMES),
        mentions=tuple(sorted(mentions, key=lambda m: m.start)),
        quotes=(quote,),
    )


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "w") as made:
        add(made, [extraction()], engine="test")
        yield made


def counts(workspace: Workspace, selection: Selection) -> dict[str, int]:
    entities = workspace.entities(selection)
    return dict(zip(entities["name"], entities["mentions"].tolist(), strict=True))


def test_a_seat_is_an_entity_of_its_own_by_default(workspace: Workspace) -> None:
    assert counts(workspace, Selection()) == {"North Korea": 2, "Pyongyang": 2, "Osaka": 1}
    assert workspace.quotes()["speaker"].tolist() == ["Pyongyang"]


def test_the_switch_counts_it_as_its_country(workspace: Workspace) -> None:
    assert counts(workspace, MERGED) == {"North Korea": 4, "Osaka": 1}
    assert workspace.mentions(MERGED)["entity"].value_counts().to_dict() == {"North Korea": 4, "Osaka": 1}
    assert workspace.speakers(MERGED)["speaker"].tolist() == ["North Korea"]
    assert workspace.summary(MERGED)["entities"] == 2


def test_a_country_named_twice_in_a_quote_is_listed_once(workspace: Workspace) -> None:
    country = workspace.entities(MERGED).set_index("name").loc["North Korea", "entity_id"]
    assert workspace.quotes(MERGED)["about"].tolist() == [[country]]
    assert len(workspace.quotes()["about"][0]) == 2


def test_a_filter_by_the_seat_is_one_by_the_country(workspace: Workspace) -> None:
    ids = dict(zip(*(workspace.entities()[column] for column in ("name", "entity_id")), strict=True))
    for name in ("Pyongyang", "North Korea"):
        selection = Selection(entities=(ids[name],), speakers=(ids[name],), governments=True)
        assert len(workspace.quotes(selection)) == 1
    assert workspace.quotes(Selection(speakers=(ids["North Korea"],))).empty


def test_the_switch_leaves_other_questions_as_they_are(workspace: Workspace) -> None:
    workspace.entities(MERGED)
    assert counts(workspace, Selection())["Pyongyang"] == 2
