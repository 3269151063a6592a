"""Exports of press databases, in the forms in which they are saved."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reading import made
from tests.reading.here import articles, results

from onrecord.reading import exports
from onrecord.reading.exports.lines import author, unwrapped
from onrecord.records import Article, Failure

FERRIES, TOLL = made.TITLE, "Minister defends the bridge toll"


@pytest.mark.parametrize(
    "name",
    ["factiva.txt", "factiva_indexed.rtf", "factiva.html", "nexis.rtf", "proquest.txt", "proquest.ris"],
)
def test_two_articles_with_their_fields(name: str) -> None:
    found = [item for item in results(name, (made.FIXTURES / name).read_bytes()) if isinstance(item, Article)]
    assert [article.title for article in found] == [FERRIES, TOLL]
    assert found[0].published == date(2017, 8, 18)
    assert [(article.outlet or "").removesuffix(" (Port Ellery)") for article in found] == [
        "The Harbor Desk",
        "Northern Ledger",
    ]
    assert (found[0].author or "").startswith("Jane Roe")
    assert len({article.id for article in found}) == 2
    first = found[0].text.split("\n\n")
    assert first[0] == FERRIES
    assert any(paragraph.startswith("Ferries in Port Ellery sailed again on Friday") for paragraph in first)
    joined = "\n".join(article.text for article in found)
    for furniture in (
        "Copyright",
        "words",
        "Load-Date",
        "HARBDE",
        "elfer",
        "Subject",
        "Factiva",
        "Search",
        "Byline",
    ):
        assert furniture not in joined


@pytest.mark.parametrize(
    ("name", "number", "last"),
    [
        ("factiva.txt", 1, '"Nobody pays twice," he said.'),
        ("factiva_indexed.rtf", 0, "BY midnight the first ferry had left – on time."),
        ("factiva.html", 0, "The owners gave way."),
        ("factiva.html", 1, "“Nobody pays twice,” he said."),
        ("nexis.rtf", 0, "“We are tired, and we are glad,” said Ann Poe, who leads the union."),
        ("nexis.rtf", 1, "“Nobody pays twice,” he said."),
        ("proquest.txt", 0, "Author: this line is part of the story."),
    ],
)  # fmt: skip
def test_the_text_ends_where_the_fields_go_on(name: str, number: int, last: str) -> None:
    found = [item for item in results(name, (made.FIXTURES / name).read_bytes()) if isinstance(item, Article)]
    assert found[number].text.split("\n\n")[-1] == last


@pytest.mark.parametrize(
    ("name", "data"),
    [("n.docx", made.docx(made.NEXIS)), ("n.rtf", made.rtf(made.NEXIS)), ("n.odt", made.odt(made.NEXIS)),
     ("n.txt", "\n".join(made.NEXIS).encode()), ("n.txt", "\r\n".join(made.NEXIS).encode("utf-16")),
     ("n.md", "\n".join(made.NEXIS).encode("utf-8-sig")), ("n", "\n".join(made.NEXIS).encode())],
)  # fmt: skip
def test_nexis_uni_in_every_document_it_saves(name: str, data: bytes) -> None:
    first, second = articles(name, data)
    assert (first.id, first.title, first.outlet, first.author) == (
        "n-1",
        FERRIES,
        "The Harbor Desk (Port Ellery)",
        "Jane Roe",
    )
    assert first.text == "\n\n".join([FERRIES, *made.BODY])
    assert (second.title, second.published) == ("Minister defends the toll", date(2017, 8, 19))
    assert second.text == "Minister defends the toll\n\nThe minister defended the toll."


def test_ids_are_the_databases_own_and_stay_distinct() -> None:
    export = (made.FIXTURES / "factiva.txt").read_bytes()
    found = articles("f.txt", export + export.replace(b"glad", b"happy"))
    assert [article.id for article in found] == [
        "HARBDE0020170818ed8i0001d", "NLEDG00020170819ed8j00002", "f-3", "f-4",
    ]  # fmt: skip


def test_a_document_without_its_text_is_named() -> None:
    (failure,) = [
        item
        for item in results("p.txt", (made.FIXTURES / "proquest.txt").read_bytes())
        if isinstance(item, Failure)
    ]
    assert failure.path == "p.txt:article 3"
    assert "Save it in full" in failure.reason


def test_what_only_speaks_of_databases_stays_as_it_is() -> None:
    text = "He opened the file.\n\nEnd of Document\n\nThen he saw Document ABC1 and “Load-Date: never”.\n"
    (article,) = articles("story.txt", text.encode())
    assert article.text == text


LINES = [
    *made.NEXIS,
    *(made.FIXTURES / "factiva.txt").read_text("utf-8").split("\n"),
    *(made.FIXTURES / "proquest.txt").read_text("utf-8").split("\n"),
    *("HD", "HD|x", "LP", "TD|", "PD|", "AN|Document ABCDE0020170818ed8i0001d", "", "|", "12 words", "\x0c"),
]


@given(st.lists(st.sampled_from(LINES), max_size=40))
def test_no_order_of_lines_breaks_an_export(lines: list[str]) -> None:
    for fields in exports.split("\n".join(lines)) or []:
        assert fields["text"] is not None


def test_a_large_export_is_read_in_full() -> None:
    export = (made.FIXTURES / "factiva.txt").read_text("utf-8").partition("Search Summary")[0]
    found = articles("f.txt", "".join(export.replace("ed8", f"{n:03}") for n in range(200)).encode())
    assert len({article.id for article in found}) == 400


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("By Jane Roe", "Jane Roe"),
        ("Roe, Jane; Vale, Tom", "Jane Roe, Tom Vale"),
        ("Roe, Jane", "Jane Roe"),
        ("BY JANE ROE and TOM VALE", "JANE ROE and TOM VALE"),
        ("Bryony Poe", "Bryony Poe"),
        ("", None),
        (None, None),
    ],
)
def test_bylines(byline: str | None, expected: str | None) -> None:
    assert author(byline) == expected


WRAPPED = (
    "Ferries sailed again on Friday after the crews had accepted an",
    "offer by the owners, who had long refused to talk about it all",
    "in public.",
    "“We are tired, and we are glad,” said Ann Poe, who leads the",
    "union.",
    "",
    "Nobody cheered.",
)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (WRAPPED, [" ".join(WRAPPED[:3]), " ".join(WRAPPED[3:5]), "Nobody cheered."]),
        (("One line.", "Another line.", "", "A third."), ["One line.", "Another line.", "A third."]),
        (made.BODY, list(made.BODY)),
        ((), []),
    ],
)
def test_lines_cut_to_a_width_are_joined_and_others_left(lines: tuple[str, ...], expected: list[str]) -> None:
    assert unwrapped(lines) == expected
