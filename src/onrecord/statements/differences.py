"""What a telling leaves out of the fullest one."""

from __future__ import annotations

from difflib import SequenceMatcher

from onrecord.records import Relation
from onrecord.statements.words import NEGATIONS, Word

GAP = " … "


def left_out(text: str, words: list[Word], telling: list[Word], relation: Relation) -> str:
    """Stretches of ``text`` (the fullest telling, ``words``) that ``telling`` lacks, joined by an ellipsis.

    Of a rewording, only stretches that say something count: those with a content word or a negation.
    """
    if relation == "verbatim":
        return ""
    # Longest runs first, so that what is kept stays in one piece where a plain LCS would scatter it.
    aligned = SequenceMatcher(None, [w.form for w in words], [w.form for w in telling], autojunk=False)
    kept = {at for block in aligned.get_matching_blocks() for at in range(block.a, block.a + block.size)}
    if relation == "reworded":
        told = {word.stem for word in telling if word.stem}
        kept.update(at for at, word in enumerate(words) if word.stem in told)
    stretches = _stretches([at in kept for at in range(len(words))])
    if relation == "reworded":
        stretches = [(start, end) for start, end in stretches if any(map(_matters, words[start:end]))]
    return GAP.join(text[words[start].start : words[end - 1].end] for start, end in stretches)


def _matters(word: Word) -> bool:
    return bool(word.stem) or word.form in NEGATIONS


def _stretches(kept: list[bool]) -> list[tuple[int, int]]:
    """Runs of False, as (start, end)."""
    edges = [at for at, (one, two) in enumerate(zip([True, *kept], [*kept, True], strict=True)) if one != two]
    return list(zip(edges[::2], edges[1::2], strict=True))
