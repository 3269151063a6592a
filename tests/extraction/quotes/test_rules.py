"""Each rule on made-up sentences: what it takes as content, and whom it names."""

from __future__ import annotations

import pytest
from spacy.language import Language

from onrecord.extraction.quotes.rules import CONTENT, SPEAKERS
from onrecord.records import Quote

pytestmark = pytest.mark.model

LEE = "Ann Lee"


def quotes(nlp: Language, text: str) -> tuple[Quote, ...]:
    found: tuple[Quote, ...] = nlp(text.replace("¶", "\n"))._.quotes
    return found


# rule, text, content pieces, speaker
CASES = [
    ("after", "“The dam will hold for years,” said Ann Lee.", ["The dam will hold for years,"], LEE),
    ("after", "“Will the dam hold?” Ann Lee asked.", ["Will the dam hold?"], LEE),
    ("after", "“The dam,” Ann Lee said, “will hold.”", ["The dam,", "will hold."], LEE),
    ("after", "‘The dam will hold for years,’ Ann Lee said.", ["The dam will hold for years,"], LEE),
    ("after_mixed", "The dam is “safe,” Ann Lee said.", ["The dam is “safe,”"], LEE),
    ("after_any_verb", "“The old dam will hold,” chirped Ann Lee.", ["The old dam will hold,"], LEE),
    ("after_mixed", "The dam is “safe,” according to Ann Lee.", ["The dam is “safe,”"], LEE),
    ("after", "“The dam will hold,” as Ann Lee put it.", ["The dam will hold,"], LEE),
    ("after", "Stone sat.¶“We met in May.¶“We left,” Ann Lee said.", ["We met in May.", "We left,"], LEE),
    ("after_according", "“The old dam will hold,” according to Ann Lee.", ["The old dam will hold,"], LEE),
    ("before", "As Ann Lee put it, “The dam will hold.”", ["The dam will hold."], LEE),
    ("before", "Speaking on Friday, Ann Lee asked, “why a dam?”", ["why a dam?"], LEE),
    ("before", "Ann Lee said, “The dam will hold.”", ["The dam will hold."], LEE),
    ("before", "Ann Lee told the board “The dam will hold.”", ["The dam will hold."], LEE),
    ("before_colon", "Ann Lee told reporters: “The dam will hold.”", ["The dam will hold."], LEE),
    ("before_inserted", "The dam is, Ann Lee said, “a waste.”", ["The dam is", "a waste."], LEE),
    ("before_inserted", "The dam, Ann Lee said, “is a waste.”", ["The dam", "is a waste."], LEE),
    ("introduced", "Ann Lee was blunt: “The dam will never hold.”", ["The dam will never hold."], LEE),
    ("introduced_noun", "Asked again, Ann Lee’s answer was short: “No dam.”", ["No dam."], LEE),
    ("block", "The Daily Post reported:¶¶“The dam will hold.”", ["The dam will hold."], "Daily Post"),
    ("block_unmarked", "Ann Lee wrote in an email:¶¶We have known for years that the dam leaks.",
     ["We have known for years that the dam leaks."], LEE),
    ("signed", "“The dam will hold for years.” — Ann Lee", ["The dam will hold for years."], LEE),
    ("signed", "“The dam is a waste,” Rep. Ann Lee (D-Ohio), the chairwoman.", ["The dam is a waste,"], LEE),
    ("label_marked", "“LEE: The dam will hold for years.”", ["The dam will hold for years."], "LEE"),
    ("label", "Ann Lee is the mayor.¶Ann Lee: The dam will hold", ["The dam will hold"], LEE),
    ("float_paragraph", "“Yes,” Ann Lee said. “The dam will hold.”", ["The dam will hold."], LEE),
    ("float_paragraph", "“Leave now,” Ann Lee said. “Don’t wait.”", ["Don’t wait."], LEE),
    ("float_paragraph", "“No,” Ann Lee said. “but we will stay here.”", ["but we will stay here."], LEE),
    ("float_sentence", "Ann Lee was calm. “The dam will hold.”", ["The dam will hold."], LEE),
    ("float_previous", "“Yes,” Ann Lee said.¶“The dam will hold.”", ["The dam will hold."], LEE),
    ("that_clause", "Ann Lee said that the dam would hold.", ["the dam would hold"], LEE),
    ("clause", "Ann Lee said the dam would hold.", ["the dam would hold"], LEE),
    ("clause", "Ann Lee pointed out the dam was new.", ["the dam was new"], LEE),
    ("clause", "Aides in Oslo, though, say the dam would hold.", ["the dam would hold"], "Aides in Oslo"),
    ("clause", "Ann Lee told the board this week she would leave.", ["she would leave"], LEE),
    ("clause_mended", "They thanked Ann Lee for stating all gates were open.", ["all gates were open"], LEE),
    ("that_clause", "Joe Stone praised the plan, and Ann Lee (D-Ohio) said that the dam leaked.",
     ["the dam leaked"], LEE),
    ("rest", "Ann Lee said after the gates broke that she would rebuild the dam.",
     ["she would rebuild the dam"], LEE),
    ("that_clause", "The mayor herself said that the dam would hold.", ["the dam would hold"], "mayor"),
    ("rest", "Ann Lee said via a translator that the dam would hold.", ["the dam would hold"], LEE),
    ("unknown_verb", "Ann Lee telegraphed that the dam would hold.", ["the dam would hold"], LEE),
    ("thought", "Ann Lee believes the dam will hold.", ["the dam will hold"], LEE),
    ("evidence", "The survey shows the dam is sound.", ["the dam is sound"], "survey"),
    ("evidence", "Leaked documents from his 1995 tax return show he took a loss.",
     ["he took a loss"], "Leaked documents from his 1995 tax return"),
    ("noun", "Ann Lee repeated the claim that the dam would hold.", ["the dam would hold"], LEE),
    ("adjective", "Ann Lee was confident that the dam would hold.", ["the dam would hold"], LEE),
    ("fronted", "The dam would hold for years, Ann Lee said.", ["The dam would hold for years"], LEE),
    ("fronted", "After some repairs, the dam had been holding, one Oslo official said.",
     ["After some repairs, the dam had been holding"], "one Oslo official"),
    ("evidence", "Surveys have shown the mayor losing ground in the valley.",
     ["the mayor losing ground in the valley"], "Surveys"),
    ("adjective", "Ann Lee made it clear the dam was safe.", ["the dam was safe"], LEE),
    ("fronted", "As rain falls, the dam will leak, Ann Lee says.", ["As rain falls, the dam will leak"], LEE),
    ("fronted", "That dam will hold, Ann Lee said.", ["That dam will hold"], LEE),
    ("inserted", "The dam, Ann Lee told the board on Monday, would hold.", ["The dam", "would hold"], LEE),
    ("parenthesis", "The dam will hold — Ann Lee says — for ages.", ["The dam will hold"], LEE),
    ("inserted", "The dam, Ann Lee said, would hold for years.", ["The dam", "would hold for years"], LEE),
    ("inverted", "The dam, said Ann Lee, would hold for years.", ["The dam", "would hold for years"], LEE),
    ("as_clause", "As Ann Lee has said, the dam would hold.", ["the dam would hold"], LEE),
    ("as_clause", "As many experts have pointed out, the dam leaks.", ["the dam leaks"], "many experts"),
    ("in_words", "In Ann Lee’s words, the dam is “a waste.”", ["the dam is “a waste.”"], LEE),
    ("in_words", "The dam was a “waste,” in the view of Ann Lee.", ["The dam was a “waste,”"], LEE),
    ("in_words", "By her own account, Ann Lee never saw the dam.", ["Ann Lee never saw the dam"], LEE),
    ("according", "The dam would hold, according to Ann Lee.", ["The dam would hold"], LEE),
    ("according", "According to Ann Lee, the dam would hold.", ["the dam would hold"], LEE),
    ("request", "Ann Lee urged the board to keep the dam.", ["the board to keep the dam"], LEE),
    ("promise", "Ann Lee vowed to keep the dam.", ["to keep the dam"], LEE),
    ("claim", "Ann Lee denied taking money from the builders.", ["taking money from the builders"], LEE),
    ("reproach", "Ann Lee accused the board of hiding a leak.", ["the board of hiding a leak"], LEE),
    ("demand", "Ann Lee called for a new dam.", ["a new dam"], LEE),
    ("naming", "Ann Lee called the dam “a waste of money.”", ["the dam “a waste of money.”"], LEE),
    ("naming", "Ann Lee referred to him as “the Devil.”", ["as “the Devil.”"], LEE),
    ("naming", "Ann Lee called Joe Stone the “Devil.”", ["Joe Stone the “Devil.”"], LEE),
    ("naming", "Ann Lee called the team’s claims “reckless.”", ["the team’s claims “reckless.”"], LEE),
    ("phrase_noun", "Ann Lee’s claim of “a broken dam” angered the board.", ["of “a broken dam”"], LEE),
    ("phrase", "Ann Lee restated the “firm promise” to us.", ["the “firm promise” to us"], LEE),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "text", "pieces", "speaker"), CASES)
