"""Who appears with whom, as a matrix: a cell per pair, the diagonal for the entities themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import altair
import pandas as pd

from onrecord.analysis.cooccurrence import Measure, names_of, order
from onrecord.analysis.units import Unit
from onrecord.charts.colours import BACKGROUND, INK, KIND_NAMES, Theme, kind_colours, ramp
from onrecord.charts.figure import Chart, Figure, clicked, count, unique_labels

PARAM = "cell"
"""Name of the point selection; a selected cell is ``{"a": entity_id, "b": entity_id}``."""

MEASURE_NAMES: dict[Measure, str] = {
    "together": "together",
    "npmi": "association (NPMI)",
    "g2": "log-likelihood (G²)",
}
_FORMAT: dict[Measure, str] = {"together": ",d", "npmi": ".2f", "g2": ",.0f"}
_BELOW: dict[Theme, str] = {"light": "#9a6a3c", "dark": "#b0763d"}
"""For less than chance; the ramp's end is for more."""

HELP = (
    "How often: units that name both. Beyond chance: normalised pointwise mutual information (NPMI), 1 when "
    "two are only ever named together, 0 at chance. How surely: log-likelihood (G²); above 10.8 chance would "
    "do it once in a thousand pairs."
)

_STEP = 24


def figure(
    rows: pd.DataFrame, *, measure: Measure = "together", unit: Unit = "sentence", theme: Theme = "light"
) -> Figure[Chart]:
    """The matrix of ``cooccurrence.pairs``, ordered so that groups show.

    Both halves are drawn, so that an entity's row can be read from end to end. The diagonal is coloured
    by kind and counts the units that hold the entity. ``rows`` must not be empty.
    """
    about = names_of(rows).loc[order(rows)]
    about["label"] = unique_labels(list(about["name"]), [KIND_NAMES.get(k, k) for k in about["kind"]])
    kinds = {kind: colour for kind, colour in kind_colours(theme).items() if (about["kind"] == kind).any()}
    chosen = clicked(PARAM, ["a", "b"])
    look = _Look(list(about["label"]), kinds, chosen, measure, unit, theme)
    chart: Chart = (
        altair.layer(*_pairs(rows, about, look), *_own(about, look))
        .properties(height=_STEP * len(about) + 4, width="container")
        .resolve_scale(color="independent", stroke="independent")
    )
    return Figure(
        chart=chart,
        title=title(rows, measure, unit),
        alt=alt(rows, measure, unit),
        table=table(rows, unit),
        legend={KIND_NAMES.get(kind, kind): colour for kind, colour in kinds.items()},
        keys=[{"a": a, "b": b} for a, b in zip(rows["a"], rows["b"], strict=True)],
    )


def title(rows: pd.DataFrame, measure: Measure, unit: Unit) -> str:
    """The pair at the top of the measure, in a sentence."""
    top = rows.sort_values([measure, "together"], ascending=False).iloc[0]
    pair = f"{top['a_name']} and {top['b_name']}"
    times = count(top["together"], unit)
    if measure == "together":
        return f"{pair} appear together most: in {times}"
    more = top["together"] / top["expected"]
    return f"{pair} are tied most beyond chance: together in {times}, {more:.1f} times what chance would give"


def reading(measure: Measure, unit: Unit) -> str:
    """How to read the matrix."""
    cell = {
        "together": f"A cell counts the {unit}s that name both",
        "npmi": "A cell is blue where two meet more often than chance would have it, brown where less",
        "g2": "A cell is blue where two meet more often than chance, brown where less; deep is sure",
    }[measure]
    return f"{cell}; the diagonal counts each one's own. Click a cell for its sentences."


def alt(rows: pd.DataFrame, measure: Measure, unit: Unit) -> str:
    """What the matrix shows, for those who don't see it."""
    return (
        f"Matrix of {count(len(names_of(rows)), 'entity', 'entities')} by {MEASURE_NAMES[measure]}, "
        f"counted by {unit}; {count(len(rows), 'pair')} meet. {title(rows, measure, unit)}."
    )


def table(rows: pd.DataFrame, unit: Unit) -> pd.DataFrame:
    """The pairs with all measures, columns named for readers."""
    return pd.DataFrame(
        {
            "One": rows["a_name"],
            "Other": rows["b_name"],
            f"{unit.capitalize()}s with both": rows["together"],
            "By chance": rows["expected"].round(1),
            "NPMI": rows["npmi"].round(2),
            "G²": rows["g2"].round(1),
        }
    )


