"""When: rows per day, week or month, stacked by outlet."""

from __future__ import annotations

from collections.abc import Mapping

import altair
import pandas as pd

from onrecord.analysis.timelines import OTHER, UNKNOWN, Period, Timeline, peak, period_end
from onrecord.charts.colours import INK, QUIET, Theme
from onrecord.charts.figure import Chart, Figure, count, listed

PARAM = "point"
"""Name of the point selection; a selected bar is ``{"start": "YYYY-MM-DD", "group": …}``."""

_HEIGHT = 220


def figure(
    line: Timeline, *, noun: str, colours: Mapping[str, str], theme: Theme = "light"
) -> Figure[Chart] | None:
    """The timeline, or None where nothing has a date (the page then says so). ``noun``: quote, article …"""
    if line.points.empty:
        return None
    return Figure(
        chart=_chart(line, {**colours, OTHER: QUIET[theme], UNKNOWN: QUIET[theme]}, noun, theme),
        title=title(line, noun),
        alt=alt(line, noun),
        table=_wide(line.points),
        keys=[{"start": f"{start:%Y-%m-%d}"} for start in sorted(line.points["period"].unique())],
    )


def title(line: Timeline, noun: str) -> str:
    """The peak, in a sentence."""
    top = peak(line.points)
    if top is None:
        return f"No {noun} has a date"
    start, most = top
    when = _when(start, line.period)
    if most == line.dated:
        return (
            f"All {count(line.dated, noun)} with a date fall {when}"
            if most > 1
            else f"The {noun} is of {when}"
        )
    return f"Most {noun}s fall {when}: {most:,} of {line.dated:,}"


def alt(line: Timeline, noun: str) -> str:
    """What the timeline shows, for those who don't see it."""
    periods = line.points["period"]
    groups = line.points.groupby("group")["n"].sum().sort_values(ascending=False)
    named = listed((f"{name} {n:,}" for name, n in groups.items()), most=6)
    span = f"from {_day(periods.min())} to {_day(period_end(periods.max(), line.period))}"
    undated = f" {count(line.undated, noun)} without a date left out." if line.undated else ""
    return f"{noun.capitalize()}s per {line.period} {span}. {title(line, noun)}. By outlet: {named}.{undated}"


def _when(start: pd.Timestamp, period: Period) -> str:
    if period == "month":
        return f"in {start:%B %Y}"
    return f"on {_day(start)}" if period == "day" else f"in the week of {_day(start)}"


def _day(day: pd.Timestamp) -> str:
    return f"{day.day} {day:%B %Y}"


def _chart(line: Timeline, colours: Mapping[str, str], noun: str, theme: Theme) -> Chart:
    chosen = altair.selection_point(PARAM, fields=["start", "group"], on="click", empty=False)
    groups = list(line.points.groupby("group")["n"].sum().sort_values(ascending=False).index)
    groups.sort(key=lambda name: name in {OTHER, UNKNOWN})
    ends = [period_end(start, line.period) + pd.Timedelta(days=1) for start in line.points["period"]]
    data = line.points.assign(
        start=line.points["period"].dt.strftime("%Y-%m-%d"),
        end=ends,
        place=line.points["group"].map({name: i for i, name in enumerate(groups)}),
    )
    legend = altair.Legend(title=None, orient="top", columns=3, labelLimit=160) if len(groups) > 1 else None
    scale = altair.Scale(domain=groups, range=[colours.get(name, QUIET[theme]) for name in groups])
    base = altair.Chart(data)
    x = altair.X("period:T", axis=altair.Axis(title=None, grid=False, labelOverlap=True, tickCount=8))
    bars = (
        base.mark_bar(cursor="pointer", minBandSize=3, strokeWidth=2)
        .encode(
            x=x,
            x2="end:T",
            y=altair.Y("n:Q", axis=altair.Axis(title=f"{noun}s", tickMinStep=1, tickCount=4), stack="zero"),
            color=altair.Color("group:N", scale=scale, legend=legend),
            order=altair.Order("place:Q"),
            stroke=altair.condition(chosen, altair.value(INK[theme]), altair.value(None)),
            tooltip=[
                altair.Tooltip("start:N", title=f"{line.period} of" if line.period != "day" else "day"),
                altair.Tooltip("group:N", title="outlet"),
                altair.Tooltip("n:Q", title=f"{noun}s", format=",d"),
            ],
        )
        .add_params(chosen)
    )
    chart: Chart = altair.layer(bars).properties(height=_HEIGHT, width="container")
    return chart


def _wide(points: pd.DataFrame) -> pd.DataFrame:
    wide = points.pivot_table(index="period", columns="group", values="n", aggfunc="sum", fill_value=0)
    wide = wide.reset_index().rename(columns={"period": "From"}).rename_axis(columns=None)
    return wide.assign(From=wide["From"].dt.strftime("%Y-%m-%d"))
