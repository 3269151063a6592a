"""Spans of what was said: from a complement's subtree to trimmed character offsets."""

from __future__ import annotations

import re

from onrecord.extraction.quotes.act_words import REPROACHES, REQUESTS
from onrecord.extraction.quotes.cues import is_cue
from onrecord.extraction.quotes.findings import Attribution
from onrecord.extraction.quotes.lexicon import FRAMES, words
from onrecord.extraction.quotes.parse import SUBJECTS, Parse
from onrecord.extraction.quotes.regions import Regions, last_of
from onrecord.records import Span

_LEAD = re.compile(r"(?:[\s,;:.\-–—()\[\]]+|that\b(?!['’]))+", re.IGNORECASE)
_OPENING = re.compile(r"[\s,;:.\-–—()\[\]]+")
"""What opens a sentence keeps its "That"."""
_TAIL = re.compile(r"[\s,;:.\-–—(\[]+$")
MAX_CLAUSE = 300
"""Tokens: what runs on for longer is no clause but text without full stops."""
DAYS = words(
    """
    monday tuesday wednesday thursday friday saturday sunday today yesterday tonight week weekend morning
    afternoon evening night
    """
)
WRITTEN = words("tweet statement letter email e-mail memo message post op-ed release")
"""What a request is made in."""
REPORTER_AFTER = words("which who whose despite although though even amid following while")
"""Words that begin the reporter's own comment on a quoted fragment."""


def trim(text: str, start: int, end: int) -> Span:
    """The span without leading *that*, and without punctuation and spaces around it; marks stay."""
    before = text[max(start - 8, 0) : start].rstrip(" ")[-1:]
    within = before.isalnum() or text[start : start + 1].islower()
    lead = (_LEAD if within else _OPENING).match(text, start, end)
    if lead:
        start = lead.end()
    tail = _TAIL.search(text[start:end])
    if tail:
        end = start + tail.start()
    return start, max(start, end)


def clause(parse: Parse, head: int, cue: int, limits: tuple[int, int]) -> tuple[int, int]:
    """Tokens of a complement, end exclusive, on its side of the cue and within ``limits``."""
    start, end = parse.left[head], parse.right[head] + 1
    if head > cue:
        start = _after_day(parse, head, max(start, cue + 1))
        end = min(end, start + MAX_CLAUSE)
        end = _to_punctuation(parse, end, min(limits[1], parse.right[cue] + 1))
        end = _before_reporting(parse, cue, head, max(start, head + 1), min(end, limits[1]))
        end = _before_afterthought(parse, head, start, end)
    else:
        end = min(end, cue)
        start = max(start, limits[0])
    return max(start, limits[0]), min(end, limits[1])


def _after_day(parse: Parse, head: int, start: int) -> int:
    """Told the board this week she would leave: the day right after the cue is when it was said."""
    for child in parse.children[head]:
        if parse.left[child] == start and parse.dep[child] == "npadvmod" and parse.lemma[child] in DAYS:
            end = parse.right[child] + 1
            return end if end < head and parse.word[end] != "," else start
    return start


def _to_punctuation(parse: Parse, end: int, limit: int) -> int:
    """On to the next comma or stop: words right after a complement that the parser hung elsewhere."""
    if parse.pos[end - 1] == "CCONJ":
        return end - 1
    if end >= limit or parse.pos[end] in ("PUNCT", "CCONJ", "SPACE"):
        return end
    while end < limit and parse.pos[end] not in ("PUNCT", "SPACE") and parse.word[end] not in ("and", "but"):
        end += 1
    return end


def _before_reporting(parse: Parse, cue: int, head: int, start: int, end: int) -> int:
    """Cut ", adding that …" and the like, which the parser hangs on the complement."""
    for token in range(start + 1, end):
        if _starts_report(parse, head, token) or reporter_goes_on(parse, cue, head, token):
            return max(start, _clause_start(parse, token))
        if parse.word[token] == "with" and parse.word[token - 1] == "," and _is_absolute(parse, token, end):
            return token - 1
        if (
            parse.tag[token] == "VBG"
            and parse.word[token - 1] == ","
            and parse.lemma[token] in FRAMES["phrase"]
            and parse.dep[token] in ("advcl", "acl", "conj", "ccomp", "xcomp")
        ):
            return token - 1
    return end


def _before_afterthought(parse: Parse, head: int, start: int, end: int) -> int:
    """Cut ", as he came to new ground" and ", putting his name to it", where nothing follows them."""
    for token in range(max(start + 1, head + 1) + 1, end):
        if parse.word[token - 1] != ",":
            continue
        verb = token if parse.tag[token] == "VBG" else parse.head[token]
        loose = parse.tag[token] == "VBG" or parse.word[token] == "as"
        if loose and verb > head and parse.dep[verb] in ("advcl", "acl") and parse.right[verb] >= end - 1:
            return token - 1
    return end


def before_other_form(parse: Parse, head: int, end: int) -> int:
    """Urged the board to resign and left the hall: what joins an infinitive is one too, or the reporter's."""
    for child in parse.children[head]:
        if parse.dep[child] == "conj" and parse.tag[child] in ("VBD", "VBZ", "VBP", "VBG"):
            end = min(end, _clause_start(parse, child))
    return end


