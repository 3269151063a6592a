"""Colours with a meaning: one per entity kind, one per outlet, the same in every chart and the reader.

The eight base colours were searched in OKLCH for the largest smallest distance between any two of
them, as seen with normal vision and with protanopia, deuteranopia and tritanopia (matrices of
Machado, Oliveira and Fernandes 2009), each at least 3:1 against its background (WCAG 2.2, 1.4.11).
The light and the dark palette share their order and, roughly, their hues. Colour is never the only
carrier: charts label directly, tables name the kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from onrecord.analysis.groups import OTHERS, UNKNOWN

type Theme = Literal["light", "dark"]

LIGHT: tuple[str, ...] = (
    "#384ba1", "#865f3b", "#489d8d", "#792361", "#337791", "#ab8424", "#9a80dc", "#4c3c02",
)  # fmt: skip
DARK: tuple[str, ...] = (
    "#7783d1", "#c3772c", "#99c5b1", "#b18896", "#63b3e3", "#d9a343", "#dad8fd", "#fecb6a",
)  # fmt: skip
"""Indigo, brown, teal, plum, steel, ochre, lavender, sand."""

BACKGROUND: dict[Theme, str] = {"light": "#fdfcfa", "dark": "#14171a"}
"""What the palettes were checked against; a theme's background should be about as light or dark."""

INK: dict[Theme, str] = {"light": "#24272b", "dark": "#e8e6e1"}
QUIET: dict[Theme, str] = {"light": "#6d7278", "dark": "#989da3"}
"""For what carries no category of its own: 'other outlets', context, secondary labels."""
HAIRLINE: dict[Theme, str] = {"light": "#e3e0da", "dark": "#33383d"}

# Frequent kinds first, so that the colours that are easiest to tell apart go where they matter.
_KIND_SLOT: dict[str, int] = {
    "PERSON": 0, "ORG": 1, "GPE": 2, "NORP": 3, "LOC": 4, "EVENT": 5, "LAW": 6, "FAC": 7,
}  # fmt: skip

KIND_NAMES: dict[str, str] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "country or city",
    "NORP": "people or party",
    "LOC": "place",
    "FAC": "building or site",
    "EVENT": "event",
    "LAW": "law or treaty",
    "PRODUCT": "product",
    "WORK_OF_ART": "work",
}
"""What a reader calls the OntoNotes kinds."""


def palette(theme: Theme = "light") -> tuple[str, ...]:
    """The eight categorical colours of a theme, in order."""
    return DARK if theme == "dark" else LIGHT


def kind_colour(kind: str, theme: Theme = "light") -> str:
    """The colour of an entity kind; products and works share the quiet grey, unknown kinds too."""
    slot = _KIND_SLOT.get(kind)
    return QUIET[theme] if slot is None else palette(theme)[slot]


def kind_colours(theme: Theme = "light") -> dict[str, str]:
    """Kind to colour, for all kinds."""
    return {kind: kind_colour(kind, theme) for kind in KIND_NAMES}


def outlet_colours(outlets: Iterable[str], theme: Theme = "light") -> dict[str, str]:
    """Outlet to colour, for the eight largest, by sorted order; the others are quiet grey everywhere.

    ``outlets``: every outlet of the workspace, the largest first, not those of a selection: then an
    outlet keeps its colour in every chart, and no two in a chart share one.
    """
    colours = palette(theme)
    largest = list(dict.fromkeys(outlets))[: len(colours)]
    return dict(zip(sorted(largest), colours, strict=False))


def in_order(outlets: Iterable[str], colours: Mapping[str, str]) -> list[str]:
    """Outlets in the order of ``colours``, the same in every chart; then those without one, by name."""
    place = {name: i for i, name in enumerate(colours)}
    rest = (UNKNOWN, OTHERS)
    return sorted(outlets, key=lambda name: (name in rest, place.get(name, len(place)), name))


def ramp(theme: Theme = "light") -> tuple[str, str]:
    """From almost the background to the accent: for quantities in cells."""
    return ("#eceaf4", "#384ba1") if theme == "light" else ("#20242f", "#8f9bf0")
