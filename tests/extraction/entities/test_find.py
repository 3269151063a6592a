"""The component on docs made by hand, without a model."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

import onrecord.extraction.attributes  # noqa: F401 (the doc's extension)
from onrecord.extraction.entities.component import find

WORDS = ["Shares", "of", "Roe", "Bros.", "Ltd.", "rose", "again", "."]
TAGS = ["NNS", "IN", "NNP", "NNP", "NNP", "VBD", "RB", "."]
ENTS = ["O", "O", "B-ORG", "I-ORG", "I-ORG", "O", "O", "O"]


@pytest.mark.parametrize(
    ("starts", "sentence"),
    [
        ([0], "Shares of Roe Bros. Ltd. rose again ."),
        # The parser takes "Bros." for the end of a sentence: the name keeps both halves.
        ([0, 4], "Shares of Roe Bros. Ltd. rose again ."),
        ([0, 5], "Shares of Roe Bros. Ltd. "),
    ],
)
def test_a_mention_lies_in_its_sentence(starts: list[int], sentence: str) -> None:
    opening = [i in starts for i in range(len(WORDS))]
    doc = Doc(Vocab(), WORDS, tags=TAGS, ents=ENTS, sent_starts=opening)
    mentions, _ = find(doc)
    assert [m.text for m in mentions] == ["Roe Bros. Ltd."]
    low, high = mentions[0].sentence
    assert doc.text[low:high].strip() == sentence.strip()
