"""Numbers in a passage, however they are written, and whether one tells another.

"1,200" and "twelve hundred", "$1.5 million" and "1.5 million dollars", "12" and "a dozen" are equal; "nearly
2 million" rounds 1.97 million; "millions" says of 3 million how many there are, if vaguely.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_ONES = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_VALUES: dict[str, float] = {
    **{word: at for at, word in enumerate(_ONES.split())},
    **{word: 10 * at for at, word in enumerate(_TENS.split(), 2)},
    "half": 0.5, "both": 2, "couple": 2, "pair": 2, "duo": 2, "double": 2, "twice": 2, "trio": 3, "triple": 3,
}  # fmt: skip
_MAGNITUDES: dict[str, float] = {
    "dozen": 12, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "tn": 1e12,
}  # fmt: skip
_PARTS = {"third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5}
_PARTS |= {f"{word}s": size for word, size in _PARTS.items()}
_VAGUE = {f"{word}s": size for word, size in _MAGNITUDES.items() if len(word) > 3}
_UNCOUNTED = {"one", "zero", "third", "quarter", "fifth", "both", "couple", "pair", "duo", "trio"}
"""Words that tell a number, but that nobody misses."""
_FIGURE = r"\d+(?:,\d{3})*(?:\.\d+)?"
_WORDS = "|".join(sorted([*_VALUES, *_PARTS, *(m for m in _MAGNITUDES if len(m) > 3)], key=len, reverse=True))
_NUMBER = re.compile(
    r"(?<![\w.,])(?:(?:several|nearly|almost|roughly|about|around|some|(?:more|less) than|up to|at least) )?"
    rf"[$€£]?(?:{_FIGURE}(?:(?:k|mln|mn|m|bn|tn)\b)?|(?:{_WORDS})\b)"
    rf"(?:(?: |-)(?:and (?:a )?|of a |a )?(?:{_WORDS})\b)*(?: ?%| per ?cent\b)?",
    re.IGNORECASE,
)
_MANY = re.compile(rf"\b(?:{'|'.join(_VAGUE)})\b", re.IGNORECASE)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\w*\.?"
_LABEL = re.compile(
    rf"(?:\b(?-i:{_MONTH}) |\b(?:nos?|numbers?|section|article|title|chapter|route|phase)\.? |"
    r"[^\W\d][-/]|\b[A-Z]\. ?|#)$",
    re.IGNORECASE,
)
_RANGE = re.compile(r" (?:to|or|and) | ?[-–] ?")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
ROUND = 0.05
"""A rounded number is at most so far from the exact one."""


class Quantity(NamedTuple):
    """A number and where it stands, with "nearly" or the like; ``dated``: a year, a day or part of a name."""

    start: int
    end: int
    value: float
    dated: bool


def quantities(text: str) -> Iterator[Quantity]:
    """The numbers of a passage, in order; of a range ("40 to 50 million") the last."""
    start, ended = -1, -1
    for match in _NUMBER.finditer(text):
        if ended < 0 or not _RANGE.fullmatch(text, ended, match.start()):
            start = match.start()
        ended = match.end()
        following = _NUMBER.match(text, between.end()) if (between := _RANGE.match(text, ended)) else None
        if following:
            continue
        words = re.findall(rf"{_FIGURE}|[a-z]+", match.group().casefold())
        label = _LABEL.search(text[max(0, start - 20) : start]) is not None
        dated = label or _YEAR.fullmatch(match.group().split()[-1]) is not None
        yield Quantity(start, ended, _value(words), dated)


def countable(text: str) -> Iterator[Quantity]:
    """The numbers that a reader would miss: not "one", not "both"."""
    return (found for found in quantities(text) if text[found.start : found.end].casefold() not in _UNCOUNTED)


def tells(text: str, quantity: Quantity) -> bool:
    """Whether a passage has the number, as it is or rounded, or says about how many there are."""
    if any(_rounds(quantity, found) for found in quantities(text)):
        return True
    sizes = [_VAGUE[match.group().casefold()] for match in _MANY.finditer(text)]
    return any(size <= quantity.value < 1000 * size for size in sizes)


def _rounds(quantity: Quantity, found: Quantity) -> bool:
    one, two = quantity.value, found.value
    if min(one, two) < 1:
        one, two = (100 * value if value < 1 else value for value in (one, two))  # half is 50 percent
    if one == two:
        return True
    near = abs(one - two) <= ROUND * max(one, two) and not (quantity.dated or found.dated)
    return near and _digits(one) != _digits(two)


def _digits(value: float) -> int:
    """Significant digits of a number."""
    return len(f"{value:.12g}".replace(".", "").strip("0"))


def _value(words: list[str]) -> float:
    """The number that words and figures make together: "two hundred and five thousand" is 205,000."""
    total = current = 0.0
    known = False
    for word in words:
        if word in _MAGNITUDES:
            current = (current if known else 1.0) * _MAGNITUDES[word]
            if _MAGNITUDES[word] >= 1000:
                total, current = total + current, 0.0
        elif word in _PARTS:
            current = (current if known else 1.0) * _PARTS[word]
        elif word in _VALUES:
            current += _VALUES[word]
        elif word[0].isdigit():
            current += float(word.replace(",", ""))
        else:
            continue
        known = True
    return total + current
