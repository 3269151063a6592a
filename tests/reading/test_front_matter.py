"""Front matter is split off when it is front matter; everything else is text."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.reading.front_matter import split_front_matter

BODY = "The minister spoke.\r\nShe left.\n\n"


@pytest.mark.parametrize(
    ("head", "fields"),
    [
        ("---\ntitle: Talks open\n---\n", {"title": "Talks open"}),
        ("---\r\ntitle: Talks open\r\n---\r\n", {"title": "Talks open"}),
        ("---\nTitle: Talks open\nSource: The Harbor Desk\n---\n\n\n",
         {"title": "Talks open", "outlet": "The Harbor Desk"}),
        ("---\npublished: 2017-08-18\nbyline: [Ann Lee, Bo Ray]\n---\n",
         {"published": date(2017, 8, 18), "author": ["Ann Lee", "Bo Ray"]}),
        ("---\ntitle: Talks: a second day\nurl: https://example.org/a\n---\n",
         {"title": "Talks: a second day", "url": "https://example.org/a"}),
        ("---\ntitle: 'It's on\n---\n", {"title": "It's on"}),
        ("---\ntitle: x\nlayout: post\ntags: {a: 1}\n---\n", {"title": "x"}),
        ("\ufeff---\ntitle: x\n---\n", {"title": "x"}),
    ],
)  # fmt: skip
def test_front_matter_and_the_text_after_it_to_the_character(head: str, fields: dict[str, object]) -> None:
    assert split_front_matter(head + BODY) == (fields, BODY)


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "---\n" + BODY,
        "---\nA line of text\n---\nMore text.\n",
        "---\nNote: the minister spoke first\n---\nMore text.\n",
        "---\n- one\n- two\n---\ntext",
        "--- breaking ---\ntitle: no\n---\n",
        "---\ntitle: never closed\n\ntext",
        "-----\ntitle: x\n---\ntext",
        "\n---\ntitle: x\n---\ntext",
        "---\n" + "a line that is no pair\n" * 2000 + "title: x\n---\ntext",
        "---\n!!python/object/apply:os.getcwd []\n---\ntext",
        "",
    ],
)
def test_everything_else_is_text(text: str) -> None:
    assert split_front_matter(text) == ({}, text)


def test_nested_aliases_do_not_explode() -> None:
    levels = "\n".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 12))
    matter = f"---\na0: &a0 [x]\n{levels}\nauthor: *a11\ntitle: t\n---\ntext"
    fields, text = split_front_matter(matter)
    assert (fields["title"], text) == ("t", "text")
