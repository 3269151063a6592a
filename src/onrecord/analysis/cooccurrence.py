"""Which entities appear together, and whether more often than chance would have it."""

from __future__ import annotations

from typing import Literal, get_args

import numpy as np
import pandas as pd

from onrecord.analysis.units import Unit, unit_codes

type Measure = Literal["together", "npmi", "g2"]

MEASURES: tuple[Measure, ...] = get_args(Measure.__value__)

_BLOCK = 65_536
"""Units multiplied at a time, so that memory stays at a few dozen MB whatever the corpus."""


def pairs(
    mentions: pd.DataFrame,
    *,
    unit: Unit = "sentence",
    top_n: int = 30,
    min_together: int = 1,
    passages: pd.DataFrame | None = None,
    only: tuple[str, ...] = (),
) -> pd.DataFrame:
    """Pairs of the ``top_n`` entities found in most units, one row per pair that meets.

    ``mentions``: entity_id, entity, kind, article_id, start, sentence_start (others are ignored).
    ``only`` takes these entity ids instead of the top ones. The columns that come back:

    - a, b: entity ids; a has the higher count. a_name, b_name, a_kind, b_kind.
    - together: units that hold both. count_a, count_b: units that hold the one.
    - expected: units that would hold both if the two were independent, ``count_a * count_b / n``, where
      n is the number of units with any mention.
    - npmi: normalised pointwise mutual information, -1 to 1, 0 at chance (Bouma 2009, "Normalized
      (pointwise) mutual information in collocation extraction").
    - g2: log-likelihood ratio of the 2×2 table (Dunning 1993, "Accurate methods for the statistics of
      surprise and coincidence"), negative where the two meet less often than chance. Above 10.83 chance
      alone would do it once in a thousand pairs.

    Ordered by together, then npmi, then the ids.
    """
    found = mentions[mentions["entity_id"].notna()]
    if found.empty:
        return _empty()
    units = unit_codes(found, unit, passages)
    total = len(pd.unique(units))
    entity, ids = pd.factorize(found["entity_id"])
    seen = _distinct(units, entity)
    counts = np.bincount(seen[:, 1], minlength=len(ids))
    chosen = _chosen(ids, counts, top_n, only)
    together = _together(seen, chosen, len(ids))
    first = np.unique(entity, return_index=True)[1][chosen]
    about = found.iloc[first][["entity_id", "entity", "kind"]].reset_index(drop=True)
    return _rows(together, total, about, max(min_together, 1))


def order(rows: pd.DataFrame) -> list[str]:
    """The entities of ``pairs``, ordered so that those that appear together stand together.

    Spectral seriation: the order of the Fiedler vector, the eigenvector of the second smallest
    eigenvalue of the graph's normalised Laplacian (Atkins, Boman and Hendrickson 1998, "A spectral
    algorithm for seriation"). Weights are cosines, ``together / sqrt(count_a * count_b)``, so that the
    entity that is everywhere doesn't rule. Groups that never meet follow each other, the largest first.
    """
    counts = counts_of(rows)
    ids = list(counts.sort_values(ascending=False, kind="stable").index)
    weight = np.zeros((len(ids), len(ids)))
    place = {entity: i for i, entity in enumerate(ids)}
    a, b = rows["a"].map(place).to_numpy(int), rows["b"].map(place).to_numpy(int)
    weight[a, b] = rows["together"] / np.sqrt(rows["count_a"] * rows["count_b"])
    weight += weight.T
    return [ids[i] for group in _components(weight) for i in _fiedler_order(weight, group)]


def counts_of(rows: pd.DataFrame) -> pd.Series:
    """Entity id to the number of units that hold it, ids in alphabetical order."""
    both = pd.concat([rows[["a", "count_a"]].set_axis(["id", "n"], axis=1),
                      rows[["b", "count_b"]].set_axis(["id", "n"], axis=1)])  # fmt: skip
    return both.groupby("id")["n"].max()


def names_of(rows: pd.DataFrame) -> pd.DataFrame:
    """The entities in ``pairs``: entity_id (index), name, kind, count."""
    columns = ["entity_id", "name", "kind", "count"]
    a = rows[["a", "a_name", "a_kind", "count_a"]].set_axis(columns, axis=1)
    b = rows[["b", "b_name", "b_kind", "count_b"]].set_axis(columns, axis=1)
    return pd.concat([a, b]).drop_duplicates("entity_id").set_index("entity_id")


