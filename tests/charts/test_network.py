"""The ECharts option is plain JSON, carries no data in a formatter, and gives clicks back as pairs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from tests.analysis import frames

from onrecord.analysis import cooccurrence
from onrecord.analysis.network import build
from onrecord.charts import network
from onrecord.charts.colours import kind_colour

HOSTILE = "<img src=x onerror=alert(1)> {b}"
TEXTS = {"north-1": "Ada met Ben. Ada met Ben. Cleo saw Rome. Ada and Cleo. Ben and Rome."}
MENTIONS = frames.mentions(TEXTS).replace({"entity": {"Rome": HOSTILE}})
NET = build(cooccurrence.pairs(MENTIONS))


def leaves(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*path, key))
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner, path)
    else:
        yield path, value


def test_the_option_is_plain_python() -> None:
    option = network.figure(NET).chart
    assert {type(value) for _, value in leaves(option)} <= {str, int, float, bool}
    json.dumps(option, allow_nan=False)


def test_names_from_articles_stand_in_names_alone() -> None:
    places = {path[-1] for path, value in leaves(network.figure(NET).chart) if value == HOSTILE}
    assert places == {"name"}
    assert not [path for path, _ in leaves(network.figure(NET).chart) if "formatter" in path[-1].lower()]


def test_nodes_wear_the_colour_of_their_kind_and_keep_their_order() -> None:
    series = network.figure(NET).chart["series"][0]
    assert [node["id"] for node in series["data"]] == list(NET.nodes["entity_id"])
    for node, kind in zip(series["data"], NET.nodes["kind"], strict=True):
        assert series["categories"][node["category"]]["itemStyle"]["color"] == kind_colour(kind)
    pairs = [(link["source"], link["target"]) for link in series["links"]]
    assert pairs == list(zip(NET.edges["a"], NET.edges["b"], strict=True))


def test_a_narrow_screen_gets_the_plane_upright() -> None:
    option = network.figure(NET).chart
    narrow, wide = (rule["option"]["series"][0]["data"] for rule in option["media"])
    assert [node["id"] for node in narrow] == [node["id"] for node in wide]
    for small, large in zip(narrow, wide, strict=True):
        assert small["x"] / network.HEIGHT == pytest.approx(large["y"] / network.HEIGHT)
        assert small["symbolSize"] < large["symbolSize"]


@pytest.mark.parametrize(
    ("selected", "expected"),
    [
        ([], None),
        ([{"data_type": "node", "data_indices": [0]}], (NET.nodes["entity_id"][0],) * 2),
        ([{"data_type": "edge", "data_indices": [1]}], (NET.edges["a"][1], NET.edges["b"][1])),
        ([{"data_type": "node", "data_indices": [99]}], None),  # of a chart that was larger
        ([{"data_type": "edge", "data_indices": [-1]}], None),
    ],
)
def test_a_click_is_a_pair(selected: list[dict[str, Any]], expected: tuple[str, str] | None) -> None:
    picked = network.picked(NET, selected)
    assert picked == (None if expected is None else {"a": expected[0], "b": expected[1]})


def test_groups_are_told_in_words() -> None:
    figure, groups = network.figure(NET), network.groups(NET.nodes)
    assert groups["Entities"].sum() == len(NET.nodes)
    assert "4 entities" in figure.title
    assert figure.title in figure.alt
    for name in NET.nodes["name"]:
        assert groups["Members"].str.contains(name, regex=False).sum() == 1


def test_every_row_of_the_table_opens_its_tie() -> None:
    figure = network.figure(NET)
    for row, key in zip(figure.table.to_dict("records"), figure.keys, strict=True):
        edge = NET.edges[(NET.edges["a"] == key["a"]) & (NET.edges["b"] == key["b"])].iloc[0]
        assert (row["One"], row["Other"], row["Together"]) == (
            edge["a_name"],
            edge["b_name"],
            edge["together"],
        )
