"""Two articles on the same event: what both name and quote, and what only one of them does."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import pandas as pd
from rapidfuzz import fuzz

from onrecord.analysis.wording import align, cut, relation

type Quote = dict[Hashable, Any]

TIES = ["a_quote_id", "b_quote_id", "relation", "cut", "score", "by"]

_ALIKE = 85.0
"""Least similarity (token sort ratio, 0 to 100) of quotes that no statement ties."""
_WORDS = 4
"""Shorter quotes are alike by accident."""


def entities(mentions: pd.DataFrame, a: str, b: str) -> pd.DataFrame:
    """entity_id, entity, kind, n_a, n_b (mentions in article ``a`` and ``b``), where: both, a or b.

    Those in both come first, then those in one; the most frequent first.
    """
    return _sides(mentions, "entity_id", ["entity", "kind"], (a, b))


def speakers(quotes: pd.DataFrame, a: str, b: str) -> pd.DataFrame:
    """speaker_id, speaker, n_a, n_b (quotes in article ``a`` and ``b``), where: both, a or b."""
    return _sides(quotes, "speaker_id", ["speaker"], (a, b))


def ties(quotes: pd.DataFrame, a: str, b: str, statement_quotes: pd.DataFrame | None = None) -> pd.DataFrame:
    """Quotes of two articles that report the same utterance: ``TIES``, in the order of ``a``.

    ``quotes``: quote_id, article_id, start, text, speaker_id. ``statement_quotes`` (statement_id,
    quote_id) ties what one statement holds (``by`` is "statement"). Quotes that no statement holds are
    tied by their words if their speakers don't differ (``by`` is "similarity"). ``relation`` and ``cut``
    compare the two wordings with each other; ``score`` is their likeness, 0 to 1.
    """
    of_a, of_b = (quotes[quotes["article_id"] == article].sort_values("start") for article in (a, b))
    statement = _statement_of(statement_quotes)
    rows = []
    for one in of_a.to_dict("records"):
        for two in of_b.to_dict("records"):
            tied = statement.get(one["quote_id"])
            if tied is not None and tied == statement.get(two["quote_id"]):
                rows.append(_tie(one, two, "statement"))
            elif tied is None and two["quote_id"] not in statement and _alike(one, two):
                rows.append(_tie(one, two, "similarity"))
    return pd.DataFrame(rows, columns=TIES)


def _sides(rows: pd.DataFrame, key: str, about: list[str], pair: tuple[str, str]) -> pd.DataFrame:
    known = rows[rows[key].notna()]
    a, b = (known.loc[known["article_id"] == article, key].value_counts() for article in pair)
    counts = pd.DataFrame({"n_a": a, "n_b": b}).fillna(0).astype(int).rename_axis(key).reset_index()
    names = known.drop_duplicates(key)[[key, *about]]
    found = names.merge(counts, on=key)
    found["where"] = ["both" if x and y else "a" if x else "b" for x, y in zip(found["n_a"], found["n_b"])]  # noqa: B905
    place = found["where"].map({"both": 0, "a": 1, "b": 2})
    found = found.assign(_place=place, _n=found["n_a"] + found["n_b"])
    order = found.sort_values(["_place", "_n", about[0]], ascending=[True, False, True], ignore_index=True)
    return order.drop(columns=["_place", "_n"])


def _statement_of(statement_quotes: pd.DataFrame | None) -> dict[str, str]:
    if statement_quotes is None:
        return {}
    return dict(zip(statement_quotes["quote_id"], statement_quotes["statement_id"], strict=True))


def _alike(one: Quote, two: Quote) -> bool:
    speakers = {one["speaker_id"], two["speaker_id"]} - {None}
    if len({s for s in speakers if isinstance(s, str)}) > 1:
        return False
    texts = str(one["text"]), str(two["text"])
    if min(len(text.split()) for text in texts) < _WORDS:
        return False
    return fuzz.token_sort_ratio(*texts) >= _ALIKE


def _tie(one: Quote, two: Quote, by: str) -> tuple[object, ...]:
    texts = str(one["text"]), str(two["text"])
    aligned = align(*texts)
    score = fuzz.token_sort_ratio(*texts) / 100
    return one["quote_id"], two["quote_id"], relation(aligned), cut(aligned), round(score, 3), by
