"""Counts as horizontal bars: speakers or entities, stacked by outlet, or coloured by kind."""

from __future__ import annotations

from collections.abc import Mapping

import altair
import pandas as pd

from onrecord.analysis.groups import UNKNOWN
from onrecord.charts.colours import INK, KIND_NAMES, QUIET, Theme, in_order, kind_colours, ramp
from onrecord.charts.figure import Chart, Figure, clicked, count, listed, unique_labels

PARAM = "bar"
"""Name of the point selection; a selected stretch is ``{"id": …, "outlet": …}``."""

ALSO = {"quote": "article", "article": "mention", "mention": "article"}
"""What decides between bars of one length: what is counted to what else is known of it."""

_STEP = 26
_BELOW = 20
"""Pixels that Streamlit keeps free below a chart, of the height it is given."""


def by_outlet(
    rows: pd.DataFrame, *, noun: str, verb: str, colours: Mapping[str, str], theme: Theme = "light"
) -> Figure[Chart]:
    """Bars of ``counts.speakers_by_outlet`` or ``counts.entities_by_outlet``, stacked by outlet.

    ``colours``: outlet to colour, over the whole workspace. ``noun`` is what is counted (quote, article),
    ``verb`` goes into the heading (quoted, named). ``rows`` must not be empty.
    """
    data = _tidy(rows)
    shown = {name: colours.get(name, QUIET[theme]) for name in in_order(data["outlet"].unique(), colours)}
    if set(shown) == {UNKNOWN}:
        shown = {UNKNOWN: ramp(theme)[1]}  # nothing to tell apart, so no grey
    title = _title(data, verb, noun)
    return Figure(
        chart=_stacked(data, shown, noun, theme),
        legend=shown if len(shown) > 1 else {},
        title=title,
        alt=f"{title}. {_ranking(data, noun)}",
        table=_wide(data, noun),
        keys=[{"id": key} for key in data["id"].unique()],
    )


def by_kind(rows: pd.DataFrame, *, noun: str, verb: str, theme: Theme = "light") -> Figure[Chart]:
    """Bars in the colour of the entity's kind. ``rows``: entity_id, name, kind, n, the largest first."""
    data = rows.rename(columns={"entity_id": "id"})[["id", "name", "kind", "n"]]
    data = data.assign(label=unique_labels(list(data["name"]), list(data["kind"])), total=data["n"])
    kinds = {kind: colour for kind, colour in kind_colours(theme).items() if (data["kind"] == kind).any()}
    scale = altair.Scale(domain=list(kinds), range=list(kinds.values()))
    title = _title(data, verb, noun)
    return Figure(
        chart=_layers(data, altair.Color("kind:N", scale=scale, legend=None), noun, theme),
        title=title,
        alt=f"{title}. {_ranking(data, noun)}",
        table=data[["name", "n"]].set_axis(["Name", f"{noun.capitalize()}s"], axis=1),
        legend={KIND_NAMES[kind]: colour for kind, colour in kinds.items()},
        keys=[{"id": key} for key in data["id"]],
    )


def _title(data: pd.DataFrame, verb: str, noun: str) -> str:
    """Who leads. Of equals the one that leads by ``ALSO``, else all of them, or that nobody does."""
    bars = data.drop_duplicates("id")
    most = int(bars["total"].max())
    first = bars[bars["total"] == most]
    if len(first) == 1:
        return f"{first['name'].iloc[0]} is {verb} most: {count(most, noun)}"
    if "also" in first:
        often = int(first["also"].max())
        leading = first[first["also"] == often]
        if len(leading) == 1:
            return (
                f"{leading['name'].iloc[0]} is {verb} most: {count(most, noun)}, {count(often, ALSO[noun])}"
            )
    if len(first) <= 3:
        return f"{listed(first['name'])} are {verb} most: {count(most, noun)} each"
    return f"Nobody is {verb} more than others: {count(most, noun)} each"


def _tidy(rows: pd.DataFrame) -> pd.DataFrame:
    """id, name, label, outlet, n, total, also."""
    data = rows.set_axis(["id", "name", "outlet", "n", "total", "also"], axis=1)
    bars = data.drop_duplicates("id")
    labels = dict(zip(bars["id"], unique_labels(list(bars["name"])), strict=True))
    return data.assign(label=data["id"].map(labels))


def _stacked(data: pd.DataFrame, shown: Mapping[str, str], noun: str, theme: Theme) -> Chart:
    scale = altair.Scale(domain=list(shown), range=list(shown.values()))
    data = data.assign(place=data["outlet"].map({name: i for i, name in enumerate(shown)}))
    return _layers(data, altair.Color("outlet:N", scale=scale, legend=None), noun, theme)


def _layers(data: pd.DataFrame, colour: altair.Color, noun: str, theme: Theme) -> Chart:
    chosen = clicked(PARAM, ["id", "outlet"] if "outlet" in data else ["id"])
    labels = list(dict.fromkeys(data["label"]))
    base = altair.Chart(data).encode(
        y=altair.Y(
            "label:N",
            sort=labels,
            axis=altair.Axis(
                title=None,
                domain=False,
                ticks=False,
                labelLimit=160,
                labelPadding=8,
                labelFontSize=12,
                labelColor=INK[theme],
            ),
            scale=altair.Scale(paddingInner=0.28),
        ),
    )
    tooltip = [altair.Tooltip("name:N", title="name"), altair.Tooltip("n:Q", title=f"{noun}s", format=",d")]
    if "outlet" in data:
        tooltip.insert(1, altair.Tooltip("outlet:N", title="outlet"))
    bars = (
        base.mark_bar(cursor="pointer", strokeWidth=2)
        .encode(
            x=altair.X("n:Q", axis=None, stack="zero"),
            color=colour,
            stroke=altair.condition(chosen, altair.value(INK[theme]), altair.value(None)),
            tooltip=tooltip,
            **({"order": altair.Order("place:Q")} if "place" in data else {}),
        )
        .add_params(chosen)
    )
    ends = base.transform_aggregate(total="max(total)", groupby=["label"])
    text = ends.mark_text(align="left", dx=6, color=INK[theme], fontSize=12).encode(
        x=altair.X("total:Q"), text=altair.Text("total:Q", format=",d")
    )
    chart: Chart = altair.layer(bars, text).properties(height=_STEP * len(labels) + _BELOW, width="container")
    return chart


def _ranking(data: pd.DataFrame, noun: str) -> str:
    ranked = data.drop_duplicates("id")
    names = (f"{name} {total:,}" for name, total in zip(ranked["name"], ranked["total"], strict=True))
    return f"Bars of {noun}s: {listed(names, most=8)}."


def _wide(data: pd.DataFrame, noun: str) -> pd.DataFrame:
    """A row per bar in its order, a column per outlet."""
    wide = data.pivot_table(
        index=["id", "name", "total", "also"], columns="outlet", values="n", fill_value=0, sort=False
    )
    wide = wide.astype(int).reset_index().set_index("id").loc[data["id"].unique()].reset_index(drop=True)
    names = {"name": "Name", "total": f"{noun.capitalize()}s", "also": f"{ALSO[noun].capitalize()}s"}
    # An outlet may be called anything, a table's columns must differ.
    names |= {outlet: f"{outlet} (outlet)" for outlet in wide.columns if outlet in names.values()}
    return wide.rename(columns=names).rename_axis(columns=None)
