"""When: rows per day, week or month, stacked by outlet."""

from __future__ import annotations

from collections.abc import Mapping

import altair
import pandas as pd

from onrecord.analysis.groups import UNKNOWN
from onrecord.analysis.timelines import FREQUENCY, Period, Timeline, peaks, period_end
from onrecord.charts.colours import INK, QUIET, Theme, in_order, ramp
from onrecord.charts.figure import Chart, Figure, clicked, count, listed

PARAM = "point"
"""Name of the point selection; a selected bar is ``{"start": "YYYY-MM-DD", "group": …}``."""

SPARSE_MOST = 14
"""Periods that fit side by side."""

FEW_PEAKS = 3
"""Equal peaks that the title names."""

_HEIGHT = 200


def figure(line: Timeline, *, noun: str, colours: Mapping[str, str], theme: Theme = "light") -> Figure[Chart]:
    """The timeline of at least one dated row. ``noun``: quote, article …"""
    shown = {
        name: colours.get(name, QUIET[theme]) for name in in_order(line.points["group"].unique(), colours)
    }
    if set(shown) == {UNKNOWN}:
        shown = {UNKNOWN: ramp(theme)[1]}
    return Figure(
        chart=_chart(line, shown, noun, theme),
        title=title(line, noun),
        alt=alt(line, noun),
        table=_wide(line.points),
        legend=shown if len(shown) > 1 else {},
        keys=[{"start": f"{start:%Y-%m-%d}"} for start in sorted(line.points["period"].unique())],
    )


def title(line: Timeline, noun: str) -> str:
    """The peak, or the few that are equal, in a sentence."""
    starts, most = peaks(line.points)
    if not starts:
        return f"No {noun} has a date"
    day = _when(starts[0], line.period)
    if line.dated == 1:
        return f"The only {noun} with a date falls {day}"
    if most == line.dated:
        return f"All {count(line.dated, noun)} with a date fall {day}"
    if len(starts) > FEW_PEAKS:
        within = "on" if line.period == "day" else "in"
        return f"At most {most:,} of {line.dated:,} {noun}s fall {within} one {line.period}"
    named = listed(when(line, f"{start:%Y-%m-%d}") for start in starts)
    has, each = ("has", "") if len(starts) == 1 else ("have", " each")
    return f"{named[:1].upper()}{named[1:]} {has} the most {noun}s: {most:,} of {line.dated:,}{each}"


def alt(line: Timeline, noun: str) -> str:
    """What the timeline shows, for those who don't see it."""
    periods = line.points["period"]
    groups = line.points.groupby("group")["n"].sum().sort_values(ascending=False)
    named = listed((f"{name} {n:,}" for name, n in groups.items()), most=6)
    span = f"from {_day(periods.min())} to {_day(period_end(periods.max(), line.period))}"
    undated = f" {count(line.undated, noun)} without a date left out." if line.undated else ""
    far = line.before + line.after
    undated += f" {count(far, noun)} far outside this span left out." if far else ""
    return f"{noun.capitalize()}s per {line.period} {span}. {title(line, noun)}. By outlet: {named}.{undated}"


def when(line: Timeline, start: str) -> str:
    """``17 August 2017``, ``the week of 14 August 2017``, ``August 2017``: a point's ``start`` in words."""
    return _when(pd.Timestamp(start), line.period).removeprefix("on ").removeprefix("in ")


def _when(start: pd.Timestamp, period: Period) -> str:
    if period == "month":
        return f"in {start:%B %Y}"
    return f"on {_day(start)}" if period == "day" else f"in the week of {_day(start)}"


def _day(day: pd.Timestamp) -> str:
    return f"{day.day} {day:%B %Y}"


