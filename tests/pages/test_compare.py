from __future__ import annotations

import pandas as pd

from onrecord.ui.comparing import numbers, tied_pairs
from onrecord.workspace import Workspace
from tests.pages.conftest import Open, words


def test_the_page_begins_with_two_articles_and_says_what_both_tell(filled: Workspace, open_app: Open) -> None:
    app = open_app(filled, "compare")
    assert not app.exception
    left, right = app.selectbox(key="compare_left"), app.selectbox(key="compare_right")
    assert left.value != right.value
    said = words(app)
    assert "Both have" in said
    assert "told by both" in said or "No quote of one" in said


def test_a_link_chooses_the_pair(filled: Workspace, open_app: Open) -> None:
    ids = filled.articles()["article_id"]
    app = open_app(filled, "compare", left=ids.iloc[4], right=ids.iloc[7])
    assert app.selectbox(key="compare_left").value == ids.iloc[4]
    assert app.selectbox(key="compare_right").value == ids.iloc[7]


def test_choosing_another_article_changes_the_link(filled: Workspace, open_app: Open) -> None:
    ids = filled.articles()["article_id"]
    app = open_app(filled, "compare", left=ids.iloc[4], right=ids.iloc[7])
    app.selectbox(key="compare_right").set_value(ids.iloc[2]).run()
    assert app.selectbox(key="compare_right").value == ids.iloc[2]
    assert app.query_params["right"] in (ids.iloc[2], [ids.iloc[2]])
    assert app.selectbox(key="compare_left").value == ids.iloc[4]


def test_the_same_article_on_both_sides_says_so(filled: Workspace, open_app: Open) -> None:
    one = filled.articles()["article_id"].iloc[0]
    app = open_app(filled, "compare", left=one, right=one)
    assert not app.exception
    assert "Both sides show the same article" in words(app)


def test_an_article_that_the_filters_leave_out_can_still_be_linked(filled: Workspace, open_app: Open) -> None:
    articles = filled.articles()
    outlet = articles["outlet"].iloc[0]
    other = articles.loc[articles["outlet"] != outlet, "article_id"].iloc[0]
    app = open_app(filled, "compare", outlet=outlet, left=other)
    assert not app.exception
    assert app.selectbox(key="compare_left").value == other


def test_quotes_that_share_a_counterpart_share_a_number() -> None:
    tied = pd.DataFrame({"a_quote_id": ["a1", "a2", "a3"], "b_quote_id": ["b1", "b1", "b3"]})
    number = numbers(tied)
    assert number["a1"] == number["a2"] == number["b1"]
    assert number["a3"] == number["b3"] != number["a1"]


def test_pairs_of_different_outlets_come_first(filled: Workspace) -> None:
    articles = filled.articles()
    outlet = articles.set_index("article_id")["outlet"]
    same = [outlet[one] == outlet[two] for one, two in tied_pairs(filled, articles)]
    assert same == sorted(same)
