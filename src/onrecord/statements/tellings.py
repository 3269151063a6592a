"""The quotes of a corpus as matching sees them: words as numbers, weights, speakers, days."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from onrecord.names.forms import fold
from onrecord.statements.words import Word, split

type Ints = NDArray[np.int64]
type Floats = NDArray[np.float64]

SMALL_CORPUS = 1000
"""Quotes: below this many a corpus says little about which words are rare, so weights even out."""


@dataclass(frozen=True)
class Tellings:
    """One entry per quote in every field; ids count from 0 in order of first use."""

    words: list[list[Word]]
    forms: list[tuple[int, ...]]
    """Every word's evened-out form, as an id."""
    stems: list[tuple[int, ...]]
    """Content words' stems, in order, as ids."""
    weights: Floats
    """Weight of a stem by its id: its rarity (inverse document frequency), 1 on the average rare word."""
    articles: Ints
    days: Ints
    """Day of publication (proleptic ordinal), -1 if unknown."""
    speakers: Ints
    """Id of the resolved speaker, -1 if unresolved."""
    surnames: Ints
    """Id of a named speaker's last name, -1 for groups, documents and unresolved speakers."""
    marked: NDArray[np.bool_]
    """Whether all of its words stand in quotation marks (direct quotes)."""
    reported: NDArray[np.bool_]
    """Whether none of its words does (indirect quotes)."""

    def __len__(self) -> int:
        return len(self.forms)

    def weight(self, stems: tuple[int, ...]) -> float:
        """Sum of the weights of the distinct stems."""
        return float(sum(self.weights[stem] for stem in set(stems)))


class _Ids(dict[object, int]):
    def __missing__(self, key: object) -> int:
        self[key] = len(self)
        return self[key]


def prepare(quotes: pd.DataFrame) -> Tellings:
    """Number the words and speakers of ``quotes`` (columns as ``match`` takes them)."""
    words = [split(text) for text in quotes["text"]]
    form_ids, stem_ids, article_ids, speaker_ids, surname_ids = (_Ids() for _ in range(5))
    stems = [tuple(stem_ids[word.stem] for word in line if word.stem) for line in words]
    speakers = [speaker if isinstance(speaker, str) and speaker else None for speaker in quotes["speaker_id"]]
    return Tellings(
        words=words,
        forms=[tuple(form_ids[word.form] for word in line) for line in words],
        stems=stems,
        weights=_weights(stems, len(stem_ids)),
        articles=np.array([article_ids[article] for article in quotes["article_id"]], dtype=np.int64),
        days=_days(quotes["published"]),
        speakers=np.array([-1 if s is None else speaker_ids[s] for s in speakers], dtype=np.int64),
        surnames=np.array(
            [
                -1 if (last := _surname(speaker, name)) is None else surname_ids[last]
                for speaker, name in zip(speakers, quotes["speaker_name"], strict=True)
            ],
            dtype=np.int64,
        ),
        marked=(quotes["type"] == "direct").to_numpy(dtype=bool),
        reported=(quotes["type"] == "indirect").to_numpy(dtype=bool),
    )


def _weights(stems: list[tuple[int, ...]], count: int) -> Floats:
    seen = Counter(stem for line in stems for stem in set(line))
    total = len(stems) + SMALL_CORPUS
    top = math.log(total)
    found = np.array([seen[stem] for stem in range(count)], dtype=np.float64)
    return np.log(total / (found + 1)) / top


def _days(published: pd.Series) -> Ints:
    return np.array(
        [-1 if pd.isna(day) else pd.Timestamp(day).toordinal() for day in published], dtype=np.int64
    )


def _surname(speaker: str | None, name: object) -> str | None:
    """The last name of a speaker who has one; groups and documents go by their words (``name:…``)."""
    if speaker is None or speaker.startswith("name:") or not isinstance(name, str):
        return None
    parts = [part for part in fold(name).split() if part not in {"jr", "sr", "ii", "iii"}]
    return parts[-1] if parts else None
