"""Two articles compared from Python: extractions, or articles of a workspace."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from spacy.language import Language

import onrecord
from onrecord import OnrecordError
from onrecord.interchange import from_line
from onrecord.records import Extraction
from onrecord.workspace import Workspace
from onrecord.workspace.adding import add

SAID = "We shall open the harbour again when the last boat has come home"
COMMON = "The ferry left Port Amber at dawn with 40 passengers on board."


def article(name: str, said: str, own: str) -> Extraction:
    text = f"{COMMON}\n\nAda Quill said: “{said}”. {own}"
    start, at = text.index(said), text.index("Ada Quill")
    quote = {
        "start": start, "end": start + len(said), "text": said, "type": "direct", "marked": [], "group": "1",
        "cue": None, "speaker": [at, at + 9], "speaker_name": "Ada Quill", "confidence": 0.9,
    }  # fmt: skip
    mention = {"start": at, "end": at + 9, "text": "Ada Quill", "label": "PERSON", "entity": "Ada Quill"}
    return from_line({"id": name, "text": text, "outlet": name, "quotes": [quote], "mentions": [mention]})


ONE = article("one", SAID, "It was 12 degrees.")
TWO = article("two", SAID.removesuffix(" has come home"), "Nobody believed it.")


def check(found: onrecord.Comparison) -> None:
    tie = found.ties.iloc[0]
    assert (tie["relation"], tie["cut"]) == ("truncated", "has come home")
    assert ONE.article.text[slice(*found.sentences[["a_start", "a_end"]].iloc[0])] == COMMON
    assert found.people[["speaker", "marked_a", "marked_b", "where"]].to_numpy().tolist() == [
        ["Ada Quill", 13, 10, "both"]
    ]
    assert found.entities[["entity", "where"]].to_numpy().tolist() == [["Ada Quill", "both"]]
    assert found.numbers[["number", "where"]].to_numpy().tolist() == [["40", "both"], ["12", "a"]]
    assert found.quotes["where"].tolist() == ["both", "both"]
    assert found.words[["side", "outlet", "common", "marked"]].to_numpy().tolist() == [
        ["a", "one", 25, 13], ["b", "two", 25, 10],
    ]  # fmt: skip


def test_two_extractions() -> None:
    check(onrecord.compare(ONE, TWO))


def test_two_articles_of_a_workspace(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "workspace") as workspace:
        add(workspace, [ONE, TWO], engine="given")
        check(onrecord.compare(ONE.article.content_id, TWO.article.content_id, workspace))
        with pytest.raises(KeyError):
            onrecord.compare(ONE.article.content_id, "gone", workspace)


@pytest.mark.parametrize(("piece", "where"), [("That", "both"), ("Gulls", "a")])
def test_a_piece_that_says_nothing_goes_with_its_utterance(piece: str, where: str) -> None:
    told = {"speaker_name": "Ada Quill", "type": "indirect", "group": "1"}
    text = f"{piece}, Ada Quill said, {SAID}."
    spans = [(0, len(piece)), (text.index(SAID), text.index(SAID) + len(SAID))]
    quotes = [{"start": start, "end": end, "text": text[start:end], **told} for start, end in spans]
    found = onrecord.compare(from_line({"id": "one", "text": text, "quotes": quotes}), TWO).quotes
    assert found.sort_values("start")["where"].tolist() == [where, "both", "both"]


def test_articles_without_anything_compare_to_nothing() -> None:
    bare = [from_line({"id": f"{text}.", "text": text}) for text in ("It rained.", "…")]
    found = onrecord.compare(*bare)
    assert found.ties.empty
    assert found.sentences.empty
    assert found.quotes.empty
    assert found.words["words"].tolist() == [2, 0]


def test_common_words_within_marks_are_told_apart() -> None:
    alike = article("two", SAID, "Nobody believed it.")
    found = onrecord.compare(ONE, alike).words
    assert found["common"].tolist() == [12 + 3 + 13] * 2
    assert found["common_marked"].tolist() == [13] * 2


@pytest.mark.parametrize(("a", "b"), [(ONE, ONE), ("x", "y"), (ONE, "y"), ("x", TWO)])
def test_what_cannot_be_compared_says_why(a: Extraction | str, b: Extraction | str) -> None:
    with pytest.raises(OnrecordError, match=r"Expected (two|a workspace)"):
        onrecord.compare(a, b)


@pytest.mark.model
def test_the_example_in_the_docs_runs(
    nlp: Language, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    docs = Path(__file__).resolve().parents[2] / "docs" / "comparing.md"
    (code,) = re.findall(r"```python\n(.*?)```", docs.read_text("utf-8"), re.S)
    monkeypatch.setattr("onrecord.extraction.pipeline.load_pipeline", lambda: nlp)
    exec(code, {})  # noqa: S102 - our own example
    said = capsys.readouterr().out
    assert "if the storm allows it" in said
    assert "Ada Okoye" in said
