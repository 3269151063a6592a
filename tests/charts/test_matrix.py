"""The matrix draws every pair once in each order, and says its answer in words and as a table."""

from __future__ import annotations

from typing import Any

import pytest
from tests.analysis import frames
from tests.charts import drawn

from onrecord.analysis import cooccurrence
from onrecord.charts import matrix
from onrecord.charts.colours import Theme, kind_colour

TEXTS = {"north-1": "Ada met Ben. Ada saw Ben. Ada left Rome. Cleo saw Rome. Cleo."}
ROWS = cooccurrence.pairs(frames.mentions(TEXTS))


def spec(measure: cooccurrence.Measure = "together", theme: Theme = "light") -> dict[str, Any]:
    return matrix.figure(ROWS, measure=measure, theme=theme).chart.to_dict()


@pytest.mark.parametrize("measure", cooccurrence.MEASURES)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_cells_are_the_pairs_both_ways_and_the_diagonal(measure: cooccurrence.Measure, theme: Theme) -> None:
    whole = spec(measure, theme)
    cells = {(cell["a"], cell["b"]): cell["value"] for cell in drawn.rows(whole)}
    assert len(cells) == 2 * len(ROWS)
    for row in ROWS.to_dict("records"):
        assert cells[row["a"], row["b"]] == cells[row["b"], row["a"]] == pytest.approx(row[measure])
    assert {cell["a"]: cell["count"] for cell in drawn.rows(whole, 2)} == dict(cooccurrence.counts_of(ROWS))


def test_a_cell_can_be_clicked_and_tells_its_pair() -> None:
    params = [param for param in spec()["params"] if param["name"] == matrix.PARAM]
    assert params[0]["select"]["fields"] == ["a", "b"]
    assert params[0]["select"]["on"] == "click"


def test_the_diagonal_wears_the_colours_of_the_kinds() -> None:
    scale = spec()["layer"][3]["encoding"]["color"]["scale"]
    assert dict(zip(scale["domain"], scale["range"], strict=True)) == {
        kind: kind_colour(kind) for kind in ("PERSON", "GPE")
    }
    assert matrix.figure(ROWS).legend == {
        "person": kind_colour("PERSON"),
        "country or city": kind_colour("GPE"),
    }


@pytest.mark.parametrize(
    ("measure", "words"),
    [
        ("together", "Ada and Ben appear together most: in 2 sentences"),
        ("npmi", "Ada and Ben are tied most beyond chance: together in 2 sentences"),
        ("g2", "Ada and Ben are tied most beyond chance: together in 2 sentences"),
    ],
)
def test_the_title_states_the_answer(measure: cooccurrence.Measure, words: str) -> None:
    figure = matrix.figure(ROWS, measure=measure)
    assert figure.title.startswith(words)
    assert figure.title in figure.alt


def test_every_row_of_the_table_opens_its_pair() -> None:
    figure = matrix.figure(ROWS)
    assert len(figure.table) == len(figure.keys) == len(ROWS)
    for (_, row), key in zip(figure.table.iterrows(), figure.keys, strict=True):
        assert (row["One"].lower(), row["Other"].lower()) == (key["a"], key["b"])


def test_namesakes_keep_rows_of_their_own() -> None:
    renamed = ROWS.assign(b_name=ROWS["b_name"].replace("Rome", "Ada"))
    whole = matrix.figure(renamed).chart.to_dict()
    labels = {cell["row"] for cell in drawn.rows(whole, 2)}
    assert len(labels) == 4
    assert "Ada (country or city)" in labels


@pytest.mark.parametrize("measure", cooccurrence.MEASURES)
def test_how_to_read_it_is_said(measure: cooccurrence.Measure) -> None:
    assert "Click a cell" in matrix.reading(measure, "article")
