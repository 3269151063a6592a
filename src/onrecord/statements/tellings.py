"""The quotes of a corpus as matching sees them: parts, words as numbers, weights, speakers, days."""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from onrecord.names.people import PersonName, parse
from onrecord.statements.parts import Part, insertions, split_parts
from onrecord.statements.rarity import rarity
from onrecord.statements.words import NEGATIONS, Word, names_in, split

type Ints = NDArray[np.int64]
type Floats = NDArray[np.float64]
type SpeakerKind = Literal["person", "other"]
"""Groups, organisations, documents and unnamed speakers go by other words elsewhere."""


MOST = 200
COMMONER = [1.0, 1.0, *(1 + math.log(quotes / 2) for quotes in range(2, MOST + 1))]
"""By how much less a word weighs that stands in so many quotes of two articles."""


@dataclass(frozen=True)
class Tellings:
    """Wholes and parts of quotes, one entry per part in every field but the last ones."""

    parts: list[Part]
    rows: Ints
    """Row of the quote that the part is of."""
    negated: list[bool]
    """Whether the part has a negation."""
    wordings: list[int]
    """All words of a part that says hardly anything ("Not yet"), as a number; 0 of any other."""
    forms: list[tuple[int, ...]]
    """Every word's evened-out form, as an id."""
    stems: list[tuple[int, ...]]
    """Content words' stems, in order, as numbers that are the same in every run (``number``)."""
    distinct: list[frozenset[int]]
    """The stems as a set."""
    named: list[frozenset[int]]
    """Those of them that are names."""
    articles: Ints
    days: Ints
    """Day of publication (proleptic ordinal), -1 if unknown."""
    speakers: Ints
    """Id of the resolved speaker, -1 if unresolved."""
    names: list[PersonName | None]
    """A person's name; None for groups, documents and unresolved speakers."""
    weights: dict[int, float]
    """By stem: its rarity."""
    content: Floats
    """Weight of the content words: how much the part has to say."""
    spans: Ints | None
    """By row: where the quote stands in its article, shape (rows, 2); None if not known."""
    wholes: Ints
    """By row: the part that is the whole quote."""
    spread: list[Counter[int]]
    """By article: in how many of its quotes a stem stands."""

    def local_weight(self, a: int, b: int, stems: Iterable[int]) -> float:
        """Sum of the weights of distinct stems, each less the more quotes of the two articles share it."""
        one, two, weights = self.spread[self.articles[a]].get, self.spread[self.articles[b]].get, self.weights
        weighed = (weights[s] / COMMONER[min(one(s, 0) + two(s, 0), MOST)] for s in stems)
        return float(sum(sorted(weighed)))

    def overlap(self, a: int, b: int) -> bool:
        """Whether two parts are of quotes that overlap in one article."""
        if self.spans is None or self.articles[a] != self.articles[b]:
            return False
        one, two = self.spans[self.rows[a]], self.spans[self.rows[b]]
        return bool(max(one[0], two[0]) < min(one[1], two[1]))

    def weight(self, stems: Iterable[int]) -> float:
        """Sum of the weights of the distinct stems."""
        return weight(self.weights, stems)


def weight(weights: Mapping[int, float], stems: Iterable[int]) -> float:
    """Sum of the weights of distinct stems, added up in an order of its own so that it is always the same."""
    return sum(sorted(weights[stem] for stem in stems))


@lru_cache(maxsize=500_000)
def number(text: str) -> int:
    """63 bits that depend on the text alone, so that what one run stored another can compare."""
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest()) >> 1


class _Ids(dict[object, int]):
    def __missing__(self, key: object) -> int:
        self[key] = len(self)
        return self[key]


def prepare(quotes: pd.DataFrame, spread: Mapping[str, Counter[int]] | None = None) -> Tellings:
    """Take quotes apart and number their words; columns as ``match`` takes them.

    ``spread`` holds, by article id, in how many of its quotes a stem stands, for articles of which
    ``quotes`` has some quotes only.
    """
    found = [
        (row, part)
        for row, (text, kind) in enumerate(zip(quotes["text"], quotes["type"], strict=True))
        for part in split_parts(text, kind)
    ]
    rows = np.array([row for row, _ in found], dtype=np.int64)
    texts = quotes["text"].tolist()
    words = [split(texts[row][part.start : part.end]) for row, part in found]
    told = [_without_asides(texts[row], part, line) for (row, part), line in zip(found, words, strict=True)]
    form_ids, article_ids, speaker_ids = (_Ids() for _ in range(3))
    stems = [tuple(number(word.stem) for word in line if word.stem) for line in told]
    speakers = [speaker if isinstance(speaker, str) and speaker else None for speaker in quotes["speaker_id"]]
    kinds = quotes["speaker_kind"].tolist()
    names = [
        parse(name) if kind == "person" and isinstance(name, str) and name.strip() else None
        for kind, name in zip(kinds, quotes["speaker_name"], strict=True)
    ]
    weights = {number(word.stem): rarity(word.stem) for line in told for word in line if word.stem}
    articles = _ints(article_ids[article] for article in quotes["article_id"])
    return Tellings(
        parts=[part for _, part in found],
        rows=rows,
        negated=[any(word.form in NEGATIONS for word in line) for line in words],
        wordings=[_wording(line) if len(said) < 2 else 0 for line, said in zip(words, stems, strict=True)],
        forms=[tuple(form_ids[word.form] for word in line) for line in words],
        stems=stems,
        distinct=[frozenset(line) for line in stems],
        named=[
            frozenset(map(number, names_in(texts[row][part.start : part.end], line)))
            for (row, part), line in zip(found, words, strict=True)
        ],
        articles=articles[rows],
        spread=_spread(rows, stems, articles, list(article_ids), spread or {}),
        days=_ints(-1 if pd.isna(day) else pd.Timestamp(day).toordinal() for day in quotes["published"])[
            rows
        ],
        speakers=_ints(-1 if speaker is None else speaker_ids[speaker] for speaker in speakers)[rows],
        names=[names[row] for row in rows.tolist()],
        weights=weights,
        content=np.array([weight(weights, set(line)) for line in stems], dtype=np.float64),
        spans=quotes[["start", "end"]].to_numpy(dtype=np.int64) if "start" in quotes else None,
        wholes=np.flatnonzero(np.diff(rows, prepend=-1)),
    )


def _spread(
    rows: Ints,
    stems: list[tuple[int, ...]],
    articles: Ints,
    ids: list[object],
    known: Mapping[str, Counter[int]],
) -> list[Counter[int]]:
    held: list[set[int]] = [set() for _ in articles]
    for row, line in zip(rows.tolist(), stems, strict=True):
        held[row].update(line)
    spread: list[Counter[int]] = [Counter() for _ in ids]
    for article, stand in zip(articles.tolist(), held, strict=True):
        spread[article].update(stand)
    return [known.get(str(article), counted) for article, counted in zip(ids, spread, strict=True)]


def _wording(words: list[Word]) -> int:
    return number(" ".join(word.form for word in words)) if words else 0


def _without_asides(text: str, part: Part, words: list[Word]) -> list[Word]:
    """Of reported speech, the words that the outlet does not tell aside."""
    if part.type == "direct":
        return words
    asides = insertions(text[part.start : part.end])
    return [w for w in words if not any(start <= w.start < end for start, end in asides)] or words


def _ints(values: Iterable[int]) -> Ints:
    return np.array(list(values), dtype=np.int64)
