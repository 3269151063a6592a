"""Statements and their tellings, from quotes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pandas as pd
import pytest

from onrecord.statements import link, match

type Quotes = Callable[..., pd.DataFrame]
FULL = "We will rebuild the northern harbour wall before winter, if the council grants us the money."
CUT = "We will rebuild the northern harbour wall before winter"
TOLD = "the town would rebuild its northern harbour wall before the winter if the council granted money"
TELLING = ("statement_id", "quote_id", "relation", "score", "cut", "cut_at", "alerts")
OTHER = "Nobody should have to choose between heating a kitchen and feeding a child."


@pytest.mark.parametrize(
    ("other", "relation"),
    [
        ((FULL,), "verbatim"),
        (("we will rebuild the northern harbour wall before winter — if the council grants us the money",),
         "verbatim"),
        ((CUT,), "truncated"),
        (("before winter, if the council grants us the money",), "truncated"),
        (("We will rebuild the northern harbour wall … if the council grants us money",), "reworded"),
        ((f"{CUT[:41]} … if the council grants us the money",), "truncated"),
        (("We shall rebuild the sea wall before winter if the council grants us money",), "reworded"),
        ((TOLD, "Ada Vale", "indirect"), "reworded"),
        (('the town "will rebuild the northern harbour wall" by the winter', "Vale", "mixed"), "reworded"),
        ((CUT, "Ada Vale", "indirect"), "reworded"),
    ],
)  # fmt: skip
def test_relation_to_the_fullest_telling(quotes: Quotes, other: tuple[object, ...], relation: str) -> None:
    found = match(quotes((FULL,), other))
    assert found.statements["quote_id"].tolist() == ["q0"]
    assert found.statement_quotes["quote_id"].tolist() == ["q0", "q1"]
    assert found.statement_quotes["relation"].tolist() == ["verbatim", relation]


@pytest.mark.parametrize(
    "other",
    [
        (OTHER,),
        ("We will repaint the southern harbour lights next summer", "Ada Vale"),
        (FULL, "Ada Vale", "direct", None, date(2033, 5, 4)),
        ("We will",),
        ("harbour", None),
    ],
)
def test_what_is_not_one_statement(quotes: Quotes, other: tuple[object, ...]) -> None:
    assert match(quotes((FULL,), other)).statements.empty


@pytest.mark.parametrize(
    ("speaker", "together"),
    [("Ada Vale", True), ("Vale", True), (None, True), ("the harbour office", True), ("Bo Quill", False)],
)
def test_speakers_must_not_disagree(quotes: Quotes, speaker: str | None, together: bool) -> None:
    frame = quotes((FULL,), (TOLD, speaker, "indirect"))
    if speaker and speaker.islower():
        frame.loc[1, "speaker_kind"] = "other"
    assert match(frame).statements.empty is not together


def test_the_same_long_wording_is_one_statement_whoever_it_is_given_to(quotes: Quotes) -> None:
    assert len(match(quotes((FULL,), (FULL, "Bo Quill"))).statements) == 1


@pytest.mark.parametrize(
    ("one", "two", "event", "together"),
    [
        ("Ada Vale", "Ada Vale", True, True),
        ("Ada Vale", "Ada Vale", False, False),
        ("Ada Vale", "Bo Quill", True, False),
        ("Ada Vale", None, True, False),
    ],
)
def test_two_words_need_the_same_speaker_and_event(
    quotes: Quotes, one: str, two: str | None, event: bool, together: bool
) -> None:
    shared = (FULL, "Ada Vale", "direct", "a"), (FULL if event else OTHER, "Ada Vale", "direct", "b")
    found = match(quotes(*shared, ("Not yet.", one, "direct", "a"), ("Not yet", two, "direct", "b")))
    assert ("q2" in found.statements["quote_id"].tolist()) is together


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ((f"{OTHER} {CUT}.",), (f"{CUT}. I promised it to the islanders long ago.",)),
        (
            (FULL,),
            (
                'the council heard that the mayor would "rebuild the northern harbour wall" again',
                "Vale",
                "mixed",
            ),
        ),
        ((FULL,), (f"it had been a long night, and the town would {CUT[8:]}", "Ada Vale", "indirect")),
    ],
)
def test_parts_match_where_wholes_do_not(
    quotes: Quotes, one: tuple[object, ...], two: tuple[object, ...]
) -> None:
    assert len(match(quotes(one, two)).statement_quotes) == 2


REWORDED = "the northern harbour wall would be rebuilt before winter"


@pytest.mark.parametrize(
    ("one", "two", "later", "together"),
    [
        pytest.param(FULL, (REWORDED, None, "indirect"), 3, True, id="reworded, days apart"),
        pytest.param(FULL, ("rebuild the wall", "Ada Vale", "indirect"), 2, True, id="few words, one event"),
        pytest.param(FULL, ("rebuild the wall", "Ada Vale", "indirect"), 20, False, id="weeks later"),
        pytest.param("the tidal levy is mad", ("tidal levy", None), 0, False, id="a term of two people"),
        pytest.param("the tidal levy is mad", ("tidal levy", "Ada Vale"), 0, True, id="her own words"),
        pytest.param(
            "a pity that I never met Bo Quill and Cato Brandt",
            ("Bo Quill defied Cato Brandt", "Ada Vale", "indirect"),
            0, False, id="only names",
        ),
        pytest.param(
            "I will fine Bo Quill and Cato Brandt",
            ("Bo Quill and Cato Brandt would be fined", "Ada Vale", "indirect"),
            0, True, id="names and what happens",
        ),
    ],
)  # fmt: skip
def test_what_is_shared_must_be_said_by_one_of_one_event(
    quotes: Quotes, one: str, two: tuple[object, ...], later: int, together: bool
) -> None:
    """Both articles quote another remark, so that they tell one event where they are near each other."""
    day = date(2031, 5, 4) + timedelta(days=later)
    text, speaker, kind = (*two, "direct")[:3]
    shared = (OTHER, "Bo Quill", "direct", "a"), (OTHER, "Bo Quill", "direct", "b", day)
    told = (one, "Ada Vale", "direct", "a"), (text, speaker, kind, "b", day)
    found = match(quotes(*shared, *told))
    assert ("q3" in found.statement_quotes["quote_id"].tolist()) is together


def test_a_word_that_an_event_is_about_is_no_statement(quotes: Quotes) -> None:
    """Both articles quote "smuggling" again and again, so that "smuggling" alone says little; "vile" does."""
    about = [
        f"the {word} of smuggling was told to the islanders" for word in ("rumour", "charge", "business")
    ]
    topic = [(text, "Bo Quill", "direct", article) for text in about for article in "ab"]
    told = [
        (
            "There was never any smuggling on the ferry, it is a vile rumour of the harbour",
            "Ada Vale",
            "direct",
            "a",
        ),
        ("smuggling", "Ada Vale", "direct", "b"),
        ("vile", "Ada Vale", "direct", "b"),
    ]
    found = match(quotes(*topic, *told)).statement_quotes["quote_id"].tolist()
    assert ("q7" in found, "q8" in found) == (False, True)


def test_a_similar_question_of_a_list_gives_way_to_the_same_one(quotes: Quotes) -> None:
    asked = "What efforts were made to repair the northern harbour wall before winter?"
    other = "After the flood, what efforts were made by islanders to pay for the northern harbour wall?"
    rows = [(asked, "Ada Vale", "direct", "a"), (asked, "Ada Vale", "direct", "b")]
    found = match(quotes(*rows, (other, "Ada Vale", "direct", "b"))).statement_quotes
    assert found["relation"].tolist()[:2] == ["verbatim", "verbatim"]
    links = link(quotes(*rows, (other, "Ada Vale", "direct", "b"))).links
    assert ("q0", "q2") not in set(zip(links["a"], links["b"], strict=True))


def test_unknown_days_do_not_part_tellings(quotes: Quotes) -> None:
    rows = [(FULL, "Ada Vale", "direct", None, day) for day in (date(2031, 5, 4), None, pd.NaT)]
    assert len(match(quotes(*rows)).statement_quotes) == 3


@pytest.mark.parametrize(("days", "together"), [(45, True), (46, False)])
def test_what_is_said_long_after_is_not_the_same_statement(quotes: Quotes, days: int, together: bool) -> None:
    first, later = date(2031, 5, 4), date(2031, 5, 4) + timedelta(days=days)
    words = "We shall never open the northern harbour to strangers"
    rows = quotes((words, "Ada Vale", "direct", "a", first), (words, "Ada Vale", "direct", "b", later))
    assert len(match(rows).statements) == together


def test_a_repeat_within_one_article_is_one_statement(quotes: Quotes) -> None:
    rows = (FULL, "Ada Vale", "direct", "a"), (CUT, "Ada Vale", "direct", "a")
    assert match(quotes(*rows)).statement_quotes["relation"].tolist() == ["verbatim", "truncated"]


@pytest.mark.parametrize(
    ("telling", "cut", "places"),
    [
        ((FULL,), "", []),
        ((CUT,), "if the council grants us the money", ["end"]),
        ((f"{CUT[:41]} … if the council grants us the money",), "before winter", ["middle"]),
        ((CUT[16:],), "We will rebuild … if the council grants us the money", ["start", "end"]),
        (("the town would rebuild the northern harbour wall before winter", "Vale", "indirect"),
         "if the council grants us the money", ["end"]),
    ],
)  # fmt: skip
def test_what_a_telling_leaves_out_and_where(
    quotes: Quotes, telling: tuple[object, ...], cut: str, places: list[str]
) -> None:
    told = match(quotes((FULL,), telling)).statement_quotes
    assert told["cut"].tolist() == ["", cut]
    assert told["cut_at"].tolist() == [[], places]


def test_a_dropped_negation_counts_as_left_out(quotes: Quotes) -> None:
    full = "I did not promise the islanders a second ferry this autumn"
    told = "I promised islanders a second ferry this autumn"
    assert "not" in match(quotes((full,), (told,))).statement_quotes["cut"].iloc[1]


def test_the_fullest_direct_quote_represents(quotes: Quotes) -> None:
    longer_told = TOLD + " as it had granted money for the northern lighthouse"
    found = match(quotes((CUT,), (longer_told, "Ada Vale", "indirect"), (FULL,)))
    assert found.statements["quote_id"].tolist() == ["q2"]


def test_a_fragment_does_not_chain_two_remarks(quotes: Quotes) -> None:
    first = "The northern harbour wall will stand for another hundred years of storms"
    second = "Children learn to swim beside the northern harbour wall every single July"
    found = match(quotes((first,), (second,), ("the northern harbour wall",)))
    assert found.statement_quotes["quote_id"].tolist() in (["q0", "q2"], ["q1", "q2"])


def test_the_pieces_of_an_interrupted_quote_join_the_whole(quotes: Quotes) -> None:
    found = match(quotes((FULL,), (CUT,), ("if the council grants us the money",)))
    assert found.statement_quotes["relation"].tolist() == ["verbatim", "truncated", "truncated"]


def test_the_speaker_is_the_one_that_the_fullest_telling_names(quotes: Quotes) -> None:
    found = match(quotes((FULL, "Ada Vale"), (CUT, "Vale"), (CUT, "Vale")))
    assert found.statements["speaker_name"].tolist() == ["Ada Vale"]


def test_the_speaker_is_taken_from_whoever_names_one(quotes: Quotes) -> None:
    found = match(quotes((FULL, None), (CUT, "Ada Vale")))
    assert found.statements["speaker_name"].tolist() == ["Ada Vale"]


def test_the_order_of_rows_does_not_matter(quotes: Quotes) -> None:
    frame = quotes((FULL,), (CUT,), (TOLD, None, "indirect"), (OTHER,), (OTHER, None))
    one, two = match(frame), match(frame.iloc[::-1])
    pd.testing.assert_frame_equal(one.statements, two.statements)
    pd.testing.assert_frame_equal(one.statement_quotes, two.statement_quotes)
    assert len(one.statements) == 2


@pytest.mark.parametrize("rows", [[], [(FULL,)], [("",), ("…",)]])
def test_nothing_to_match_gives_empty_tables_with_their_columns(
    quotes: Quotes, rows: list[tuple[object, ...]]
) -> None:
    found = match(quotes(*rows))
    assert found.statements.columns.tolist() == ["statement_id", "quote_id", "speaker_name"]
    assert found.statement_quotes.columns.tolist() == [*TELLING]
    assert found.statements.empty
    assert found.statement_quotes.empty


@pytest.mark.parametrize(("start", "matched"), [(10, False), (len(FULL) + 10, True)])
def test_quotes_that_overlap_do_not_match_each_other(quotes: Quotes, start: int, matched: bool) -> None:
    frame = quotes((FULL, "Ada Vale", "direct", "a"), (CUT, "Ada Vale", "direct", "a"))
    frame["start"] = [0, start]
    frame["end"] = [len(FULL), start + len(CUT)]
    assert match(frame).statements.empty is not matched


def test_what_another_speaker_denies_is_another_statement(quotes: Quotes) -> None:
    said = "the council had secretly sold the northern lighthouse to a foreign bank"
    denied = "the council had never secretly sold any northern lighthouse to a foreign bank"
    told = quotes((said, None, "indirect"), (denied, "Bo Quill", "indirect"))
    assert match(told).statements.empty


def test_reported_speech_that_two_outlets_share_word_by_word_is_verbatim(quotes: Quotes) -> None:
    found = match(quotes((TOLD, "Ada Vale", "indirect"), (TOLD, "Vale", "indirect")))
    assert found.statement_quotes["relation"].tolist() == ["verbatim", "verbatim"]
