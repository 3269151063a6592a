"""Passages: an article's lines, each with a kind and the reason for it."""

from __future__ import annotations

from onrecord.cleaning.context import CONTEXT, Labels
from onrecord.cleaning.lines import split_lines
from onrecord.cleaning.rules import first_match
from onrecord.records import Passage


def label_passages(text: str, *, outlet: str | None = None) -> tuple[Passage, ...]:
    """The lines of ``text`` that aren't blank, trimmed and in order, each labelled.

    What no rule knows is body. ``reason`` says in words why a passage is anything else.
    """
    lines = split_lines(text)
    known = (first_match(line.text) for line in lines)
    labels: Labels = [(rule.kind, rule.reason) if rule else None for rule in known]
    for apply in CONTEXT:
        apply(lines, labels, outlet)
    return tuple(
        Passage(line.start, line.end, *(label or ("body", "")))
        for line, label in zip(lines, labels, strict=True)
    )
