from __future__ import annotations

from datetime import date

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from onrecord.analysis.comparison import Comparison, compare
from onrecord.interchange import from_line
from onrecord.records import Extraction, Selection
from onrecord.ui import comparing, differences, picking
from onrecord.ui.reader import Item
from onrecord.workspace import Workspace
from onrecord.workspace.adding import add
from onrecord.workspace.corrections import decide_passage
from tests.pages.conftest import Open, words

AGENCY = (
    "The ferry left Port Amber at dawn with 40 passengers on board.",
    "Nobody was hurt when its engine failed near the old lighthouse.",
)
WHOLE = "We shall open the harbour again when the last boat has come home, if the storm allows it"


def told(name: str, outlet: str, said: str, own: str, by: str = "Ada Quill") -> Extraction:
    """An article with two sentences of agency copy, one utterance and one sentence of its own."""
    text = f"{AGENCY[0]} {AGENCY[1]}\n\n{by} said: “{said}”.\n\n{own}"
    start, speaker = text.index(said), text.index(by)
    quote = {
        "start": start, "end": start + len(said), "text": said, "type": "direct", "marked": [], "group": "1",
        "cue": None, "speaker": [speaker, speaker + len(by)], "speaker_name": by, "confidence": 0.9,
    }  # fmt: skip
    mention = {
        "start": speaker, "end": speaker + len(by), "text": by, "label": "PERSON", "entity": by,
    }  # fmt: skip
    line = {"id": name, "title": name, "outlet": outlet, "published": str(date(2024, 3, 1)), "text": text}
    return from_line({**line, "quotes": [quote], "mentions": [mention]})


@pytest.fixture
def event(empty: Workspace) -> Workspace:
    """Three articles on one event, and one on something else."""
    articles = [
        told("One", "Harbour Post", WHOLE, "Twelve boats stayed out."),
        told(
            "Two", "Daily Lantern", WHOLE.removesuffix(", if the storm allows it"), "All 300 boats came home."
        ),
        told(
            "Three",
            "Northern Wire",
            "Nothing of the kind was ever planned by us",
            "No more is known.",
            "Ben Tam",
        ),
    ]
    add(empty, articles, engine="given")
    return empty


def asked(app: AppTest, name: str) -> str:
    """One value of the address, which AppTest gives bare or in a list."""
    value = app.query_params[name]
    return value if isinstance(value, str) else value[0]


def ids(ws: Workspace) -> dict[str, str]:
    articles = ws.articles()
    return dict(zip(articles["title"], articles["article_id"], strict=True))


def both(ws: Workspace) -> Comparison:
    return compare(ids(ws)["One"], ids(ws)["Two"], ws)


def test_the_page_opens_on_the_pair_that_has_most_in_common(event: Workspace, open_app: Open) -> None:
    app = open_app(event, "compare")
    assert not app.exception
    assert {asked(app, "left"), asked(app, "right")} == {
        ids(event)["One"],
        ids(event)["Two"],
    }
    said = words(app)
    assert "Both tell one statement, not word for word" in said
    assert "is text that both have" in said


def test_names_of_outlets_are_no_markdown(empty: Workspace, open_app: Open) -> None:
    outlets = {"One": "![x](http://a.example/x.png)", "Two": ":red[B]"}
    add(empty, [told(name, outlet, WHOLE, name) for name, outlet in outlets.items()], engine="given")
    app = open_app(empty, "compare")
    assert not app.exception
    said = app.subheader[0].value
    assert "](" not in said.replace("\\]\\(", "")
    assert ":red[" not in said


def test_a_link_chooses_the_articles(filled: Workspace, open_app: Open) -> None:
    wanted = filled.articles()["article_id"].iloc[[4, 7, 2]].tolist()
    app = open_app(filled, "compare", left=wanted[0], right=wanted[1], more=wanted[2])
    assert not app.exception
    assert [asked(app, name) for name in ("left", "right", "more")] == wanted
    assert "Also in the table" in words(app)


def test_a_link_to_one_article_is_completed(event: Workspace, open_app: Open) -> None:
    app = open_app(event, "compare", left=ids(event)["Two"])
    assert asked(app, "right") == ids(event)["One"]


