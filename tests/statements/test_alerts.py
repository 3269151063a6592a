"""Alerts: what a cut or a change drops, by made-up quotes and by changes planted into them."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest
from tests.benchmarks.planted import ALERTS, CUTS, dressed

from onrecord.statements import match
from onrecord.statements.alerts import alerts

type Quotes = Callable[..., pd.DataFrame]
WALL = "We will rebuild the northern harbour wall before winter, if the council grants us the money."
MADE_UP = (
    "I think the harbour council did not spend 300 crowns on the lighthouse, unless the ledger is wrong.",
    "The old ferry may not sail on Sunday with 40 sheep aboard, if the northern storm reaches the islands.",
    "We probably won't repair the two granaries beside the orchard, as long as the miller refuses to pay.",
    "The schoolhouse roof is not safe for our children. Nobody asked the carpenter about the nails. "
    "Perhaps the bishop could lend us 12 ladders, if the monastery agrees to the plan.",
)


def found(fullest: str, telling: str, sentence: str | None = None) -> list[tuple[str, str]]:
    told = alerts(fullest, telling, sentence or f"She said: “{telling}”", "truncated")
    return [(alert["kind"], alert["words"]) for alert in told]


@pytest.mark.parametrize(
    ("fullest", "telling", "expected"),
    [
        (WALL, "We will rebuild the northern harbour wall before winter",
         [("condition", "if the council grants us the money")]),
        ("If the council agrees, we will rebuild the northern wall", "we will rebuild the northern wall",
         [("condition", "If the council agrees")]),
        ("We will ask if the wall is safe for children", "We will ask the children", []),
        ("I did not promise the islanders a second ferry", "I promised the islanders a second ferry",
         [("negation", "not promise the islanders")]),
        ("I do not believe that the northern wall will stand", "the northern wall will stand",
         [("negation", "not believe that the")]),
        ("The ferry sails at noon, and I will not wait for the mayor", "The ferry sails at noon", []),
        ("The northern wall might fall this winter", "The northern wall will fall this winter",
         [("hedge", "might fall this winter")]),
        ("I think the northern wall is safe", "the northern wall is safe",
         [("hedge", "I think the northern")]),
        ("We lost 1,200 sheep in two storms", "We lost sheep in two storms", [("number", "1,200")]),
        ("We lost 1,200 sheep in two storms", "We lost 200 sheep in 2 storms", [("number", "1,200")]),
        ("The wall fell on Monday. Nobody was hurt. The mayor wept for days.",
         "The wall fell on Monday … The mayor wept for days.",
         [("joined", "wall fell on Monday … The mayor wept for")]),
        ("The wall fell, as everybody knows, on Monday", "The wall fell … on Monday", []),
        ("The wall fell on Monday. Nobody was hurt.", "the wall fell, on Monday; nobody was hurt", []),
    ],
)  # fmt: skip
def test_what_a_telling_drops(fullest: str, telling: str, expected: list[tuple[str, str]]) -> None:
    shown = [(kind, words.removesuffix(" sheep")) for kind, words in found(fullest, telling)]
    assert shown == expected


@pytest.mark.parametrize(
    ("fullest", "telling", "sentence"),
    [
        (WALL, "will rebuild the northern harbour wall",
         "The mayor “will rebuild the northern harbour wall” should the council find the money."),
        (WALL, "We will rebuild the northern harbour wall before winter",
         "“We will rebuild the northern harbour wall before winter”, provided that money comes, she said."),
        ("I did not sell the northern lighthouse", "sold the northern lighthouse",
         "She denied that she had “sold the northern lighthouse”."),
        ("I think the northern wall is safe", "the northern wall is safe",
         "She believes that “the northern wall is safe”."),
        ("We lost 40 sheep in the northern storm", "lost sheep in the northern storm",
         "The 40 farmers “lost sheep in the northern storm”."),
    ],
)  # fmt: skip
def test_what_the_sentence_tells_outside_the_marks_is_not_lost(
    fullest: str, telling: str, sentence: str
) -> None:
    assert found(fullest, telling)
    assert found(fullest, telling, sentence) == []


PLANTED = [
    (text, kind, changed)
    for text in MADE_UP
    for kind, change in ALERTS.items()
    for changed in [change(text)]
    if changed
]


def test_every_kind_of_change_is_planted() -> None:
    assert {kind for _, kind, _ in PLANTED} == set(ALERTS)


@pytest.mark.parametrize(("text", "kind", "changed"), PLANTED)
def test_a_planted_change_raises_its_alert(quotes: Quotes, text: str, kind: str, changed: str) -> None:
    told = match(quotes((text,), (changed,))).statement_quotes
    assert kind in [alert["kind"] for alert in told["alerts"].iloc[1]]


@pytest.mark.parametrize("place", CUTS)
@pytest.mark.parametrize("text", MADE_UP[1:])
def test_a_planted_cut_is_found_where_it_is(quotes: Quotes, text: str, place: str) -> None:
    told = match(quotes((text,), (CUTS[place](text),))).statement_quotes
    assert told[["relation", "cut_at"]].iloc[1].tolist() == ["truncated", [place]]


@pytest.mark.parametrize("text", MADE_UP)
def test_other_marks_and_cases_raise_none(quotes: Quotes, text: str) -> None:
    told = match(quotes((text,), (dressed(text),))).statement_quotes
    assert told["relation"].tolist() == ["verbatim", "verbatim"]
    assert told["alerts"].tolist() == [[], []]


def test_the_reporting_sentence_is_asked_for_tellings_alone(quotes: Quotes) -> None:
    asked: list[str] = []

    def sentences(quote_ids: list[str]) -> dict[str, str]:
        asked.extend(quote_ids)
        return {"q1": "If the council agrees, “we will rebuild the northern harbour wall before winter”."}

    told = match(quotes((WALL,), (WALL[:55],), ("Nobody came to the feast of the bell",)), sentences)
    assert sorted(asked) == ["q0", "q1"]
    assert told.statement_quotes["alerts"].tolist() == [[], []]
