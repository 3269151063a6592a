"""What a telling leaves out of the fullest one."""

from __future__ import annotations

from rapidfuzz.distance import LCSseq

from onrecord.records import Relation
from onrecord.statements.words import Word

GAP = " … "
NEGATIONS = frozenset({"no", "not", "never", "nor", "cannot"})


def left_out(text: str, words: list[Word], telling: list[Word], relation: Relation) -> str:
    """Stretches of ``text`` (the fullest telling, ``words``) that ``telling`` lacks, joined by an ellipsis.

    Of a rewording, only stretches that say something count: those with a content word or a negation.
    """
    if relation == "verbatim":
        return ""
    kept = set[int]()
    for op in LCSseq.opcodes([word.form for word in words], [word.form for word in telling]):
        if op.tag == "equal":
            kept.update(range(op.src_start, op.src_end))
    told = {word.stem for word in telling if word.stem}
    stretches = _stretches([at in kept or word.stem in told for at, word in enumerate(words)])
    if relation == "reworded":
        stretches = [(start, end) for start, end in stretches if any(map(_matters, words[start:end]))]
    return GAP.join(text[words[start].start : words[end - 1].end] for start, end in stretches)


def _matters(word: Word) -> bool:
    return bool(word.stem) or word.form in NEGATIONS or word.form.endswith("nt")


def _stretches(kept: list[bool]) -> list[tuple[int, int]]:
    """Runs of False, as (start, end)."""
    edges = [at for at, (one, two) in enumerate(zip([True, *kept], [*kept, True], strict=True)) if one != two]
    return list(zip(edges[::2], edges[1::2], strict=True))
