"""The quotes of a corpus as matching sees them: parts, words as numbers, weights, speakers, days."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from onrecord.names.people import PersonName, parse
from onrecord.statements.parts import Part, insertions, split_parts
from onrecord.statements.rarity import rarity
from onrecord.statements.words import Word, split

type Ints = NDArray[np.int64]
type Floats = NDArray[np.float64]
type SpeakerKind = Literal["person", "other"]
"""Groups, organisations, documents and unnamed speakers go by other words elsewhere."""


@dataclass(frozen=True)
class Tellings:
    """Wholes and parts of quotes, one entry per part in every field but the last ones."""

    parts: list[Part]
    rows: Ints
    """Row of the quote that the part is of."""
    words: list[list[Word]]
    forms: list[tuple[int, ...]]
    """Every word's evened-out form, as an id."""
    stems: list[tuple[int, ...]]
    """Content words' stems, in order, as ids."""
    articles: Ints
    days: Ints
    """Day of publication (proleptic ordinal), -1 if unknown."""
    speakers: Ints
    """Id of the resolved speaker, -1 if unresolved."""
    names: list[PersonName | None]
    """A person's name; None for groups, documents and unresolved speakers."""
    weights: Floats
    """By stem id: its rarity."""
    content: Floats
    """Weight of the content words: how much the part has to say."""
    spans: Ints | None
    """By row: where the quote stands in its article, shape (rows, 2); None if not known."""
    wholes: Ints
    """By row: the part that is the whole quote."""

    spread: list[Counter[int]]
    """By article: in how many of its quotes a stem stands."""

    def local_weight(self, a: int, b: int, stems: Iterable[int]) -> float:
        """Sum of the weights of the stems, each less the more quotes of the two articles share it."""
        one, two = self.spread[self.articles[a]], self.spread[self.articles[b]]
        return float(sum(self.weights[s] / (1 + math.log(max(2, one[s] + two[s]) / 2)) for s in set(stems)))

    def overlap(self, a: int, b: int) -> bool:
        """Whether two parts are of quotes that overlap in one article."""
        if self.spans is None or self.articles[a] != self.articles[b]:
            return False
        one, two = self.spans[self.rows[a]], self.spans[self.rows[b]]
        return bool(max(one[0], two[0]) < min(one[1], two[1]))

    def weight(self, stems: Iterable[int]) -> float:
        """Sum of the weights of the distinct stems."""
        return weight(self.weights, stems)


def weight(weights: Floats, stems: Iterable[int]) -> float:
    """Sum of the weights (by stem id) of the distinct stems."""
    return float(sum(weights[stem] for stem in set(stems)))


class _Ids(dict[object, int]):
    def __missing__(self, key: object) -> int:
        self[key] = len(self)
        return self[key]


def prepare(quotes: pd.DataFrame) -> Tellings:
    """Take quotes apart and number their words; columns as ``match`` takes them."""
    found = [
        (row, part)
        for row, (text, kind) in enumerate(zip(quotes["text"], quotes["type"], strict=True))
        for part in split_parts(text, kind)
    ]
    rows = np.array([row for row, _ in found], dtype=np.int64)
    texts = quotes["text"].tolist()
    words = [split(texts[row][part.start : part.end]) for row, part in found]
    told = [_without_asides(texts[row], part, line) for (row, part), line in zip(found, words, strict=True)]
    form_ids, stem_ids, article_ids, speaker_ids = (_Ids() for _ in range(4))
    stems = [tuple(stem_ids[word.stem] for word in line if word.stem) for line in told]
    speakers = [speaker if isinstance(speaker, str) and speaker else None for speaker in quotes["speaker_id"]]
    kinds = quotes["speaker_kind"].tolist()
    names = [
        parse(name) if kind == "person" and isinstance(name, str) and name.strip() else None
        for kind, name in zip(kinds, quotes["speaker_name"], strict=True)
    ]
    weights = np.array([rarity(str(stem)) for stem in stem_ids], dtype=np.float64)
    articles = _ints(article_ids[article] for article in quotes["article_id"])
    spread: list[Counter[int]] = [Counter() for _ in article_ids]
    by_row: list[set[int]] = [set() for _ in texts]
    for row, line in zip(rows.tolist(), stems, strict=True):
        by_row[row].update(line)
    for article, held in zip(articles.tolist(), by_row, strict=True):
        spread[article].update(held)
    return Tellings(
        parts=[part for _, part in found],
        rows=rows,
        words=words,
        forms=[tuple(form_ids[word.form] for word in line) for line in words],
        stems=stems,
        articles=articles[rows],
        spread=spread,
        days=_ints(-1 if pd.isna(day) else pd.Timestamp(day).toordinal() for day in quotes["published"])[
            rows
        ],
        speakers=_ints(-1 if speaker is None else speaker_ids[speaker] for speaker in speakers)[rows],
        names=[names[row] for row in rows.tolist()],
        weights=weights,
        content=np.array([weight(weights, line) for line in stems], dtype=np.float64),
        spans=quotes[["start", "end"]].to_numpy(dtype=np.int64) if "start" in quotes else None,
        wholes=np.flatnonzero(np.diff(rows, prepend=-1)),
    )


def _without_asides(text: str, part: Part, words: list[Word]) -> list[Word]:
    """Of reported speech, the words that the outlet does not tell aside."""
    if part.type == "direct":
        return words
    asides = insertions(text[part.start : part.end])
    return [w for w in words if not any(start <= w.start < end for start, end in asides)] or words


def _ints(values: Iterable[int]) -> Ints:
    return np.array(list(values), dtype=np.int64)
