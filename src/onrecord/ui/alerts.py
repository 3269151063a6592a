"""What a telling loses, in plain words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

WHAT = {
    "negation": "Drops the negation",
    "condition": "Drops the condition",
    "hedge": "Drops the hedge",
    "number": "Drops the number",
    "joined": "Joins two remarks",
}


def said(alerts: Any) -> tuple[tuple[str, str], ...]:
    """Alerts (a list of {kind, words}; null where none are known) as (what happens, the words)."""
    found: Iterable[dict[str, str]] = alerts if isinstance(alerts, list) else []
    return tuple((WHAT.get(alert["kind"], alert["kind"]), alert["words"]) for alert in found)


def lines(alerts: Any) -> tuple[str, ...]:
    """Each alert as a line: ``Drops the condition: if it rains``."""
    return tuple(f"{what}: {words}" for what, words in said(alerts))
