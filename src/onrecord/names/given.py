"""Given names: gender and the variants that name the same person (James, Jim, Jimmy).

The table beside this module was compiled by hand: a line is a gender and the variants of one name,
the fullest first.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal


@cache
def _table() -> tuple[tuple[str, ...], ...]:
    text = files("onrecord.names").joinpath("given.txt").read_text(encoding="utf-8")
    return tuple(tuple(line.split()) for line in text.splitlines() if line)


@cache
def _groups() -> dict[str, frozenset[int]]:
    table: dict[str, set[int]] = {}
    for number, line in enumerate(_table()):
        for name in line[1:]:
            table.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in table.items()}


@cache
def _genders() -> dict[str, str]:
    table: dict[str, str] = {}
    for gender, *names in _table():
        for name in names:
            table[name] = gender if table.get(name, gender) == gender else "?"
    return table


def same_given(a: str, b: str) -> bool:
    """Whether two folded given names may be one person's: equal, variants, or one the other's initial."""
    if a == b:
        return True
    if len(a) == 1 or len(b) == 1:
        return a[:1] == b[:1]
    groups = _groups()
    return not groups.get(a, frozenset()).isdisjoint(groups.get(b, frozenset()))


def is_given(name: str) -> bool:
    """Whether a folded word is a common given name."""
    return name in _groups()


def gender_of(given: str) -> Literal["m", "f"] | None:
    """The gender a folded given name tells, where it does."""
    gender = _genders().get(given)
    return gender if gender in ("m", "f") else None  # type: ignore[return-value]


@cache
def root_of(given: str) -> str:
    """The fullest of a folded given name's variants where there is one choice: ``jim`` gives ``james``."""
    groups = _groups().get(given, frozenset())
    if len(groups) != 1:
        return given
    return _table()[next(iter(groups))][1]
