"""Lines that an outlet repeats from article to article: no single article shows what they are.

A line alone is body; in the same outlet's other articles again and again, it is furniture of the page.
``if_repeated`` says what a passage would be then. The workspace counts the lines and decides
(``workspace.passages``), so nothing is extracted anew when a third article brings a line again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.cleaning.context import PERSON
from onrecord.cleaning.lines import line_key
from onrecord.records import KEPT, Passage, PassageKind, stable_id

ENOUGH = 3
"""Articles of one outlet, copies counted once, that must bring a line before it counts as repeated."""
EDGE = 3
"""Kept passages at the end, and one at the top, where furniture stands."""
SHORTEST, LONGEST = 8, 700
"""Characters: shorter lines are section headings, longer ones paragraphs."""

# Words that speak to the reader: a report does not.
TO_READERS = re.compile(
    r"\b(?:you|your|our|us|we['’](?:re|ll)|click|sign up|subscri\w+|newsletters?|podcasts?|e-?mail|inbox"
    r"|homepage|app|download|donate|membership|follow|tips? to|read more|full coverage|privacy policy|https?://\S+"
    r"|visit website|flagship|listen to|welcome to)\b|@\w",
    re.IGNORECASE,
)
# Words about who wrote it, where it comes from, whose opinion it is.
ABOUT_ITSELF = re.compile(
    r"\b(?:column(?:ist)?s?|correspondent|editors?|author|contribut\w+|host|reporters?|opinions? expressed"
    r"|transcripts?|wire (?:service )?reports?|first published|syndicat\w+|copyright|paywall|newsroom"
    r"|is (?:a|the) (?:leading|nonprofit|member))\b",
    re.IGNORECASE,
)
SPEECH = re.compile(r"[\"“][^\"“”]{25,}")
SECTION = re.compile(r"[:?]\W*$")
"""How lines end that announce what follows: part of the report."""


def passage_key(words: str) -> str:
    """Equal for lines of equal words, whatever their case and marks."""
    return stable_id(line_key(words))


def if_repeated(text: str, passages: Sequence[Passage]) -> list[PassageKind | None]:
    """For each passage the kind it is if its outlet repeats the line; None if it stays what it is.

    Candidates are lines that a page puts there: at the top or the end, or addressed to the reader. What
    holds speech is none: reports of one affair repeat what was said.
    """
    kept = [i for i, passage in enumerate(passages) if passage.kind in KEPT]
    edges, last = {*kept[:1], *kept[-EDGE:]}, kept[-1:]
    found: list[PassageKind | None] = []
    for i, passage in enumerate(passages):
        words = text[passage.start : passage.end]
        if passage.kind == "body":
            found.append(_candidate(words, edge=i in edges))
        elif passage.kind == "heading":
            found.append(_candidate(words, edge=i in last))
        else:
            found.append(None)
    return found


def _candidate(words: str, *, edge: bool) -> PassageKind | None:
    if not SHORTEST <= len(words) <= LONGEST or SPEECH.search(words):
        return None
    if SECTION.search(words) and not words.isupper():
        return None
    if TO_READERS.search(words):
        return "promo"
    if edge:
        return "credit" if ABOUT_ITSELF.search(words) or PERSON.match(words) else "ui"
    return None
