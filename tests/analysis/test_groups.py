from __future__ import annotations

import pandas as pd
import pytest

from onrecord.analysis.groups import MOST, OTHERS, UNKNOWN, folded, members

MANY = pd.Series([name for i, name in enumerate("abcdefghij") for _ in range(20 - i)] + [None])


def test_few_groups_keep_their_names() -> None:
    few = pd.Series(["a", None, "b"])
    assert list(folded(few)) == ["a", UNKNOWN, "b"]
    assert list(folded(few, named=["b"])) == ["a", UNKNOWN, "b"]


@pytest.mark.parametrize(("named", "kept"), [(None, set("abcdefg")), (["a", "j"], {"a", "j"}), ([], set())])
def test_of_many_only_the_named_keep_theirs(named: list[str] | None, kept: set[str]) -> None:
    assert set(folded(MANY, named)) == kept | {OTHERS, UNKNOWN}


def test_one_alone_is_not_called_the_others() -> None:
    assert set(folded(MANY, list("abcdefghi"))) == {*"abcdefghij", UNKNOWN}


def test_the_default_tells_no_more_apart_than_a_chart_can() -> None:
    assert len(set(folded(MANY)) - {UNKNOWN}) == MOST


@pytest.mark.parametrize("named", [None, ["c"]])
def test_members_are_the_rows_that_were_folded(named: list[str] | None) -> None:
    shown = folded(MANY, named)
    for group in set(shown):
        assert members(MANY, group, set(shown)).sum() == (shown == group).sum()
