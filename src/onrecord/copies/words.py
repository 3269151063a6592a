"""An article as words to compare: evened out, with its runs of words, its facts and what stands in marks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from onrecord.records import KEPT

type Hashes = NDArray[np.uint64]
type Mask = NDArray[np.bool_]

RUN = 5
"""Words of a run (a shingle): long enough that two reports of one event share few by chance."""

LINE = 30
"""Characters of a line that is no accident: shorter ones ("Yes.") may stand twice in a report."""

_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_MARKED = re.compile(r"“[^“”\n]*[”\n]|\"[^\"\n]*[\"\n]|«[^«»\n]*[»\n]|„[^„“”\n]*[“”\n]")
_ENDS_SENTENCE = re.compile(r"[.!?:\n“”\"]")
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)  # odd, so that multiplying by it loses nothing


@dataclass(frozen=True)
class Words:
    """The words of a text, of any language that parts words by spaces or marks."""

    text: str

    def __len__(self) -> int:
        return len(self.hashes)

    @cached_property
    def hashes(self) -> Hashes:
        """One a word, of its form without case and the kind of apostrophe."""
        return np.array([_hash(form) for form in _WORD.findall(self.text)], dtype=np.uint64)

    @cached_property
    def runs(self) -> Hashes:
        """A hash for every run of ``RUN`` neighbouring words; of a shorter text, one of all its words."""
        length = min(RUN, len(self.hashes))
        if not length:
            return self.hashes
        many = len(self.hashes) - length + 1
        mixed = np.zeros(many, dtype=np.uint64)
        for step in range(length):
            mixed = scatter(mixed ^ self.hashes[step : step + many])
        return mixed

    @cached_property
    def fingerprint(self) -> str:
        """Equal for texts of the same words in the same order, and for no others; "" for no words."""
        return blake2b(self.hashes.tobytes(), digest_size=8).hexdigest() if len(self) else ""

    @cached_property
    def marked(self) -> Mask:
        """Which words stand in quotation marks."""
        starts = [match.start() for match in _WORD.finditer(self.text)]
        marked = np.zeros(len(starts), dtype=np.bool_)
        for match in _MARKED.finditer(self.text):
            marked[slice(*np.searchsorted(starts, match.span()))] = True
        return marked

    @cached_property
    def facts(self) -> Hashes:
        """Hashes of names and figures: words with a digit, or with a capital inside a sentence."""
        found, end = list[int](), 0
        for match in _WORD.finditer(self.text):
            word = match.group()
            named = word[0].isupper() and end and not _ENDS_SENTENCE.search(self.text, end, match.start())
            if named or any(map(str.isdigit, word)):
                found.append(_hash(word))
            end = match.end()
        return np.array(found, dtype=np.uint64)


def compared(text: str, passages: Iterable[tuple[int, int, str]]) -> str:
    """What of an article is compared with others: its body and summary (start, end, kind of passage).

    Headlines change from outlet to outlet. A line that stands twice in one article is no report but
    furniture, such as the captions of a gallery. Where nothing is left, all kept passages are compared.
    """
    spans = sorted((start, end, kind) for start, end, kind in passages if kind in KEPT)
    lines = [text[start:end].strip() for start, end, kind in spans if kind != "heading"]
    often = Counter(lines)
    once = [line for line in lines if often[line] == 1 or len(line) < LINE]
    return "\n".join(once or (text[start:end] for start, end, _ in spans))


def scatter(values: Hashes) -> Hashes:
    """Other numbers, one for each, that are near none of theirs: a step of a hash over several."""
    mixed = values * _MULTIPLIER
    return mixed ^ (mixed >> np.uint64(29))


@lru_cache(maxsize=500_000)
def _hash(form: str) -> int:
    """The same on every machine and in every run, as it is stored."""
    even = form.replace("’", "'").casefold().encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(even, digest_size=8).digest(), "big")
