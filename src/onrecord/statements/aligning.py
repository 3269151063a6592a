"""Where two rows of words are the same, in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal

from rapidfuzz.distance import LCSseq

MANY = 4_000_000
"""Words of the one times words of the other, from which longest runs take too long to find."""

type Tag = Literal["equal", "delete", "insert", "replace"]


def blocks(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int, int]]:
    """Runs that both have: where they begin in ``a`` and in ``b``, and how many words they are.

    Longest runs first (Ratcliff and Obershelp), so that what is kept stays in one piece where a longest
    common subsequence would scatter it; of two very long passages, a longest common subsequence all the same.
    """
    if len(a) * len(b) > MANY:
        equal = (op for op in LCSseq.opcodes(a, b) if op.tag == "equal")
        return [(op.src_start, op.dest_start, op.src_end - op.src_start) for op in equal]
    found = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    return [(block.a, block.b, block.size) for block in found if block.size]


def opcodes(a: Sequence[str], b: Sequence[str]) -> Iterator[tuple[Tag, int, int, int, int]]:
    """How ``a`` becomes ``b``: tag, from and to in ``a``, from and to in ``b``, as ``difflib`` has it."""
    at = there = 0
    for start, begin, size in [*blocks(a, b), (len(a), len(b), 0)]:
        if at < start or there < begin:
            tag: Tag = "insert" if at == start else "delete" if there == begin else "replace"
            yield tag, at, start, there, begin
        at, there = start + size, begin + size
        if size:
            yield "equal", start, at, begin, there
