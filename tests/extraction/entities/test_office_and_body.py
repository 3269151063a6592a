"""People called by their office, and bodies called after people: who is meant and who is not."""

from __future__ import annotations

import pytest
from spacy.language import Language

from onrecord.records import TITLE, Mention

pytestmark = pytest.mark.model


def found(nlp: Language, text: str) -> list[tuple[str, str, str]]:
    """Text, label and entity of each name."""
    return [row for row in mentions(nlp, text) if row[1] != TITLE]


def mentions(nlp: Language, text: str) -> list[tuple[str, str, str]]:
    """The same of each mention, titles included."""
    doc = nlp(text)
    names = {entity.key: entity.name for entity in doc._.entities}
    return [(m.text, m.label, names[m.entity]) for m in doc._.mentions]


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Barack Obama spoke. The Obama administration disagreed.", ("Obama administration", "ORG")),
        ("Bill Clinton spoke. Aides in the Clinton White House agreed.", ("Clinton White House", "ORG")),
        ("Hillary Clinton spoke. The Clinton campaign paid for it.", ("Clinton campaign", "ORG")),
        ("Robert Mueller spoke. Nobody knows how long the Mueller probe lasts.", ("Mueller probe", "EVENT")),
    ],
)
def test_a_body_called_after_a_person_is_not_the_person(
    nlp: Language, text: str, mention: tuple[str, str]
) -> None:
    assert (*mention, mention[0]) in found(nlp, text)


def test_a_possessive_before_a_body_is_still_the_person(nlp: Language) -> None:
    text = "Barack Obama spoke. Obama's administration disagreed."
    assert ("Obama", "PERSON", "Barack Obama") in found(nlp, text)


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        (
            "French President Emmanuel Macron arrived on Monday. The French leader looked tired.",
            ("French leader", "PERSON", "Emmanuel Macron"),
        ),
        (
            "CIA Director Mike Pompeo met reporters. The CIA chief was in good spirits.",
            ("CIA chief", "PERSON", "Mike Pompeo"),
        ),
        (
            "Angela Merkel, the German chancellor, was late. The German leader apologised.",
            ("German leader", "PERSON", "Angela Merkel"),
        ),
    ],
)
def test_an_office_that_one_person_holds_is_that_person(
    nlp: Language, text: str, mention: tuple[str, str, str]
) -> None:
    assert mention in found(nlp, text)


@pytest.mark.parametrize(
    ("text", "description", "person"),
    [
        (
            "Angela Merkel, the chancellor of Germany, was late. The leader of Germany apologised.",
            "leader of Germany",
            "Angela Merkel",
        ),
        (
            "Prime Minister Ana Brnabić of Serbia arrived. The Serbian leader looked tired.",
            "Serbian leader",
            "Ana Brnabić",
        ),
    ],
)
def test_an_office_may_stand_before_its_country(
    nlp: Language, text: str, description: str, person: str
) -> None:
    assert (description, "PERSON", person) in found(nlp, text)


@pytest.mark.parametrize(
    ("text", "title", "person"),
    [
        ("French President Emmanuel Macron arrived.", "French President", "Emmanuel Macron"),
        ("Former New York City Mayor Rudy Giuliani arrived.", "New York City Mayor", "Rudy Giuliani"),
        ("France's president, Emmanuel Macron, arrived.", "France's president", "Emmanuel Macron"),
        ("Jane Harlow, director of the CIA, arrived.", "director of the CIA", "Jane Harlow"),
        (
            "Jane Harlow (D-Ohio), chairwoman of the committee, left.",
            "chairwoman of the committee",
            "Jane Harlow",
        ),
        ("Mr. Harlow met President Jane Smith.", "President", "Jane Smith"),
    ],
)
def test_a_title_beside_a_name_is_a_mention_of_its_own(
    nlp: Language, text: str, title: str, person: str
) -> None:
    assert [row for row in mentions(nlp, text) if row[1] == TITLE] == [(title, TITLE, person)]


@pytest.mark.parametrize(
    "text",
    [
        "Jane Harlow, a lawyer for Mr. Smith, arrived.",  # of a person, not of an office
        "Mr. Harlow and Dr. Smith arrived.",
    ],
)
def test_what_is_no_office_is_no_title(nlp: Language, text: str) -> None:
    assert [row for row in mentions(nlp, text) if row[1] == TITLE] == []


