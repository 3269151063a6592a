"""Passages: an article's lines, each with a kind and the reason for it."""

from __future__ import annotations

from onrecord.cleaning.context import CONTEXT, Label, Labels
from onrecord.cleaning.lines import TOP, Line, line_key, split_lines
from onrecord.cleaning.rules import RULES, Rule, first_match
from onrecord.records import Passage

INLINE = tuple(rule for rule in RULES if rule.name == "ticker")
"""The rules for pieces of a paragraph."""


def label_passages(text: str, *, outlet: str | None = None, title: str | None = None) -> tuple[Passage, ...]:
    """The lines of ``text`` that aren't blank, trimmed and in order, each labelled.

    What no rule knows is body. ``reason`` says in words why a passage is anything else. ``outlet`` and
    ``title``, where known, help to recognise what repeats them.
    """
    lines = split_lines(text, title=title)
    labels: Labels = [_label(line) for line in lines]
    _headline(lines, labels, line_key(title or ""))
    for apply in CONTEXT:
        apply(lines, labels, outlet)
    return tuple(
        Passage(line.start, line.end, *(label or ("body", "")))
        for line, label in zip(lines, labels, strict=True)
    )


def _label(line: Line) -> Label | None:
    rule: Rule | None = first_match(line.text, INLINE if line.glue == "inline" else RULES)
    return (rule.kind, rule.reason) if rule else None


def _headline(lines: list[Line], labels: Labels, title: str) -> None:
    """A line near the top that repeats the title; what a page put before it in the same line is a caption."""
    for i, line in enumerate(lines[:TOP]):
        if title and line_key(line.text) == title:
            labels[i] = ("heading", "repeats the title")
            if line.glue == "head" and labels[i - 1] is None:
                labels[i - 1] = ("caption", "stands before the title in its line")
