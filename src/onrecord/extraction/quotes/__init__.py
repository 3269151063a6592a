"""The spaCy component ``onrecord_quotes``: quotes with cue and speaker, and marked words that are not speech.

Marks are paired first (``marks``), then quotations are tied to what stands beside them (``beside``), reported
clauses are found through the parse (``clauses``), quoted fragments by climbing it (``phrases``); what floats
inherits a speaker (``floats``). ``speakers`` turns sources into names, ``confidence`` says how sure each rule is.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.extraction.attributes import store
from onrecord.extraction.quotes.rows import find_quotes


def make_quotes(nlp: Language, name: str) -> QuoteFinder:
    """Entry point ``onrecord_quotes``."""
    return QuoteFinder()


class QuoteFinder:
    """Leaves ``doc._.quotes`` and ``doc._.marked_text``; reads passages, mentions and entities."""

    def __call__(self, doc: Doc) -> Doc:
        quotes, marked = find_quotes(doc)
        store(doc, "quotes", quotes)
        store(doc, "marked_text", marked)
        return doc


Language.factory("onrecord_quotes", func=make_quotes)
