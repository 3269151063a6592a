"""Ships called after people: the *USS Jane Roe*, afterwards *the Roe*, are not Jane Roe."""

from __future__ import annotations

from onrecord.extraction.entities.view import Name, View, make_name

_PREFIXES = frozenset({"USS", "U.S.S.", "USNS", "HMS", "HMCS", "HMAS", "RMS"})


def ships(view: View, names: list[Name]) -> list[Name]:
    """``names`` with those of ships as ships: behind their prefix, and by their last word behind *the*."""
    named = [_ship(view, name) for name in names]
    called = {view.words[ship.last - 1] for ship in named if ship.source == "ship"}
    if called:
        for name in named:
            short = name.last - name.first == 1 and view.words[name.first] in called
            if short and view.word(name.first - 1).lower() == "the":
                name.label, name.source = "PRODUCT", "ship"
    return named


def _ship(view: View, name: Name) -> Name:
    first = next((i for i in range(name.first - 1, name.last - 1) if view.word(i) in _PREFIXES), None)
    return name if first is None else make_name(view, first, name.last, "PRODUCT", "ship")
