"""``extract_batch``: a result for each article, whatever the pipeline does."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from onrecord.extraction.extract import extract, extract_batch
from onrecord.records import Article, Extraction, Failure

TEXT = "Gen. Ada Poe spoke in Lund.\nWATCH: The harbour\n“We hold,” she said."


@pytest.fixture
def fragile() -> Language:
    """A pipeline without a model that cannot take the word "poison" and short of room."""
    nlp = spacy.blank("en")
    nlp.max_length = 200

    @Language.component("onrecord_test_fragile")
    def fragile(doc: Doc) -> Doc:
        if "poison" in doc.text:
            raise ZeroDivisionError("cannot take this")
        return doc

    nlp.add_pipe("onrecord_test_fragile")
    return nlp


def test_passages_come_with_the_article(fragile: Language) -> None:
    (found,) = extract([Article("a", TEXT, outlet="The Harbor Desk")], fragile)
    assert [p.kind for p in found.passages] == ["body", "promo", "body"]


@pytest.mark.parametrize(
    ("texts", "reasons"),
    [
        (["one", "poison", "three"], [None, "ZeroDivisionError: cannot take this", None]),
        (["one", "x" * 201, "three"], [None, "at most 200 characters, got 201", None]),
        (["x" * 201, "poison"], ["got 201", "ZeroDivisionError"]),
        ([""], [None]),
        ([], []),
    ],
)
def test_one_bad_article_is_one_failure(
    fragile: Language, texts: list[str], reasons: list[str | None]
) -> None:
    articles = [Article(f"id{i}", text, path="t.csv" if i == 1 else None) for i, text in enumerate(texts)]
    results = extract_batch(articles, fragile)
    for number, (result, reason) in enumerate(zip(results, reasons, strict=True)):
        if isinstance(result, Extraction):
            assert reason is None
            assert result.article is articles[number]
        else:
            assert reason is not None
            assert reason in result.reason
            assert result.path == ("t.csv (id1)" if number == 1 else f"id{number}")
    assert sum(isinstance(r, Failure) for r in results) == sum(r is not None for r in reasons)


@pytest.mark.model
def test_offsets_of_odd_texts_hold(nlp: Language) -> None:
    odd = [
        "\x00 “A” said Poe.\x00",
        "\ufeff“Yes,” she said.\r\n\r\n“No.”",
        "“" * 500,
        "🙂 “Go,” said Ada Poe. 🙂",
    ]
    for result in extract_batch([Article(str(i), text) for i, text in enumerate(odd)], nlp):
        assert isinstance(result, Extraction)
        for row in (*result.mentions, *result.quotes, *result.marked_text):
            assert result.article.text[row.start : row.end] == row.text
