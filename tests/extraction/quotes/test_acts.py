"""Requests, promises and reproaches: what was said, who said it to whom, and what is no speech act."""

from __future__ import annotations

import pytest
from spacy.language import Language

from onrecord.records import Quote

pytestmark = pytest.mark.model

RULES = {"request", "promise", "claim", "reproach", "demand"}


def acts(nlp: Language, text: str) -> list[Quote]:
    return [q for q in nlp(text)._.quotes if (q.resolved_by or "").split("/")[0] in RULES]


# rule, text, content
FOUND = [
    # Requests: a person and an infinitive
    ("request", "Ann Lee asked the court to dismiss the case.", "the court to dismiss the case"),
    ("request", "Ann Lee told the crews to leave the valley.", "the crews to leave the valley"),
    ("request", "Ann Lee warned the farmers not to drink the water.", "the farmers not to drink the water"),
    ("request", "Ann Lee called on the mayor to resign.", "the mayor to resign"),
    ("request", "The council is calling on Mayor Joe Stone (D-Ohio) to resign.",
     "Mayor Joe Stone (D-Ohio) to resign"),
    ("request", "Ann Lee appealed to the villagers to stay at home.", "the villagers to stay at home"),
    ("request", "Ann Lee pleaded with the builders to slow down.", "the builders to slow down"),
    ("request", "Ann Lee called for the dam to be rebuilt.", "the dam to be rebuilt"),
    ("request", "Ann Lee asked to see the plans of the dam.", "to see the plans of the dam"),
    ("request", "Joe Stone recalled the moment Ann Lee asked him to drop the inquiry.",
     "him to drop the inquiry"),
    ("request", "The letter urged the council to vote on Monday.", "the council to vote on Monday"),
    # Promises and threats
    ("promise", "Ann Lee pledged to publish her taxes.", "to publish her taxes"),
    ("promise", "Ann Lee has repeatedly promised to repay the money.", "to repay the money"),
    ("promise", "Ann Lee threatened to sue the builders.", "to sue the builders"),
    ("promise", "Ann Lee vowed never to sell the dam.", "never to sell the dam"),
    # What the speaker is or did, and what is proposed
    ("claim", "Ann Lee claimed to have seen the plans.", "to have seen the plans"),
    ("claim", "Ann Lee suggested closing the dam for a year.", "closing the dam for a year"),
    # Blame, praise and thanks
    ("reproach", "Ann Lee blamed the builders for the leak.", "the builders for the leak"),
    ("reproach", "Ann Lee thanked the voters for their patience.", "the voters for their patience"),
    ("reproach", "Ann Lee left in May, thanking her staff, her family and the voters who elected her.",
     "her staff, her family and the voters who elected her"),
    ("reproach", "Ann Lee praised Joe Stone for saving the dam.", "Joe Stone for saving the dam"),
    ("reproach", "Ann Lee condemned the council over the delay.", "the council over the delay"),
    # What is called for or denied
    ("demand", "Ann Lee demanded an apology from the council.", "an apology from the council"),
    ("demand", "Ann Lee apologized for the delay.", "the delay"),
    ("demand", "Ann Lee denied any involvement in the sale.", "any involvement in the sale"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "text", "content"), FOUND)
def test_a_speech_act_tells_what_was_said(nlp: Language, rule: str, text: str, content: str) -> None:
    assert [((q.resolved_by or "").split("/")[0], q.text) for q in acts(nlp, text)] == [(rule, content)]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee agreed to meet the builders.",
        "Ann Lee refused to resign.",
        "Ann Lee declined to comment.",
        "Ann Lee persuaded the council to vote.",
        "Ann Lee wants to close the dam.",
        "Ann Lee plans to close the dam.",
        "Ann Lee did not ask the council to vote.",
        "Ann Lee could ask the council to vote.",
        "If Ann Lee asks the council to vote, it will.",
        "Ann Lee was asked to leave the hall.",
        "Asked to leave the hall, Ann Lee stood up.",
        "The dam can be saved by asking the council to pay.",
        "Nobody asked the council to vote.",
        "I urge you to keep the dam.",
        "The floods threatened to destroy the dam.",
        "Norway threatened to close the border.",
        "The programs encourage people to save water.",
        "The court denied the request for a visa.",
        "Ann Lee denied the allegations.",
        "Ann Lee called for it.",
        "The child called for his mother.",
        "Ann Lee thanked him.",
        "The dam is the goal that the council pledged to reach.",
        "The dam is half as big as Ann Lee claims to be.",
        "Ann Lee left only after Joe Stone asked her to do so.",
        "Ann Lee attacked the castle.",
    ],
)
def test_what_is_no_speech_act_is_no_quote(nlp: Language, text: str) -> None:
    assert acts(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "speaker", "addressee"),
    [
        ("Ann Lee urged the board to keep the dam.", "Ann Lee", "the board"),
        ("Ann Lee called on Joe Stone to resign.", "Ann Lee", "Joe Stone"),
        ("Ann Lee spoke on Monday. She asked the court to dismiss the case.", "Ann Lee", "the court"),
        ("Ann Lee vowed to keep the dam.", "Ann Lee", None),
        ("Ann Lee called for the dam to be rebuilt.", "Ann Lee", None),
    ],
)
def test_who_asked_whom(nlp: Language, text: str, speaker: str, addressee: str | None) -> None:
    assert [(q.speaker_name, q.addressee) for q in acts(nlp, text)] == [(speaker, addressee)]


def test_marked_words_make_the_content_mixed(nlp: Language) -> None:
    (quote,) = nlp("Ann Lee accused Joe Stone of “lying to the board.”")._.quotes
    assert (quote.type, quote.text) == ("mixed", "Joe Stone of “lying to the board.”")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ann Lee urged the board to resign and left the hall.", "the board to resign"),
        ("Ann Lee urged the board to resign, saying that the dam leaked.", "the board to resign"),
        ("Ann Lee urged the board to resign Thursday in a tweet.", "the board to resign"),
        ("Ann Lee urged the board to explain itself in a letter.", "the board to explain itself in a letter"),
        ("Ann Lee urged the board to resign and to pay for the dam.",
         "the board to resign and to pay for the dam"),
    ],
)  # fmt: skip
def test_content_ends_with_what_was_asked(nlp: Language, text: str, content: str) -> None:
    assert [q.text for q in acts(nlp, text)] == [content]


def test_another_report_joined_to_a_clause_is_not_part_of_it(nlp: Language) -> None:
    text = "Ann Lee said the dam was safe and Joe Stone accused the board of hiding a leak."
    assert {q.text for q in nlp(text)._.quotes} == {"the dam was safe", "the board of hiding a leak"}