def before_occasion(parse: Parse, head: int, end: int) -> int:
    """Urged the board to resign on Monday in a letter: where and when it was asked, not what."""
    if parse.lemma[head] in FRAMES["clause"]:
        return end  # asked her to explain it in a letter
    for child in parse.children[head]:
        thing = parse.child(child, "pobj") if parse.dep[child] == "prep" and head < child < end else None
        if thing is not None and parse.word[child] in ("in", "via") and parse.lemma[thing] in WRITTEN:
            days = [
                c for c in parse.children[head] if parse.dep[c] == "npadvmod" and parse.right[c] == child - 1
            ]
            return min([child, *(parse.left[c] for c in days if parse.lemma[c] in DAYS)])
    return end


def _is_absolute(parse: Parse, start: int, end: int) -> bool:
    """With one poll finding …, after a comma: the reporter's elaboration."""
    return "VBG" in parse.tag[start + 2 : min(start + 10, end)]


def _clause_start(parse: Parse, verb: int) -> int:
    """Where the conjunct begins, its comma and conjunction included."""
    start = parse.left[verb]
    while parse.pos[start - 1] == "CCONJ" or parse.word[start - 1] == ",":
        start -= 1
    return start


def reporter_goes_on(parse: Parse, cue: int, head: int, verb: int) -> bool:
    """Said it would hold and gave no details: the second verb has the cue's form, not that of the content.

    ``verb`` is joined to ``head``, the verb of what was said, and has no subject of its own.
    """
    if (parse.dep[verb], parse.head[verb]) != ("conj", head) or parse.tag[verb] != parse.tag[cue]:
        return False
    if parse.tag[cue] not in ("VBD", "VBZ", "VBP") or parse.tag[cue] == parse.tag[head]:
        return False
    if is_cue(parse, verb, "clause") and parse.child(verb, "ccomp") is not None:
        return parse.child(verb, *SUBJECTS) is None
    if parse.tag[head] != "VB" or parse.has_child(head, "or"):
        return False
    modal = any(parse.dep[child] == "aux" and parse.tag[child] == "MD" for child in parse.children[head])
    return modal and parse.child(verb, *SUBJECTS) is None


def _starts_report(parse: Parse, head: int, verb: int) -> bool:
    """…, and the union said that … / urged him to …: another report, joined to this one."""
    if (parse.dep[verb], parse.head[verb]) != ("conj", head):
        return False
    says = parse.lemma[verb] in FRAMES["clause"] and parse.child(verb, "ccomp") is not None
    acts = parse.lemma[verb] in REQUESTS | REPROACHES["of"] and parse.child(verb, "dobj") is not None
    own = parse.child(verb, "nsubj")
    return own is not None and own < verb and (says or acts)


def cut_after_fragment(parse: Parse, piece: Span, regions: Regions) -> Span:
    """… is "ours," which the rivals dispute / "ours," adding that …: what follows is the reporter's."""
    for region in regions.overlapping(*piece):
        after = parse.token_at(region.end)
        if last_of(parse.text, region) != "," or region.end >= piece[1] or after >= len(parse):
            continue
        comment = piece[0] < region.start and parse.word[after] in REPORTER_AFTER
        if comment or _reports_again(parse, after):
            return piece[0], region.end
    return piece


def _reports_again(parse: Parse, token: int) -> bool:
    """Adding that …, and said …: another reporting clause of the same speaker's."""
    if parse.tag[token] == "VBG":
        cue = is_cue(parse, token, "clause") or is_cue(parse, token, "direct")
        return cue and parse.child(token, "ccomp") is not None
    follows = token + 1 < len(parse) and parse.tag[token + 1] in ("VBD", "VBZ", "VBP")
    return parse.word[token] in ("and", "but") and follows and is_cue(parse, token + 1, "clause")


def stretch(piece: Span, regions: Regions) -> Span:
    """A piece that cuts a quotation is grown to hold it: no parse may cut one."""
    low, high = piece
    for region in regions.overlapping(*piece):
        if not (low >= region.start and high <= region.end):
            low, high = min(low, region.start), max(high, region.end)
    return low, high


def complementiser(parse: Parse, complement: int) -> str:
    """That, if, whether: the word that opens a clause, where it has one."""
    for child in parse.children[complement]:
        if parse.dep[child] == "mark" and child < complement:
            return parse.word[child]
    return ""


def attribution_of(
    parse: Parse, rule: str, spans: list[tuple[int, int]], cue: int, source: int | None
) -> Attribution:
    """The pieces of a sentence that a reporting clause or phrase leaves, trimmed; empty ones are left out."""
    trimmed = [trim(parse.text, parse.start[low], parse.end[high - 1]) for low, high in spans if low < high]
    return Attribution(rule, [(start, end) for start, end in trimmed if start < end], (cue, cue + 1), source)


def attribution(
    parse: Parse, rule: str, span: tuple[int, int], cue: int, source: int | None
) -> Attribution | None:
    """One piece from tokens, trimmed; None where nothing is left."""
    if span[0] >= span[1]:
        return None
    start, end = trim(parse.text, parse.start[span[0]], parse.end[span[1] - 1])
    return Attribution(rule, [(start, end)], (cue, cue + 1), source) if end > start else None
