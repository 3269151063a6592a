"""The network is the pairs, thresholded; groups and positions hold still."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from onrecord.analysis import cooccurrence, network


def two_cliques() -> pd.DataFrame:
    """Pairs of a group of four and a group of three, joined by one weak edge; and a pair apart."""
    groups = ["abcd", "xyz", "mn"]
    links = [(s, t, 9) for group in groups for s in group for t in group if s < t] + [("a", "x", 1)]
    rows = [
        {
            "article_id": f"{s}{t}{i}",
            "start": 0,
            "sentence_start": 0,
            "entity_id": e,
            "entity": e.upper(),
            "kind": "ORG",
        }
        for s, t, n in links
        for i in range(n)
        for e in (s, t)
    ]
    return cooccurrence.pairs(pd.DataFrame(rows))


def test_groups_become_communities_and_what_joins_them_is_a_bridge() -> None:
    found = network.build(two_cliques())
    community = dict(zip(found.nodes["entity_id"], found.nodes["community"], strict=True))
    assert [community[e] for e in "abcd"] == [0] * 4
    assert [community[e] for e in "xyz"] == [1] * 3
    assert [community[e] for e in "mn"] == [2] * 2
    bridges = found.edges[found.edges["bridge"]]
    assert list(zip(bridges["a"], bridges["b"], strict=True)) == [("a", "x")]
    assert dict(zip(found.nodes["entity_id"], found.nodes["degree"], strict=True))["a"] == 4


def test_only_the_heaviest_edges_and_their_nodes_stay() -> None:
    found = network.build(two_cliques(), max_edges=3)
    assert len(found.edges) == 3
    assert set(found.nodes["entity_id"]) == set(found.edges["a"]) | set(found.edges["b"])


def test_edges_no_stronger_than_chance_are_left_out_of_a_measure_beyond_chance() -> None:
    rows = two_cliques().assign(npmi=lambda rows: rows["npmi"].where(rows["together"] > 1, -0.2))
    edges = network.build(rows, measure="npmi").edges
    assert ("a", "x") not in set(zip(edges["a"], edges["b"], strict=True))
    assert (edges["weight"] > 0).all()


def test_places_are_in_the_unit_square_and_apart() -> None:
    nodes = network.build(two_cliques()).nodes
    assert nodes[["x", "y"]].min().min() >= 0
    assert nodes[["x", "y"]].max().max() <= 1
    assert not nodes[["x", "y"]].round(3).duplicated().any()


def test_the_picture_is_the_same_in_every_process() -> None:
    code = (
        "from tests.analysis.test_network import two_cliques; from onrecord.analysis import network;"
        "n = network.build(two_cliques()); print(n.nodes.round(6).to_csv(), n.edges.to_csv())"
    )
    root = Path(__file__).parents[2]
    runs = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed},
            cwd=root,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1] != ""


@pytest.mark.parametrize("measure", cooccurrence.MEASURES)
def test_no_pairs_no_network(measure: cooccurrence.Measure) -> None:
    found = network.build(two_cliques().iloc[:0], measure=measure)
    assert found.nodes.empty
    assert found.edges.empty
    assert {"x", "y", "community", "degree"} <= set(found.nodes)