def test_rule_finds_content_and_speaker(
    nlp: Language, rule: str, text: str, pieces: list[str], speaker: str
) -> None:
    found = [q for q in quotes(nlp, text) if (q.resolved_by or "").split("/")[0] == rule]
    assert [q.text for q in found] == pieces
    assert {q.speaker_name for q in found} == {speaker}


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee declined to say whether the dam would hold.",
        "Ann Lee did not say that the dam would hold.",
        "Ann Lee never said the dam would hold.",
        "If Ann Lee says the dam will hold, people will stay.",
        "Ann Lee could say the dam will hold.",
        "Ann Lee refused to say that the dam would hold.",
        "Ann Lee found him intolerable.",
        "Asked whether the dam would hold, Ann Lee left.",
        "I think the dam will hold.",
        "The plan, which Ann Lee announced, was old.",
        "The water, as Ann Lee said before she left, is cold.",
        "The debate on coal goes on, Ann Lee said: it does.",
        "As she walked out, Ann Lee said.",
        "In other words, the dam would hold.",
        "The man has improved enough that he could sit.",
        "They took the “broadcast licenses,” as Ann Lee has threatened to do.",
        "Ann Lee, asked if the dam was safe, at first did not answer.",
        "No official said the dam would hold.",
        "Nobody believes that the dam will hold.",
        "They sent the keys (“jingle mail,” as it was called) to the bank.",
        "We have a book called “The Dam Will Hold for Years.”",
        "Everything Ann Lee says is a lie.",
        "During her “tour of thanks” last May Ann Lee called out the builders.",
        "The dam was “safe,” and Ann Lee told the board on Monday.",
        "The second film, titled “Unfit,” went a step further.",
        "People walk by the dam “for their health,” a claim at which Ann Lee sniffs.",
        "The man is too heavy, according to his body mass index.",
    ],
)
def test_what_nobody_said_is_no_quote(nlp: Language, text: str) -> None:
    assert quotes(nlp, text) == ()


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Ann Lee said the dam was new, adding that it would hold.", {"the dam was new", "it would hold"}),
        ("Ann Lee said the dam was “new,” which Bob Stone disputes.", {"the dam was “new,”"}),
        ("Ann Lee said the dam was new, as she walked into the hall.", {"the dam was new"}),
        ("Ann Lee said the dam was new, putting her name to the plan.", {"the dam was new"}),
        (
            "Ann Lee said the dam would hold, as dams do, for years.",
            {"the dam would hold, as dams do, for years"},
        ),
        ("The dam, Ann Lee said, was new, although it leaked.", {"The dam", "was new, although it leaked"}),
        ("The dam was new, Ann Lee said, although it had leaked.", {"The dam was new"}),
        ("If the dam ran dry, Ann Lee worries that the valley would burn.", {"the valley would burn"}),
        ("Lee’s ruling said the “dam was old,” adding “it leaks.”", {"the “dam was old,”", "it leaks."}),
        ("Ann Lee confirmed that the dam would hold but gave no details.", {"the dam would hold"}),
        ("Ann Lee said she would stay and fight.", {"she would stay and fight"}),
        (
            "Ann Lee said he has not seen it but noted that she will go.",
            {"he has not seen it", "she will go"},
        ),
        ("Asked if the dam was safe, Ann Lee said: “Yes.”", {"Yes."}),
        ("Ann Lee told “Fox & Geese” on Monday the dam was new.", {"the dam was new"}),
        ("Ann Lee said the dam was “new” and “safe” for years.", {"the dam was “new” and “safe” for years"}),
        (
            "Ann Lee said the dam is “new. It will hold. Trust me.”",
            {"the dam is “new. It will hold. Trust me.”"},
        ),
    ],
)
def test_content_ends_where_the_reporter_goes_on(nlp: Language, text: str, pieces: set[str]) -> None:
    assert {q.text for q in quotes(nlp, text)} == pieces


def test_pieces_of_an_interrupted_quotation_are_one_group(nlp: Language) -> None:
    first, second = quotes(nlp, "“The dam,” Ann Lee said, “will hold for years.”")
    assert first.group == second.group


def test_the_second_cue_of_a_sentence_has_the_same_speaker(nlp: Language) -> None:
    text = "“The dam is new,” Ann Lee said, adding that “it will hold for years to come.”"
    assert [q.speaker_name for q in quotes(nlp, text)] == [LEE, LEE]


def test_every_rule_has_an_example_and_a_share() -> None:
    for name, rule in {**CONTENT, **SPEAKERS}.items():
        assert rule.example, name
        assert 0 < rule.right <= 1, name


def test_each_content_rule_is_tested() -> None:
    assert {rule for rule, *_ in CASES} == set(CONTENT)
