"""What could not be read stays with the workspace until it was read or put away."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord._errors import ReadOnlyError
from onrecord.records import Failure
from onrecord.workspace import Workspace
from onrecord.workspace.failures import failures, put_away, remember


def names(ws: Workspace) -> list[str]:
    return sorted(failures(ws)["name"])


def test_failures_are_remembered_with_reason_and_place(empty: Workspace, tmp_path: Path) -> None:
    archive = tmp_path / "a.zip"
    archive.write_bytes(b"x")
    remember(empty, [Failure(f"{archive}/b.txt", "broken")], read=[str(archive)], on_disk=True)
    remember(empty, [Failure("c.pdf", "encrypted")], read=["c.pdf"], on_disk=False)
    found = failures(empty).set_index("name")
    assert found.loc[f"{archive}/b.txt", ["path", "reason"]].tolist() == [str(archive), "broken"]
    assert found["path"].isna()["c.pdf"]  # what was dropped into a browser lies nowhere on this machine
    with Workspace.open(empty.path, read_only=True) as reader:
        assert len(failures(reader)) == 2


@pytest.mark.parametrize(
    ("failed", "read", "left"),
    [
        ("a.csv:row 7", "a.csv", []),
        ("a.txt (id-1)", "a.txt", []),
        ("a.zip/b.txt", "a.zip", []),
        ("a.zip/b.txt", "a.zip/b.txt", []),
        ("a.csv.gz:row 7", "a.csv", ["a.csv.gz:row 7"]),
        ("b.txt", "a.txt", ["b.txt"]),
    ],
)
def test_what_was_read_later_is_no_failure(empty: Workspace, failed: str, read: str, left: list[str]) -> None:
    remember(empty, [Failure(failed, "broken")], read=[], on_disk=False)
    remember(empty, [], read=[read], on_disk=True)  # another file of that name
    assert names(empty) == [failed]
    remember(empty, [], read=[read], on_disk=False)
    assert names(empty) == left


def test_what_fails_again_stays_with_its_newest_reason(empty: Workspace) -> None:
    remember(
        empty, [Failure("a.csv:row 1", "one"), Failure("a.csv:row 2", "two")], read=["a.csv"], on_disk=False
    )
    remember(empty, [Failure("a.csv:row 2", "still")], read=["a.csv"], on_disk=False)
    assert list(failures(empty)[["name", "reason"]].itertuples(index=False, name=None)) == [
        ("a.csv:row 2", "still")
    ]


def test_putting_away(empty: Workspace) -> None:
    remember(empty, [Failure("a.txt", "broken"), Failure("b.txt", "broken")], read=[], on_disk=False)
    put_away(empty, failures(empty).query("name == 'a.txt'")["failure_id"].tolist())
    assert names(empty) == ["b.txt"]


def test_nothing_to_remember_makes_no_version(empty: Workspace) -> None:
    version = empty.version()
    remember(empty, [], read=["a.txt"], on_disk=True)
    assert empty.version() == version


def test_who_may_only_read_remembers_nothing(empty: Workspace) -> None:
    with Workspace.open(empty.path, read_only=True) as reader, pytest.raises(ReadOnlyError):
        remember(reader, [Failure("a.txt", "broken")], read=[], on_disk=False)


def test_a_name_that_is_no_utf8(empty: Workspace) -> None:
    remember(empty, [Failure("a\udce9.txt", "broken")], read=[], on_disk=False)
    assert names(empty) == ["a?.txt"]
