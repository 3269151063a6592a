"""No sentence crosses a line break: scraped articles end headings and captions without a full stop."""

from __future__ import annotations

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc


def make_paragraphs(nlp: Language, name: str) -> ParagraphStarts:
    """Entry point ``onrecord_paragraphs``; stands before the parser, which keeps the starts it finds set."""
    return ParagraphStarts()


class ParagraphStarts:
    """Starts a sentence at the first token after each line break."""

    def __call__(self, doc: Doc) -> Doc:
        starts = np.zeros(len(doc), dtype="uint64")  # 0 leaves it to the parser
        after_break = False
        for at, token in enumerate(doc):
            if after_break and not token.is_space:
                starts[at] = 1
            after_break = "\n" in token.text or (after_break and token.is_space)
        # At once: setting token by token looks through the whole document each time.
        doc.from_array(["SENT_START"], starts.reshape(-1, 1))  # type: ignore[arg-type]
        return doc


Language.factory("onrecord_paragraphs", func=make_paragraphs)
