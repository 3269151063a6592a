"""Sentences that two texts share are found, aligned in runs, and no word of them counts twice."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.analysis.shared_text import Areas, overlap, shared, union, without, words_within
from onrecord.records import Span
from onrecord.statements.words import split

AGENCY = (
    "The ferry left Port Amber at dawn with forty passengers on board. "
    "Nobody was hurt when its engine failed near the old lighthouse. "
    "It is not known why. "
    "Two tugs brought the boat back to the harbour by noon."
)
OWN = "Our reporter met the captain in a quiet cafe later that week."


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        # (passage, relation) of each shared sentence
        (AGENCY, AGENCY, [(0, "verbatim")] * 4),
        (AGENCY, f"{OWN} {AGENCY}", [(0, "verbatim")] * 4),
        (AGENCY, OWN, []),
        (
            AGENCY,
            AGENCY.replace("its engine", "the engine").replace("with forty passengers ", ""),
            [(0, "edited"), (0, "edited"), (0, "verbatim"), (0, "verbatim")],
        ),
        # another order: two runs
        (
            AGENCY,
            " ".join(
                [*(s + "." for s in AGENCY.rstrip(".").split(". ")[2:]), AGENCY[: AGENCY.index(" It is")]]
            ),
            [(0, "verbatim")] * 2 + [(1, "verbatim")] * 2,
        ),
        # a short sentence counts beside a shared one only
        ("It is not known why. " + OWN, "It is not known why. The weather stayed fine.", []),
        # one lies in the other
        (
            "Nobody was hurt when its engine failed near the old lighthouse.",
            "The company said on Monday in a short statement to the press and to its own staff that "
            "nobody was hurt when its engine failed near the old lighthouse.",
            [(0, "edited")],
        ),
        # a split sentence has both halves found
        (
            "Nobody was hurt when its engine failed near the old lighthouse and two tugs brought the boat "
            "back to the harbour by noon.",
            "Nobody was hurt when its engine failed near the old lighthouse. Two tugs brought the boat back "
            "to the harbour by noon.",
            [(0, "edited"), (0, "edited")],
        ),
        # eight words of a long sentence that goes another way
        (
            "Nobody was hurt when its engine failed near a reef that the pilots of the northern isles know.",
            "Nobody was hurt when its engine failed near home, yet both owners face charges in a court.",
            [],
        ),
        ("", AGENCY, []),
        ("…", "…", []),
    ],
)
def test_shared_sentences_come_in_runs(a: str, b: str, expected: list[tuple[int, str]]) -> None:
    found = shared(a, b)
    assert list(zip(found["passage"], found["relation"], strict=True)) == expected


def test_words_that_both_have_are_counted_and_placed() -> None:
    a = "Nobody was hurt when its engine failed near the lighthouse."
    b = "Nobody at all was hurt when the engine failed near the lighthouse."
    row = shared(a, b).iloc[0]
    assert row["words"] == 9
    assert [a[slice(*span)] for span in row["a_same"]] == [
        "Nobody was hurt when", "engine failed near the lighthouse",
    ]  # fmt: skip
    assert [b[slice(*span)] for span in row["b_same"]] == [
        "Nobody", "was hurt when", "engine failed near the lighthouse",
    ]  # fmt: skip


def test_a_repeated_sentence_meets_its_counterpart_in_the_longer_run() -> None:
    repeated = "The council will meet again on Friday to vote on it."
    a = f"{AGENCY} {repeated}"
    b = f"{repeated} {OWN} {AGENCY} {repeated}"
    last = shared(a, b).iloc[-1]
    assert b[last["b_start"] : last["b_end"]] == repeated
    assert last["b_start"] > len(b) // 2


def test_only_kept_passages_are_looked_in() -> None:
    start = AGENCY.index("Two tugs")
    found = shared(AGENCY, AGENCY, [(start, len(AGENCY))], [(0, len(AGENCY))])
    assert found["a_start"].tolist() == [start]


def test_where_nothing_is_kept_nothing_is_shared() -> None:
    assert shared(AGENCY, AGENCY, [], [(0, len(AGENCY))]).empty
    assert len(shared(AGENCY, AGENCY)) == 4


def test_what_lies_in_both_sets_of_spans() -> None:
    assert overlap([(0, 10), (5, 20)], [(8, 12), (18, 30)]) == [(8, 12), (18, 20)]
    assert union([(5, 9), (0, 5), (20, 21)]) == [(0, 9), (20, 21)]
    assert without((0, 10), [(8, 20), (2, 4)]) == [(0, 2), (4, 8)]
    assert without((5, 9), [(0, 3), (12, 15)]) == [(5, 9)]
    assert without((5, 9), [(0, 30)]) == []
    assert words_within("one two three four", [(0, 7), (4, 13)]) == 3


SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 6)).map(lambda one: (one[0], sum(one))))


@given(SPANS, SPANS)
def test_spans_meet_where_they_have_characters_in_common(some: list[Span], others: list[Span]) -> None:
    def inside(spans: list[Span]) -> set[int]:
        return {at for start, end in spans for at in range(start, end)}

    assert inside(overlap(some, others)) == inside(some) & inside(others)
    areas = Areas(others)
    for span in some:
        assert areas.near(span) == [area for area in areas.spans if inside([area]) & inside([span])]


SENTENCES = st.lists(
    st.sampled_from(
        [*(s + "." for s in AGENCY.rstrip(".").split(". ")), OWN, "Yes.", "It is “not” known why."]
    ),
    max_size=8,
)


@settings(deadline=None)
@given(SENTENCES.map(" ".join), SENTENCES.map(" ".join))
def test_no_word_is_counted_twice_and_all_offsets_hold(a: str, b: str) -> None:
    found = shared(a, b)
    for text, side in ((a, "a"), (b, "b")):
        spans = [span for spans in found[f"{side}_same"] for span in spans]
        assert sum(len(split(text[start:end])) for start, end in spans) == words_within(text, spans)
        assert words_within(text, spans) == found["words"].sum()
    for row in found.itertuples():
        assert 0 <= row.a_start < row.a_end <= len(a)
        assert all(row.b_start <= start < end <= row.b_end for start, end in row.b_same)
