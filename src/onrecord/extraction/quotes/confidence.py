"""How sure an attribution is: the share of right ones per rule, measured on the development articles."""

from __future__ import annotations

CONTENT: dict[str, float] = {}
SPEAKER: dict[str, float] = {}
DEFAULT = 0.5


def confidence(rule: str, how: str) -> float:
    """Probability that content and speaker are both right, from the two rules that made them."""
    return round(CONTENT.get(rule, DEFAULT) * SPEAKER.get(how, DEFAULT), 2)
