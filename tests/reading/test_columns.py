"""Columns find their fields by usual names or an explicit mapping; rows become articles."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord._errors import ColumnError, TooLargeError, UnreadableError
from onrecord.reading.columns import check_columns, map_columns, to_article
from onrecord.reading.limits import Limits


@pytest.mark.parametrize(
    ("present", "columns", "expected"),
    [
        (["id", "text"], None, {"id": "id", "text": "text"}),
        (["Headline", "BODY", "Byline"], None, {"text": "BODY", "title": "Headline", "author": "Byline"}),
        (["content", "text"], None, {"text": "text"}),
        (["Publish Date", "publication", "article", "link"], None,
         {"text": "article", "outlet": "publication", "published": "Publish Date", "url": "link"}),
        (["published-at", "\ufefftext"], None, {"text": "\ufefftext", "published": "published-at"}),
        (["fulltext_en", "text", "n"], {"text": "fulltext_en"}, {"text": "fulltext_en"}),
        (["A", "B"], {"text": "b", "title": "A"}, {"text": "B", "title": "A"}),
    ],
)  # fmt: skip
def test_columns_map(present: list[str], columns: dict[str, str] | None, expected: dict[str, str]) -> None:
    assert map_columns(present, columns) == expected


@pytest.mark.parametrize(
    ("present", "columns", "message"),
    [
        (["id", "words"], None, "there are: id, words"),
        ([], None, "there are: none"),
        (["text"], {"title": "head"}, "a column 'head' for title"),
    ],
)
def test_a_missing_column_is_named(present: list[str], columns: dict[str, str] | None, message: str) -> None:
    with pytest.raises(ColumnError, match=message):
        map_columns(present, columns)


def test_a_mapping_of_an_unknown_field_is_refused() -> None:
    with pytest.raises(ColumnError, match="'headline'"):
        check_columns({"headline": "x"})
    check_columns({"text": "x"})
    check_columns(None)


@pytest.mark.parametrize(
    ("row", "field", "expected"),
    [
        ({"id": 12.0}, "id", "12"),
        ({"id": " a "}, "id", " a "),
        ({"id": ""}, "id", "own"),
        ({"id": None}, "id", "own"),
        ({"title": "  Talks "}, "title", "Talks"),
        ({"title": float("nan")}, "title", None),
        ({"author": ["Ann", "Bo"]}, "author", "Ann, Bo"),
        ({"outlet": "NULL"}, "outlet", None),
        ({"outlet": {"a": 1}}, "outlet", None),
        ({"published": "18 Aug 2017"}, "published", date(2017, 8, 18)),
        ({"published": "04/05/2013"}, "published", None),
    ],
)
def test_fields_of_a_row(row: dict[str, object], field: str, expected: object) -> None:
    row = {"text": " The text \n", **row}
    article = to_article(row, {name: name for name in row}, own_id="own", path="p", limits=Limits())
    assert getattr(article, field) == expected
    assert article.text == " The text \n"


@pytest.mark.parametrize(
    ("text", "error", "message"),
    [
        (None, UnreadableError, "has none"),
        (float("nan"), UnreadableError, "has none"),
        (" \n\t", UnreadableError, "white space"),
        (["a"], UnreadableError, "got list"),
        ("x" * 11, TooLargeError, "at most 10 characters an article, got 11"),
    ],
)
def test_a_row_without_a_usable_text(text: object, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        to_article({"text": text}, {"text": "text"}, own_id="x", path="p", limits=Limits(article_chars=10))
