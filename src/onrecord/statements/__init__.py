"""Which quotes report the same utterance, in different articles or twice in one."""

from __future__ import annotations

from onrecord.statements.pairing import pairs
from onrecord.statements.tables import Matches, match

__all__ = ["Matches", "match", "pairs"]
