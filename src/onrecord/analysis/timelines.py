"""Rows per day, week or month, by outlet or speaker; what has no date is counted apart."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Literal, get_args

import pandas as pd

from onrecord.analysis.groups import folded, members

type Period = Literal["day", "week", "month"]

PERIODS: tuple[Period, ...] = get_args(Period.__value__)
FREQUENCY: dict[Period, str] = {"day": "D", "week": "W-SUN", "month": "M"}
"""What pandas calls the periods; weeks end on Sunday."""

FEW_DAYS = 14
"""Distinct days up to which a corpus is shown by day, however long its span."""


FEW = 0.005
"""Share of the rows at either end of a long span that an axis need not show."""


@dataclass(frozen=True)
class Timeline:
    """``points``: period (its first day), group, n; only periods with rows. ``undated``: rows left out.

    ``before`` and ``after``: rows outside the points, where a timeline was ``trimmed``.
    """

    points: pd.DataFrame
    undated: int
    period: Period
    before: int = 0
    after: int = 0

    @property
    def dated(self) -> int:
        """Rows with a day."""
        return int(self.points["n"].sum()) + self.before + self.after


def timeline(
    rows: pd.DataFrame,
    *,
    by: str = "outlet",
    period: Period | None = None,
    named: Collection[str] | None = None,
) -> Timeline:
    """Count rows (quotes, articles, mentions: anything with ``published``) per period and ``by``.

    ``period`` by default follows the span: days up to two months (or where there are only a few days at
    all), weeks up to two years, else months; weeks begin on Monday. Groups that are not ``named``
    fold (see ``groups.folded``). Raises ``ValueError`` for an unknown period.
    """
    if period is not None and period not in PERIODS:
        raise ValueError(f"expected one of {PERIODS} as period, got {period!r}")
    day = pd.to_datetime(rows["published"])
    dated = rows[day.notna()]
    day = day[day.notna()].dt.as_unit("s")
    period = period or _fitting(day)
    start = day.dt.to_period(FREQUENCY[period]).dt.start_time.dt.as_unit("s")
    points = (
        pd.DataFrame({"period": start, "group": folded(dated[by], named)})
        .groupby(["period", "group"], observed=True)
        .size()
        .rename("n")
        .reset_index()
    )
    return Timeline(points, len(rows) - len(dated), period)


def trimmed(line: Timeline) -> Timeline:
    """The timeline without the few rows far out that would take a third or more of its axis.

    A single article of 2001 in a corpus of 2012 to 2020 would press all others together.
    """
    total = line.points.groupby("period")["n"].sum()
    if total.empty:
        return line
    share = total.cumsum() / total.sum()
    core = total[(share > FEW) & (share - total / total.sum() < 1 - FEW)].index
    whole, rest = total.index[-1] - total.index[0], core[-1] - core[0]
    if rest * 3 > whole * 2:
        return line
    early, late = total[total.index < core[0]].sum(), total[total.index > core[-1]].sum()
    points = line.points[line.points["period"].between(core[0], core[-1])]
    return replace(line, points=points.reset_index(drop=True), before=int(early), after=int(late))


def outside(rows: pd.DataFrame, line: Timeline) -> pd.DataFrame:
    """The rows before and after a trimmed timeline."""
    day, periods = pd.to_datetime(rows["published"]), line.points["period"]
    within = day.between(periods.min(), period_end(periods.max(), line.period))
    return rows[day.notna() & ~within]


def peaks(points: pd.DataFrame) -> tuple[list[pd.Timestamp], int]:
    """The periods with the most rows, more than one where they are equal, and how many rows each has."""
    if points.empty:
        return [], 0
    total = points.groupby("period")["n"].sum()
    most = int(total.max())
    return [pd.Timestamp(start) for start in total.index[total == most]], most


def behind(
    rows: pd.DataFrame, line: Timeline, start: pd.Timestamp, group: str | None = None, *, by: str = "outlet"
) -> pd.DataFrame:
    """The rows that a point of ``timeline(rows, by=by)`` counts; of the whole period without a group."""
    day = pd.to_datetime(rows["published"])
    within = (day >= start) & (day <= period_end(start, line.period))
    if group is None:
        return rows[within]
    return rows[within & members(rows[by], group, set(line.points["group"]))]


def period_end(start: pd.Timestamp, period: Period) -> pd.Timestamp:
    """The last day of the period that begins on ``start``."""
    return start.to_period(FREQUENCY[period]).end_time.normalize()


def _fitting(day: pd.Series) -> Period:
    span = (day.max() - day.min()).days if len(day) else 0
    return "day" if span <= 62 or day.nunique() <= FEW_DAYS else "week" if span <= 731 else "month"