def _chart(line: Timeline, colours: Mapping[str, str], noun: str, theme: Theme) -> Chart:
    chosen = clicked(PARAM, ["start", "group"])
    scale = altair.Scale(domain=list(colours), range=list(colours.values()))
    x: dict[str, altair.X | altair.X2] = (
        {"x": _days(line)} if sparse(line) else {"x": _continuous(), "x2": altair.X2("end:T")}
    )
    most = int(line.points.groupby("period")["n"].sum().max())
    bars = (
        altair.Chart(_stacked(line, list(colours)))
        .mark_rect(cursor="pointer", strokeWidth=2)
        .encode(
            **x,
            y=altair.Y(
                "low:Q",
                axis=altair.Axis(title=None, values=_ticks(most), format=",d", domain=False, ticks=False),
                scale=altair.Scale(domain=[0, most * 1.08]),
            ),
            y2="high:Q",
            color=altair.Color("group:N", scale=scale, legend=None),
            stroke=altair.condition(chosen, altair.value(INK[theme]), altair.value(None)),
            tooltip=[
                altair.Tooltip("label:N", title=line.period),
                altair.Tooltip("group:N", title="outlet"),
                altair.Tooltip("n:Q", title=f"{noun}s", format=",d"),
            ],
        )
        .add_params(chosen)
    )
    chart: Chart = altair.layer(bars).properties(height=_HEIGHT, width="container")
    return chart


def sparse(line: Timeline) -> bool:
    """Whether a few periods are drawn side by side: most of a longer span's are empty, or it is short."""
    periods = line.points["period"].drop_duplicates()
    span = len(_span(line))
    return span <= SPARSE_MOST or (len(periods) <= SPARSE_MOST and 2 * len(periods) < span)


def _span(line: Timeline) -> pd.DatetimeIndex:
    """The first days of all periods from the first to the last, empty ones too."""
    periods = line.points["period"]
    return pd.period_range(periods.min(), periods.max(), freq=FREQUENCY[line.period]).to_timestamp()


def _days(line: Timeline) -> altair.X:
    span = _span(line)
    starts = span if len(span) <= SPARSE_MOST else sorted(line.points["period"].unique())
    labels = [_label(start, line.period) for start in starts]
    return altair.X(
        "label:O",
        sort=labels,
        axis=altair.Axis(title=None, labelAngle=0, ticks=False, labelFlush=False),
        scale=altair.Scale(domain=labels, paddingInner=0.35, paddingOuter=0.2),
    )


def _continuous() -> altair.X:
    return altair.X("period:T", axis=altair.Axis(title=None, grid=False, labelOverlap=True, tickCount=8))


ROOM = 0.65
"""Share of the peak that a number below it may reach, so that the two labels stay apart."""


def _ticks(most: int) -> list[int]:
    """Nought, the peak, and a round number between them: what a reader needs to judge a bar."""
    round_ones = [first * 10**power for power in range(len(str(most))) for first in (1, 2, 5)]
    return sorted({0, most, *[number for number in round_ones if number <= ROOM * most and most >= 4][-1:]})


def _stacked(line: Timeline, groups: list[str]) -> pd.DataFrame:
    """start, label, group, n, and where its stretch begins and ends on both axes.

    Stacked here: with an end on the x axis too, Vega-Lite would not know which way to stack.
    """
    place = line.points["group"].map({name: i for i, name in enumerate(groups)})
    data = line.points.assign(place=place).sort_values(["period", "place"], ignore_index=True)
    high = data.groupby("period")["n"].cumsum()
    ends = data["period"].dt.to_period(FREQUENCY[line.period]).dt.end_time.dt.normalize()
    return data.assign(
        start=data["period"].dt.strftime("%Y-%m-%d"),
        label=[_label(start, line.period) for start in data["period"]],
        end=ends + pd.Timedelta(days=1),
        low=high - data["n"],
        high=high,
    )


def _label(start: pd.Timestamp, period: Period) -> str:
    return f"{start:%b %Y}" if period == "month" else f"{start.day} {start:%b %Y}"


def _wide(points: pd.DataFrame) -> pd.DataFrame:
    wide = points.pivot_table(index="period", columns="group", values="n", aggfunc="sum", fill_value=0)
    wide = wide.reset_index().rename(columns={"period": "From"}).rename_axis(columns=None)
    return wide.assign(From=wide["From"].dt.strftime("%Y-%m-%d"))
