"""The user's documents: what two articles tell of one remark, and what the lead of one of them drops."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from spacy.language import Language

from onrecord.extraction.extract import extract
from onrecord.reading import read
from onrecord.records import Article, Extraction
from onrecord.statements import pairs
from onrecord.workspace.adding import add
from onrecord.workspace.workspace import temporary

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def gold(shared: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((shared / "gold/seeds.json").read_text(encoding="utf-8"))[
        "statements"
    ]
    return found


@pytest.fixture(scope="module")
def seeds(shared: Path, nlp: Language) -> list[Extraction]:
    return list(extract([one for one in read([shared / "seeds"]) if isinstance(one, Article)], nlp))


def meet(one: list[int], two: list[int]) -> bool:
    return max(one[0], two[0]) < min(one[1], two[1])


def test_the_pairs_between_articles_are_found_and_no_others(
    seeds: list[Extraction], gold: list[dict[str, Any]]
) -> None:
    wanted = [pair for pair in gold if pair["a"] != pair["b"]]
    found = list(pairs(seeds))
    for pair in wanted:
        assert [
            one["relation"] for one in found
            if (one["a"], one["b"]) == (pair["a"], pair["b"])
            and meet(one["a_span"], pair["a_span"]) and meet(one["b_span"], pair["b_span"])
        ] == [pair["relation"]]  # fmt: skip
    assert len(found) == len(wanted)


def test_the_lead_that_drops_the_condition_is_alerted_alone(seeds: list[Extraction]) -> None:
    with temporary() as workspace:
        add(workspace, seeds, engine="test")
        statements = workspace.statements()
        told = workspace.statement_quotes(statements["statement_id"].tolist())
    told = told[told["text"].str.contains("has to be backed")].set_index("text")
    assert len(told) == 3
    alerted = told[told["alerts"].str.len() > 0]
    assert [alert["kind"] for alerts in alerted["alerts"] for alert in alerts] == ["condition"]
    assert len(alerted.index[0]) < 90  # the lead
    assert pd.Series(alerted.index).str.contains("if").sum() == 0
