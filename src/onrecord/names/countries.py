"""Countries: short and long names, acronyms, the people's names, and seats of government.

The table beside this module was compiled by hand for news English: one country (or state of the
United States) a line, then its other names, what its people are called, and its capital.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from onrecord.names.forms import bare, fold

DOTTED = frozenset({"Va.", "Pa.", "Ga.", "La.", "Ore.", "Mo.", "Mass.", "Ill.", "Ind.", "Del.", "Wash."})
"""Abbreviations that are something else when written in another way (VA for Veterans Affairs)."""


class Country(NamedTuple):
    """A country as the table has it."""

    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]


@cache
def countries() -> tuple[Country, ...]:
    """Every country of the table."""
    text = files("onrecord.names").joinpath("countries.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line)
    return tuple(
        Country(row[0], *(tuple(filter(None, cell.split(";"))) for cell in row[1:4])) for row in rows
    )


@cache
def _by_name() -> dict[str, str]:
    return {fold(bare(form)): row.name for row in countries() for form in (row.name, *row.aliases)}


@cache
def _by_demonym() -> dict[str, str]:
    table = {}
    for row in countries():
        for form in row.demonyms:
            table[fold(form)] = row.name
            table.setdefault(fold(form) + "s", row.name)
            if form.endswith("man"):
                table[fold(form[:-3] + "men")] = row.name
    return table


_REGIONS = {
    "european": "Europe",
    "asian": "Asia",
    "african": "Africa",
    "south american": "South America",
    "latin american": "Latin America",
    "central american": "Central America",
    "southeast asian": "Southeast Asia",
    "middle eastern": "Middle East",
    "scandinavian": "Scandinavia",
}


@cache
def _by_capital() -> dict[str, str]:
    return {fold(city): row.name for row in countries() for city in row.capitals}


@lru_cache(maxsize=65536)
def country_of(name: str) -> str | None:
    """The country that ``name`` is a name of: ``U.S.`` and ``America`` give ``United States``."""
    found, form = _by_name().get(fold(bare(name))), fold(bare(name))
    if found and form in _dotted():
        return found if bare(name) in DOTTED else None
    if found and form in _initials():
        return found if bare(name).replace(".", "").isupper() else None
    return found


@cache
def _dotted() -> frozenset[str]:
    return frozenset(map(fold, DOTTED))


@cache
def _initials() -> frozenset[str]:
    """Short names that are initials (US, R.I.): in small letters they are something else."""
    forms = {form for row in countries() for form in row.aliases if form.replace(".", "").isupper()}
    return frozenset(fold(form) for form in forms if len(form.replace(".", "")) < 5)


@lru_cache(maxsize=65536)
def country_of_people(name: str) -> str | None:
    """The country whose people or things ``name`` calls: ``Japanese`` gives ``Japan``."""
    return _by_demonym().get(fold(bare(name)))


@lru_cache(maxsize=65536)
def region_of_people(name: str) -> str | None:
    """The continent or region whose people or things ``name`` calls: ``Asians`` gives ``Asia``."""
    form = fold(bare(name))
    return _REGIONS.get(form) or _REGIONS.get(form.removesuffix("s"))


@lru_cache(maxsize=65536)
def place_of(name: str, *, people: bool) -> str | None:
    """The country that ``name`` is a name of; with ``people``, also the country or region of a demonym."""
    place = country_of(name)
    return place or (country_of_people(name) or region_of_people(name) if people else None)


@lru_cache(maxsize=65536)
def seat_of(name: str) -> str | None:
    """The country whose capital ``name`` is: ``Pyongyang`` gives ``North Korea``."""
    return _by_capital().get(fold(bare(name)))
