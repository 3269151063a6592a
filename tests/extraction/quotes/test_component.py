"""The component as a whole: offsets, passages, processes, odd input."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from onrecord.extraction.attributes import store
from onrecord.records import Passage

pytestmark = pytest.mark.model

WORDS = st.sampled_from(
    [
        "Lee", "Ann Lee", "she", "they", "said", "told", "says", "that", "the dam", "is", "safe", "and",
        "but", ",", ".", "?", ":", "—", "“", "”", '"', "‘", "’", "'", "«", "»", "(", ")", "\n", "\n\n",
        "would hold", "according to", "adding", "who", "report", "called", "it", "not", "in", "Oslo", "…",
        "😀", "\u200b", "\xa0", "LEE:", "OSLO (AP) —", "urged", "called on", "to resign", "accused",
        "of lying", "vowed", "thanked", "for", "wrote:\n",
    ]
)  # fmt: skip


def check(doc: Doc) -> None:
    """What holds for every article."""
    text = doc.text
    keys = {entity.key for entity in doc._.entities}
    spans = [(quote.start, quote.end) for quote in doc._.quotes]
    assert spans == sorted(set(spans))
    for quote in doc._.quotes:
        assert text[quote.start : quote.end] == quote.text
        assert quote.text.strip() == quote.text != ""
        assert 0 <= quote.confidence <= 1
        assert quote.entity is None or quote.entity in keys
        assert quote.group
        for start, end in (*quote.marked, quote.speaker or (0, 0), quote.cue or (0, 0)):
            assert 0 <= start <= end <= len(text)
        for start, _ in quote.marked:
            assert quote.start <= start < quote.end
    for marked in doc._.marked_text:
        assert text[marked.start : marked.end] == marked.text != ""


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(WORDS, max_size=60))
def test_offsets_are_exact_on_odd_sentences(nlp: Language, words: list[str]) -> None:
    check(nlp(" ".join(words)))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=200))
def test_any_text_is_accepted(nlp: Language, text: str) -> None:
    check(nlp(text))


@pytest.mark.parametrize("text", ["", " ", "\n\n", "“", "””", "“”", "'", "said", "“.”", "He said “"])
def test_next_to_nothing_is_accepted(nlp: Language, text: str) -> None:
    check(nlp(text))


def test_the_same_text_gives_the_same_quotes(nlp: Language) -> None:
    text = "“The dam will hold,” Ann Lee said. She called it “safe.” Officials said it was new."
    assert nlp(text)._.quotes == nlp(text)._.quotes


def test_set_aside_passages_give_no_quotes(nlp: Language) -> None:
    promo, body = "“Read this now,” Bob Stone said.", "“The dam will hold,” Ann Lee said."
    doc = nlp.make_doc(f"{promo}\n{body}")
    end = len(promo)
    store(doc, "passages", [Passage(0, end, "promo"), Passage(end + 1, end + 1 + len(body))])
    assert [q.speaker_name for q in nlp(doc)._.quotes] == ["Ann Lee"]


def test_worker_processes_bring_the_same_rows(nlp: Language) -> None:
    texts = ["“The dam will hold,” Ann Lee said.", "Officials said the dam was new.", ""]
    here = [doc._.quotes for doc in nlp.pipe(texts)]
    assert [doc._.quotes for doc in nlp.pipe(texts, n_process=2)] == here


@pytest.mark.timeout(120)
@pytest.mark.parametrize(
    "unit",
    [
        "“The dam will hold,” Ann Lee said, adding that it was “safe.” He said it was new. ",
        "“a 'b” said ‘c \" ",
    ],
)
def test_a_long_paragraph_is_a_short_one_many_times(nlp: Language, unit: str) -> None:
    short, long = nlp(unit * 4), nlp(unit * 400)
    check(long)
    assert len(long._.quotes) >= 50 * len(short._.quotes)


def test_a_name_inside_the_marks_is_no_part_of_the_marked_words(nlp: Language) -> None:
    doc = nlp("The two met.\n\n“LEE: The dam is safe, and it will hold.”\n\n“TAM: I doubt that it will.”")
    assert [quote.text for quote in doc._.quotes] == [
        "The dam is safe, and it will hold.", "I doubt that it will.",
    ]  # fmt: skip
    assert all(quote.marked == ((quote.start, quote.end),) for quote in doc._.quotes)
