from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from onrecord.ui.text import count, day, from_outlets, place, plain, quoted, shorten, shown

HOSTILE = [
    "![x](http://evil.example/a.png)",
    "[click](javascript:alert(1))",
    "<img src=x onerror=alert(1)>",
    ":material/delete: :red[boo] :smile:",
    "$\\alpha$ `code` **bold** ~~gone~~",
    "https://evil.example www.evil.example",
    "# heading\n\n- list\r\n1. one",
    "\u202egnp.exe\u202c",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_plain_leaves_no_markup_unescaped(text: str) -> None:
    escaped = plain(text)
    for position, char in enumerate(escaped):
        if char in "`*_[]()<>#!$~|":
            assert escaped[position - 1] == "\\", escaped
    assert "\n" not in escaped
    assert "\u202e" not in escaped
    assert ":material" not in escaped
    assert ":red" not in escaped
    assert "://" not in escaped


@pytest.mark.parametrize(
    ("named", "unknown", "words"),
    [
        (2, 0, " from 2 outlets"),
        (1, 3, " from 1 outlet (3 of unknown outlet)"),
        (0, 3, ""),
    ],
)
def test_from_outlets(named: int, unknown: int, words: str) -> None:
    assert from_outlets(named, unknown) == words


@pytest.mark.parametrize("text", ["Ada Quill", "Ångström Ürün", "東京 😀"])
def test_plain_leaves_words_alone(text: str) -> None:
    assert plain(text) == text


@pytest.mark.parametrize(
    ("number", "noun", "words"),
    [
        (1, "article", "1 article"),
        (0, "quote", "0 quotes"),
        (12480, "quote", "12,480 quotes"),
        (2, "entity", "2 entities"),
        (2, "person", "2 people"),
        (1, "title of a work", "1 title of a work"),
        (2, "title of a work", "2 titles of works"),
    ],
)
def test_count(number: int, noun: str, words: str) -> None:
    assert count(number, noun) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (date(2017, 8, 3), "3 August 2017"),
        (pd.Timestamp("2017-08-18"), "18 August 2017"),
        (None, "undated"),
        (pd.NaT, "undated"),
        (float("nan"), "undated"),
        ("2017", "undated"),
    ],
)
def test_day(value: object, words: str) -> None:
    assert day(value) == words


@pytest.mark.parametrize(
    ("value", "words"), [(None, "-"), (float("nan"), "-"), ("a", "a"), (0, "0"), (pd.NA, "-")]
)
def test_shown(value: object, words: str) -> None:
    assert shown(value, "-") == words


@pytest.mark.parametrize(
    ("text", "limit", "short"),
    [
        ("short", 10, "short"),
        ("one two three four", 12, "one two…"),
        ("a" * 20, 10, "a" * 9 + "…"),
        ("a\n b", 9, "a b"),
    ],
)
def test_shorten(text: str, limit: int, short: str) -> None:
    assert shorten(text, limit) == short
    assert len(shorten(text, limit)) <= limit


@pytest.mark.parametrize(
    ("path", "said"),
    [("/srv/team/in/a.txt", "in/a.txt"), ("a.txt", "a.txt"), ("/srv/team/in/", "team/in/"), ("", "")],
)
def test_a_file_with_its_folder(path: str, said: str) -> None:
    assert place(path) == said


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("we shall wait,", "we shall wait"),
        ("we shall wait.", "we shall wait."),
        ("who knows –", "who knows"),
        (None, ""),
    ],
)
def test_a_quote_by_itself_ends_without_the_comma_before_its_speaker(text: object, words: str) -> None:
    assert quoted(text) == words
