"""``prepare``: broken characters mended, the language told; everything sound stays to the character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.cleaning import prepare
from onrecord.cleaning.language import detect_language, language_name
from onrecord.cleaning.mending import mend_text
from onrecord.records import Article

ENGLISH = "The council met for two hours on Monday, and the mayor spoke at length about the harbour. " * 4
GERMAN = "Der Rat tagte am Montag zwei Stunden lang, und die Bürgermeisterin sprach über den Hafen. " * 4
FRENCH = "Le conseil s'est réuni lundi pendant deux heures, et la maire a parlé longuement du port. " * 4
SPANISH = "El consejo se reunió el lunes durante dos horas y la alcaldesa habló mucho del puerto. " * 4
JAPANESE = "市議会は月曜日に二時間開かれ、市長は港について長く話した。" * 10


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("She didnâ€™t go.", "She didn’t go."),
        ("â€œWe sail,â€\x9d he said.", "“We sail,” he said."),
        ("Le cafÃ© est ouvert.", "Le café est ouvert."),
        ("Mr. Lee\x92s boat", "Mr. Lee’s boat"),
        ("Sound line, a café.\nShe didnâ€™t go.\r\n", "Sound line, a café.\nShe didn’t go.\r\n"),
        ("A café in Århus, “open” – says Ann…", "A café in Århus, “open” – says Ann…"),
        (
            "Plain   text,\t\x00 kept to the character\u2028",
            "Plain   text,\t\x00 kept to the character\u2028",
        ),
        ("ﬁne “curly” quotes ½", "ﬁne “curly” quotes ½"),
    ],
)
def test_mending(text: str, mended: str) -> None:
    assert mend_text(text) == mended


@given(st.text(alphabet="abc éü\n\t.,“", max_size=200))
def test_sound_text_stays(text: str) -> None:
    assert mend_text(text) == text


def test_an_article_says_that_it_was_mended() -> None:
    article = prepare(Article("a", "She didnâ€™t go.", title="The mayorâ€™s boat"))
    assert (article.text, article.title) == ("She didn’t go.", "The mayor’s boat")
    assert article.origins == {"text": "mended"}
    assert prepare(Article("a", "She did go.")).origins == {}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ENGLISH, "en"), (GERMAN, "de"), (FRENCH, "fr"), (SPANISH, "es"), (JAPANESE, "ja"),
        (ENGLISH + FRENCH, "en"),  # English enough to be read
        ("Zu kurz.", None), ("", None), ("1 2 3 " * 300, None),
    ],
)  # fmt: skip
def test_languages(text: str, code: str | None) -> None:
    assert detect_language(text) == code


def test_a_stated_language_is_not_told_anew() -> None:
    assert prepare(Article("a", GERMAN, language="en")).language == "en"
    assert prepare(Article("a", GERMAN)).language == "de"


def test_names_of_languages() -> None:
    assert language_name("de") == "German"
    assert language_name("xx") == "xx"
