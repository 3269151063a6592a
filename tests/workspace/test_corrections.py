"""Decisions of analysts: every figure obeys them, at once, until they are undone."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord._errors import ReadOnlyError
from onrecord.interchange import from_line
from onrecord.records import Extraction, Selection
from onrecord.workspace import Workspace, temporary
from onrecord.workspace.adding import add
from onrecord.workspace.check import check
from onrecord.workspace.corrections import carry, decide_passage, decisions, teach_line, type_in, undo
from onrecord.workspace.extracting import extractions
from onrecord.workspace.finishing import match_statements

BODY = "Ada Quill said that the harbour was full."
PROMO = "Boris Tam opens the harbour games this week."


def article(n: int, *, outlet: str = "Harbour Post", line: str = PROMO, **fields: object) -> Extraction:
    """Two paragraphs and a last line that names somebody; ``n`` makes the text its own."""
    first = f"Ada Quill said that the harbour was full on day {n}."
    own = " ".join(
        f"The {word}{n} met the {word}er{n} in {word}ia{n}." for word in ("bod", "mard", "pel", "tig")
    )
    text = f"{first}\n\n{own}\n\n{line}"
    quote = text.index("the harbour")
    row = {
        "id": f"a{n}", "text": text, "outlet": outlet,
        "mentions": [
            {"start": 0, "end": 9, "label": "PERSON", "entity": "Ada Quill"},
            {"start": text.index(line), "end": text.index(line) + 9, "label": "PERSON", "entity": line[:9]},
        ],
        "quotes": [
            {"start": quote, "end": len(first) - 1, "type": "indirect", "speaker_name": "Ada Quill"},
        ],
    } | fields  # fmt: skip
    return from_line(row)


@pytest.fixture
def ws(empty: Workspace) -> Workspace:
    add(empty, [article(1), article(2, outlet="Daily Lantern")], engine="given")
    return empty


def names(ws: Workspace, *, junk: bool = False) -> dict[str, int]:
    entities = ws.entities(Selection(junk=junk))
    return dict(zip(entities["name"], entities["mentions"], strict=True))


def last_passage(ws: Workspace, article_id: str) -> tuple[int, int]:
    passage = ws.reading(article_id).passages.iloc[-1]
    return int(passage["start"]), int(passage["end"])


def of(n: int, **fields: str) -> str:
    return article(n, **fields).article.content_id  # type: ignore[arg-type]


def test_a_passage_set_aside_leaves_every_figure_until_it_is_undone(ws: Workspace) -> None:
    assert names(ws) == {"Ada Quill": 2, "Boris Tam": 2}
    version = ws.version()
    decide_passage(ws, of(1), last_passage(ws, of(1)), "promo", who="Kim")
    assert ws.version() > version
    assert names(ws) == {"Ada Quill": 2, "Boris Tam": 1}
    assert names(ws, junk=True) == {"Ada Quill": 2, "Boris Tam": 2}
    assert set(ws.mentions(Selection(junk=True))["passage_kind"]) == {"body", "promo"}
    passages = ws.reading(of(1)).passages
    assert list(passages["kind"]) == ["body", "body", "promo"]
    assert passages["reason"].iloc[-1].startswith("decided by Kim on ")
    assert list(ws.passages()["kind"]).count("promo") == 1

    undo(ws, decisions(ws)["correction_id"][0], who="Lee")
    assert names(ws) == {"Ada Quill": 2, "Boris Tam": 2}
    told = decisions(ws).iloc[0]
    assert (told["who"], told["undone_who"], bool(told["counts"])) == ("Kim", "Lee", False)


def test_a_later_decision_replaces_an_earlier_one(ws: Workspace) -> None:
    span = last_passage(ws, of(1))
    decide_passage(ws, of(1), span, "promo", who="Kim")
    decide_passage(ws, of(1), span, "summary", who="Lee")
    assert names(ws)["Boris Tam"] == 2
    undo(ws, decisions(ws)["correction_id"][0], who="Lee")
    assert names(ws)["Boris Tam"] == 1  # Kim's counts again


def test_a_line_taught_for_an_outlet_holds_in_its_articles_now_and_later(ws: Workspace) -> None:
    add(ws, [article(3)], engine="given")
    teach_line(ws, "Harbour Post", PROMO.upper(), "promo", who="Kim")
    assert names(ws)["Boris Tam"] == 1  # the other outlet's
    add(ws, [article(4)], engine="given")
    assert names(ws) == {"Ada Quill": 4, "Boris Tam": 1}
    assert "taught by Kim" in ws.reading(of(4)).passages["reason"].iloc[-1]
    decide_passage(ws, of(4), last_passage(ws, of(4)), "body", who="Lee")  # an exception to it
    assert names(ws)["Boris Tam"] == 2


def test_quotes_come_and_go_with_their_passage(ws: Workspace) -> None:
    first = ws.reading(of(1)).passages.iloc[0]
    assert len(ws.quotes()) == 2
    assert len(ws.statements()) == 1
    decide_passage(ws, of(1), (int(first["start"]), int(first["end"])), "caption", who="Kim")
    assert len(ws.quotes()) == 1
    assert len(ws.quotes(Selection(junk=True))) == 2
    assert ws.statements().empty  # nothing is told twice any more
    undo(ws, decisions(ws)["correction_id"][0], who="Kim")
    assert len(ws.quotes()) == 2
    assert len(ws.statements()) == 1
    assert not match_statements(ws)  # nothing is left to do
    assert check(ws) == []


def test_the_fullest_telling_that_counts_represents_a_statement(empty: Workspace) -> None:
    add(empty, [article(1), article(2, outlet="Daily Lantern"), article(3, outlet="Wire")], engine="given")
    before = empty.statements().iloc[0]
    assert before["quotes"] == 3
    row = empty.quotes().set_index("quote_id").loc[before["quote_id"]]
    first = empty.reading(row["article_id"]).passages.iloc[0]
    decide_passage(empty, row["article_id"], (int(first["start"]), int(first["end"])), "promo", who="Kim")
    after = empty.statements().iloc[0]
    assert after["quotes"] == 2
    assert after["quote_id"] in set(empty.quotes()["quote_id"])
    assert check(empty) == []


def test_facts_typed_in_count_like_those_read(ws: Workspace) -> None:
    type_in(
        ws,
        {
            of(1): {
                "outlet": "Port Wire",
                "published": date(2024, 5, 6),
                "title": " Full harbour ",
                "author": "A",
            }
        },
        who="Kim",
    )
    row = ws.articles(Selection(outlets=("Port Wire",), since=date(2024, 5, 6))).iloc[0]
    assert (row["title"], row["headline"], row["author"]) == ("Full harbour", "Full harbour", "A")
    assert row["published"].date() == date(2024, 5, 6)
    assert set(row[["title_from", "outlet_from", "published_from", "author_from"]]) == {"typed in"}
    assert set(ws.outlets()["outlet"]) == {"Port Wire", "Daily Lantern"}
    type_in(ws, {of(1): {"outlet": None}}, who="Kim")
    assert ws.articles(Selection(articles=(of(1),)))["outlet"].isna().all()
    for correction_id in decisions(ws)["correction_id"]:
        undo(ws, correction_id, who="Kim")
    row = ws.articles(Selection(articles=(of(1),))).iloc[0]
    assert (row["outlet"], row["outlet_from"]) == ("Harbour Post", "stated")
    assert row.isna()["title_from"]


@pytest.mark.parametrize("facts", [{"mood": "good"}, {"published": "soon"}, {"published": "2024-13-01"}])
def test_facts_that_cannot_be(ws: Workspace, facts: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        type_in(ws, {of(1): facts}, who="Kim")
    assert decisions(ws).empty


def test_an_unknown_kind_is_refused(ws: Workspace) -> None:
    with pytest.raises(ValueError, match="kind of passage"):
        decide_passage(ws, of(1), (0, 5), "rubbish", who="Kim")


def test_who_may_only_read_decides_nothing(ws: Workspace) -> None:
    with (
        Workspace.open(ws.path, read_only=True) as reading,
        pytest.raises(ReadOnlyError),
    ):
        decide_passage(reading, of(1), (0, 5), "promo", who="Kim")


def test_an_earlier_version_knows_nothing_of_a_decision(ws: Workspace) -> None:
    version = ws.version()
    decide_passage(ws, of(1), last_passage(ws, of(1)), "promo", who="Kim")
    with Workspace.open(ws.path, version=version) as earlier:
        assert names(earlier)["Boris Tam"] == 2


def test_decisions_go_along_when_articles_are_kept_elsewhere(ws: Workspace) -> None:
    decide_passage(ws, of(1), last_passage(ws, of(1)), "promo", who="Kim")
    type_in(ws, {of(1): {"title": "One"}, of(2): {"title": "Two"}}, who="Kim")
    with temporary() as target:
        add(target, extractions(ws, [of(1)]), engine="given")
        assert carry(ws, target, [of(1)]) == 2
        assert names(target) == {"Ada Quill": 1}
        assert list(target.articles()["title"]) == ["One"]


def test_a_line_that_an_outlet_repeats_is_set_aside_without_extraction(empty: Workspace) -> None:
    line = "Boris Tam answers your questions at the harbour."
    add(empty, [article(n, line=line) for n in (1, 2)], engine="given")
    add(empty, [article(n, line=line, outlet="Daily Lantern") for n in (3, 4)], engine="given")
    assert names(empty)["Boris Tam"] == 4  # twice in an outlet may be chance
    add(empty, [article(5, line=line)], engine="given")
    assert names(empty) == {"Ada Quill": 5, "Boris Tam": 2}
    last = empty.reading(of(5, line=line)).passages.iloc[-1]
    assert last["kind"] == "promo"
    assert last["reason"] == "Harbour Post repeats this line: it stands in 3 articles"
    decide_passage(empty, of(5, line=line), (int(last["start"]), int(last["end"])), "body", who="Kim")
    assert names(empty)["Boris Tam"] == 3


def test_what_is_not_english_is_kept_apart(empty: Workspace) -> None:
    german = article(7, language="de", mentions=[], quotes=[])
    add(empty, [article(1), german], engine="given")
    assert list(empty.articles()["source_id"]) == ["a1"]
    assert empty.summary()["articles"] == 1
    assert list(empty.outlets()["articles"]) == [1]
    aside = empty.other_languages()
    assert list(aside["source_id"]) == ["a7"]
    assert list(aside["language"]) == ["de"]
    assert "bod7" in empty.reading(german.article.content_id).text
    type_in(empty, {german.article.content_id: {"language": "en"}}, who="Kim")
    assert empty.summary()["articles"] == 2
    assert empty.other_languages().empty
