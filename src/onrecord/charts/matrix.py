"""Who appears with whom, as a matrix: a cell per pair, the diagonal for the entities themselves."""

from __future__ import annotations

import altair
import pandas as pd

from onrecord.analysis.cooccurrence import Measure, names_of, order
from onrecord.analysis.units import Unit
from onrecord.charts.colours import BACKGROUND, INK, KIND_NAMES, Theme, kind_colours, ramp
from onrecord.charts.figure import Chart, Figure, count, unique_labels

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
    "NPMI: 1 when two are only ever named together, 0 at chance, below 0 when they avoid each other. "
    "G²: how surely it is more than chance; above 10.8 chance would do it once in a thousand pairs."
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
    cells = _cells(rows, about, measure)
    return Figure(
        chart=_chart(cells, list(about["label"]), measure, unit, theme),
        title=title(rows, measure, unit),
        alt=alt(rows, measure, unit),
        table=table(rows, unit),
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


def _cells(rows: pd.DataFrame, about: pd.DataFrame, measure: Measure) -> pd.DataFrame:
    """Every cell to draw: pairs in both orders, and the diagonal."""
    flipped = rows.rename(columns={"a": "b", "b": "a", "a_name": "b_name", "b_name": "a_name"})
    pairs = pd.concat([rows, flipped])[["a", "b", "together", "expected", "npmi", "g2"]]
    own = pd.DataFrame(
        {"a": about.index, "b": about.index, "together": about["count"], "kind": about["kind"]}
    )
    cells = pd.concat([pairs.assign(value=pairs[measure]), own], ignore_index=True)
    return cells.assign(row=cells["a"].map(about["label"]), column=cells["b"].map(about["label"]))


def _chart(cells: pd.DataFrame, labels: list[str], measure: Measure, unit: Unit, theme: Theme) -> Chart:
    chosen = altair.selection_point(PARAM, fields=["a", "b"], on="click", empty=False)
    axis = altair.Axis(
        title=None, labelLimit=130, labelPadding=6, domain=False, ticks=False, labelOverlap=False, grid=False
    )
    top = altair.Axis(
        title=None, orient="top", labelAngle=-45, labelLimit=110, labelPadding=6, domain=False, ticks=False,
        labelOverlap=False, grid=False,
    )  # fmt: skip
    base = altair.Chart(cells).encode(
        x=altair.X("column:N", sort=labels, axis=top, scale=altair.Scale(paddingInner=0.06)),
        y=altair.Y("row:N", sort=labels, axis=axis, scale=altair.Scale(paddingInner=0.06)),
    )
    stroke = altair.condition(chosen, altair.value(INK[theme]), altair.value(None))
    plural = f"{unit}s with both"
    pair = [
        altair.Tooltip("row:N", title="one"),
        altair.Tooltip("column:N", title="other"),
        altair.Tooltip("together:Q", title=plural, format=",d"),
        altair.Tooltip("expected:Q", title="by chance", format=",.1f"),
        altair.Tooltip("npmi:Q", title="NPMI", format=".2f"),
        altair.Tooltip("g2:Q", title="G²", format=",.1f"),
    ]
    off = base.transform_filter("datum.a !== datum.b")
    on = base.transform_filter("datum.a === datum.b")
    kinds = kind_colours(theme)
    present = [kind for kind in kinds if (cells["kind"] == kind).any()]
    squares = (
        off.mark_rect(cursor="pointer", strokeWidth=2)
        .encode(color=_colour(cells, measure, theme), stroke=stroke, tooltip=pair)
        .add_params(chosen)
    )
    own = on.mark_rect(cursor="pointer", strokeWidth=2).encode(
        fill=altair.Fill(
            "kind:N",
            scale=altair.Scale(domain=present, range=[kinds[kind] for kind in present]),
            legend=None,
        ),
        stroke=stroke,
        tooltip=[
            altair.Tooltip("row:N", title="entity"),
            altair.Tooltip("together:Q", title=f"{unit}s", format=",d"),
        ],
    )
    # Figures only where a cell has room for them: on a phone the colours speak, and the table below.
    room = altair.ExprRef(f"width / {len(labels)} > 26 ? 1 : 0")
    text = off.mark_text(fontSize=11, opacity=room).encode(
        text=altair.Text("value:Q", format=_FORMAT[measure]), color=_text_colour(cells, measure, theme)
    )
    own_text = on.mark_text(fontSize=11, fontWeight="bold", opacity=room, color=BACKGROUND[theme]).encode(
        text=altair.Text("together:Q", format=",d")
    )
    chart: Chart = (
        altair.layer(squares, own, text, own_text)
        .properties(height=_STEP * len(labels) + 4, width="container")
        .resolve_scale(color="independent", fill="independent")
    )
    return chart


def _colour(cells: pd.DataFrame, measure: Measure, theme: Theme) -> altair.Color:
    low, high = ramp(theme)
    if measure == "together":
        scale = altair.Scale(type="sqrt", range=[low, high], domainMin=0)
    else:
        reach = float(cells["value"].abs().max()) or 1.0
        scale = altair.Scale(domain=[-reach, 0, reach], range=[_BELOW[theme], BACKGROUND[theme], high])
    return altair.Color("value:Q", scale=scale, legend=None)


def _text_colour(cells: pd.DataFrame, measure: Measure, theme: Theme) -> object:
    """Light figures on deep cells, ink on pale ones."""
    reach = float(cells["value"].abs().max()) or 1.0
    deep = 0.3 * reach if measure == "together" else 0.55 * reach
    return altair.condition(
        f"abs(datum.value) > {deep}", altair.value(BACKGROUND[theme]), altair.value(INK[theme])
    )
