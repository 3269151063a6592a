"""No sentence crosses a line break: scraped articles end headings and captions without a full stop."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


def make_paragraphs(nlp: Language, name: str) -> ParagraphStarts:
    """Entry point ``onrecord_paragraphs``; stands before the parser, which keeps the starts it finds set."""
    return ParagraphStarts()


class ParagraphStarts:
    """Starts a sentence at the first token after each line break."""

    def __call__(self, doc: Doc) -> Doc:
        after_break = False
        for token in doc:
            if after_break and not token.is_space:
                token.is_sent_start = True
            after_break = "\n" in token.text or (after_break and token.is_space)
        return doc


Language.factory("onrecord_paragraphs", func=make_paragraphs)
