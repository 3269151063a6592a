"""What is a copy, and what only has something in common."""

from __future__ import annotations

import random

import pytest
from tests.copies.reports import report, rewritten, sentence, text

from onrecord.copies import Words, alike

STORY, OTHER = report(1), report(2)
QUOTE = "“" + " ".join(report(3, 6)) + "” Ada Quill told the council."
BOILERPLATE = " ".join(report(4, 3))
FORM = (
    "Shares of {0} closed at {1} crowns on {2}, {3} percent above the day before, in a trading of {4} "
    "papers. The index of {5} gained {6} points. Over the year {0} has risen by {7} percent. "
    "{8} of {9} called the papers a good buy at up to {10} crowns. This report was made from the data of the "
    "exchange, and nobody has read it before it was published; write to us about errors in it."
)
ROUNDUP = [*OTHER, *STORY[:4], *report(5)]
"""A review of the day: four sentences of the story lie in the midst of it."""


def filled(n: int) -> list[str]:
    rng = random.Random(n)  # noqa: S311
    facts = [word for word in sentence(rng).split() * 11 if word[0].isupper()]
    return [FORM.format(*(f"{name}{rng.randint(10, 999)}" for name in facts))]


# What became of the story: the other text, and the form that is expected.
CASES: dict[str, tuple[list[str], list[str], str | None]] = {
    "one word changed": (STORY, [STORY[0].replace("crowns", "pounds"), *STORY[1:]], "near"),
    "a fifth of the sentences rewritten": (STORY, rewritten(STORY, 0.2), "near"),
    "half of the sentences rewritten": (STORY, rewritten(STORY, 0.5), None),
    "another lead": (STORY, [*OTHER[:2], *STORY[1:]], "near"),
    "longer by three sentences at the top": (STORY, [*OTHER[:3], *STORY], "near"),
    "sentences in another order": (STORY, STORY[7:] + STORY[:7], "near"),
    "cut to one half": (STORY[:7], STORY, "cut"),
    "cut to two sentences": (STORY[:2], STORY, "cut"),
    "cut, and the last sentence in other words": ([*STORY[:7], OTHER[0]], STORY, "cut"),
    "a piece from the midst": (STORY[6:10], STORY, None),
    "the same event in other words": (STORY, OTHER, None),
    "a quote in common": ([*STORY[:8], QUOTE], [*OTHER[:8], QUOTE], None),
    "a quote that is most of both": ([*STORY[:2], QUOTE], [*OTHER[:2], QUOTE], None),
    "a paragraph of boilerplate in common": ([*STORY[:5], BOILERPLATE], [*OTHER[:5], BOILERPLATE], None),
    "a sentence of a press release in common": ([STORY[0], *OTHER], STORY, None),
    "a story and a review of the day": (STORY[:4], ROUNDUP, None),
    "a form with other names and figures": (filled(1), filled(2), None),
    "a form that is the same": (filled(1), [*filled(1), OTHER[0]], "cut"),
    "too short to tell": (["The ferry sank off Torvia."], ["The ferry sank off Torvia.", *STORY], None),
}


@pytest.mark.parametrize("case", CASES)
def test_tells_copies_from_what_has_something_in_common(case: str) -> None:
    one, two, expected = CASES[case]
    found = alike(Words(text(one)), Words(text(two)))
    assert (found and found.form) == expected
    assert alike(Words(text(two)), Words(text(one))) == found


def test_says_how_much_stands_in_the_other() -> None:
    short, long = Words(text(STORY[:7])), Words(text(STORY))
    found = alike(short, long)
    assert found is not None
    assert (found.fingerprint, found.other) == (short.fingerprint, long.fingerprint)
    assert found.share == 1
    assert found.other_share == pytest.approx(len(short) / len(long), abs=0.02)