def test_the_same_article_twice_is_completed_too(event: Workspace, open_app: Open) -> None:
    app = open_app(event, "compare", left=ids(event)["Two"], right=ids(event)["Two"])
    assert not app.exception
    assert asked(app, "left") == ids(event)["Two"]
    assert asked(app, "right") != ids(event)["Two"]
    assert "The link names one article twice" in words(app)


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ({"left": "One", "right": "gone"}, "1 article of this link cannot be shown"),
        ({"left": "gone", "right": "gone too"}, "2 articles of this link cannot be shown"),
        ({"left": "One", "right": "Two", "more": "gone"}, "1 article of this link cannot be shown"),
        ({"left": "One", "right": "Two"}, ""),
        ({"left": "One"}, ""),
        ({}, ""),
    ],
)
def test_a_link_to_what_is_gone_says_so(
    event: Workspace, open_app: Open, link: dict[str, str], said: str
) -> None:
    app = open_app(event, "compare", **{key: ids(event).get(name, name) for key, name in link.items()})
    assert not app.exception
    assert said in words(app)
    assert ("of this link" in words(app)) == bool(said)


def test_an_article_of_set_aside_passages_compares_to_nothing(event: Workspace, open_app: Open) -> None:
    one = ids(event)["One"]
    for row in event.passages(Selection(articles=(one,))).itertuples():
        decide_passage(event, one, (row.start, row.end), "promo", who="Ada")
    found = both(event)
    assert found.sentences.empty
    assert found.words["words"].tolist()[0] == 0
    assert set(found.numbers["where"]) == {"b"}
    app = open_app(event, "compare", left=one, right=ids(event)["Two"])
    assert not app.exception
    assert "No statement is told by both; they share no sentence" in words(app)


def test_articles_leave_the_table(event: Workspace, open_app: Open) -> None:
    three = ids(event)["Three"]
    app = open_app(event, "compare", left=ids(event)["One"], right=ids(event)["Two"], more=three)
    app.button(key=f"drop_{three}").click().run()
    assert not app.exception
    assert "more" not in app.query_params


def test_articles_to_take_say_what_they_share(event: Workspace, open_app: Open) -> None:
    app = open_app(event, "compare", left=ids(event)["One"], right=ids(event)["Three"])
    app.button(key="pick_right").click().run()
    assert not app.exception
    assert "The closest first." in words(app)
    close = picking.partners(picking.proposals(event, event.articles(), Selection()), ids(event)["One"])
    shared = dict(zip(close["article_id"], close["statements"], strict=True))
    rows = picking.article_rows(event.articles(), shared)
    assert {row.head.text: items(row.cells[2]) for row in rows} == {
        "One": [], "Two": ["1 statement in both"], "Three": [],
    }  # fmt: skip
    assert {row.head.text: row.head.show for row in rows} == ids(event)


def test_pairs_are_proposed_with_what_is_known_of_them(event: Workspace, open_app: Open) -> None:
    app = open_app(event, "compare", left=ids(event)["One"], right=ids(event)["Three"])
    app.button(key="propose").click().run()
    assert not app.exception
    (row,) = picking.pair_rows(picking.proposals(event, event.articles(), Selection()), event.articles())
    assert {row.head.text, *items(row.cells[0])} == {"One", "Two"}
    assert items(row.cells[1])[0].startswith("copies of one text · 1 statement in both · 1 changed")
    assert items(row.cells[1])[0].endswith("the same day")


def test_sides_are_swapped(event: Workspace, open_app: Open) -> None:
    app = open_app(event, "compare", left=ids(event)["One"], right=ids(event)["Two"])
    app.button(key="swap").click().run()
    assert (asked(app, "left"), asked(app, "right")) == (ids(event)["Two"], ids(event)["One"])


def test_an_article_that_the_filters_leave_out_can_still_be_linked(event: Workspace, open_app: Open) -> None:
    app = open_app(event, "compare", since="2024-03-01", left=ids(event)["Three"], text="harbour")
    assert not app.exception
    assert asked(app, "left") == ids(event)["Three"]


