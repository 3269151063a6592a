"""Two places of one name: *Georgia* by the Black Sea and the American state, the state of *Washington*."""

from __future__ import annotations

from onrecord.extraction.entities.view import Name, View

_COUNTRY = (
    "Tbilisi", "Batumi", "Saakashvili", "Ossetia", "Abkhazia", "Caucasus", "Armenia", "Azerbaijan", "Moldova",
    "Georgian",
)  # fmt: skip
"""Words that tell of the country in an article that names Georgia."""
_STATE = (
    "Ga.", "Atlanta", "Savannah", "Alabama", "Florida", "Carolina", "Tennessee", "Texas", "Ohio", "Virginia",
    "Pennsylvania", "Michigan", "Wisconsin", "Arizona", "Nevada", "Iowa", "Republican", "Republicans",
    "Democrat", "Democrats", "GOP", "Congress", "states",
)  # fmt: skip
"""Words that tell of the state, where none tells of the country."""


def state_meant(view: View, name: Name) -> str | None:
    """The American state that a name with a namesake means: by the word behind it, or by the article."""
    text = name.text(view)
    if text == "Washington" and view.word(name.last) == "state":
        return "Washington (U.S. state)"
    if text in ("Georgia", "GEORGIA", "Georgians") and _american(view):
        return "Georgia (U.S. state)"
    return None


def _american(view: View) -> bool:
    return any(map(view.has_word, _STATE)) and not any(map(view.has_word, _COUNTRY))
