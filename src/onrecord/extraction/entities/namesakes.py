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
_IN_THE_WEST = frozenset(
    {"Oregon", "Idaho", "Montana", "California", "Alaska", "Colorado", "Nevada", "Utah", "Arizona", "Hawaii",
     "Seattle", "Spokane", "Tacoma", "Olympia"}
)  # fmt: skip
"""States that are listed with the state of Washington, and its towns."""


def state_meant(view: View, name: Name) -> str | None:
    """The American state that a name with a namesake means: by the word behind it, or by the article."""
    text = name.text(view)
    if text == "Washington" and _far_from_congress(view, name):
        return "Washington (U.S. state)"
    if text in ("Georgia", "GEORGIA", "Georgians") and _american(view):
        return "Georgia (U.S. state)"
    return None


def _far_from_congress(view: View, name: Name) -> bool:
    """Whether it is the state: Washington *state*, Washington *Gov.* Roe, *Oregon and* Washington."""
    after, before = view.word(name.last), view.word(name.first - 1)
    if after in ("state", "Gov.", "Governor"):
        return True
    listed = (before in (",", "and") and view.word(name.first - 2)) or ""
    following = (after in (",", "and") and view.word(name.last + 1)) or ""
    return bool({listed, following} & _IN_THE_WEST)


def _american(view: View) -> bool:
    return any(map(view.has_word, _STATE)) and not any(map(view.has_word, _COUNTRY))
