"""Seats and the countries they stand for."""

from __future__ import annotations

import pandas as pd

from onrecord.resolution import stands_for

ENTITIES = pd.DataFrame(
    [
        ("k", "North Korea", "GPE"),
        ("p", "Pyongyang", "GPE"),
        ("u", "United States", "GPE"),
        ("h", "White House", "ORG"),
        ("w", "Washington", "GPE"),
        ("g", "Washington", "PERSON"),
        ("t", "Tokyo", "GPE"),
        ("o", "Osaka", "GPE"),
    ],
    columns=["entity_id", "name", "kind"],
)


def test_seats_lead_to_their_country() -> None:
    found = stands_for(ENTITIES)
    assert dict(zip(found["entity_id"], found["stands_for"], strict=True)) == {"p": "k", "h": "u", "w": "u"}


def test_no_entities_no_links() -> None:
    assert stands_for(ENTITIES[:0]).empty
