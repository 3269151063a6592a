"""The commands that read and write files, as a user runs them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from onrecord.cli import cli
from onrecord.records import Selection
from onrecord.workspace import Workspace
from onrecord.workspace.failures import failures

HARBOUR = (
    "Mayor Ada Okoye opened the new pier on Friday.\n"
    '"We built this pier for every child in the harbour district," Okoye said.\n'
    "She said that the ferry would sail again in spring.\n"
)
LEDGER = (
    "The pier is open.\n"
    "“We built this pier for every child in the harbour district,” said Ada Okoye, the mayor of Lindhaven.\n"
)

pytestmark = [pytest.mark.model, pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments], catch_exceptions=False)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "harbour.txt").write_text(HARBOUR, "utf-8")
    (folder / "ledger.txt").write_text(LEDGER, "utf-8")
    return folder


def lines(result_file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result_file.read_text("utf-8").splitlines()]


def test_extract_writes_a_line_an_article_with_exact_offsets(articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "deep" / "out.jsonl"
    assert run("extract", articles, "--output", out).exit_code == 0
    found = lines(out)
    assert [line["id"] for line in found] == ["harbour", "ledger"]
    assert [line["text"] for line in found] == [HARBOUR, LEDGER]
    for line in found:
        for row in line["mentions"] + line["quotes"] + line["marked_text"]:
            assert line["text"][row["start"] : row["end"]] == row["text"]
    speakers = {quote["speaker_name"] for line in found for quote in line["quotes"]}
    assert speakers == {"Ada Okoye"}


def test_extract_names_what_it_cannot_read_and_goes_on(articles: Path, tmp_path: Path) -> None:
    (articles / "scan.bin").write_bytes(bytes(range(256)) * 20)
    out = tmp_path / "out.jsonl"
    result = run("extract", articles / "harbour.txt", articles / "scan.bin", "--output", out)
    assert result.exit_code == 1
    assert "scan.bin" in result.stderr
    assert [line["id"] for line in lines(out)] == ["harbour"]


def test_statements_finds_what_both_report(articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "pairs.jsonl"
    assert run("statements", articles, "--output", out).exit_code == 0
    (pair,) = lines(out)
    assert {pair["a"], pair["b"]} == {"harbour", "ledger"}
    assert pair["relation"] == "verbatim"
    assert pair["speaker_name"] == "Ada Okoye"


def test_add_reads_only_what_is_new_and_check_is_clean(articles: Path, tmp_path: Path) -> None:
    workspace = tmp_path / "w"
    assert "Added 2 articles" in run("add", articles, "--workspace", workspace).output
    (articles / "copy.txt").write_text(HARBOUR, "utf-8")
    (articles / "third.txt").write_text("The tide was low on Sunday.\n", "utf-8")
    assert "Added 1 article," in run("add", articles, "--workspace", workspace).output
    result = run("check", "--workspace", workspace)
    assert result.exit_code == 0
    assert "is sound: 3 articles" in result.output


def test_add_sets_other_languages_aside_and_remembers_what_it_could_not_read(tmp_path: Path) -> None:
    folder, workspace = tmp_path / "in", tmp_path / "workspace"
    folder.mkdir()
    german = "Der Rat tagte am Montag zwei Stunden lang, und die Stadt wartete auf das neue Schiff. " * 4
    (folder / "g.txt").write_text(german, encoding="utf-8")
    (folder / "m.txt").write_text("“We didnâ€™t go,” Ann Lee said.", encoding="utf-8")
    (folder / "bad.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    result = run("add", folder, "--workspace", workspace, "--processes", 1)
    assert result.exit_code == 1
    assert "Set aside, because it is not English: 1 German." in result.stdout
    with Workspace.open(workspace, read_only=True) as opened:
        assert list(opened.articles()["text_from"]) == ["mended"]
        assert list(opened.other_languages()["source_id"]) == ["g"]
        assert opened.quotes(Selection(articles=tuple(opened.other_languages()["article_id"]))).empty
        assert failures(opened)["path"].tolist() == [str(folder / "bad.csv")]
    (folder / "bad.csv").write_text("id,text\n1,Nothing was said.\n", encoding="utf-8")
    assert run("add", folder, "--workspace", workspace, "--processes", 1).exit_code == 0
    with Workspace.open(workspace, read_only=True) as opened:
        assert failures(opened).empty
    extracted = tmp_path / "out.jsonl"
    run("extract", folder / "m.txt", "--output", extracted, "--processes", 1)
    assert "didnâ€™t" in json.loads(extracted.read_text(encoding="utf-8"))["text"]  # kept to the character


def test_what_extract_writes_add_loads_as_it_is(articles: Path, tmp_path: Path) -> None:
    out, workspace = tmp_path / "out.jsonl", tmp_path / "w"
    run("extract", articles, "--output", out)
    result = run("add", "--extracted", out, "--workspace", workspace)
    assert result.exit_code == 0, result.output
    assert "Added 2 articles" in result.output
    assert run("check", "--workspace", workspace).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["extract", "none.txt"], "none.txt"),
        (["add", "a.csv", "--column", "text"], "FIELD=COLUMN"),
        (["check", "--workspace", "nowhere"], "nowhere"),
    ],
)
def test_errors_say_what_was_expected(
    arguments: list[str], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(cli, arguments)
    assert result.exit_code != 0
    assert message in f"{result.output} {result.stderr} {result.exception}"
