"""Who appears with whom, as an ECharts graph of plain Python scalars; no data goes into a formatter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from onrecord.analysis.cooccurrence import Measure
from onrecord.analysis.network import Network
from onrecord.analysis.units import Unit
from onrecord.charts.colours import BACKGROUND, INK, KIND_NAMES, QUIET, Theme, kind_colour
from onrecord.charts.figure import Figure, Option, count, listed

HEIGHT = 580
"""Pixels, for the page to pass on; positions are laid out on a plane of WIDTH × HEIGHT."""
WIDTH = 1000

_LARGEST, _SMALLEST = 44.0, 12.0


def figure(
    net: Network, *, measure: Measure = "together", unit: Unit = "sentence", theme: Theme = "light"
) -> Figure[Option]:
    """The network; an option for ``st.echarts_chart``. Nodes and edges keep the order of ``net``'s frames."""
    return Figure(
        chart=option(net, unit=unit, theme=theme),
        title=title(net),
        alt=alt(net, measure, unit),
        table=table(net.edges),
        keys=[{"a": a, "b": b} for a, b in zip(net.edges["a"], net.edges["b"], strict=True)],
        legend={KIND_NAMES.get(k, k): kind_colour(k, theme) for k in dict.fromkeys(net.nodes["kind"])},
    )


def title(net: Network) -> str:
    """How the entities fall into groups, and who joins them."""
    found = groups(net.nodes)
    if len(found) < 2:
        return (
            f"{count(len(net.nodes), 'entity', 'entities')} in one group around {net.nodes['name'].iloc[0]}"
        )
    leaders = listed(found["Most frequent"], most=4)
    return f"{count(len(net.nodes), 'entity', 'entities')} fall into {len(found)} groups, around {leaders}"


def alt(net: Network, measure: Measure, unit: Unit) -> str:
    """What the network shows, for those who don't see it."""
    bridges = net.edges[net.edges["bridge"]].head(3)
    pairs = (f"{a} with {b}" for a, b in zip(bridges["a_name"], bridges["b_name"], strict=True))
    joined = f" Strongest ties between groups: {listed(pairs)}." if len(bridges) else ""
    by = "number of shared" if measure == "together" else f"{measure.upper()} over"
    return (
        f"Network of {count(len(net.nodes), 'entity', 'entities')} and {count(len(net.edges), 'tie')}, "
        f"by {by} {unit}s. {title(net)}.{joined}"
    )


def table(edges: pd.DataFrame) -> pd.DataFrame:
    """The ties, columns named for readers, in the order of the frame."""
    where = ["two groups" if bridge else "one group" for bridge in edges["bridge"]]
    columns = {"One": edges["a_name"], "Other": edges["b_name"], "Together": edges["together"]}
    return pd.DataFrame({**columns, "Joins": where})


def picked(net: Network, selected: Iterable[Mapping[str, Any]]) -> dict[str, str] | None:
    """The edge, or node (``a`` is ``b``), that ECharts reports as selected, as the matrix names a cell."""
    for group in selected:
        frame = net.edges if group.get("data_type") == "edge" else net.nodes
        for index in group.get("data_indices", ()):
            # Indices outlive the chart they came from: the next one may be smaller.
            if 0 <= index < len(frame):
                row = frame.iloc[index]
                ends = ("a", "b") if frame is net.edges else ("entity_id", "entity_id")
                return {"a": str(row[ends[0]]), "b": str(row[ends[1]])}
    return None


def groups(nodes: pd.DataFrame) -> pd.DataFrame:
    """The communities as a table: Most frequent, Entities, Members."""
    rows = [
        (members["name"].iloc[0], len(members), ", ".join(members["name"]))
        for _, members in nodes.groupby("community", sort=True)
    ]
    return pd.DataFrame(rows, columns=["Most frequent", "Entities", "Members"])


def option(net: Network, *, unit: Unit, theme: Theme = "light") -> Option:
    """The ECharts option. Ids are entity ids; names from articles stand in ``name`` and nowhere else.

    On a narrow screen the plane stands upright: ``media`` swaps its sides.
    """
    series = {
        "type": "graph",
        "layout": "none",
        "links": _links(net.edges, theme),
        "categories": _categories(net.nodes, theme),
        "roam": True,
        "scaleLimit": {"min": 0.5, "max": 6},
        "selectedMode": "single",
        "labelLayout": {"hideOverlap": True},
        "emphasis": {"focus": "adjacency", "lineStyle": {"opacity": 0.9}, "label": {"show": True}},
        "blur": {"itemStyle": {"opacity": 0.15}, "lineStyle": {"opacity": 0.05}, "label": {"opacity": 0.15}},
        "select": {
            "itemStyle": {"borderColor": INK[theme], "borderWidth": 3},
            "lineStyle": {"color": INK[theme], "opacity": 1},
        },
    }
    # Three sides, not four: a plane tied at all of them is stretched, and its circles with it.
    wide = {"data": _nodes(net.nodes, theme, upright=False), "left": 30, "right": 130, "top": 20}
    narrow = {"data": _nodes(net.nodes, theme, upright=True), "left": 15, "right": 85, "top": 20}
    return {
        "animation": False,
        "tooltip": {"confine": True},
        "series": [series | wide],
        "media": [
            {"query": {"maxWidth": 560}, "option": {"series": [narrow]}},
            {"option": {"series": [wide]}},
        ],
        "aria": {"enabled": True},
    }


def _nodes(nodes: pd.DataFrame, theme: Theme, *, upright: bool) -> list[dict[str, Any]]:
    most = float(nodes["count"].max()) if len(nodes) else 1.0
    kinds = list(dict.fromkeys(nodes["kind"]))
    x, y, scale = ("y", "x", 0.6) if upright else ("x", "y", 1.0)
    width, height = (HEIGHT, WIDTH) if upright else (WIDTH, HEIGHT)
    label = {
        "show": True, "position": "right", "color": INK[theme], "fontSize": 11 if upright else 12,
        "textBorderColor": BACKGROUND[theme], "textBorderWidth": 3,
    }  # fmt: skip
    return [
        {
            "id": str(row["entity_id"]),
            "name": str(row["name"]),
            "value": int(row["count"]),
            "x": float(row[x]) * width,
            "y": float(row[y]) * height,
            "category": kinds.index(row["kind"]),
            # Area, not width, follows the count.
            "symbolSize": round(scale * max(_SMALLEST, _LARGEST * (float(row["count"]) / most) ** 0.5), 1),
            "label": label,
        }
        for row in nodes.to_dict("records")
    ]


def _links(edges: pd.DataFrame, theme: Theme) -> list[dict[str, Any]]:
    most = float(edges["weight"].max()) if len(edges) else 1.0
    return [
        {
            "source": str(row["a"]),
            "target": str(row["b"]),
            "value": int(row["together"]),
            "lineStyle": {
                "width": round(1 + 7 * float(row["weight"]) / most, 2),
                "color": QUIET[theme],
                "opacity": 0.4,
                "curveness": 0.08,
                "type": "dashed" if row["bridge"] else "solid",
            },
        }
        for row in edges.to_dict("records")
    ]


def _categories(nodes: pd.DataFrame, theme: Theme) -> list[dict[str, Any]]:
    return [
        {"name": KIND_NAMES.get(kind, str(kind)), "itemStyle": {"color": kind_colour(kind, theme)}}
        for kind in dict.fromkeys(nodes["kind"])
    ]
