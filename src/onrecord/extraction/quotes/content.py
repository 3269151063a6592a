"""Spans of what was said: from a complement's subtree to trimmed character offsets."""

from __future__ import annotations

import re

from onrecord.extraction.quotes.lexicon import FRAMES
from onrecord.extraction.quotes.marks import Region
from onrecord.extraction.quotes.parse import Parse
from onrecord.records import Span

_LEAD = re.compile(r"(?:[\s,;:.\-–—()\[\]]+|that\b(?!['’]))+", re.IGNORECASE)
_TAIL = re.compile(r"[\s,;:.\-–—(\[]+$")
_MARKS = "\"“”„‟«»＂'’‘`"


def trim(text: str, start: int, end: int) -> Span:
    """The span without leading *that*, and without punctuation and spaces around it; marks stay."""
    lead = _LEAD.match(text, start, end)
    if lead:
        start = lead.end()
    tail = _TAIL.search(text[start:end])
    if tail:
        end = start + tail.start()
    return start, max(start, end)


def words_of(text: str, region: Region) -> Span:
    """The words of a region without its marks and the spaces inside them."""
    inner = text[region.inner_start : region.inner_end]
    start = region.inner_start + len(inner) - len(inner.lstrip())
    return start, max(start, region.inner_start + len(inner.rstrip()))


def clause(parse: Parse, head: int, cue: int, limits: tuple[int, int]) -> tuple[int, int]:
    """Tokens of a complement, end exclusive, on its side of the cue and within ``limits``."""
    start, end = parse.left[head], parse.right[head] + 1
    if head > cue:
        start = max(start, cue + 1)
        end = _to_punctuation(parse, end, min(limits[1], parse.right[cue] + 1))
        end = _before_reporting(parse, head, max(start, head + 1), min(end, limits[1]))
    else:
        end = min(end, cue)
        start = max(start, limits[0])
    return max(start, limits[0]), min(end, limits[1])


def _to_punctuation(parse: Parse, end: int, limit: int) -> int:
    """On to the next comma or stop: words right after a complement that the parser hung elsewhere."""
    if parse.pos[end - 1] == "CCONJ":
        return end - 1
    if end >= limit or parse.pos[end] in ("PUNCT", "CCONJ", "SPACE"):
        return end
    while end < limit and parse.pos[end] not in ("PUNCT", "SPACE") and parse.word[end] not in ("and", "but"):
        end += 1
    return end


def _before_reporting(parse: Parse, head: int, start: int, end: int) -> int:
    """Cut ", adding that …" and the like, which the parser hangs on the complement."""
    for token in range(start + 1, end):
        if _starts_report(parse, head, token):
            return max(start, _clause_start(parse, token))
        if (
            parse.tag[token] == "VBG"
            and parse.word[token - 1] == ","
            and parse.lemma[token] in FRAMES["clause"]
            and parse.dep[token] in ("advcl", "acl", "conj", "ccomp", "xcomp")
        ):
            return token - 1
    return end


def _clause_start(parse: Parse, verb: int) -> int:
    """Where the conjunct begins, its comma and conjunction included."""
    start = parse.left[verb]
    while parse.pos[start - 1] == "CCONJ" or parse.word[start - 1] == ",":
        start -= 1
    return start


def _starts_report(parse: Parse, head: int, verb: int) -> bool:
    """ "…, and the union said that …": another report, joined to this one."""
    if parse.dep[verb] != "conj" or parse.head[verb] != head or parse.lemma[verb] not in FRAMES["clause"]:
        return False
    own = parse.child(verb, "nsubj")
    return own is not None and own < verb and parse.child(verb, "ccomp") is not None


REPORTER_AFTER = frozenset("which who whose despite although though even amid following while".split())


def cut_after_fragment(parse: Parse, piece: Span, regions: list[Region]) -> Span:
    """… is "ours," which the rivals dispute: what follows a comma inside the marks is the reporter's."""
    for region in regions:
        if piece[0] < region.start and region.end < piece[1] and parse.text[region.inner_end - 1] == ",":
            after = parse.token_at(region.end)
            if after < len(parse) and parse.word[after] in REPORTER_AFTER:
                return piece[0], region.end
    return piece


def stretch(pieces: list[Span], regions: list[Region]) -> list[Span]:
    """Pieces that cut a quotation are grown to hold it: no parse may cut one."""
    grown = []
    for start, end in pieces:
        low, high = start, end
        for region in regions:
            if region.start < high and low < region.end and not (low >= region.start and high <= region.end):
                low, high = min(low, region.start), max(high, region.end)
        grown.append((low, high))
    return grown
