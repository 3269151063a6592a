from __future__ import annotations

import pytest

from onrecord.charts import figure


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ([], ""),
        (["Ada"], "Ada"),
        (["Ada", "Ben"], "Ada and Ben"),
        (["Ada", "Ben", "Cleo"], "Ada, Ben and Cleo"),
        (list("abcde"), "a, b, c and 2 more"),
    ],
)
def test_names_are_listed_as_one_would_say_them(names: list[str], words: str) -> None:
    assert figure.listed(names) == words


@pytest.mark.parametrize(
    ("number", "noun", "plural", "words"),
    [
        (1, "sentence", "", "1 sentence"),
        (1204, "sentence", "", "1,204 sentences"),
        (0, "entity", "entities", "0 entities"),
    ],
)
def test_counts_agree_with_their_nouns(number: int, noun: str, plural: str, words: str) -> None:
    assert figure.count(number, noun, plural) == words


@pytest.mark.parametrize(
    ("names", "notes", "labels"),
    [
        (["Ada", "Ben"], ["person", "person"], ["Ada", "Ben"]),
        (["Paris", "Paris"], ["person", "place"], ["Paris (person)", "Paris (place)"]),
        (["Paris", "Paris"], ["place", "place"], ["Paris (place)", "Paris (place) #2"]),
    ],
)
def test_labels_of_namesakes_differ(names: list[str], notes: list[str], labels: list[str]) -> None:
    assert figure.unique_labels(names, notes) == labels
