"""The numbers that a text gives: amounts, counts and shares, as values that two texts can be compared by.

"5,000", "five thousand" and "5000" are one number, "$5m" and "5 million dollars" too. Days, years, times,
ordinals and the digits in names (F-15, 2+2) are no amounts and left out; so is "one", which mostly is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pandas as pd

from onrecord.records import Span

COLUMNS = ["number", "start", "end", "text"]

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
)
_UNITS = {word: value for value, word in enumerate(f"{_SMALL} seventeen eighteen nineteen".split())}
_TENS_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
_TENS = {word: 10 * value for value, word in enumerate(_TENS_WORDS.split(), 2)}
_SCALES = {
    "hundred": 10**2, "thousand": 10**3, "k": 10**3, "million": 10**6, "mln": 10**6, "m": 10**6,
    "billion": 10**9, "bn": 10**9, "b": 10**9, "trillion": 10**12, "tn": 10**12,
}  # fmt: skip
_MONEY = {"$": "$", "€": "€", "£": "£", "dollar": "$", "euro": "€", "pound": "£"}
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_WORDS = "|".join([*_TENS, *_UNITS])
_NUMBER = re.compile(
    rf"(?<![\w.,:/+#'’-])(?P<sign>[A-Z]{{0,2}}[$€£]\s?)?"
    rf"(?P<value>{_DIGITS}|\b(?:{_WORDS})(?:-(?:{_WORDS}))?\b|\ba dozen\b)"
    r"(?P<scales>(?:[\s-]?(?:hundred|thousand|million|billion|trillion)\b|(?:\s?(?:mln|bn|tn|[mbk]))\b)*)"
    r"(?P<unit>\s?%|[\s-](?:percent|per cent|dollars?|euros?|pounds?)\b)?(?![\w+:/]|\.\d|,\d|-\d)",
    re.IGNORECASE,
)
_DATE_BEFORE = re.compile(rf"\b{_MONTH}\s$")
_DATE_AFTER = re.compile(rf"^\s{_MONTH}(?![a-z])|^\s?(?:[ap]\.?m\b|o['’]clock)")
_YEAR = re.compile(r"(?:19|20)\d\d$")


class Number(NamedTuple):
    """An amount as two texts are compared by it (``25%``, ``$5,000,000``, ``12``), and where it stands."""

    number: str
    start: int
    end: int


def numbers(text: str, kept: Sequence[Span] | None = None) -> pd.DataFrame:
    """The numbers in the kept passages of a text (None: in all of it): ``COLUMNS``, in order."""
    areas = [(0, len(text))] if kept is None else kept
    rows = [
        (found.number, found.start, found.end, text[found.start : found.end])
        for found in _find(text)
        if any(low <= found.start < high for low, high in areas)
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def _find(text: str) -> Iterator[Number]:
    for match in _NUMBER.finditer(text):
        bare = not (match["sign"] or match["scales"] or match["unit"])
        if bare and (_is_date(text, match) or match["value"].casefold() in {"one", "zero"}):
            continue
        number = _name(_value(match["value"]) * _scale(match["scales"]), _unit(match))
        yield Number(number, match.start(), match.end())


def _is_date(text: str, match: re.Match[str]) -> bool:
    """Whether a bare number is a year, a day of a month or a time of the day."""
    before, after = text[max(match.start() - 12, 0) : match.start()], text[match.end() : match.end() + 12]
    return bool(_YEAR.match(match["value"]) or _DATE_BEFORE.search(before) or _DATE_AFTER.match(after))


def _value(words: str) -> float:
    folded = words.casefold()
    if "dozen" in folded:
        return 12
    if folded[0].isdigit():
        return float(folded.replace(",", ""))
    return float(sum(_TENS.get(part, _UNITS.get(part, 0)) for part in folded.split("-")))


def _scale(words: str) -> int:
    scale = 1
    for word in re.findall(r"[a-z]+", words.casefold()):
        scale *= _SCALES[word]
    return scale


def _unit(match: re.Match[str]) -> str:
    sign, unit = (match["sign"] or "").strip()[-1:], (match["unit"] or "").strip(" -").casefold()
    if unit == "%" or unit.startswith("per"):
        return "%"
    return _MONEY.get(sign) or _MONEY.get(unit.removesuffix("s"), "")


def _name(value: float, unit: str) -> str:
    figure = f"{value:,.2f}".rstrip("0").rstrip(".")
    return f"{figure}%" if unit == "%" else f"{unit}{figure}"
