"""Made-up reports, and what happens to them on their way through other outlets."""

from __future__ import annotations

import random

_NAMES = """
Ada Boris Clara Dmitri Ella Frode Greta Hakim Ines Jonas Quill Tamsen Voss Oake Finch Brandt Lindqvist Osei
Paredes Zeller Torvia Kesh Amber Northfold Saltmere Ostrava Dunmore Fenwick
"""
_WORDS = """
opened closed praised visited repaired financed surveyed left read widened harbour bridge orchard railway
archive reservoir lighthouse market hospital quarry flood strike election drought festival merger census
audit fire feast slowly gladly late early quietly openly twice again alone together over under beside before
after while because although the a this that every some old new bright narrow empty crowded
"""


def sentence(rng: random.Random) -> str:
    """Words by chance, with two names and a figure: two sentences share no run of words."""
    words = [*rng.choices(_WORDS.split(), k=18), rng.choice(_NAMES.split()), str(rng.randint(100, 9999))]
    rng.shuffle(words)
    return f"{rng.choice(_NAMES.split())} {' '.join(words)}."


def report(n: int, sentences: int = 14) -> list[str]:
    """The sentences of report ``n``, always the same."""
    rng = random.Random(n)  # noqa: S311
    return [sentence(rng) for _ in range(sentences)]


def text(sentences: list[str]) -> str:
    """Paragraphs of two sentences."""
    return "\n\n".join(" ".join(sentences[at : at + 2]) for at in range(0, len(sentences), 2))


def rewritten(sentences: list[str], share: float, n: int = 10_000) -> list[str]:
    """A report with this share of its sentences said anew, at even distances."""
    rng = random.Random(n)  # noqa: S311
    step = round(1 / share)
    return [sentence(rng) if at % step == 0 else old for at, old in enumerate(sentences)]