@dataclass(frozen=True)
class _Look:
    """What the layers share."""

    labels: list[str]
    kinds: dict[str, str]
    chosen: altair.Parameter
    measure: Measure
    unit: Unit
    theme: Theme

    @property
    def outline(self) -> Any:
        return altair.value(INK[self.theme])

    @property
    def room(self) -> altair.ExprRef:
        """Figures only where a cell has room for them: on a phone colours speak, and the table."""
        return altair.ExprRef(f"width / {len(self.labels)} > 26 ? 1 : 0")

    def base(self, cells: pd.DataFrame) -> altair.Chart:
        plain: dict[str, Any] = {
            "title": None, "domain": False, "ticks": False, "grid": False, "labelOverlap": False,
            "labelFlush": False, "labelBound": False, "labelPadding": 6, "labelFontSize": 12,
            "labelColor": INK[self.theme],
        }  # fmt: skip
        narrow = f"width / {len(self.labels)} < 20"
        upright = {
            "labelAngle": altair.ExprRef(f"{narrow} ? -90 : -45"),
            "labelFontSize": altair.ExprRef(f"{narrow} ? 9 : 12"),
        }
        top = altair.Axis(**{**plain, **upright}, orient="top", labelLimit=110, labelAlign="left")
        scale = altair.Scale(paddingInner=0.06)
        return altair.Chart(cells).encode(
            x=altair.X("column:N", sort=self.labels, axis=top, scale=scale),
            y=altair.Y("row:N", sort=self.labels, axis=altair.Axis(labelLimit=130, **plain), scale=scale),
        )


def _pairs(rows: pd.DataFrame, about: pd.DataFrame, look: _Look) -> tuple[altair.Chart, altair.Chart]:
    """A square for every pair, in both orders, and its figure."""
    flipped = rows.rename(columns={"a": "b", "b": "a"})
    cells = pd.concat([rows, flipped])[["a", "b", "together", "expected", "npmi", "g2"]]
    label = about["label"]
    cells = cells.assign(value=cells[look.measure], row=cells["a"].map(label), column=cells["b"].map(label))
    base = look.base(cells)
    squares = base.mark_rect(cursor="pointer", strokeWidth=2).encode(
        color=_colour(cells, look.measure, look.theme),
        stroke=altair.condition(look.chosen, look.outline, altair.value(None)),
        tooltip=[
            altair.Tooltip("row:N", title="one"),
            altair.Tooltip("column:N", title="other"),
            altair.Tooltip("together:Q", title=f"{look.unit}s with both", format=",d"),
            altair.Tooltip("expected:Q", title="by chance", format=",.1f"),
            altair.Tooltip("npmi:Q", title="NPMI", format=".2f"),
            altair.Tooltip("g2:Q", title="G²", format=",.1f"),
        ],
    )
    figures = base.mark_text(fontSize=11, opacity=look.room).encode(
        text=altair.Text("value:Q", format=_FORMAT[look.measure]),
        color=_text_colour(cells, look.measure, look.theme),
    )
    return squares.add_params(look.chosen), figures


def _own(about: pd.DataFrame, look: _Look) -> tuple[altair.Chart, altair.Chart]:
    """The diagonal: only outlined, for a filled one would look like the strongest pairs."""
    cells = about.reset_index(names="a").rename(columns={"label": "row"})
    cells = cells.assign(b=cells["a"], column=cells["row"])[["a", "b", "row", "column", "kind", "count"]]
    scale = altair.Scale(domain=list(look.kinds), range=list(look.kinds.values()))
    base = look.base(cells)
    kind = altair.Stroke("kind:N", scale=scale, legend=None)
    squares = base.mark_rect(cursor="pointer", fill="transparent", strokeWidth=1.5).encode(
        stroke=altair.condition(look.chosen, look.outline, kind),
        tooltip=[
            altair.Tooltip("row:N", title="entity"),
            altair.Tooltip("count:Q", title=f"{look.unit}s", format=",d"),
        ],
    )
    figures = base.mark_text(fontSize=11, fontWeight="bold", opacity=look.room).encode(
        text=altair.Text("count:Q", format=",d"),
        color=altair.Color("kind:N", scale=scale, legend=None),
    )
    return squares, figures


def _colour(cells: pd.DataFrame, measure: Measure, theme: Theme) -> altair.Color:
    low, high = ramp(theme)
    if measure == "together":
        scale = altair.Scale(type="sqrt", range=[low, high], domainMin=0, interpolate="lab")
    else:
        reach = float(cells["value"].abs().max()) or 1.0
        ends = [_BELOW[theme], BACKGROUND[theme], high]
        scale = altair.Scale(domain=[-reach, 0, reach], range=ends, interpolate="lab")
    return altair.Color("value:Q", scale=scale, legend=None)


def _text_colour(cells: pd.DataFrame, measure: Measure, theme: Theme) -> object:
    """Light figures on deep cells, ink on pale ones."""
    reach = float(cells["value"].abs().max()) or 1.0
    deep = (0.5 if measure == "together" else 0.7) * reach
    return altair.condition(
        f"abs(datum.value) > {deep}", altair.value(BACKGROUND[theme]), altair.value(INK[theme])
    )
