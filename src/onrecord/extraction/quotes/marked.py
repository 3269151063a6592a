"""Words in quotation marks that nobody is reported to say: what kind they are."""

from __future__ import annotations

import re

from onrecord.extraction.quotes.lexicon import words
from onrecord.extraction.quotes.marks import Region
from onrecord.extraction.quotes.parse import Parse
from onrecord.records import MarkedKind

_SMALL = words("a an the of in on and or to for with at by from is as but & +")
_WORK = (
    "book|novel|film|movie|show|series|song|album|program|programme|episode|play|memoir|poem|essay|podcast|"
    "ad|spot|commercial|video"
)
_WORK_BEFORE = re.compile(rf"\b(?:{_WORK}), ?$", re.IGNORECASE)
_TITLE_BEFORE = re.compile(
    rf"(?:{_WORK}|single|musical|documentary|article|report|entitled|titled|headlined|painting|comedy|drama|sitcom|"
    r"magazine|author of|host of|\b[A-Z]{3}['’]s|on|of|his|her|star)\W*$",
    re.IGNORECASE,
)
_TERM_BEFORE = re.compile(
    r"(?:terms?|words?|phrases?|so-called|called|known as|dubbed|termed|labell?ed|means?|expression)\W*$",
    re.IGNORECASE,
)
_SLOGAN_BEFORE = re.compile(
    r"(?:slogan|motto|chants?|chanted|chanting|catchphrase|hashtag|tagline|banners?|signs?|hats?|caps?|"
    r"(?:t-)?shirts?|reading|read)\b[^.]{0,20}$",
    re.IGNORECASE,
)


def kind_of_marked(parse: Parse, region: Region) -> MarkedKind:
    """Title of a work, slogan, nickname, defined term; else a scare quote."""
    text = parse.text
    words = text[region.inner_start : region.inner_end].strip(" ,.;").split()
    before = text[max(region.start - 60, 0) : region.start].split("\n")[-1]
    if _SLOGAN_BEFORE.search(before):
        return "slogan"
    if _between_names(text, region, words):
        return "nickname"
    if _TERM_BEFORE.search(before):
        return "term"
    capitals = all(word[:1].isupper() or word.lower() in _SMALL or word[:1].isdigit() for word in words)
    if capitals and words and words[0][:1].isupper() and (len(words) > 1 or _TITLE_BEFORE.search(before)):
        return "title"
    return "scare"


def title_like(text: str, region: Region) -> bool:
    """Capitals on every word that counts, and no comma or colon before: the name of a book or a show."""
    words = text[region.inner_start : region.inner_end].strip(" ,.;").split()
    before = text[max(region.start - 3, 0) : region.start].rstrip(" ")[-1:]
    if (
        len(words) < 2
        or words[0] in ("the", "a", "an")  # "the Devil": a title begins with a capital
        or not before
        or not (
            before.isalnum()
            or before in "'’"
            or _WORK_BEFORE.search(text[max(region.start - 24, 0) : region.start])
        )
    ):
        return False
    return all(word[:1].isupper() or word[:1].isdigit() or word.lower() in _SMALL for word in words)


def _between_names(text: str, region: Region, words: list[str]) -> bool:
    """Joseph "Joe" Smith."""
    before = text[: region.start].rstrip(" ").rsplit(None, 1)
    after = text[region.end : region.end + 30].lstrip(" ")
    name_before = bool(before) and region.start > 0 and before[-1][:1].isupper() and before[-1][-1:].isalpha()
    return len(words) <= 3 and name_before and after[:1].isupper() and words[0][:1].isupper()
