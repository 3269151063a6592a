"""What readers call the kinds of passage."""

from __future__ import annotations

KINDS: dict[str, str] = {
    "body": "Text",
    "heading": "Heading",
    "summary": "Summary",
    "caption": "Caption",
    "promo": "Promotion",
    "teaser": "Teaser of another story",
    "credit": "Credit",
    "ui": "Button or menu",
}
"""Kind to its name; the first three count in figures."""

MANY: dict[str, str] = {
    "caption": "Captions",
    "promo": "Promotions",
    "teaser": "Teasers",
    "credit": "Credits",
    "ui": "Buttons",
}
"""Kinds that figures leave out, several of them."""
