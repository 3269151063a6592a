"""Two versions of a statement, aligned word by word: what is the same, cut, added or changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

import pandas as pd
from rapidfuzz.distance import Indel

from onrecord.records import Relation
from onrecord.statements.aligning import opcodes
from onrecord.statements.words import Word, split

type Change = Literal["same", "cut", "added", "changed"]
type Side = Literal["", "a", "b"]

COLUMNS = ["change", "a_start", "a_end", "b_start", "b_end", "a_text", "b_text"]

_CHANGES: dict[str, Change] = {"equal": "same", "delete": "cut", "insert": "added", "replace": "changed"}


class Stretch(NamedTuple):
    """Words of two versions that belong together; where one lacks them, its start and end are equal."""

    change: Change
    a_start: int
    a_end: int
    b_start: int
    b_end: int


def stretches(a: str, b: str) -> Iterator[Stretch]:
    """How ``b`` tells what ``a`` tells, in order; offsets are of ``a`` and of ``b``.

    Words are compared without case, marks and punctuation, by longest common runs (``statements.aligning``).
    """
    words_a, words_b = split(a), split(b)
    for tag, low_a, high_a, low_b, high_b in opcodes(_forms(words_a), _forms(words_b)):
        yield Stretch(_CHANGES[tag], *_stretch(words_a, low_a, high_a), *_stretch(words_b, low_b, high_b))


def align(a: str, b: str) -> pd.DataFrame:
    """The ``stretches`` of two versions with their texts, as a table: ``COLUMNS``."""
    rows = [(*s, a[s.a_start : s.a_end], b[s.b_start : s.b_end]) for s in stretches(a, b)]
    return pd.DataFrame(rows, columns=COLUMNS)


def change(a: str, b: str) -> float:
    """How far the wordings are apart: 0 for the same words in the same order, 1 for none in common.

    The normalised Indel distance over words: words to cut and to put in, of all words of both.
    """
    return Indel.normalized_distance(_forms(split(a)), _forms(split(b)))


def largest_changes(statements: pd.DataFrame, told: pd.DataFrame) -> pd.Series:
    """How far the telling that changed most is from the fullest one (``change``), by statement_id.

    ``statements``: statement_id, text (of the fullest telling). ``told``: statement_id, text.
    """
    fullest = dict(zip(statements["statement_id"], statements["text"], strict=True))
    known = told[told["statement_id"].isin(list(fullest))]
    pairs = zip(known["statement_id"], known["text"], strict=True)
    changes = [change(str(fullest[key]), str(text)) for key, text in pairs]
    return pd.Series(changes, index=known.index, dtype=float).groupby(known["statement_id"]).max()


def relation(found: Iterable[Stretch]) -> Relation:
    """What ``stretches`` found: the same words, one a cut of the other, or another wording.

    Cut: all differences are on one side, and some words are shared.
    """
    changes = {stretch.change for stretch in found}
    if changes <= {"same"}:
        return "verbatim"
    one_sided = changes in ({"same", "cut"}, {"same", "added"})
    return "truncated" if one_sided else "reworded"


def cut(a: str, b: str, found: Iterable[Stretch]) -> str:
    """The words that one version leaves out, stretches parted by an ellipsis; empty if it leaves out none."""
    return " … ".join(
        a[s.a_start : s.a_end] if s.change == "cut" else b[s.b_start : s.b_end]
        for s in found
        if s.change in ("cut", "added")
    )


def cut_by(found: Sequence[Stretch]) -> tuple[Side, list[str]]:
    """Which of two versions is a cut of the other, and where it leaves words out (start, middle, end).

    Neither, and nowhere, unless all differences are on one side.
    """
    if relation(found) != "truncated":
        return "", []
    places = {0: "start", len(found) - 1: "end"}
    cuts = [places.get(at, "middle") for at, stretch in enumerate(found) if stretch.change != "same"]
    side: Side = "b" if any(stretch.change == "cut" for stretch in found) else "a"
    return side, list(dict.fromkeys(cuts))


def kept_share(a: str, b: str) -> float:
    """Share of the words of ``a`` that ``b`` keeps in order, 0 to 1 (1 where ``a`` has no words)."""
    whole = len(split(a))
    same = [s for s in stretches(a, b) if s.change == "same"]
    return sum(len(split(a[s.a_start : s.a_end])) for s in same) / whole if whole else 1.0


def _forms(words: list[Word]) -> list[str]:
    return [word.form for word in words]


def _stretch(words: list[Word], low: int, high: int) -> tuple[int, int]:
    """From the first to the last of words ``low`` to ``high``; an empty stretch sits before ``low``."""
    if low == high:
        at = words[low].start if low < len(words) else words[-1].end if words else 0
        return at, at
    return words[low].start, words[high - 1].end
