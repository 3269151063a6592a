"""PDF documents: reading order, paragraphs, what stands in the margins, and what cannot be read."""

from __future__ import annotations

import zlib

import pytest
from tests.reading import made
from tests.reading.here import article, articles, reason, results

from onrecord.reading import Limits
from onrecord.reading.layout import Line, paragraphs, without_margins
from onrecord.records import Article, Failure

HEAD = "THE HARBOR DESK  Friday 18 August 2017"
NUMBERED = [f"{text} {number} times." for number in range(12) for text in made.LONG]


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_columns_over_several_pages_read_as_they_were_written(columns: int) -> None:
    found = article("p.pdf", made.pdf(NUMBERED, columns=columns, title=made.TITLE, head=HEAD))
    assert found.text.split("\n\n") == [made.TITLE, *NUMBERED]
    assert found.title == made.TITLE


def test_an_export_saved_as_pdf_is_split() -> None:
    assert [found.title for found in articles("n.pdf", made.pdf(made.NEXIS))] == [
        made.TITLE,
        "Minister defends the toll",
    ]


def test_factiva_saved_as_pdf_is_split() -> None:
    lines = (made.FIXTURES / "factiva.txt").read_text("utf-8").split("\n")
    first, second = articles("f.pdf", made.pdf([line for line in lines if line.strip()]))
    assert (first.outlet, second.outlet) == ("The Harbor Desk", "Northern Ledger")
    assert first.text.split("\n\n")[1].endswith("accepted an offer by the owners.")


def test_one_page_keeps_a_head_that_may_be_its_own() -> None:
    found = article("p.pdf", made.pdf(made.LONG[:1], head="Words of the page"))
    assert found.text == f"Words of the page\n\n{made.LONG[0]}"


def test_a_pdf_that_only_forbids_printing_is_read() -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption

    locked = made.pdf(made.LONG, password=StandardEncryption("", ownerPassword="owner", canPrint=0))
    assert article("p.pdf", locked).text == "\n\n".join(made.LONG)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (made.pdf(made.LONG, password="secret"), "under a password"),
        (made.pdf(made.LONG)[:900], "damaged or cut short"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 9, "damaged or cut short"),
        (made.scanned(2), "every page is a picture"),
    ],
)
def test_a_pdf_that_cannot_be_read_says_why(data: bytes, why: str) -> None:
    assert why in reason("p.pdf", data)


def test_pictures_among_pages_are_named_and_the_rest_is_read() -> None:
    failure, found = results("p.pdf", made.scanned(2, text="Words on the first page."))
    assert isinstance(failure, Failure)
    assert "each of the pages 2, 3 is a picture" in failure.reason
    assert isinstance(found, Article)
    assert found.text == "Words on the first page."


def test_a_pdf_without_its_end_says_so_and_gives_what_is_there() -> None:
    whole = made.pdf(made.LONG)
    failure, found = results("p.pdf", whole[: whole.rindex(b"%%EOF")])
    assert isinstance(failure, Failure)
    assert "has no end" in failure.reason
    assert isinstance(found, Article)


def _page(content: bytes) -> bytes:
    """The smallest PDF: one page, one font."""
    packed = zlib.compress(content)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream" % (len(packed), packed),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out = b"%PDF-1.4\n"
    for number, body in enumerate(objects, start=1):
        out += b"%d 0 obj%bendobj\n" % (number, body)
    return out + b"trailer<</Size 6/Root 1 0 R>>\n%%EOF\n"


def test_an_empty_page_and_one_far_too_long() -> None:
    assert "its pages are empty" in reason("p.pdf", _page(b""))
    long = _page(b"BT /F 9 Tf 20 200 Td " + b"(word word word ) Tj " * 300 + b"ET")
    assert "at most 1,000 characters" in reason("p.pdf", long, Limits(article_chars=1000))


def _lines(
    *texts: str, left: float = 50, top: float = 700, step: float = 12, width: float = 300
) -> list[Line]:
    return [
        Line(text, left, left + width * min(1, len(text) / 60), top - step * n - 10, top - step * n, 600, 800)
        for n, text in enumerate(texts)
    ]


FULL = "sixty characters of a line that is as full as a line can be."


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (_lines(FULL[:-5] + "under\xad", "standing went on."), [FULL[:-5] + "understanding went on."]),
        (_lines(FULL[:-5] + "Anglo-", "Saxon words."), [FULL[:-5] + "Anglo-Saxon words."]),
        (_lines(f"{FULL[:-6]} well-", "known, well-known."), [f"{FULL[:-6]} well-known, well-known."]),
        (_lines(FULL, FULL, "short end.", "Next one."), [f"{FULL} {FULL} short end.", "Next one."]),
        (_lines(FULL, FULL) + _lines(FULL, top=650), [f"{FULL} {FULL}", FULL]),
        (
            _lines(FULL) + _lines(FULL[:50], left=65, top=688) + _lines(FULL, top=676),
            [FULL, f"{FULL[:50]} {FULL}"],
        ),
        (
            _lines("• " + FULL[2:-9] + "as it")
            + _lines("went on hanging.", left=62, top=688)
            + _lines("• Two.", top=676),
            ["• " + FULL[2:-9] + "as it went on hanging.", "• Two."],
        ),
        (
            _lines(FULL[:-1], FULL) + _lines(*[FULL[:-6]] * 3, top=660) + _lines(FULL, FULL, top=608),
            [f"{FULL[:-1]} {FULL}", " ".join([FULL[:-6]] * 3), f"{FULL} {FULL}"],
        ),
        (
            _lines(*[f"left {n} goes on to here" for n in range(5)], width=600)
            + _lines(*[f"right {n} goes on to here" for n in range(5)], left=320, width=600),
            [" ".join(f"{side} {n} goes on to here" for side in ("left", "right") for n in range(5))],
        ),
    ],
)  # fmt: skip
def test_lines_become_paragraphs(lines: list[Line], expected: list[str]) -> None:
    found = [text for text, _ in paragraphs([lines])]
    assert [" ".join(text.split()) for text in found] == expected


@pytest.mark.parametrize(
    ("margin", "kept", "url"),
    [
        (["7"], [], None),
        (["Page 3 of 9"], [], None),
        (["– 12 –"], [], None),
        (["https://a.example/x 1/3"], [], "https://a.example/x"),
        (["11/22/26, 10:40 AM", "A title printed beside it"], [], None),
        (["A line of the text"], ["A line of the text"], None),
    ],
)
def test_what_stands_in_the_margin(margin: list[str], kept: list[str], url: str | None) -> None:
    edge = [Line(text, 50, 200, 780, 790, 600, 800) for text in margin]
    found, (body,) = without_margins([edge + _lines(FULL, FULL)])
    assert [line.text for line in body] == [*kept, FULL, FULL]
    assert found == url


def test_running_heads_are_the_same_on_several_pages_whatever_their_number() -> None:
    pages = [
        [Line(f"Annual report {number}", 50, 200, 780, 790, 600, 800), *_lines(f"Page {number} says this.")]
        for number in (7, 8, 9)
    ]
    _, body = without_margins(pages)
    assert [[line.text for line in page] for page in body] == [
        [f"Page {number} says this."] for number in (7, 8, 9)
    ]
