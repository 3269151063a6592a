"""Counts as horizontal bars: speakers or entities, stacked by outlet, or coloured by kind."""

from __future__ import annotations

from collections.abc import Mapping

import altair
import pandas as pd

from onrecord.charts.colours import INK, QUIET, Theme, kind_colours
from onrecord.charts.figure import Chart, Figure, count, listed, unique_labels

PARAM = "bar"
"""Name of the point selection; a selected bar is ``{"id": …, "outlet": …}``."""
OTHERS = "other outlets"

_STEP = 28
_OUTLETS = 6
"""Outlets with a colour of their own in one chart; the rest is one quiet grey."""


def by_outlet(
    rows: pd.DataFrame, *, noun: str, verb: str, colours: Mapping[str, str], theme: Theme = "light"
) -> Figure:
    """Bars of ``counts.speakers_by_outlet`` or ``counts.entities_by_outlet``, stacked by outlet.

    ``rows``: an id, a name, outlet, n, total, in this order of columns (more are ignored). ``colours``:
    outlet to colour, over the whole workspace. ``noun`` is what is counted (quote, article), ``verb``
    what the bars do in the heading ("is quoted", "is named"). ``rows`` must not be empty.
    """
    data = _tidy(rows)
    top = data.iloc[0]
    outlets = [
        name
        for name in data.groupby("outlet")["n"].sum().sort_values(ascending=False).index
        if name != OTHERS
    ]
    outlets += [OTHERS] if (data["outlet"] == OTHERS).any() else []
    title = f"{top['name']} {verb} most: {count(top['total'], noun)}"
    return Figure(
        chart=_stacked(data, outlets, {**colours, OTHERS: QUIET[theme]}, noun, theme),
        title=title,
        alt=f"{title}. {_ranking(data, noun)}",
        table=_wide(rows),
    )


def by_kind(rows: pd.DataFrame, *, noun: str, theme: Theme = "light") -> Figure:
    """Bars in the colour of the entity's kind. ``rows``: entity_id, name, kind, n, the largest first."""
    data = rows.rename(columns={"entity_id": "id"})[["id", "name", "kind", "n"]].assign(outlet="")
    data["label"] = unique_labels(list(data["name"]), list(data["kind"]))
    data["total"] = data["n"]
    top = data.iloc[0]
    kinds = kind_colours(theme)
    present = [kind for kind in kinds if (data["kind"] == kind).any()]
    colour = altair.Color(
        "kind:N", scale=altair.Scale(domain=present, range=[kinds[k] for k in present]), legend=None
    )
    title = f"{top['name']} leads with {count(top['n'], noun)}"
    return Figure(
        chart=_layers(data, colour, noun, theme),
        title=title,
        alt=f"{title}. {_ranking(data, noun)}",
        table=data[["name", "n"]].set_axis(["Name", f"{noun.capitalize()}s"], axis=1),
    )


def _tidy(rows: pd.DataFrame) -> pd.DataFrame:
    """id, name, label, outlet (rare ones folded), n, total."""
    key, name = rows.columns[:2]
    data = rows.rename(columns={key: "id", name: "name"})[["id", "name", "outlet", "n", "total"]]
    sizes = data.groupby("outlet")["n"].sum()
    largest = sorted(sizes.index, key=lambda outlet: (-sizes[outlet], outlet))[:_OUTLETS]
    if len(sizes) > _OUTLETS + 1:
        data = data.assign(outlet=data["outlet"].where(data["outlet"].isin(largest), OTHERS))
    data = data.groupby(["id", "name", "outlet", "total"], sort=False)["n"].sum().reset_index()
    people = data.drop_duplicates("id")
    labels = dict(zip(people["id"], unique_labels(list(people["name"]), list(people["id"])), strict=True))
    return data.assign(label=data["id"].map(labels))


def _stacked(
    data: pd.DataFrame, outlets: list[str], colours: Mapping[str, str], noun: str, theme: Theme
) -> Chart:
    scale = altair.Scale(domain=outlets, range=[colours.get(name, QUIET[theme]) for name in outlets])
    legend = altair.Legend(title=None, orient="top", columns=3, labelLimit=160) if len(outlets) > 1 else None
    order = {name: i for i, name in enumerate(outlets)}
    data = data.assign(place=data["outlet"].map(order))
    return _layers(data, altair.Color("outlet:N", scale=scale, legend=legend), noun, theme)


def _layers(data: pd.DataFrame, colour: altair.Color, noun: str, theme: Theme) -> Chart:
    chosen = altair.selection_point(PARAM, fields=["id", "outlet"], on="click", empty=False)
    labels = list(dict.fromkeys(data["label"]))
    base = altair.Chart(data).encode(
        y=altair.Y(
            "label:N",
            sort=labels,
            axis=altair.Axis(title=None, domain=False, ticks=False, labelLimit=150, labelPadding=8),
            scale=altair.Scale(paddingInner=0.28),
        ),
    )
    tooltip = [altair.Tooltip("name:N", title="name"), altair.Tooltip("n:Q", title=f"{noun}s", format=",d")]
    if (data["outlet"] != "").any():
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
    chart: Chart = altair.layer(bars, text).properties(height=_STEP * len(labels), width="container")
    return chart


def _ranking(data: pd.DataFrame, noun: str) -> str:
    ranked = data.drop_duplicates("id")
    names = (f"{name} {total:,}" for name, total in zip(ranked["name"], ranked["total"], strict=True))
    return f"Bars of {noun}s: {listed(names, most=8)}."


def _wide(rows: pd.DataFrame) -> pd.DataFrame:
    """A row per name, a column per outlet, as a reader wants it."""
    key, name = rows.columns[:2]
    wide = rows.pivot_table(
        index=[key, name, "total"], columns="outlet", values="n", aggfunc="sum", fill_value=0
    )
    wide = wide.sort_values("total", ascending=False, kind="stable").reset_index().drop(columns=key)
    return wide.rename(columns={name: "Name", "total": "All"}).rename_axis(columns=None)
