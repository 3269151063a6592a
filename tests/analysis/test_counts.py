"""Speakers and entities are counted by outlet, names as outlets write them."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest
from tests.analysis import frames

from onrecord.analysis import counts, profile
from onrecord.analysis.groups import OTHERS, UNKNOWN

MENTIONS = frames.mentions(
    {"north-1": "Ada met Ben. Ada met Ben again. Ada left.", "north-2": "Ada and Cleo.", "south-1": "Ben."}
)


def test_speakers_by_outlet_are_the_most_quoted_first() -> None:
    quotes = frames.quotes(
        [{"outlet": "north"}, {"outlet": "south"}, {"outlet": "north"}, {"outlet": None},
         {"speaker_id": "ben", "speaker": "Ben"}, {"speaker_id": None, "speaker": None}]
    )  # fmt: skip
    rows = counts.speakers_by_outlet(quotes)
    assert list(zip(rows["speaker"], rows["outlet"], rows["n"], rows["total"], strict=True)) == [
        ("Ada", "north", 2, 4), ("Ada", "south", 1, 4), ("Ada", UNKNOWN, 1, 4), ("Ben", "north", 1, 1),
    ]  # fmt: skip
    assert set(counts.speakers_by_outlet(quotes, top_n=1)["speaker"]) == {"Ada"}


def tallied(rows: list[tuple[str, str | None, int, int]]) -> pd.DataFrame:
    """As the workspace tallies entities: (entity, outlet, articles, mentions)."""
    frame = pd.DataFrame(rows, columns=["entity", "outlet", "articles", "mentions"])
    return frame.assign(entity_id=frame["entity"].str.lower(), kind="PERSON")


def test_entities_rank_by_articles_and_equals_by_mentions() -> None:
    rows = counts.entities_by_outlet(
        tallied(
            [("Ada", "north", 1, 9), ("Ben", "north", 1, 2), ("Ben", "south", 1, 2), ("Cleo", None, 2, 5)]
        )
    )
    found = zip(rows["entity"], rows["outlet"], rows["n"], rows["total"], rows["also"], strict=True)
    assert list(found) == [
        ("Cleo", UNKNOWN, 2, 2, 5),
        ("Ben", "north", 1, 2, 4),
        ("Ben", "south", 1, 2, 4),
        ("Ada", "north", 1, 1, 9),
    ]


def test_speakers_quoted_equally_often_rank_by_articles() -> None:
    quotes = frames.quotes(
        [{}, {}, *({"speaker_id": "zoe", "speaker": "Zoe", "article_id": article} for article in "ab")]
    )
    rows = counts.speakers_by_outlet(quotes, top_n=1)
    assert list(zip(rows["speaker"], rows["total"], rows["also"], strict=True)) == [("Zoe", 2, 2)]


def test_small_outlets_fold_and_keep_their_sum() -> None:
    rows = counts.entities_by_outlet(
        tallied([("Ada", outlet, 1, 1) for outlet in "abcdefghijk"]), named=["c"]
    )
    assert dict(zip(rows["outlet"], rows["n"], strict=True)) == {"c": 1, OTHERS: 10}


@pytest.mark.parametrize(
    "count", [counts.speakers_by_outlet, lambda rows: counts.entities_by_outlet(tallied([]))]
)
def test_nothing_counts_to_nothing(count: Callable[[pd.DataFrame], pd.DataFrame]) -> None:
    assert count(frames.quotes([{}]).iloc[:0]).empty


def test_names_are_those_the_outlets_write() -> None:
    named = MENTIONS.assign(text=MENTIONS["text"].where(MENTIONS["outlet"] == "north", "Mr Ben"))
    rows = counts.names_by_outlet(named[named["entity_id"] == "ben"])
    assert list(zip(rows["text"], rows["outlet"], rows["n"], strict=True)) == [
        ("Ben", "north", 2),
        ("Mr Ben", "south", 1),
    ]


@pytest.mark.parametrize("named", [None, ["a"], ["d", "e"]])
def test_behind_every_stretch_of_a_bar_stand_the_rows_it_counts(named: list[str] | None) -> None:
    outlet_of = ["a"] * 4 + ["b"] * 3 + [*"cccdefghijk", None, None]
    quotes = frames.quotes([{"outlet": outlet} for outlet in outlet_of] + [{"speaker_id": "ben"}])
    counted = counts.speakers_by_outlet(quotes, named=named)
    assert OTHERS in set(counted["outlet"])
    for row in counted.to_dict("records"):
        picked = {"id": row["speaker_id"], "outlet": row["outlet"]}
        assert len(counts.behind(quotes, counted, picked)) == row["n"]
        assert len(counts.behind(quotes, counted, {"id": row["speaker_id"]})) == row["total"]


def test_types_name_every_kind_of_quote() -> None:
    quotes = frames.quotes([{"type": "indirect"}, {"type": "direct"}, {"type": "direct"}])
    assert counts.types(quotes) == {"direct": 2, "mixed": 0, "indirect": 1}


def test_an_entitys_words_and_the_words_about_it_are_apart() -> None:
    quotes = frames.quotes(
        [
            {"about": ["ben"]},
            {"speaker_id": "ben", "about": ["ben"]},
            {"about": []},
            {"speaker_id": None, "about": ["ben"]},
            {"about": None},
        ]
    )
    assert list(profile.said(quotes, "ben")["quote_id"]) == ["q1"]
    assert list(profile.said_about(quotes, "ben")["quote_id"]) == ["q0", "q3"]
