"""Seats that stand for a government: capitals, and the houses and streets from which it governs."""

from __future__ import annotations

from functools import lru_cache

from onrecord.names.countries import country_of, seat_of
from onrecord.names.forms import bare, fold

_HOUSES = {
    "white house": "United States",
    "oval office": "United States",
    "washington": "United States",
    "washington dc": "United States",
    "dc": "United States",
    "kremlin": "Russia",
    "downing street": "United Kingdom",
    "10 downing street": "United Kingdom",
    "number 10": "United Kingdom",
    "whitehall": "United Kingdom",
    "elysee": "France",
    "elysee palace": "France",
    "quai dorsay": "France",
    "blue house": "South Korea",
    "zhongnanhai": "China",
    "planalto": "Brazil",
    "planalto palace": "Brazil",
    "casa rosada": "Argentina",
    "kantei": "Japan",
    "quirinal palace": "Italy",
    "chigi palace": "Italy",
    "rideau cottage": "Canada",
    "malacanang": "Philippines",
    "malacanang palace": "Philippines",
}
_OTHERWISE = frozenset(
    {"brussels", "luxembourg", "san jose", "georgetown", "victoria", "singapore", "monaco"}
)
"""Capitals that in the news mean something else more often: another town, the European Union, the state."""


@lru_cache(maxsize=65536)
def government_of(name: str) -> str | None:
    """The country whose government a seat stands for: ``the Kremlin`` and ``Moscow`` give ``Russia``."""
    form = fold(bare(name))
    if form in _HOUSES:
        return _HOUSES[form]
    return None if form in _OTHERWISE or country_of(name) else seat_of(name)
