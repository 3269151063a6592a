"""Which quotes report the same utterance, in different articles or twice in one."""

from __future__ import annotations

from onrecord.statements.linking import METHOD, Linked, link
from onrecord.statements.pairing import pairs
from onrecord.statements.parts import reporting_sentence
from onrecord.statements.tables import Matches, Sentences, gather, match

__all__ = [
    "METHOD",
    "Linked",
    "Matches",
    "Sentences",
    "gather",
    "link",
    "match",
    "pairs",
    "reporting_sentence",
]
