"""The unit a mention lies in: what "together" means when entities are counted together."""

from __future__ import annotations

from typing import Literal, get_args

import numpy as np
import pandas as pd

type Unit = Literal["sentence", "paragraph", "article"]

UNITS: tuple[Unit, ...] = get_args(Unit.__value__)


def unit_codes(mentions: pd.DataFrame, unit: Unit, passages: pd.DataFrame | None = None) -> np.ndarray:
    """A number per mention, equal for mentions in the same unit and for no others.

    ``mentions``: article_id, start, sentence_start. ``passages`` (article_id, start, end) is needed for
    paragraphs: a mention lies in the last passage of its article that starts at or before it.
    Raises ``ValueError`` for an unknown unit, or for paragraphs without passages.
    """
    articles = pd.factorize(mentions["article_id"])[0].astype(np.int64)
    if unit == "article":
        return articles
    if unit == "sentence":
        within = mentions["sentence_start"].to_numpy(np.int64)
    elif unit == "paragraph" and passages is not None:
        within = passage_starts(mentions, passages)
    else:
        need = "paragraphs need the passages frame" if unit == "paragraph" else f"expected one of {UNITS}"
        raise ValueError(f"cannot count by {unit!r}: {need}")
    return np.asarray(articles * (int(within.max(initial=0)) + 2) + within + 1, np.int64)


def passage_starts(rows: pd.DataFrame, passages: pd.DataFrame) -> np.ndarray:
    """Where the passage of each row starts; -1 where the article has no passage before it."""
    article = pd.Categorical(rows["article_id"])
    known = passages[passages["article_id"].isin(article.categories)]
    code = article.categories.get_indexer(pd.Index(known["article_id"])).astype(np.int64)
    start = known["start"].to_numpy(np.int64)
    ends = (start.max(initial=0), rows["start"].to_numpy(np.int64).max(initial=0))
    stride = int(max(ends)) + 1
    starts = np.sort(code * stride + start)
    at = article.codes.astype(np.int64) * stride + rows["start"].to_numpy(np.int64)
    found = np.searchsorted(starts, at, side="right") - 1
    if not len(starts):
        return np.full(len(rows), -1, np.int64)
    before = starts[np.maximum(found, 0)]
    same = (found >= 0) & (before // stride == article.codes)
    return np.where(same, before % stride, -1)
