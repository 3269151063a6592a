"""Who speaks: names, pronouns, roles, groups, documents, and those who stay unknown."""

from __future__ import annotations

import pytest
from spacy.language import Language

from onrecord.records import Quote

pytestmark = pytest.mark.model


def last(nlp: Language, text: str) -> Quote:
    quote: Quote = nlp(text.replace("¶", "\n"))._.quotes[-1]
    return quote


@pytest.mark.parametrize(
    ("text", "name", "how"),
    [
        ("Mayor Jane Moss met the board. Moss said the dam would hold.", "Jane Moss", "name"),
        ("Mayor Moss left. Moss said the dam would hold. His son is Dan Moss Jr.", "Moss", "name"),
        ("Dan Moss Jr. met the board. Moss said the dam would hold.", "Dan Moss Jr.", "name"),
        ("Jane Moss met the board. She said the dam would hold.", "Jane Moss", "pronoun"),
        ("Jane Moss met Peter Hall. He said the dam would hold.", "Peter Hall", "pronoun"),
        ("Peter Hall left. Jane Moss stayed. “It will hold,” she said.", "Jane Moss", "pronoun"),
        ("Donald Trump came. And Trump, while they sat, said the dam was old.", "Donald Trump", "name"),
        ("Peter Hall left.¶It fell.¶It leaks.¶Of Dan Moss, he said, “I like him.”", "Peter Hall", "pronoun"),
        ("“No,” said Peter Hall.¶¶“The dam is old,” he added.", "Peter Hall", "pronoun"),
        ("Peter Hall asked David Moss about it. He said the dam would hold.", "David Moss", "pronoun"),
        ("Jane Moss, who said the dam would hold, left.", "Jane Moss", "relative"),
        ("Jane Moss, the foreign minister, left. The minister said the dam would hold.", "Jane Moss", "role"),
        ("Secretary of State Jane Moss left. The top diplomat said the dam would hold.", "Jane Moss", "role"),
        ("Jane Moss left. The foreign minister said the dam would hold.", "Jane Moss", "office"),
        ("“It is old.”¶¶Jane Moss left.¶“It will hold,” the mayor said.", "Jane Moss", "office"),
        ("The top general said it would hold.¶Gen. Peter Hall spoke.", "Peter Hall", "role"),
        ("Gen. Peter Hall came. The chairman of the Joint Chiefs said it was old.", "Peter Hall", "role"),
        ("Senator Jane Moss left. The foreign minister said it would hold.", "foreign minister", "own words"),
        ("Peter Hall left. The congresswoman said the dam would hold.", "congresswoman", "own words"),
        ("Jane Moss left. The caretaker said the dam would hold.", "caretaker", "own words"),
        ("Peter Hall told David Moss that it was new. He said the dam would hold.", "Peter Hall", "pronoun"),
        ("The general told Dan Moss it was new. He said it held.¶Gen. Tom Hall left.", "Tom Hall", "pronoun"),
        ("Peter Hall said it was new. David Moss shrugged. “It is old,” he said.", "David Moss", "pronoun"),
        ("It was new. That, Jane Moss told the board, is why the dam would hold.", "Jane Moss", "name"),
        ("Jane Moss’s statement said the dam would hold.", "Jane Moss", "name"),
        ("OSLO (AP) — Jane Moss said the dam would hold.", "Jane Moss", "name"),
        ("“It will hold for years.”¶¶Jane Moss, Daily Post", "Jane Moss", "name"),
        ("Voters say they expect the dam will hold.", "Voters", "they"),
        ("Voters in Oslo, who said the dam would hold, left.", "Voters in Oslo", "relative"),
        ("The companies met. They said the dam would hold.", "companies", "they"),
        ("The company was quiet. It said the dam would hold.", "company", "it"),
        ("Paris officials said the dam would hold.", "Paris officials", "own words"),
        ("The town had a plan. “The river came and took the houses away.”", None, "none"),
        ("Spokeswoman Jane Moss Friday confirmed the dam was closed.", "Jane Moss", "name"),
        ("Sen. Jane Moss met Peter Hall. The senator said the dam would hold.", "Jane Moss", "role"),
        ("Sen. Jane Moss met Peter Hall. The Ohio senator said the dam would hold.", "Jane Moss", "role"),
        ("Jane Moss, an engineer in Albany, N.Y., told us that the dam would hold.", "Jane Moss", "name"),
        ("Jane Moss is chief.¶A director said it rose.¶The director said it held.", "director", "own words"),
        ("Peter Hall left.¶A man whom Peter Hall met said he believes it held.", "man", "pronoun"),
        ("The protesters met a man. “Shame on you,” they chanted.", "protesters", "they"),
        ("Peter Hall is here.¶A judge said he believes the dam will hold.", "judge", "pronoun"),
        ("Jane Moss is here.¶A nurse said it rose. “It was new,” she said.", "nurse", "pronoun"),
        ("Peter Hall met a nurse. He said the dam would hold.", "Peter Hall", "pronoun"),
        ("A spokesman, Peter Hall, said it rose. He said the dam would hold.", "Peter Hall", "pronoun"),
        ("President Moss left. The first lady, Jane Moss, stayed. Mr. Moss said it held.", "Moss", "name"),
    ],
)  # fmt: skip
def test_name_and_how_it_was_found(nlp: Language, text: str, name: str | None, how: str) -> None:
    quote = last(nlp, text)
    assert quote.speaker_name == name
    assert (quote.resolved_by or "").split("/")[1] == how


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("Jane Moss said the dam would hold.", "named", "Jane Moss"),
        ("Norway said the dam would hold.", "named", "Norway"),
        ("A spokesman said the dam would hold.", "anonymous", "spokesman"),
        ("Two people briefed on it said the dam would hold.", "anonymous", "Two people briefed on it"),
        ("U.S. officials said the dam would hold.", "collective", "U.S. officials"),
        ("A new report says the dam will hold.", "document", "new report"),
        ("He said the dam would hold.", "unresolved", None),
    ],
)  # fmt: skip
def test_class_of_speaker(nlp: Language, text: str, kind: str, name: str | None) -> None:
    quote = last(nlp, text)
    assert (quote.speaker_class, quote.speaker_name) == (kind, name)


