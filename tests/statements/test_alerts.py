"""Alerts: what a cut or a change drops, by made-up quotes and by changes planted into them."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest
from tests.benchmarks.planted import ALERTS, CUTS, dressed

from onrecord.statements import match
from onrecord.statements.alerts import alerts
from onrecord.statements.tables import gather

type Quotes = Callable[..., pd.DataFrame]
WALL = "We will rebuild the northern harbour wall before winter, if the council grants us the money."
MADE_UP = (
    "I think the harbour council did not spend 300 crowns on the lighthouse, unless the ledger is wrong.",
    "The old ferry may not sail on Sunday with 40 sheep aboard, if the northern storm reaches the islands.",
    "We probably won't repair the two granaries beside the orchard, as long as the miller refuses to pay.",
    "The schoolhouse roof is not safe for our children. Nobody asked the carpenter about the nails. "
    "Perhaps the bishop could lend us 12 ladders, if the monastery agrees to the plan.",
)


def found(fullest: str, telling: str, sentence: str | None = None) -> list[tuple[str, str]]:
    told = alerts(fullest, telling, sentence or f"She said: “{telling}”", "truncated")
    return [(alert["kind"], alert["words"]) for alert in told]


@pytest.mark.parametrize(
    ("fullest", "telling", "expected"),
    [
        (WALL, "We will rebuild the northern harbour wall before winter",
         [("condition", "if the council grants us the money")]),
        ("If the council agrees, we will rebuild the northern wall", "we will rebuild the northern wall",
         [("condition", "If the council agrees")]),
        ("We will ask if the wall is safe for children", "We will ask the children", []),
        ("I did not promise the islanders a second ferry", "I promised the islanders a second ferry",
         [("negation", "I did not promise the islanders a")]),
        ("I do not believe that the northern wall will stand", "the northern wall will stand",
         [("negation", "I do not believe that the northern")]),
        ("The ferry sails at noon, and I will not wait for the mayor", "The ferry sails at noon", []),
        ("The northern wall might fall this winter", "The northern wall will fall this winter",
         [("hedge", "might fall this winter")]),
        ("I think the northern wall is safe", "the northern wall is safe",
         [("hedge", "I think the northern wall is")]),
        ("We lost 1,200 sheep in two storms", "We lost sheep in two storms", [("number", "1,200 sheep")]),
        ("We lost 1,200 sheep in two storms", "We lost 200 sheep in 2 storms", [("number", "1,200 sheep")]),
        ("The wall fell on Monday. Nobody was hurt. The mayor wept for days.",
         "The wall fell on Monday … The mayor wept for days.",
         [("joined", "wall fell on Monday … The mayor wept for")]),
        ("The wall fell, as everybody knows, on Monday", "The wall fell … on Monday", []),
        ("The wall fell on Monday. Nobody was hurt.", "the wall fell, on Monday; nobody was hurt", []),
    ],
)  # fmt: skip
def test_what_a_telling_drops(fullest: str, telling: str, expected: list[tuple[str, str]]) -> None:
    assert found(fullest, telling) == expected


@pytest.mark.parametrize(
    ("fullest", "telling", "sentence"),
    [
        (WALL, "will rebuild the northern harbour wall",
         "The mayor “will rebuild the northern harbour wall” should the council find the money."),
        (WALL, "We will rebuild the northern harbour wall before winter",
         "“We will rebuild the northern harbour wall before winter”, provided that money comes, she said."),
        ("I did not sell the northern lighthouse", "sold the northern lighthouse",
         "She denied that she had “sold the northern lighthouse”."),
        ("I think the northern wall is safe", "the northern wall is safe",
         "She believes that “the northern wall is safe”."),
        ("We lost 40 sheep in the northern storm", "lost sheep in the northern storm",
         "The 40 farmers “lost sheep in the northern storm”."),
    ],
)  # fmt: skip
def test_what_the_sentence_tells_outside_the_marks_is_not_lost(
    fullest: str, telling: str, sentence: str
) -> None:
    assert found(fullest, telling)
    assert found(fullest, telling, sentence) == []


@pytest.mark.parametrize(
    ("fullest", "telling", "expected"),
    [
        ("There is no way (zero!) that the island ballots will be anything less than honest",
         "the island ballots will be “anything less than honest”",
         [("negation", "There is no way (zero!) that the")]),
        ("There is no evidence that the bishop sold the northern lighthouse",
         "the bishop sold the northern lighthouse", [("negation", "There is no evidence that the bishop")]),
        ("If the council is to unite, the islands need a younger and bolder mayor",
         "the islands need a “younger and bolder mayor”", [("condition", "If the council is to unite")]),
        ("As long as I am mayor, the harbour school will never be closed to strangers",
         "he would never close the harbour school to strangers", [("condition", "As long as I am mayor")]),
        ("Excuse me. We can only lose the harbour vote if we go on with this quarrel. Be friendly.",
         "Excuse me. We can only lose the harbour vote.", [("condition", "if we go on with this quarrel")]),
        ("The harbour people seem to be very idle and naive about the northern storms",
         "the harbour officials were “very idle and naive about the northern storms”",
         [("hedge", "seem to be very idle")]),
        ("I think the harbour jury is still out", "the “harbour jury is still out” on the mayor",
         [("hedge", "I think the harbour jury is")]),
        ("The island fleet of several thousand boats will be led by pilots, priests and smiths",
         "The island boats would be led by pilots, priests and smiths",
         [("number", "several thousand boats")]),
        ("We will mend the wall if the crown grants us all of the oak, tar, rope, nails, iron, wool and wax "
         "that we want", "We will mend the wall",
         [("condition", "if the crown grants us all of the oak")]),
        ("The wall will stand if the crown and the council and the bishop and the mayor and the miller pay",
         "The wall will stand",
         [("condition", "if the crown and the council and the bishop and the mayor and the miller …")]),
    ],
)  # fmt: skip
def test_what_a_rewording_drops(fullest: str, telling: str, expected: list[tuple[str, str]]) -> None:
    assert found(fullest, telling) == expected


@pytest.mark.parametrize(
    ("fullest", "telling"),
    [
        # Another sentence of the same matter.
        ("We did not agree with the harbour survey. The survey does not reflect the views of the council.",
         "the harbour survey “did not reflect the views of the council”"),
        ("The bishop was not moved by gold, by the bells, or by the sea",
         "The bishop was moved by love for his people."),
        ("Nine white lambs stand for a tenth. By contrast, a shepherd is likelier to lose a white lamb.",
         "a shepherd is likelier to lose a white lamb"),
        ("The keeper left the island in 1931. Would you say that the light has got better since?",
         "Would you say that the light has got better since?"),
        ("Our journey is not over until all boats are home, for if we are one crew, then we share one bread",
         "Our journey is not over until all boats are home"),
        # A phrase that someone lifts out of a clause.
        ("There was never a gentlemen's fishing agreement, although the mayor asked for one",
         "a “gentlemen's fishing agreement” with the northern islands is what the mayor wanted"),
        ("If the miller did that, they would be warming up the rack right now", "the “rack”"),
        ("They have a “credible fear of eviction” if sent back to the mainland",
         "they have a “credible fear” of the harbour rats"),
        ("For reasons of trade, if you were a bishop and your flock lost its boats, you could not sit idle",
         "the bishop did it “for reasons of trade”, in his words"),
        # A clause that is left out with its sign.
        ("The ferry will sail at noon, and it may carry the sheep", "The ferry will sail at noon"),
        ("The harbour trade is safe on the whole, and we are widening the quay if we can",
         "The harbour trade is safe on the whole"),
        ("We have never sold the fleet's logbooks to the crown, nor would we do so if asked.",
         "the company has never sold any logbooks of the fleet to the crown"),
        ("Of the 2.2 million who sailed, 24 percent, or 489,460, were under the age of forty",
         "Of the 2.2 million who sailed, 54 percent were women"),
        # Years and names.
        ("The bishops met the council of elders in the 1931 harbour dispute over fishing",
         "the bishops had met a council of elders in a harbour dispute over fishing rights"),
        ("The rope hung in stall number 4 of the northern harbour barn",
         "the rope hung in the northern barn"),
    ],
)  # fmt: skip
def test_what_is_not_told_is_not_dropped(fullest: str, telling: str) -> None:
    assert found(fullest, telling) == []


@pytest.mark.parametrize(
    ("fullest", "telling"),
    [
        ("It is not legal to sell the northern lighthouse", "it is illegal to sell the northern lighthouse"),
        ("The island council no longer pays the ferry crew",
         "the island council stopped paying the ferry crew"),
        ("I don't support closing the harbour school", "she opposes closing the harbour school"),
        ("We will not repair the northern wall this winter",
         "they refused to repair the northern wall this winter"),
        ("I am not blaming anybody, and I'm not blaming the bishop",
         "he isn't “blaming anybody”, the bishop said"),
        ("There is no doubt that the northern wall is safe", "the northern wall is safe"),
        ("It is not only the northern wall that needs repair", "the northern wall needs repair"),
        ("The northern wall may fall this winter", "the northern wall could fall this winter"),
        ("Perhaps the northern wall will fall this winter", "the northern wall will likely fall this winter"),
        ("The miller asked how the bishop could open a second harbour inn",
         "the bishop opened a second harbour inn"),
        ("We will mend the harbour wall if the crown pays",
         "we will mend the harbour wall when the crown pays"),
        ("We will mend the harbour wall as long as the crown pays",
         "we will mend the harbour wall, provided money comes"),
        ("We will mend the harbour wall if the report is true",
         "if it's true, “we will mend the harbour wall”"),
        ("Seize any foreign trawlers if they harass our boats",
         "he told them to seize foreign trawlers harassing boats"),
        ("We'll see also if I do what some expect, whether the new quay will ever be built",
         "whether the new quay will ever be built"),
        ("I thought that might prompt the choice of a second bishop",
         "he told the story to prompt the choice of a second bishop"),
        ("The wall cost us $1.5 million last winter", "the wall cost them 1.5 million dollars last winter"),
        ("The flood took 12 sheep from the northern farm",
         "the flood took a dozen sheep from the northern farm"),
        ("The flood took 1.97 million fish from the bay",
         "the flood took nearly 2 million fish from the bay"),
        ("We could mend 40 to 50 million nets a month by winter",
         "they could mend up to 50 million nets a month"),
    ],
)  # fmt: skip
def test_what_is_told_in_other_words_is_not_lost(fullest: str, telling: str) -> None:
    assert found(fullest, telling, f"The mayor said {telling}.") == []


@pytest.mark.parametrize(
    ("speaker", "kinds"),
    [("Ada Vale", ["negation"]), ("Vale's office", ["negation"]), (None, ["negation"]), ("the millers", [])],
)
def test_what_another_speaker_asserts_is_a_dispute(
    quotes: Quotes, speaker: str | None, kinds: list[str]
) -> None:
    fullest, telling = "The islands will not pay for northern tolls", "islands would pay for northern tolls"
    links = pd.DataFrame({"a": ["q0"], "b": "q1", "relation": "reworded", "score": 0.8, "whole": True})
    told = gather(quotes((fullest, "Ada Vale"), (telling, speaker, "indirect")), links).statement_quotes
    assert [alert["kind"] for raised in told["alerts"] for alert in raised] == kinds


def test_three_words_say_too_little_to_have_dropped_anything() -> None:
    fullest = "We will never close the northern harbour"
    assert found(fullest, "close the northern harbour") == [
        ("negation", "We will never close the northern harbour")
    ]
    assert found(fullest, "the northern harbour") == found(fullest, "close the harbour") == []


def test_a_question_told_in_other_words_is_no_claim() -> None:
    assert found("Do you hold the smith to blame if a thief breaks his northern lock?",
                 "the smith was to blame for the northern lock, the thief told them") == []  # fmt: skip


PLANTED = [
    (text, kind, changed)
    for text in MADE_UP
    for kind, change in ALERTS.items()
    for changed in [change(text)]
    if changed
]


def test_every_kind_of_change_is_planted() -> None:
    assert {kind for _, kind, _ in PLANTED} == set(ALERTS)


@pytest.mark.parametrize(("text", "kind", "changed"), PLANTED)
def test_a_planted_change_raises_its_alert(quotes: Quotes, text: str, kind: str, changed: str) -> None:
    told = match(quotes((text,), (changed,))).statement_quotes
    assert kind in [alert["kind"] for alert in told["alerts"].iloc[1]]


@pytest.mark.parametrize("place", CUTS)
@pytest.mark.parametrize("text", MADE_UP[1:])
def test_a_planted_cut_is_found_where_it_is(quotes: Quotes, text: str, place: str) -> None:
    told = match(quotes((text,), (CUTS[place](text),))).statement_quotes
    assert told[["relation", "cut_at"]].iloc[1].tolist() == ["truncated", [place]]


@pytest.mark.parametrize("text", MADE_UP)
def test_other_marks_and_cases_raise_none(quotes: Quotes, text: str) -> None:
    told = match(quotes((text,), (dressed(text),))).statement_quotes
    assert told["relation"].tolist() == ["verbatim", "verbatim"]
    assert told["alerts"].tolist() == [[], []]


def test_the_reporting_sentence_is_asked_for_tellings_alone(quotes: Quotes) -> None:
    asked: list[str] = []

    def sentences(quote_ids: list[str]) -> dict[str, str]:
        asked.extend(quote_ids)
        return {"q1": "If the council agrees, “we will rebuild the northern harbour wall before winter”."}

    told = match(quotes((WALL,), (WALL[:55],), ("Nobody came to the feast of the bell",)), sentences)
    assert sorted(asked) == ["q0", "q1"]
    assert told.statement_quotes["alerts"].tolist() == [[], []]
