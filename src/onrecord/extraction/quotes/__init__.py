"""The spaCy component ``onrecord_quotes``: quotes with cue and speaker, and marked words that are not speech."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.extraction.attributes import store


def make_quotes(nlp: Language, name: str) -> QuoteFinder:
    """Entry point ``onrecord_quotes``."""
    return QuoteFinder()


class QuoteFinder:
    """PLACEHOLDER: the quotes helper replaces this package."""

    def __call__(self, doc: Doc) -> Doc:
        store(doc, "quotes", [])
        store(doc, "marked_text", [])
        return doc


Language.factory("onrecord_quotes", func=make_quotes)