def test_named_speakers_point_at_their_entity(nlp: Language) -> None:
    doc = nlp("Jane Moss met the board. She said the dam would hold.")
    (quote,) = doc._.quotes
    names = {entity.key: entity.name for entity in doc._.entities}
    assert names[quote.entity] == quote.speaker_name == "Jane Moss"
    assert doc.text[slice(*quote.speaker)] == "She"


def test_a_speaker_does_not_name_herself_in_her_own_words(nlp: Language) -> None:
    text = "Mary Hall criticized Jane Moss. “Hall is wrong about the dam,” she said."
    assert last(nlp, text).speaker_name == "Jane Moss"


def test_unresolved_speakers_are_unsure(nlp: Language) -> None:
    sure = last(nlp, "Jane Moss said that the dam would hold.").confidence
    unsure = last(nlp, "He said that the dam would hold.").confidence
    assert unsure < 0.5 < sure


@pytest.mark.parametrize(
    ("text", "addressee", "occasion"),
    [
        ("Jane Moss told reporters in Oslo that the dam would hold.", "reporters", "in Oslo"),
        ("Jane Moss said in an interview with us that it would hold.", None, "in an interview with us"),
        ("Jane Moss said to the board that the dam would hold.", "the board", None),
        ("“It will hold,” Jane Moss wrote on Twitter.", None, "on Twitter"),
        ("Jane Moss said that the dam would hold.", None, None),
    ],
)  # fmt: skip
def test_addressee_and_occasion(
    nlp: Language, text: str, addressee: str | None, occasion: str | None
) -> None:
    quote = last(nlp, text)
    assert (quote.addressee, quote.occasion) == (addressee, occasion)
