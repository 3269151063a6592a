"""``onrecord extract`` on real articles: nothing lost, no text changed, every offset exact."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from onrecord.cli import cli

FEW = 2
"""Articles of each file of annotations."""

pytestmark = pytest.mark.model


def articles(shared: Path) -> list[dict[str, Any]]:
    """The first articles of every file with one article a line, with all their annotations."""
    lines = [
        json.loads(line)
        for path in sorted((shared / "gold").glob("*.jsonl"))
        for line in path.read_text("utf-8").split("\n")[:FEW]
        if line
    ]
    return [line for line in lines if "text" in line]


def test_every_article_comes_out_as_it_was(shared: Path, tmp_path: Path) -> None:
    given, source, output = articles(shared), tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("".join(json.dumps(line) + "\n" for line in given), "utf-8")
    seeds = sorted((shared / "seeds").glob("*.txt"))
    result = CliRunner().invoke(cli, ["extract", str(source), *map(str, seeds), "--output", str(output)])
    assert result.exit_code == 0, result.output
    found = [json.loads(line) for line in output.read_text("utf-8").split("\n") if line]
    expected = [(line["id"], line["text"]) for line in given]
    expected += [(path.stem, path.read_bytes().decode()) for path in seeds]
    assert [(line["id"], line["text"]) for line in found] == expected
    rows = [(line["text"], row) for line in found for name in ("mentions", "quotes", "marked_text")
            for row in line[name]]  # fmt: skip
    assert len(rows) > 100
    for text, row in rows:
        assert row["text"] == text[row["start"] : row["end"]] != ""
        inside, around = row.get("marked", []), [row.get("cue"), row.get("speaker"), row.get("sentence")]
        assert all(row["start"] <= start < end <= row["end"] for start, end in inside)
        assert all(0 <= span[0] < span[1] <= len(text) for span in around if span)