def test_a_name_comes_before_the_title_that_holds_it(nlp: Language) -> None:
    rows = mentions(nlp, "French President Emmanuel Macron arrived.")
    assert [text for text, _, _ in rows] == ["French", "French President", "Emmanuel Macron"]


@pytest.mark.parametrize(
    "text",
    [
        # Two holders.
        "CIA Director Mike Pompeo and former CIA chief John Brennan met. CIA head David Petraeus was there. "
        "The CIA director smiled.",
        # Another country's.
        "French President Emmanuel Macron arrived. The Russian leader stayed at home.",
        # Not the holder, but one of many or the next.
        "French President Emmanuel Macron arrived. A French leader must smile.",
        "CIA Director Mike Pompeo resigned. The CIA director nominee smiled.",
        # Of the two offices the other, or somebody else who is named beside it.
        "French President Emmanuel Macron arrived. The French prime minister stayed at home.",
        "Israeli Prime Minister Ehud Barak spoke. Even the president of Israel, Reuven Rivlin, agreed.",
        "Iranian President Hassan Rouhani spoke. Iran's supreme leader, Ayatollah Ali Khamenei, agreed.",
        # Formerly.
        "Former CIA Director John Brennan wrote a book. The CIA director did not read it.",
    ],
)
def test_an_office_that_may_be_another_persons_is_nobody(nlp: Language, text: str) -> None:
    mentions: tuple[Mention, ...] = nlp(text)._.mentions
    assert [m.text for m in mentions if m.source == "description"] == []


def test_the_country_in_a_description_is_still_named(nlp: Language) -> None:
    text = "French President Emmanuel Macron arrived on Monday. The French leader looked tired."
    assert [entity for _, label, entity in found(nlp, text) if label == "NORP"] == ["French", "French"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("South Korean President Moon Jae In arrived in Seoul on Monday.", "Moon Jae In"),
        # A headline writes everything large.
        ("Moon Jae In Seoul With New Plans\n\nNothing else.", "Moon Jae"),
    ],
)
def test_the_second_syllable_of_a_given_name(nlp: Language, text: str, name: str) -> None:
    assert (name, "PERSON", name) in found(nlp, text)


def test_a_family_is_no_member_of_it(nlp: Language) -> None:
    text = "Bill Harlow spoke on Monday. The house of the Harlows burned down. Harlow wept."
    assert ("Harlows", "PERSON", "Harlows") in found(nlp, text)


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        # A person wherever the article once says President or Mr.
        (
            "Questions for Trump's lawyers came on Monday. President Trump was angry. Nobody asked Trump.",
            ("Trump", "PERSON", "Trump"),
        ),
        (
            "Roger Dean Stone, Jr., met Roger Dean Stone.",
            ("Roger Dean Stone, Jr.", "PERSON", "Roger Dean Stone, Jr."),
        ),
        (
            "Homeland Security Secretary Kirstjen Nielsen spoke on Monday.",
            ("Kirstjen Nielsen", "PERSON", "Kirstjen Nielsen"),
        ),
    ],
)
def test_people(nlp: Language, text: str, mention: tuple[str, str, str]) -> None:
    assert mention in found(nlp, text)


def test_a_suffix_is_no_part_of_a_name(nlp: Language) -> None:
    text = "President Barack Obama spoke. An Obama-era rule is gone."
    assert found(nlp, text)[1:] == [("Obama", "PERSON", "Barack Obama")]


def test_half_a_title_of_several_words_is_no_name(nlp: Language) -> None:
    text = "Homeland Security Secretary Kirstjen Nielsen spoke on Monday."
    assert [name for name, _, _ in found(nlp, text)] == ["Kirstjen Nielsen"]


def test_who_made_the_article_is_no_name_in_its_body(nlp: Language) -> None:
    text = "SEOUL (Reuters) - Talks failed, Reuters was told on Monday. Photo: AFP/Anna Berger"
    kinds = [(m.text, m.passage_kind) for m in nlp(text)._.mentions]
    assert kinds[:3] == [("SEOUL", "body"), ("Reuters", "credit"), ("Reuters", "body")]
    assert ("Anna Berger", "credit") in kinds


@pytest.mark.parametrize(
    ("text", "paper"),
    [
        ("The New York Times broke the story. The Times has 12 pages.", "New York Times"),
        # Two papers of that last word.
        ("The New York Times and The Washington Times broke it. The Times has 12 pages.", "Times"),
    ],
)
def test_a_paper_is_called_by_its_last_word(nlp: Language, text: str, paper: str) -> None:
    assert ("Times", "ORG", paper) in found(nlp, text)
