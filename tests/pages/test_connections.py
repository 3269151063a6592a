from __future__ import annotations

import pandas as pd
import pytest

from onrecord.analysis import cooccurrence
from onrecord.analysis.units import UNITS, Unit
from onrecord.workspace import Workspace
from onrecord.workspace.adding import add
from tests.pages.conftest import Open, words
from tests.workspace import factory


def pairs(ws: Workspace, unit: Unit = "sentence") -> pd.DataFrame:
    return cooccurrence.pairs(
        ws.mentions(),
        unit=unit,
        top_n=20,
        min_together=2,
        passages=ws.passages() if unit == "paragraph" else None,
    )


@pytest.mark.parametrize("unit", UNITS)
def test_the_page_opens_on_the_closest_pair(filled: Workspace, open_app: Open, unit: Unit) -> None:
    app = open_app(filled, "connections", unit=unit)
    assert not app.exception
    top = pairs(filled, unit).iloc[0]
    assert f"{top['a_name']} and {top['b_name']} appear together most" in words(app)
    assert f"in {top['together']:,} {unit}s" in words(app)


@pytest.mark.parametrize("measure", ["npmi", "g2"])
def test_a_link_chooses_the_measure(filled: Workspace, open_app: Open, measure: str) -> None:
    app = open_app(filled, "connections", measure=measure)
    assert "beyond chance" in app.subheader[0].value


def test_a_cell_opens_the_sentences_it_counts(filled: Workspace, open_app: Open) -> None:
    top = pairs(filled).iloc[0]
    app = open_app(filled, "connections")
    app.session_state["matrix"] = {"selection": {"cell": [{"a": top["b"], "b": top["a"]}]}}
    app.run()
    assert not app.exception
    assert f"{top['together']} sentences in" in words(app)
    app.run()  # the selection stays, the panel opens once
    assert f"{top['together']} sentences in" not in words(app)


def test_the_diagonal_opens_an_entity(filled: Workspace, open_app: Open) -> None:
    rows = pairs(filled)
    entity, number = rows["a"].iloc[0], rows["count_a"].iloc[0]
    app = open_app(filled, "connections")
    app.session_state["matrix"] = {"selection": {"cell": [{"a": entity, "b": entity}]}}
    app.run()
    assert f"{number} sentences in" in words(app)


def test_a_node_of_the_network_opens_its_sentences(filled: Workspace, open_app: Open) -> None:
    app = open_app(filled, "connections", view="network")
    assert not app.exception
    selected = [{"data_type": "node", "data_indices": [0]}]
    app.session_state["network"] = {"selection": {"selected": selected, "areas": []}}
    app.run()
    assert not app.exception
    assert f"{pairs(filled)['count_a'].max()} sentences in" in words(app)


def test_where_nobody_meets_the_page_says_what_to_change(filled: Workspace, open_app: Open) -> None:
    app = open_app(filled, "connections", least="1000")
    assert not app.exception
    assert "meet in 1000 or more" in words(app)
    assert "fewer meetings" in words(app)


def test_one_article_still_has_connections(empty: Workspace, open_app: Open) -> None:
    add(empty, [factory.extraction(0)], engine="test")
    app = open_app(empty, "connections", least="1", unit="article")
    assert not app.exception


def test_a_choice_goes_into_the_address_by_its_short_value(filled: Workspace, open_app: Open) -> None:
    app = open_app(filled, "connections")
    app.button_group(key="choice_unit").set_value("article").run()
    assert app.query_params["unit"] == "article"
    assert "articles" in app.subheader[0].value
    app.button_group(key="choice_unit").set_value("sentence").run()
    assert "unit" not in app.query_params
    assert "sentences" in app.subheader[0].value


def test_a_wrong_value_in_a_link_is_the_default(filled: Workspace, open_app: Open) -> None:
    app = open_app(filled, "connections", unit="Sentences!")
    assert not app.exception
    assert "sentences" in app.subheader[0].value


def test_the_same_cell_clicked_again_opens_its_sentences_again(filled: Workspace, open_app: Open) -> None:
    top = pairs(filled).iloc[0]
    app = open_app(filled, "connections")
    app.session_state["matrix"] = {"selection": {"cell": [{"a": top["a"], "b": top["b"]}]}}
    app.run()
    app.session_state["matrix"] = {"selection": {"cell": []}}
    app.run()
    assert f"{top['together']} sentences in" in words(app)
    app.run()
    assert f"{top['together']} sentences in" not in words(app)
