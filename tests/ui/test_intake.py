from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

import pytest

from onrecord.extraction import engine
from onrecord.extraction.extract import failure
from onrecord.interchange import to_line
from onrecord.records import Article, Extraction, Failure
from onrecord.ui import intake
from onrecord.workspace import Workspace
from onrecord.workspace.failures import failures
from tests.workspace import factory

GIVEN = json.dumps(to_line(factory.extraction(3), {})).encode() + b"\n"


@pytest.fixture(autouse=True)
def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Extraction without a model: every article is body and says nothing; ``broken`` fails."""

    def extract_many(articles: Iterable[Article]) -> Iterator[Extraction | Failure]:
        for article in articles:
            bad = "broken" in article.text
            yield failure(article, "it broke") if bad else Extraction(article)

    monkeypatch.setattr(engine, "extract_many", extract_many)
    monkeypatch.setattr(engine, "name", lambda: "test 1.0")


@pytest.mark.parametrize(
    ("name", "data", "given"),
    [
        ("a.jsonl", GIVEN, True),
        ("A.JSONL", GIVEN.strip(), True),
        ("a.jsonl", b'{"id": "1", "text": "Plain."}\n', False),
        ("a.jsonl", b"not json\n", False),
        ("a.jsonl", b"", False),
        ("a.jsonl", b"[1, 2]\n", False),
        ("a.txt", GIVEN, False),
    ],
)
def test_the_interchange_format_is_recognised(name: str, data: bytes, given: bool) -> None:
    assert intake.holds_extractions(name, data) is given


def test_each_file_tells_what_became_of_it(empty: Workspace) -> None:
    heard: list[tuple[float, str]] = []
    files = [
        ("one.txt", b"A boat came in. It was late."),
        ("same.txt", b"A boat came in. It was late."),
        ("given.jsonl", GIVEN),
        ("picture.png", b"\x89PNG\r\n"),
        ("bad.txt", b"This text is broken."),
    ]
    outcomes = {
        o.file: o for o in intake.take_in(files, empty, lambda done, words: heard.append((done, words)))
    }
    assert {name: (o.articles, o.known, o.given) for name, o in outcomes.items()} == {
        "one.txt": (1, 0, False),
        "same.txt": (0, 1, False),
        "given.jsonl": (1, 0, True),
        "picture.png": (0, 0, False),
        "bad.txt": (0, 0, False),
    }
    assert outcomes["given.jsonl"].quotes == len(factory.extraction(3).quotes)
    assert "Expected a file ending in" in outcomes["picture.png"].problems[0]
    assert outcomes["bad.txt"].problems == ["it broke"]
    assert len(empty.articles()) == 2
    assert heard[-1][0] == 1.0
    assert all(0 <= done <= 1 for done, _ in heard)


def test_what_is_there_is_not_read_again(empty: Workspace) -> None:
    files = [("given.jsonl", GIVEN)]
    intake.take_in(files, empty, lambda *_: None)
    (outcome,) = intake.take_in(files, empty, lambda *_: None)
    assert (outcome.articles, outcome.known) == (0, 1)
    assert outcome.sentence() == "1 article already there"
    assert len(empty.articles()) == 1


def test_a_tables_columns_are_what_was_answered_for_its_file(empty: Workspace) -> None:
    table = b"Nr,Story\n1,A boat came in before dawn.\n"
    files = [("one.csv", table), ("two.csv", table.replace(b"dawn", b"noon"))]
    columns = {"one.csv": {"text": "Story"}}
    read, unread = intake.take_in(files, empty, lambda *_: None, columns=columns)
    assert (read.articles, read.problems) == (1, [])
    assert "there are: Nr, Story" in unread.problems[0]


def test_what_failed_is_remembered_until_it_was_read(empty: Workspace) -> None:
    def take(**files: bytes) -> list[str]:
        named = [(f"{name}.txt", data) for name, data in files.items()]
        intake.take_in(named, empty, lambda _done, _words: None)
        return sorted(failures(empty)["name"])

    assert take(a=b"This text is broken.", b=b"A boat came in.") == ["a.txt (a)"]
    assert take(a=b"This text was mended.") == []


def test_another_language_is_set_aside_and_said(empty: Workspace) -> None:
    german = "Der Rat tagte am Montag zwei Stunden lang, und die Stadt wartete auf das neue Schiff. " * 4
    (outcome,) = intake.take_in([("g.txt", german.encode())], empty, lambda _done, _words: None)
    assert outcome.sentence() == "1 article read, 0 quotes; 1 in German set aside"
    assert list(empty.other_languages()["language"]) == ["de"]


def test_broken_characters_are_mended_on_adding(empty: Workspace) -> None:
    (outcome,) = intake.take_in([("m.txt", "She didnâ€™t go.".encode())], empty, lambda _done, _words: None)
    article = empty.articles().iloc[0]
    assert article["text_from"] == "mended"
    assert empty.texts([article["article_id"]])[article["article_id"]] == "She didn’t go."
    assert outcome.articles == 1
    again = intake.take_in([("m.txt", "She didnâ€™t go.".encode())], empty, lambda _done, _words: None)
    assert again[0].known == 1  # the same file is the same article
