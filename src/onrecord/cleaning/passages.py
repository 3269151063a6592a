"""Passages: an article's lines, each with a kind and the reason for it."""

from __future__ import annotations

import re

from onrecord.records import Passage


def label_passages(text: str, *, outlet: str | None = None) -> tuple[Passage, ...]:
    """The non-empty lines of ``text`` in order, each labelled."""
    return tuple(Passage(m.start(), m.end()) for m in re.finditer(r"\S[^\n]*", text))
