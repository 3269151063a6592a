"""Mojibake: text that was read in the wrong encoding once ("donâ€™t"), mended where it is sure.

A file's text is kept to the character by ``onrecord extract``: who asks for spans gets spans of what he
gave. ``onrecord add`` and the browser mend before anything else is done, and the article says so.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from onrecord.records import Article

MENDED = "mended"
FIELDS = ("title", "outlet", "author")


def mend_text(text: str) -> str:
    """The text with lines of mojibake decoded as they were meant; every other line as it is.

    ftfy decides line by line, because one line may be broken and the next one sound.
    """
    if text.isascii():
        return text
    from ftfy import fix_encoding
    from ftfy.badness import is_bad

    if not is_bad(text):
        return text
    return "".join(fix_encoding(line) if is_bad(line) else line for line in text.splitlines(keepends=True))


def mend(article: Article) -> Article:
    """The article with text and facts mended; the same object if nothing was broken."""
    given = {name: value for name in FIELDS if (value := getattr(article, name))}
    changed: dict[str, Any] = {
        name: mended for name, value in given.items() if (mended := mend_text(value)) != value
    }
    if (text := mend_text(article.text)) != article.text:
        changed |= {"text": text, "origins": {**article.origins, "text": MENDED}}
    return replace(article, **changed) if changed else article
