"""All steps in one, for texts in memory: the copies among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from onrecord.copies.candidates import candidates
from onrecord.copies.clusters import Copied, Pair, alike, cluster
from onrecord.copies.sketch import BANDS, sketch
from onrecord.copies.words import Words


@dataclass(frozen=True)
class Text:
    """An article to look for copies of; ``text`` is what of it is compared (``words.compared``)."""

    id: str
    text: str
    outlet: str | None = None
    published: date | None = None
    agency: str | None = None
    """The news agency it credits: see ``agencies.credited``."""


def find(texts: Sequence[Text]) -> pd.DataFrame:
    """The copies among the texts, with the columns of ``cluster``: a row for each text that has one."""
    words = [Words(text.text) for text in texts]
    copied = [
        Copied(text.id, of_text.fingerprint, len(of_text), text.outlet, text.published, text.agency)
        for text, of_text in zip(texts, words, strict=True)
    ]
    return cluster(copied, _pairs(texts, words))


def _pairs(texts: Sequence[Text], words: Sequence[Words]) -> Iterator[Pair]:
    """Pairs of texts that are alike and not the same; of equal texts, the first stands for all."""
    first = {of_text.fingerprint: n for n, of_text in reversed(list(enumerate(words))) if len(of_text)}
    rows = sorted(first.values())
    keys = np.array([sketch(words[n]) for n in rows], dtype=np.int32).reshape(-1, BANDS)
    days = np.array([(texts[n].published or date.max).toordinal() for n in rows], dtype=np.int64)
    for one, two in candidates(keys, days, np.ones(len(rows), dtype=np.bool_)):
        if pair := alike(words[rows[one]], words[rows[two]]):
            yield pair
