"""Who appears with whom, as a graph: nodes, edges, communities and positions."""

from __future__ import annotations

from dataclasses import dataclass

import networkx as nx
import numpy as np
import pandas as pd

from onrecord.analysis.cooccurrence import Measure, names_of

_SEED = 20170818
"""Any number: fixed, so that the same corpus always gives the same picture."""


@dataclass(frozen=True)
class Network:
    """``nodes``: entity_id, name, kind, count, degree, community (0 is the largest), x, y (0 to 1).

    ``edges``: a, b, a_name, b_name, together, weight (the measure's value), bridge (its ends are in two
    communities). Both in falling order of count and weight.
    """

    nodes: pd.DataFrame
    edges: pd.DataFrame


def build(rows: pd.DataFrame, *, measure: Measure = "together", max_edges: int = 120) -> Network:
    """The network of ``cooccurrence.pairs``: its ``max_edges`` heaviest edges and the nodes they join.

    Edges that are no stronger than chance (``npmi`` or ``g2`` not above 0) are left out when that is
    the measure. Communities: Louvain with a fixed seed (Blondel and others 2008, "Fast unfolding of
    communities in large networks"). Positions: Fruchterman and Reingold 1991, "Graph drawing by
    force-directed placement", each linked part by itself, the parts packed in rows.
    """
    kept = rows[rows[measure] > 0].sort_values(
        [measure, "together", "a", "b"], ascending=[False, False, True, True]
    )
    edges = kept.head(max_edges).assign(weight=lambda kept: kept[measure].astype(float))
    about = names_of(edges)
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted(about.index))
    graph.add_weighted_edges_from(zip(edges["a"], edges["b"], edges["weight"], strict=True))
    community, place = communities(graph), positions(graph)
    nodes = about.rename_axis("entity_id").reset_index()
    nodes["degree"] = [graph.degree(entity) for entity in nodes["entity_id"]]
    nodes["community"] = [community[entity] for entity in nodes["entity_id"]]
    nodes["x"] = [float(place[entity][0]) for entity in nodes["entity_id"]]
    nodes["y"] = [float(place[entity][1]) for entity in nodes["entity_id"]]
    nodes = nodes.sort_values(["count", "entity_id"], ascending=[False, True], ignore_index=True)
    edges["bridge"] = [community[a] != community[b] for a, b in zip(edges["a"], edges["b"], strict=True)]
    columns = ["a", "b", "a_name", "b_name", "together", "weight", "bridge"]
    return Network(nodes, edges[columns].reset_index(drop=True))


def communities(graph: nx.Graph[str]) -> dict[str, int]:
    """Node to the number of its community; the largest is 0, ties go by name."""
    if not len(graph):
        return {}
    names = sorted(graph)
    # Numbers, as the order of a set of strings changes from one process to the next.
    numbered = nx.relabel_nodes(graph, {name: i for i, name in enumerate(names)})
    found = nx.community.louvain_communities(numbered, weight="weight", seed=_SEED)
    ordered = sorted((sorted(group) for group in found), key=lambda group: (-len(group), group))
    return {names[i]: number for number, group in enumerate(ordered) for i in group}


def positions(graph: nx.Graph[str]) -> dict[str, tuple[float, float]]:
    """Node to a place in the unit square."""
    linked = (sorted(part) for part in nx.connected_components(graph))
    parts = sorted(linked, key=lambda part: (-len(part), part))
    place: dict[str, tuple[float, float]] = {}
    for part, (left, top, size) in zip(parts, _boxes([len(part) for part in parts]), strict=True):
        margin = 0.08 * size
        for node, (x, y) in zip(part, _spread(graph, part), strict=True):
            place[node] = (left + margin + x * (size - 2 * margin), top + margin + y * (size - 2 * margin))
    return place


def _spread(graph: nx.Graph[str], part: list[str]) -> np.ndarray:
    """Places of linked nodes, n × 2, filling the unit square.

    Weights enter by their rank: a few very heavy edges would otherwise draw everything into one point.
    """
    weight = nx.to_numpy_array(graph, nodelist=part, weight="weight")
    levels = np.unique(weight)
    ranked = np.searchsorted(levels, weight) / max(len(levels) - 1, 1)
    layout = nx.spring_layout(
        nx.from_numpy_array(ranked), k=2.2 / len(part) ** 0.5, iterations=200, seed=_SEED, method="force"
    )
    places = np.array([layout[i] for i in range(len(part))]).reshape(-1, 2)
    low, extent = places.min(axis=0), np.ptp(places, axis=0)
    return np.where(extent > 1e-9, (places - low) / np.maximum(extent, 1e-9), 0.5)


def _boxes(sizes: list[int]) -> list[tuple[float, float, float]]:
    """(left, top, side) of a square for each part, in rows, scaled into the unit square."""
    sides = [max(size, 2) ** 0.5 for size in sizes]
    width = max([sum(side**2 for side in sides) ** 0.5, *sides], default=1.0)
    boxes, left, top, height = [], 0.0, 0.0, 0.0
    for side in sides:
        if left + side > width * 1.001:
            left, top, height = 0.0, top + height, 0.0
        boxes.append((left, top, side))
        left, height = left + side, max(height, side)
    scale = max(width, top + height)
    return [(left / scale, top / scale, side / scale) for left, top, side in boxes]
