"""``complete``: what is missing, inferred from the address and the text, with its origin."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.cleaning import complete, label_passages
from onrecord.cleaning.origins import FACTS, SURE
from onrecord.records import Article

BODY = "The council met for two hours on Monday, and the mayor spoke at length about the harbour."


def completed(text: str, **facts: object) -> Article:
    article = Article("a", text, **facts)  # type: ignore[arg-type]
    return complete(article, label_passages(text))


@pytest.mark.parametrize(
    ("line", "url", "day", "origin"),
    [
        (BODY, "https://example.org/2017/09/03/harbour", date(2017, 9, 3), "address"),
        (BODY, "https://example.org/2017/sep/03/harbour", date(2017, 9, 3), "address"),
        (BODY, "https://example.org/news/2017-09-03-harbour", date(2017, 9, 3), "address"),
        (BODY, "https://example.org/20170903/harbour", date(2017, 9, 3), "address"),
        (BODY, "https://example.org/2017/19/43/harbour", None, None),
        (BODY, "https://example.org/story/20171", None, None),
        ("Published August 18, 2017", None, date(2017, 8, 18), "date line"),
        ("Updated 4:49 p.m. ET, 2/26/2014", None, date(2014, 2, 26), "date line"),
        ("18 August 2017", None, date(2017, 8, 18), "date line"),
        (f"TOKYO, Aug. 17, 2017 (AB) — {BODY}", None, date(2017, 8, 17), "dateline"),
        (f"TOKYO, Aug 17 (AB) - {BODY}\nCopyright 2017 The Desk", None, date(2017, 8, 17), "dateline"),
        (f"TOKYO, Aug 17 (AB) - {BODY}", None, None, None),  # of which year?
        ("The mayor said on Friday, Aug. 18, 2017, that it was built.", None, date(2017, 8, 18), "text"),
        ("The harbour was opened on Aug. 18, 1967, by the king.", None, None, None),
    ],
)
def test_the_day(line: str, url: str | None, day: date | None, origin: str | None) -> None:
    article = completed(f"{line}\n{BODY}\n{BODY}", url=url)
    assert (article.published, article.origins.get("published")) == (day, origin)


@pytest.mark.parametrize(
    ("line", "url", "outlet", "origin"),
    [
        (BODY, "https://edition.cnn.com/2017/x", "CNN", "address"),
        ("© 2019 The Harbor Desk. All rights reserved.", None, "The Harbor Desk", "rights line"),
        ("Copyright © 2019 Harbor Media Group, Inc.", None, "Harbor Media Group", "rights line"),
        ("Harbor News’ Ann Lee and Jo Orr contributed to this report.", None, "Harbor News", "credit line"),
        ("The Associated Press' Ann Lee contributed to this report.", None, None, None),
        ("Ann Lee contributed to this report.", None, None, None),
        ("Copyright law protects the harbour, he said.", None, None, None),
        (BODY, None, None, None),
    ],
)
def test_the_outlet(line: str, url: str | None, outlet: str | None, origin: str | None) -> None:
    article = completed(f"{BODY}\n{BODY}\n{line}", url=url)
    assert (article.outlet, article.origins.get("outlet")) == (outlet, origin)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Ann Lee", "Ann Lee"),
        ("By Ann Lee and Bo Ray", "Ann Lee and Bo Ray"),
        ("By Ann Lee, The Harbor Desk", "Ann Lee"),
        ("Alan Quill", "Alan Quill"),
        ("By Monday the water had gone.", None),
    ],
)
def test_the_author(line: str, author: str | None) -> None:
    article = completed(f"{line}\n{BODY}\n{BODY}")
    assert article.author == author


def test_the_title_is_a_heading_above_everything() -> None:
    assert completed(f"The harbour talks go on\n{BODY}\n{BODY}").title == "The harbour talks go on"
    assert completed(f"{BODY}\nThe harbour talks go on\n{BODY}").title is None
    assert completed(f"Politics\n{BODY}\n{BODY}").title is None  # a section of the site


def test_what_is_stated_wins() -> None:
    stated = {"title": "T", "outlet": "O", "published": date(2001, 2, 3), "author": "A"}
    text = f"The harbour talks go on\nBy Ann Lee\n{BODY}\n© 2019 The Harbor Desk"
    article = completed(text, url="https://example.org/2017/09/03/x", **stated)
    assert {name: getattr(article, name) for name in FACTS} == stated
    assert article.origins == {}


def test_every_origin_says_how_sure_it_is() -> None:
    text = f"The harbour talks go on\nBy Ann Lee\nPublished 1 May 2017\n{BODY}\n© 2019 The Harbor Desk"
    article = completed(text)
    assert set(article.origins) == set(FACTS)
    assert all(0 < SURE[origin] < 1 for origin in article.origins.values())
