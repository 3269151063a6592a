"""The spaCy component ``onrecord_quotes``: quotes with cue and speaker, and marked words that are not speech.

Where to look: ``rules`` lists every rule with an example and how often it is right; ``lexicon`` holds cues.
``marks`` pairs quotation marks; ``beside`` (``before``, ``after``) ties quotations to the reporting clause
next to them; ``clauses`` (``verbs``, ``mended``, ``nouns``, ``parenthetical``) finds reported clauses;
``acts`` requests, promises and reproaches, whose content is none; ``blocks`` paragraphs quoted without marks;
``phrases`` quoted fragments; ``floats`` what has no clause of its own. ``sources`` finds who speaks in the
sentence, ``speakers`` (``names``, ``pronouns``, ``roles``, ``antecedents``) which name that is. ``finder`` is
the order in which the rules are asked, ``rows`` what comes out.
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
