from __future__ import annotations

import numpy as np
import pytest
from tests.copies.reports import report, rewritten, text

from onrecord.copies import BANDS, Words, candidates, sketch
from onrecord.copies.candidates import REACH


def pairs(
    keys: list[list[int]], days: list[int] | None = None, fresh: list[bool] | None = None
) -> set[tuple[int, ...]]:
    found = candidates(
        np.array(keys, dtype=np.int32).reshape(len(keys), len(keys[0]) if keys else BANDS),
        np.array(days or [0] * len(keys), dtype=np.int64),
        np.array(fresh or [True] * len(keys)),
    )
    assert found.shape[1] == 2
    return {tuple(pair) for pair in found.tolist()}


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ([[1, 2, 3], [1, 2, 4], [5, 2, 3]], {(0, 1), (0, 2)}),
        ([[1, 2, 3], [1, 5, 6]], set()),
        ([[1, 2, 3], [2, 3, 1]], set()),
        ([[5, 5, 5], [5, 5, 5]], {(0, 1)}),
        ([[5, 5, 5]], set()),
        ([], set()),
    ],
)
def test_articles_meet_where_they_share_two_bands(
    keys: list[list[int]], expected: set[tuple[int, int]]
) -> None:
    assert pairs(keys) == expected


def test_one_of_a_pair_is_fresh() -> None:
    assert pairs([[1, 2]] * 4, fresh=[False, False, True, False]) == {(0, 2), (1, 2), (2, 3)}


def test_an_article_meets_those_next_in_time() -> None:
    many = 3 * REACH
    found = pairs([[1, 2]] * many, days=list(range(many, 0, -1)))
    assert found == {(one, two) for one in range(many) for two in range(one + 1, many) if two - one <= REACH}


def test_an_undated_article_meets_others() -> None:
    undated = int(np.array(["NaT"], dtype="datetime64[D]").astype(np.int64)[0])
    assert pairs([[1, 2], [1, 2]], days=[undated, 20_000]) == {(0, 1)}


STORY = report(1, 30)
CHANGED = {
    "a fifth rewritten": rewritten(STORY, 0.2),
    "a third rewritten": rewritten(STORY, 1 / 3),
    "cut to one half": STORY[:15],
    "cut to a tenth": STORY[:3],
    "another lead": [*report(2)[:3], *STORY],
}


@pytest.mark.parametrize("case", CHANGED)
def test_a_copy_shares_bands(case: str) -> None:
    one, two = sketch(Words(text(STORY))), sketch(Words(text(CHANGED[case])))
    assert sum(a == b for a, b in zip(one, two, strict=True)) >= 2


def test_other_reports_share_none() -> None:
    sketches = [sketch(Words(text(report(n)))) for n in range(60)]
    assert {len(numbers) for numbers in sketches} == {BANDS}
    assert pairs(sketches) == set()


def test_a_sketch_is_stable_and_a_text_without_words_has_none() -> None:
    assert sketch(Words("…")) == []
    assert len(sketch(Words("One word"))) == BANDS
    found = sketch(Words("Six ferries left the harbour of Torvia"))
    assert found[:3] == [1616175086, -2129322737, -1762562136]
