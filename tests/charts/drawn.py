"""What a Vega-Lite specification draws."""

from __future__ import annotations

from typing import Any


def rows(whole: dict[str, Any], layer: int = 0) -> list[dict[str, Any]]:
    """The data of one layer (Altair hoists what layers share)."""
    data = whole["layer"][layer].get("data") or whole["data"]
    found: list[dict[str, Any]] = whole["datasets"][data["name"]]
    return found