def _distinct(units: np.ndarray, entity: np.ndarray) -> np.ndarray:
    """Rows of (unit as 0..n, entity code), each pair once, sorted by unit."""
    codes = pd.factorize(units)[0].astype(np.int64)
    width = int(entity.max()) + 1
    key = np.sort(pd.unique(codes * width + entity))
    return np.stack([key // width, key % width], axis=1)


def _chosen(ids: pd.Index, counts: np.ndarray, top_n: int, only: tuple[str, ...]) -> np.ndarray:
    if only:
        at = np.flatnonzero(ids.isin(only))
        return at[np.lexsort((ids[at].to_numpy(str), -counts[at]))]
    # Ties go by id, so that the same corpus always gives the same matrix.
    return (
        np.lexsort((ids.to_numpy(str), -counts))[:top_n]
        if len(ids) <= 4 * top_n
        else _top(ids, counts, top_n)
    )


def _top(ids: pd.Index, counts: np.ndarray, top_n: int) -> np.ndarray:
    """The same for many entities, without sorting all of their ids."""
    least = np.partition(counts, -top_n)[-top_n]
    at = np.flatnonzero(counts >= least)
    return at[np.lexsort((ids[at].to_numpy(str), -counts[at]))[:top_n]]


def _together(seen: np.ndarray, chosen: np.ndarray, entities: int) -> np.ndarray:
    """How many units hold both, chosen × chosen; the diagonal holds the counts."""
    place = np.full(entities, -1)
    place[chosen] = np.arange(len(chosen))
    column = place[seen[:, 1]]
    rows, column = seen[column >= 0, 0], column[column >= 0]
    rows = pd.factorize(rows)[0]
    result = np.zeros((len(chosen), len(chosen)))
    for low in range(0, int(rows.max(initial=-1)) + 1, _BLOCK):
        part = slice(*np.searchsorted(rows, [low, low + _BLOCK]))
        block = np.zeros((int(rows[part][-1]) - low + 1, len(chosen)), np.float32)
        block[rows[part] - low, column[part]] = 1
        result += block.T @ block
    return np.asarray(result.round(), np.int64)


def _rows(together: np.ndarray, total: int, about: pd.DataFrame, least: int) -> pd.DataFrame:
    counts = together.diagonal()
    a, b = np.nonzero(np.triu(together >= least, 1))
    both, count_a, count_b = together[a, b], counts[a], counts[b]
    rows = pd.DataFrame(
        {
            "a": about["entity_id"].to_numpy()[a],
            "b": about["entity_id"].to_numpy()[b],
            "a_name": about["entity"].to_numpy()[a],
            "b_name": about["entity"].to_numpy()[b],
            "a_kind": about["kind"].to_numpy()[a],
            "b_kind": about["kind"].to_numpy()[b],
            "together": both,
            "count_a": count_a,
            "count_b": count_b,
            "expected": count_a * count_b / total,
            "npmi": npmi(both, count_a, count_b, total),
            "g2": g2(both, count_a, count_b, total),
        }
    )
    by, falling = ["together", "npmi", "a", "b"], [False, False, True, True]
    return rows.sort_values(by, ascending=falling, ignore_index=True)


def npmi(both: np.ndarray, count_a: np.ndarray, count_b: np.ndarray, total: int) -> np.ndarray:
    """Normalised PMI of pairs that meet at least once; 1 where they only ever meet."""
    p = both / total
    pmi = np.log(p / (count_a / total * count_b / total))
    surprise = -np.log(p)
    # A pair in every unit says nothing beyond chance: 0/0 is 0 here.
    result: np.ndarray = np.divide(pmi, surprise, out=np.zeros(len(p)), where=surprise > 0)
    return result


def g2(both: np.ndarray, count_a: np.ndarray, count_b: np.ndarray, total: int) -> np.ndarray:
    """Dunning's log-likelihood ratio, with the sign of the deviation from chance."""
    neither = total - count_a - count_b + both
    observed = np.stack([both, count_a - both, count_b - both, neither]).astype(float)
    rows = np.stack([count_a, count_a, total - count_a, total - count_a])
    columns = np.stack([count_b, total - count_b, count_b, total - count_b])
    expected = rows * columns / total
    ratio = np.divide(observed, expected, out=np.ones_like(observed), where=(observed > 0) & (expected > 0))
    value: np.ndarray = 2 * (observed * np.log(ratio)).sum(axis=0)
    return np.where(both >= expected[0], value, -value)


def _components(weight: np.ndarray) -> list[list[int]]:
    """Groups of indices that are linked, the largest first; each in rising order."""
    left, groups = set(range(len(weight))), []
    while left:
        group, edge = set(), {min(left)}
        while edge:
            group |= edge
            edge = {int(j) for i in edge for j in np.flatnonzero(weight[i])} - group
        left -= group
        groups.append(sorted(group))
    return sorted(groups, key=lambda group: (-len(group), group))


def _fiedler_order(weight: np.ndarray, group: list[int]) -> list[int]:
    """A linked group by its Fiedler vector; the end with the most frequent entity (lowest index) first."""
    if len(group) < 3:
        return group
    part = weight[np.ix_(group, group)]
    scale = 1 / np.sqrt(part.sum(axis=0))
    laplacian = np.eye(len(group)) - part * np.outer(scale, scale)
    vector = np.linalg.eigh(laplacian)[1][:, 1] * scale
    # Rounding keeps ties apart from noise; an eigenvector's sign is arbitrary, so fix it.
    vector = np.round(vector / np.abs(vector).max(), 9)
    vector = -vector if vector[0] > 0 else vector
    return [group[i] for i in np.lexsort((group, vector))]


def _empty() -> pd.DataFrame:
    text = {name: pd.Series(dtype=str) for name in ("a", "b", "a_name", "b_name", "a_kind", "b_kind")}
    counts = {name: pd.Series(dtype="int64") for name in ("together", "count_a", "count_b")}
    return pd.DataFrame({**text, **counts, **{n: pd.Series(dtype=float) for n in ("expected", "npmi", "g2")}})
