"""Two passages that both match a third are a pair, if the two steps are sure enough together."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from onrecord.records import QuoteType, Relation, Span
from onrecord.statements.bridging import Found, bridged
from onrecord.statements.choosing import Match
from onrecord.statements.tellings import prepare

type Quotes = Callable[..., pd.DataFrame]


def by_way(
    quotes: Quotes,
    *,
    scores: tuple[float, float] = (0.8, 0.8),
    relations: tuple[Relation, Relation] = ("reworded", "truncated"),
    hubs: tuple[Span, Span] = ((0, 50), (0, 50)),
    types: tuple[QuoteType, QuoteType] = ("direct", "indirect"),
    speakers: tuple[str, str] = ("Ada Vale", "Ada Vale"),
) -> list[Found]:
    """What comes of a passage of article 1 that matches one of article 0 and one of article 2."""
    words = "the harbour wall stays"
    tellings = prepare(
        quotes((words, speakers[0], types[0]), (words, "Ada Vale"), (words, speakers[1], types[1]))
    )
    found = [
        Found((0, 1), (3, 53), hubs[0], Match(0, 1, relations[0], scores[0], 1.0)),
        Found((1, 2), hubs[1], (7, 57), Match(1, 2, relations[1], scores[1], 1.0)),
    ]
    return list(bridged(tellings, found))


def test_a_bridge_has_both_ends_and_is_as_sure_as_its_steps_together(quotes: Quotes) -> None:
    assert by_way(quotes) == [Found((0, 2), (3, 53), (7, 57), Match(0, 2, "reworded", 0.64, 0.0))]


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({"scores": (0.7, 0.7)}, id="not sure enough together"),
        pytest.param({"relations": ("truncated", "truncated")}, id="two pieces of one passage"),
        pytest.param({"hubs": ((0, 50), (30, 80))}, id="two passages of the third"),
        pytest.param({"hubs": ((0, 50), (60, 90))}, id="passages far apart"),
        pytest.param({"types": ("direct", "direct")}, id="what is quoted twice is alike by itself"),
        pytest.param({"speakers": ("Ada Vale", "Ben Tam")}, id="two speakers"),
    ],
)
def test_what_is_no_bridge(quotes: Quotes, changed: dict[str, tuple[object, object]]) -> None:
    assert by_way(quotes, **changed) == []  # type: ignore[arg-type]


def test_a_passage_is_no_bridge_back_to_the_same_article(quotes: Quotes) -> None:
    words = "the harbour wall stays"
    tellings = prepare(quotes((words, "Ada Vale", "indirect"), (words, "Ada Vale")))
    match = Match(0, 1, "reworded", 0.9, 1.0)
    found = [Found((0, 1), (0, 20), (0, 50), match), Found((0, 1), (30, 50), (0, 50), match)]
    assert list(bridged(tellings, found)) == []
