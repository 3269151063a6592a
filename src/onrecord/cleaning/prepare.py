"""What is done to an article before it is added: broken characters mended, the language told.

``onrecord extract`` leaves both alone: who asks it for spans gets spans of the characters he gave.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.cleaning.language import detect_language
from onrecord.cleaning.mending import mend
from onrecord.records import Article


def prepare(article: Article) -> Article:
    """The article as a workspace takes it. About three milliseconds for 1,000 words."""
    mended = mend(article)
    return mended if mended.language else replace(mended, language=detect_language(mended.text))
