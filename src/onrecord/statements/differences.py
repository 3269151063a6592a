"""What a telling leaves out of the fullest one, and where."""

from __future__ import annotations

from onrecord.records import Relation
from onrecord.statements.aligning import blocks
from onrecord.statements.words import NEGATIONS, Word

GAP = " … "
PLACES = ("start", "middle", "end")

type Stretch = tuple[int, int]
"""Words of the fullest telling, by number: first, and the one after the last."""


def cuts(words: list[Word], telling: list[Word], relation: Relation) -> list[Stretch]:
    """Stretches of ``words`` (the fullest telling) that ``telling`` lacks, in order.

    Of a rewording, only stretches that say something count: those with a content word or a negation.
    """
    if relation == "verbatim":
        return []
    kept = aligned(words, telling)
    if relation == "reworded":
        told = {word.stem for word in telling if word.stem}
        kept.update(at for at, word in enumerate(words) if word.stem in told)
    stretches = _stretches([at in kept for at in range(len(words))])
    if relation == "reworded":
        stretches = [(start, end) for start, end in stretches if any(map(_matters, words[start:end]))]
    return stretches


def aligned(words: list[Word], telling: list[Word]) -> set[int]:
    """Numbers of the words that ``telling`` has in the same form and order."""
    return {at for at, _ in alignment(words, telling)}


def alignment(words: list[Word], telling: list[Word]) -> list[tuple[int, int]]:
    """Numbers of the words that both have in the same form and order (``aligning.blocks``)."""
    found = blocks([word.form for word in words], [word.form for word in telling])
    return [(a + step, b + step) for a, b, size in found for step in range(size)]


def left_out(text: str, words: list[Word], stretches: list[Stretch]) -> str:
    """The stretches as they stand in ``text`` (the fullest telling), joined by an ellipsis."""
    return GAP.join(text[words[start].start : words[end - 1].end] for start, end in stretches)


def places(stretches: list[Stretch], words: int) -> list[str]:
    """Where a telling of that many ``words`` is cut: start, middle, end, each once and in this order."""
    found = {"start" if start == 0 else "end" if end == words else "middle" for start, end in stretches}
    return [place for place in PLACES if place in found]


def _matters(word: Word) -> bool:
    return bool(word.stem) or word.form in NEGATIONS


def _stretches(kept: list[bool]) -> list[Stretch]:
    """Runs of False, as (start, end)."""
    edges = [at for at, (one, two) in enumerate(zip([True, *kept], [*kept, True], strict=True)) if one != two]
    return list(zip(edges[::2], edges[1::2], strict=True))
