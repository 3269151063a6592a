"""The language of a text, told offline, so that what is not English is set aside and not misread."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

ENGLISH = "en"
LEAST = 200
"""Letters: a shorter text tells too little, its language stays unknown."""
SURE = 0.95
SAMPLE = 5_000
"""Characters looked at: more would not change the answer."""

# Words that nearly every English sentence has, and no other language in this number.
COMMON = re.compile(r"\b(?:the|of|and|to|in|that|is|was|for|with|said|has|have|his|her|it|on|are|by)\b")
SHARE = 0.08
"""Share of such words above which a text is English, or English enough to be read."""
WORD = re.compile(r"\w+")

NAMES = {
    "ar": "Arabic", "de": "German", "el": "Greek", "es": "Spanish", "fa": "Persian", "fr": "French",
    "he": "Hebrew", "hi": "Hindi", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ko": "Korean",
    "nl": "Dutch",
    "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian",
    "vi": "Vietnamese", "zh": "Chinese", "cs": "Czech", "da": "Danish", "fi": "Finnish", "hu": "Hungarian",
    "no": "Norwegian", "nb": "Norwegian", "ro": "Romanian", "th": "Thai", "bg": "Bulgarian", "ca": "Catalan",
    "hr": "Croatian", "sr": "Serbian", "sk": "Slovak", "sl": "Slovenian", "ur": "Urdu", "bn": "Bengali",
}  # fmt: skip


def detect_language(text: str) -> str | None:
    """ISO 639-1 code, or None where the text is too short or no language is sure.

    Common words decide for English; for anything else py3langid (a naive Bayes model over byte n-grams)
    must be surer than ``SURE``.
    """
    sample = text[:SAMPLE]
    letters = sum(map(str.isalpha, sample))
    if letters < LEAST:
        return None
    words = WORD.findall(sample)
    if len(COMMON.findall(sample.lower())) >= SHARE * len(words):
        return ENGLISH
    code, probability = _identifier().classify(sample)
    return str(code) if probability >= SURE else None


def language_name(code: str) -> str:
    """``de``: ``German``; an unusual code stays what it is."""
    return NAMES.get(code, code)


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_DIR, MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_DIR / MODEL_FILE, norm_probs=True)
