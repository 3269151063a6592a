"""Which quotes report the same utterance, in different articles or twice in one."""

from __future__ import annotations

from onrecord.statements.pairing import pairs
from onrecord.statements.parts import reporting_sentence
from onrecord.statements.tables import Matches, Sentences, match

__all__ = ["Matches", "Sentences", "match", "pairs", "reporting_sentence"]
