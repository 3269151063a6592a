from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.records import Article, Extraction, Passage
from onrecord.workspace import Workspace
from onrecord.workspace.adding import add
from onrecord.workspace.headlines import LENGTH, opening
from tests.workspace import factory


@pytest.mark.parametrize(
    ("words", "headline"),
    [
        ("The ferry stays in port.", "The ferry stays in port."),
        ("The ferry stays in port.\nNobody knows why.", "The ferry stays in port. …"),
        ("  The\tferry   stays.", "The ferry stays."),
        ('Quill said "the ferry" isn’t safe', "Quill said the ferry isn’t safe"),
        ("‘The ferry’ is Quill's", "The ferry is Quill's"),
        (
            "The harbour council met on Monday to hear the ferry's owner, and heard nothing from him",
            "The harbour council met on Monday to hear the ferry's owner …",
        ),
        ("A" * 100, "A" * LENGTH + " …"),
        ('""', ""),
    ],
)
def test_an_opening_is_one_line_without_quotation_marks(words: str, headline: str) -> None:
    assert opening(words) == headline
    assert len(headline) <= LENGTH + 2


def article(title: str | None, *passages: tuple[str, str]) -> Extraction:
    """An article of passages (kind, words), one a line."""
    text, rows = "", []
    for kind, words in passages:
        rows.append(Passage(len(text), len(text) + len(words), kind))  # type: ignore[arg-type]
        text += words + "\n"
    return Extraction(Article("file-stem", text, title=title), tuple(rows))


@pytest.mark.parametrize(
    ("extraction", "headline"),
    [
        (article("Ferry late", ("body", "It rains.")), "Ferry late"),
        (
            article(
                None, ("caption", "A \U0001f6a2"), ("heading", "Storm"), ("body", "\U0001f6a2s are late.")
            ),
            "\U0001f6a2s are late.",
        ),
        (
            article(
                None, ("body", "Port Ellery —"), ("body", "The ferry stays in port until the storm is over.")
            ),
            "The ferry stays in port until the storm is over.",
        ),
        (article("  ", ("promo", "Read on"), ("heading", "Storm")), "Storm"),
        (article(None, ("promo", "Read on")), "file-stem"),
        (article(None, ("body", '"')), "file-stem"),
    ],
)
def test_a_headline_is_the_title_else_the_first_kept_words(
    empty: Workspace, extraction: Extraction, headline: str
) -> None:
    add(empty, [extraction], engine="test")
    found = empty.articles().iloc[0]
    assert found["headline"] == headline
    assert empty.reading(found["article_id"]).article["headline"] == headline


def test_every_query_that_names_articles_has_the_headline(empty: Workspace) -> None:
    made = factory.extraction(1)
    add(empty, [replace(made, article=replace(made.article, title=None))], engine="test")
    expected = empty.articles()["headline"].iloc[0]
    assert expected.startswith("Boris Tam said the treaty")
    assert set(empty.quotes()["headline"]) == {expected}
    assert empty.quotes()["title"].isna().all()
    assert empty.search("treaty")["headline"].iloc[0] == expected
    told = empty.statement_quotes(empty.statements()["statement_id"].tolist())
    assert set(told["headline"]) <= {expected}
