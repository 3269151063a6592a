from __future__ import annotations

from datetime import date

import pytest

from onrecord.ui import directory
from onrecord.ui.directory import NOBODY, Directory, labels
from onrecord.ui.filters import OFFERED, offered
from onrecord.workspace import Workspace
from tests.workspace import factory


@pytest.mark.parametrize(
    ("names", "found"),
    [
        ([("1", "Jordan", "country")], {"Jordan": "1"}),
        (
            [("1", "Jordan", "country"), ("2", "Jordan", "person")],
            {"Jordan": "1", "Jordan (person)": "2"},
        ),
        (
            [("a1", "Li", "person"), ("b2", "Li", "person"), ("c3", "Li", "person")],
            {"Li": "a1", "Li (person)": "b2", "Li (c3)": "c3"},
        ),
        ([("1", None, "person"), (None, "Nobody", "person"), ("2", " ", "x")], {}),
    ],
)
def test_labels_are_unique_and_name_what_they_stand_for(
    names: list[tuple[str, str, str]], found: dict[str, str]
) -> None:
    assert labels(*zip(*names, strict=True)) == found


def test_an_entity_is_found_by_its_label_or_an_alias() -> None:
    known = Directory(
        entities={"Ada Quill": "e1"}, speakers={"aides": "name:aides"}, aliases={"ms quill": "e1"}
    )
    assert known.entity("Ada Quill") == "e1"
    assert known.speaker("Ms Quill") == "e1"
    assert known.speaker("aides") == "name:aides"
    assert known.entity("Who") == NOBODY + "Who"
    assert known.speaker_label("name:aides") == "aides"


def test_a_workspace_is_read_most_frequent_first(filled: Workspace) -> None:
    found = directory.read(filled)
    assert sorted(found.outlets) == sorted(factory.OUTLETS)
    assert set(factory.PEOPLE) <= set(found.entities)
    assert set(factory.PEOPLE) <= set(found.speakers)
    assert found.first == date(2024, 1, 1)
    assert found.last is not None


def test_an_empty_workspace_has_no_names(empty: Workspace) -> None:
    assert directory.read(empty) == Directory()


@pytest.mark.parametrize(
    ("wanted", "chosen", "first"),
    [
        ("", [], "Name 0"),
        ("name 17", [], "Name 17"),
        ("", ["Name 900"], "Name 900"),
        ("nowhere", ["kept"], "kept"),
    ],
)
def test_offered_names_are_few_and_keep_what_is_chosen(wanted: str, chosen: list[str], first: str) -> None:
    names = offered((f"Name {i}" for i in range(1000)), wanted, chosen)
    assert names[0] == first
    assert len(names) <= OFFERED + len(chosen)
    assert all(word in name.casefold() for name in names[len(chosen) :] for word in wanted.split())
