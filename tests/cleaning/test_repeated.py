"""``if_repeated``: which lines a page may put there, and what they would be."""

from __future__ import annotations

import pytest

from onrecord.cleaning import label_passages
from onrecord.cleaning.repeated import if_repeated, passage_key

BODY = "The council met for two hours on Monday, and the mayor spoke at length about the harbour."


def candidates(text: str) -> list[str | None]:
    return list(if_repeated(text, label_passages(text)))


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Every day we answer your questions about the harbour.", "promo"),
        ("Visit the Desk's homepage for more stories.", "promo"),
        ("The harbour was built in 1907 and has grown since.", None),  # background, told again and again
        ("Our port, a reader wrote, “is the oldest of all the ports of the coast.”", None),  # speech
        ("What should you know?", None),  # announces what follows
        ("you", None),
    ],
)
def test_a_line_between_paragraphs(line: str, kind: str | None) -> None:
    assert candidates("\n".join([BODY] * 4 + [line] + [BODY] * 4))[4] == kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("ANALYSIS/OPINION:", "ui"),
        ("This is a rush transcript.", "credit"),
        ("Ann Lee, a Lund liberal, sits on the harbour board.", "credit"),
        ("What comes next:", None),
    ],
)
def test_a_line_at_an_edge(line: str, kind: str | None) -> None:
    assert candidates("\n".join([line] + [BODY] * 6))[0] == kind
    assert candidates("\n".join([BODY] * 6 + [line]))[-1] == kind


def test_what_is_set_aside_already_is_no_candidate() -> None:
    text = f"Advertisement\n{BODY}\n{BODY}\nFollow us on Twitter."
    assert candidates(text)[0] is None
    assert candidates(text)[-1] is None


def test_equal_words_have_one_key() -> None:
    assert passage_key("Visit  the Desk’s homepage!") == passage_key("visit the desk's homepage")
    assert passage_key("Visit the Desk") != passage_key("Visit the Dock")
