"""Changes planted into quotes: each function gives the changed words, or None where the quote has no place for it.

What is dropped is found by plain word lists, on purpose simpler than those that raise the alerts.
"""

from __future__ import annotations

import re
from collections.abc import Callable

MARK = "…"


def _without(pattern: str, text: str, put: str = "") -> str | None:
    match = re.search(pattern, text)
    if not match:
        return None
    changed = text[: match.start()] + match.expand(put) + text[match.end() :]
    return re.sub(r"\s+", " ", changed).strip()


def negation(text: str) -> str | None:
    """Without its first "not" or "never": "did not go" becomes "did go"."""
    changed = _without(
        r"\b(is|are|was|were|do|does|did|has|have|had|could|would|should)n[’']t\b", text, r"\1"
    )
    return changed or _without(
        r"(?<!why )(?<!or )(?<!if )(?<!whether or )\b(?:not|never) (?!only|just|sure|long)", text
    )


def condition(text: str) -> str | None:
    """Without a condition at its end, which must have something to do with a statement before it."""
    match = re.search(r",? (?:if|unless|as long as) (?!not\b|so\b|you will\b|any\b|anything\b)", text)
    other = r"\b(?:see|know|knowing|ask|asked|wonder|sure|[Ww]hat|as|even|like|say|and|is|example|point)$"
    if not match or re.search(other, text[: match.start()]):
        return None
    if len(re.findall(r"[a-z]{6,}", text[: match.start()])) < 2:
        return None
    rest = text[match.end() :]
    if (
        len(text[: match.start()].split()) < 5
        or not 3 <= len(rest.split()) <= 15
        or re.search(r"[,;:.?!—–-] ", rest)
    ):
        return None
    return None if re.search(r"[.?!] ", text[: match.start()]) else text[: match.start()]


def hedge(text: str) -> str | None:
    """Without its first hedge: "might go" becomes "will go", "I think" goes."""
    return _without(r"\b(?:I think (?:that )?|probably |perhaps |maybe |likely )", text) or _without(
        r"\b(?:might|may|could) (?!not|have)", text, "will "
    )


def number(text: str) -> str | None:
    """Without its first number: "300 metres of wall" becomes "metres of wall"."""
    return _without(r"\b\d[\d,.]* (?=[a-z]{3})|\b(?:two|three|four|five|six|ten|twenty) (?=[a-z]{3})", text)


def cut_start(text: str) -> str | None:
    words = text.split()
    return " ".join(words[len(words) // 3 :]) if len(words) >= 15 else None


def cut_end(text: str) -> str | None:
    words = text.split()
    return " ".join(words[: 2 * len(words) // 3]) if len(words) >= 15 else None


def cut_middle(text: str) -> str | None:
    words = text.split()
    third = len(words) // 3
    return " ".join([*words[:third], MARK, *words[2 * third :]]) if len(words) >= 18 else None


def joined(text: str) -> str | None:
    """The first sentence and the third, joined by an ellipsis."""
    sentences = re.split(r"(?<=[a-z]{3}[.?!]) (?=[A-Z])", text)
    if len(sentences) < 3 or min(len(sentence.split()) for sentence in sentences[:3]) < 5:
        return None
    return f"{sentences[0].rstrip('.?!')} {MARK} {sentences[2]}"


def dressed(text: str) -> str:
    """The same words with other marks and cases: what must raise no alert."""
    changed = text.translate(str.maketrans({"’": "'", "“": '"', "”": '"', "—": "-", "–": "-", ";": ","}))
    return changed[:1].swapcase() + changed[1:].rstrip(".,") + ","


ALERTS: dict[str, Callable[[str], str | None]] = {
    "negation": negation,
    "condition": condition,
    "hedge": hedge,
    "number": number,
    "joined": joined,
}
CUTS: dict[str, Callable[[str], str | None]] = {"start": cut_start, "middle": cut_middle, "end": cut_end}
