"""How sure a quote is: the chance that content and speaker are both right, by the rules that made it."""

from __future__ import annotations

from onrecord.extraction.quotes.rules import CONTENT, SPEAKERS


def confidence(rule: str, how: str, named: bool) -> float:
    """0-1, two decimals: of quotes at .9, nine in ten were right on the development articles.

    A quote whose speaker has no name counts as one without a source.
    """
    speaker = SPEAKERS[how if named else "none"]
    return round(CONTENT[rule].right * speaker.right, 2)
