"""Saved web pages and web archives: headline, metadata, main text; broken and foreign ones."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading import made
from tests.reading.here import article, reason

PAGE = (made.FIXTURES / "page.html").read_text("utf-8")
TEXT = "\n\n".join(
    (
        made.TITLE,
        "Ferries in Port Ellery sailed again on Friday after the crews accepted an offer by the owners, who "
        "had long refused to talk about the night shifts.",
        "“We are tired, and we are glad,” said Ann Poe, who leads the union. “Nobody here wanted eleven days "
        "of this, and nobody wants another one.”",
        "What the owners offered",
        "The owners had made a new offer on Thursday evening, after a meeting in the town hall that went on "
        "until the last bus had gone.",
        "The first ferry left at six o’clock, with forty lorries and a wedding party on board, and came back "
        "with the mail.",
    )
)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("ferries.html", PAGE.encode()),
        ("ferries.htm", PAGE.encode("utf-8-sig")),
        ("utf16.html", PAGE.encode("utf-16")),
        ("windows.html", PAGE.replace('charset="utf-8"', 'charset="iso-8859-1"').encode("cp1252")),
        ("lying.html", PAGE.replace('charset="utf-8"', 'charset="iso-8859-1"').encode()),
        ("archive.mhtml", made.mhtml(PAGE.encode(), "https://harbordesk.example/2017/08/ferries")),
        ("archive.mht", made.mhtml(PAGE.encode(), "https://harbordesk.example/x").replace(b"\r\n", b"\n")),
        ("unclosed.html", PAGE.replace("</p>", "").replace("</article>", "").encode()),
        ("cut.html", PAGE.partition("</article>")[0].encode()),
        ("nul.html", PAGE.replace("<p>", "<p>\x00").encode()),
    ],
)
def test_headline_text_and_metadata_of_a_page(name: str, data: bytes) -> None:
    found = article(name, data)
    assert found.text == TEXT
    assert (found.title, found.outlet, found.author) == (made.TITLE, "The Harbor Desk", "Jane Roe")
    assert (found.published, found.url) == (date(2017, 8, 18), "https://harbordesk.example/2017/08/ferries")


@pytest.mark.parametrize(
    ("language", "title", "sentence"),
    [
        (
            "de",
            "Streik der Fähren endet nach elf Tagen",
            "„Wir sind müde, und wir sind froh“, sagte Änne Groß. ",
        ),
        (
            "fr",
            "La grève des ferries s’achève",
            "« Nous sommes fatigués », a déclaré Anne Poë devant le port. ",
        ),
        (
            "ru",
            "Забастовка паромов закончилась",
            "«Мы устали, и мы рады», — сказала Анна По в порту города. ",
        ),
        (
            "ja",
            "フェリーのストライキが終わる",
            "「疲れましたが、うれしいです」と組合の代表であるアン・ポーさんは港で語った。",
        ),
        ("ar", "انتهى إضراب العبارات", "قالت آن بو في الميناء: «نحن متعبون ونحن سعداء بما حدث اليوم هنا». "),
    ],
)
def test_pages_in_several_languages_keep_every_character(language: str, title: str, sentence: str) -> None:
    paragraphs = "".join(f"<p>{number}. {sentence * 3}</p>" for number in range(5))
    page = (
        f'<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title></head><body>'
        f'<nav><a href="/">X</a></nav><article><h1>{title}</h1>{paragraphs}</article></body></html>'
    )
    found = article("page.html", page.encode())
    assert found.title == title
    assert found.text.startswith(title)
    assert found.text.count(sentence.strip()) == 15


@pytest.mark.parametrize(
    ("change", "title", "outlet"),
    [
        (("<h1>Ferry strike ends after eleven days of talks</h1>", ""), made.TITLE, "The Harbor Desk"),
        (
            ('<meta property="og:title" content="Ferry strike ends after eleven days of talks">', ""),
            made.TITLE,
            None,
        ),
        (('content="The Harbor Desk"', 'content="www.harbordesk.example"'), made.TITLE, None),
        (('content="The Harbor Desk"', 'content="Harbor.example"'), made.TITLE, "Harbor.example"),
    ],
)
def test_headline_and_outlet_where_the_page_says_less(
    change: tuple[str, str], title: str, outlet: str | None
) -> None:
    page = PAGE.replace(*change)
    found = article("page.html", page.encode())
    assert found.title == title
    assert found.text.startswith(title)
    assert found.outlet != "www.harbordesk.example"
    if outlet:
        assert found.outlet == outlet


def test_a_day_is_taken_from_what_the_page_states_not_guessed_from_its_words() -> None:
    body = "".join(f"<p>{text}</p>" for text in made.LONG)
    body += "<p>Copyright 2012, seen on 3 May 2012.</p>"
    page = f"<html><body><article><h1>Talks</h1>{body}</article></body></html>"
    assert article("page.html", page.encode()).published is None


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        (
            "menu.html",
            b"<html><body><nav><a href='/'>Home</a></nav><div id='root'></div></body></html>",
            "no main text",
        ),
        ("empty.html", b"<!doctype html>", "no main text"),
        (
            "no-page.mhtml",
            b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x--\n",
            "web page in the",
        ),
    ],
)
def test_a_page_without_an_article_says_so(name: str, data: bytes, why: str) -> None:
    assert why in reason(name, data)
