"""Workbooks and the look at tables before they are read."""

from __future__ import annotations

import io
import json
from datetime import date, datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.reading import made
from tests.reading.here import articles, reason, results

from onrecord.reading import read_bytes
from onrecord.reading.preview import Preview, previews
from onrecord.records import Article, Failure

HEADER = ["Headline", "Full text", "Date", "Source"]
ROW = ["Ferries", made.BODY[0], datetime(2017, 8, 18, 6, 0), "The Harbor Desk"]
UNCLEAR = [
    ["No", "Heading line", "Story", "When"],
    [1, "Ferries", made.BODY[0], "2017-08-18"],
    [2, "Toll", "x", "2017-08-19"],
]


def test_a_workbook_is_read_sheet_by_sheet() -> None:
    book = made.xlsx(
        {
            "May": [HEADER, ROW, [None, "Second text.", "n/a", None]],
            "Notes": [["by"], ["me"]],
            "June": [HEADER, ROW],
        }
    )
    found = articles("b.xlsx", book)
    assert [article.id for article in found] == ["b-May-2", "b-May-3", "b-June-2"]
    first = found[0]
    assert (first.title, first.published, first.outlet) == ("Ferries", date(2017, 8, 18), "The Harbor Desk")
    assert first.text == made.BODY[0]


def test_opendocument_sheets_are_read_too() -> None:
    import odfdo

    document, table = odfdo.Document("spreadsheet"), odfdo.Table("A")
    for values in (["headline", "text", "date"], ["Ferries", made.BODY[0], "2017-08-18"]):
        row = odfdo.Row()
        row.set_values(values)
        table.append_row(row)
    document.body.clear()
    document.body.append(table)
    stream = io.BytesIO()
    document.save(stream)
    (found,) = articles("t.ods", stream.getvalue())
    assert (found.title, found.text, found.published) == ("Ferries", made.BODY[0], date(2017, 8, 18))


def test_rows_of_a_workbook_are_named_as_excel_counts_them() -> None:
    found = results("b.xlsx", made.xlsx({"A": [[None], HEADER, ROW, ["x", None], ["y", 7]]}))
    assert [item.path for item in found if isinstance(item, Failure)] == ["b.xlsx:row 4", "b.xlsx:row 5"]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (made.xlsx({"A": UNCLEAR}), "there are: No, Heading line, Story, When"),
        (made.xlsx({"A": UNCLEAR})[:3000], "damaged or cut short"),
        (b"PK\x03\x04", "damaged or cut short"),
    ],
)
def test_a_workbook_that_cannot_be_read_says_why(data: bytes, why: str) -> None:
    assert why in reason("b.xlsx", data)


def _parquet() -> bytes:
    stream = io.BytesIO()
    rows = [dict(zip(UNCLEAR[0], row, strict=True)) for row in UNCLEAR[1:]]
    pq.write_table(
        pa.Table.from_pylist([{str(key): value for key, value in row.items()} for row in rows]), stream
    )
    return stream.getvalue()


def _lines() -> bytes:
    return "\n".join(json.dumps(dict(zip(UNCLEAR[0], row, strict=True))) for row in UNCLEAR[1:]).encode()  # type: ignore[arg-type]


def _csv() -> bytes:
    return "\n".join(";".join(map(str, row)) for row in UNCLEAR).encode()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("t.csv", _csv()),
        ("t.jsonl", _lines()),
        ("t.xlsx", made.xlsx({"A": UNCLEAR})),
        ("t.parquet", _parquet()),
        ("t.zip", made.zipped({"t.csv": _csv(), "story.txt": b"words", "page.html": b"<html>"})),
    ],
)
def test_a_table_whose_names_do_not_tell_is_shown_with_a_guess(name: str, data: bytes) -> None:
    (found,) = previews(name, data)
    assert found.name == ("t.zip/t.csv" if name == "t.zip" else name)
    assert found.columns == ("No", "Heading line", "Story", "When")
    assert found.rows[0][1:] == ("Ferries", made.BODY[0], "2017-08-18")
    assert not found.clear
    assert found.fields == {"text": "Story", "published": "When"}
    columns = {**found.fields, "title": "Heading line"}
    read = [item for item in read_bytes(name, data, columns=columns) if isinstance(item, Article)]
    assert ("Ferries", date(2017, 8, 18)) in [(item.title, item.published) for item in read]


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("clear.csv", b"body,when\nx,2017-08-18\n", [(True, {"text": "body", "published": "when"})]),
        (
            "two.xlsx",
            made.xlsx({"A": [["text"], ["x"]], "B": UNCLEAR}),
            [(True, {"text": "text"}), (False, {"text": "Story", "published": "When"})],
        ),
        ("story.txt", b"words", []),
        ("broken.xlsx", b"PK\x03\x04", []),
        ("empty.csv", b"\n", [(False, {})]),
    ],
)  # fmt: skip
def test_what_is_clear_needs_no_question(
    name: str, data: bytes, expected: list[tuple[bool, dict[str, str]]]
) -> None:
    found: list[Preview] = previews(name, data)
    assert [(preview.clear, preview.fields) for preview in found] == expected