def test_links_carry_statements_and_sentences_under_one_number_each(event: Workspace) -> None:
    links = comparing.links(both(event), ["The Post", "The Ledger"])
    assert [(link.number, link.kind, link.stop) for link in links] == [
        (1, "sentence", True), (1, "sentence", False), (1, "sentence", True), (2, "statement", True),
    ]  # fmt: skip
    statement = links[-1]
    assert (statement.title, statement.facts) == ("Ada Quill", "shortened at the end by The Ledger")
    text = event.reading(ids(event)["One"]).text
    assert text[slice(*statement.sides[0])] == WHOLE


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ([("A", "x", None), ("B", "y", None)], ["A", "B"]),
        (
            [("A", "x", date(2024, 1, 2)), ("A", "y", date(2024, 1, 3))],
            ["A 2 January 2024", "A 3 January 2024"],
        ),
        ([(None, "x", None), ("B", "y", None)], ["x", "y"]),
        ([("A", "x", None), ("A", "x", None)], ["x (1)", "x (2)"]),
    ],
)
def test_articles_go_by_names_that_tell_them_apart(
    filled: Workspace, facts: list[tuple[str | None, str, date | None]], expected: list[str]
) -> None:
    view = filled.reading(filled.articles()["article_id"].iloc[0])
    views = [
        type(view)(
            {"outlet": outlet, "headline": title, "published": day},
            view.text, view.passages, view.mentions, view.quotes, view.marked_text,
        )
        for outlet, title, day in facts
    ]  # fmt: skip
    assert comparing.names(views) == expected


def items(cell: tuple[Item, ...]) -> list[str]:
    return [item.text for item in cell]


def test_what_both_have_and_what_only_one_has(event: Workspace) -> None:
    rows = {row.head.text: row.cells for row in differences.beside(both(event))}
    assert [items(cell) for cell in rows["Quoted"]] == [["Ada Quill"], ["nobody"], ["nobody"]]
    assert [items(cell) for cell in rows["Amounts"]] == [["40"], ["Twelve"], ["300"]]
    assert [items(cell) for cell in rows["Statements"]] == [["1 statement"], ["nothing"], ["nothing"]]


def test_the_words_of_each_speaker_and_of_common_text(event: Workspace) -> None:
    rows = {row.head.text: row.cells for row in differences.quotation(both(event))}
    assert [items(cell) for cell in rows["Ada Quill"]] == [["18 words"], ["13 words"]]
    found = both(event).words
    assert found["common"].tolist() == [39, 39]
    assert items(rows["Text that both have"][0]) == [f"{39 / found['words'][0]:.0%}"]


@pytest.mark.parametrize("part", ["beside", "quotation"])
def test_every_entry_opens_rows_of_its_own(
    event: Workspace, part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    found, views = both(event), [event.reading(ids(event)[name]) for name in ("One", "Two")]
    opened: list[pd.DataFrame] = []
    monkeypatch.setattr(differences.evidence, "show", lambda title, rows, unit: opened.append(rows))
    rows = getattr(differences, part)(found)
    shows = [item.show for row in rows for cell in row.cells for item in cell if item.show]
    for show in shows:
        differences.open_evidence(show, found, views, ["One", "Two"])
    assert len(opened) == len(shows) > 0
    texts = {str(view.article["article_id"]): view.text for view in views}
    for rows in opened:
        assert {"headline", "outlet", "published"} <= set(rows.columns)
        for row in rows.to_dict("records"):
            text = texts[row["article_id"]]
            assert text[row["context_start"] : row["context_end"]].strip()
            assert all(row["context_start"] <= h[0] < h[1] <= row["context_end"] for h in row["highlights"])


@pytest.mark.parametrize("show", ["", "people", "people/c/x", "nonsense/a/x", "people/a/nobody", "a/b/c/d"])
def test_what_no_entry_asks_for_opens_nothing(
    event: Workspace, show: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(differences.evidence, "show", lambda *_, **__: pytest.fail("opened"))
    views = [event.reading(ids(event)[name]) for name in ("One", "Two")]
    differences.open_evidence(show, both(event), views, ["One", "Two"])


def test_articles_are_found_by_headline_outlet_and_day(event: Workspace) -> None:
    articles = event.articles()
    assert set(picking.matching(articles, "2024-03-01")["title"]) == {"One", "Two", "Three"}
    assert set(picking.matching(articles, "lantern two")["title"]) == {"Two"}
    assert picking.matching(articles, "(").empty


def test_proposals_hold_pairs_of_the_selection_alone(event: Workspace) -> None:
    selection = Selection(outlets=("Harbour Post", "Northern Wire"))
    assert picking.proposals(event, event.articles(selection), selection).empty
    assert len(picking.proposals(event, event.articles(), Selection())) == 1


def test_the_page_opens_on_the_pair_that_the_proposals_put_first(event: Workspace) -> None:
    articles = event.articles()
    first = picking.ranked(picking.proposals(event, articles, Selection()), "common").iloc[0]
    found = picking._most_told(event, articles, Selection())
    assert found is not None
    assert (found["a"].iloc[0], found["b"].iloc[0]) == (first["a"], first["b"])
    one = Selection(articles=(str(first["a"]),))
    assert picking._most_told(event, event.articles(one), one) is None
