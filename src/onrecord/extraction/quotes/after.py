"""Quotations whose reporting clause follows: "…," she said; "…," said the minister; "…" — Name."""

from __future__ import annotations

from onrecord.extraction.quotes.cues import finite, is_cue, nobody
from onrecord.extraction.quotes.findings import Attribution
from onrecord.extraction.quotes.lexicon import STRONG
from onrecord.extraction.quotes.regions import char_after, char_before, words_of
from onrecord.extraction.quotes.windows import Windows

MAX_SIGNED_WORDS = 10
SHORT_LEAD = 20
"""Characters of an editor's before a signed quotation (But “…”)."""
_IN_SIGNATURE = frozenset({"PROPN", "PUNCT", "ADP", "DET", "SPACE", "PART"})
MAX_SIGNATURE = 80
"""Characters of a line's end that may be a signature."""


def tie_after(windows: Windows, at: int) -> Attribution | None:
    """The first of the rules below that holds."""
    if not _open(windows, at):
        return None
    return _said(windows, at) or _according(windows, at) or _any_verb(windows, at)


def _open(windows: Windows, at: int) -> bool:
    """The quotation does not end its sentence: after a full stop inside the marks comes a new one."""
    region = windows.regions[at]
    inner = windows.text[region.inner_start : region.inner_end].rstrip()
    return not inner.endswith(".") or inner.endswith("..") or char_after(windows.text, region.end) == ","


def _comma(windows: Windows, at: int) -> bool:
    return windows.last_char(at) == "," or char_after(windows.text, windows.regions[at].end) == ","


def _said(windows: Windows, at: int) -> Attribution | None:
    parse = windows.parse
    start, end = windows.after(at)
    outside = char_after(windows.text, windows.regions[at].end)
    closed = _comma(windows, at) or windows.last_char(at) in "?!…." or outside in "—–-"
    if start < end and (_is_relative(windows, start) or parse.pos[start] == "CCONJ"):
        return None
    for verb in range(start, end):
        if not is_cue(parse, verb, "direct") or not _reports(windows, verb):
            if _starts_sentence(windows, verb):
                return None
            continue
        if not closed and (
            parse.lemma[verb] not in STRONG or verb - start > 6 or not windows.opens_sentence(at)
        ):
            return None
        source = windows.source_beside(verb, start, end)
        if source is not None:
            if nobody(parse, source):
                return None
            return _with_lead(windows, at, windows.tied("after", at, verb, source))
    return None


def _starts_sentence(windows: Windows, verb: int) -> bool:
    """A finite verb of another kind: what follows the quotation is no reporting clause."""
    parse = windows.parse
    if parse.tag[verb] not in ("VBD", "VBZ", "VBP") or parse.pos[verb] != "VERB":
        return False
    return parse.dep[verb] not in ("relcl", "acl", "advcl", "csubj") and not is_cue(parse, verb, "direct")


def _according(windows: Windows, at: int) -> Attribution | None:
    parse = windows.parse
    start, end = windows.after(at)
    if not _comma(windows, at) or start + 1 >= end or parse.word[start : start + 2] != ["according", "to"]:
        return None
    source = parse.child(start + 1, "pobj")
    if source is None:
        return None
    return _with_lead(windows, at, windows.tied("after_according", at, start, source))


def _any_verb(windows: Windows, at: int) -> Attribution | None:
    """Any verb will do where a comma closes a long quotation."""
    parse, region = windows.parse, windows.regions[at]
    start, end = windows.after(at)
    if (
        windows.last_char(at) != ","
        or region.inner_end - region.inner_start <= 20
        or _is_relative(windows, start)
    ):
        return None
    for verb in range(start, min(end, start + 8)):
        if parse.tag[verb] in ("VBD", "VBZ") and parse.pos[verb] == "VERB":
            source = windows.source_beside(verb, start, end)
            if source is not None and (verb == start or parse.left[source] <= start):
                return _with_lead(windows, at, windows.tied("after_any_verb", at, verb, source))
    return None


def _reports(windows: Windows, verb: int) -> bool:
    """The verb is not negated and has no complement of its own after it."""
    parse = windows.parse
    if is_cue(parse, verb, "naming") and parse.child(verb, "auxpass") is not None:
        return False  # "jingle mail," as it was called
    if parse.dep[verb] == "relcl" and parse.lemma[verb] not in STRONG:
        return False  # "all of us," a point the board denied
    if parse.tag[verb] == "VB" or any(parse.dep[child] == "neg" for child in parse.children[verb]):
        return False
    infinitive = parse.child(verb, "xcomp")
    if infinitive is not None and infinitive > verb:
        return False  # "licenses," as he has threatened to do
    complement = parse.child(verb, "ccomp")
    return complement is None or not (
        complement > verb and parse.word[parse.left[complement]] in ("that", "if", "whether")
    )


def _is_relative(windows: Windows, start: int) -> bool:
    """``, which China also claims`` is about the quotation's last words."""
    parse = windows.parse
    return (
        start < len(parse) and parse.tag[start] in ("WDT", "WP", "WP$", "WRB") and parse.word[start] != "what"
    )


def _with_lead(windows: Windows, at: int, tied: Attribution) -> Attribution | None:
    """The reporter's own words before a fragment belong to the report: The dam is "safe," she said."""
    parse, region = windows.parse, windows.regions[at]
    start, end = windows.lead(at)
    if char_before(windows.text, region.start) in (":", ".") or _of_the_marks(windows, tied):
        return tied
    if any(is_cue(parse, token, "clause") and finite(parse, token) for token in range(start, end)):
        return None  # the sentence has its cue before the fragment
    if start < end:
        tied.rule = "after_mixed"
        tied.pieces = [(parse.start[start], words_of(windows.text, region)[1])]
    return tied


def _of_the_marks(windows: Windows, tied: Attribution) -> bool:
    """``"a waste," as Lee put it``: a comment on the words in marks alone."""
    return tied.cue is not None and windows.parse.lemma[tied.cue[0]] == "put"


def tie_signed_below(windows: Windows, at: int) -> Attribution | None:
    """``"…"`` and, on a line of its own below, ``Ann Lee, Daily Post``."""
    parse, text, region = windows.parse, windows.text, windows.regions[at]
    lead = text[text.rfind("\n", 0, region.start) + 1 : region.start].strip()
    if len(lead) > SHORT_LEAD or char_after(text, region.end) != "\n":
        return None
    start = parse.token_at(region.end)
    while start < len(parse) and parse.pos[start] == "SPACE":
        start += 1
    if start >= len(parse) or not windows.cast.is_person(windows.cast.named(start)):
        return None
    line_end = text.find("\n", parse.start[start])
    end = parse.token_at(line_end) if line_end >= 0 else len(parse)
    plain = all(parse.pos[t] in _IN_SIGNATURE for t in range(start, end))
    if not plain or end - start > MAX_SIGNED_WORDS:
        return None
    return windows.tied("signed", at, None, _last_of_name(windows, start, end))


def tie_named(windows: Windows, at: int) -> Attribution | None:
    """``"…," Ann Lee, the mayor.``: a name without a verb after a comma."""
    parse, (start, end) = windows.parse, windows.after(at)
    if windows.last_char(at) != "," or not windows.opens_sentence(at) or not windows.speechlike(at):
        return None
    if any(parse.is_verb(token) for token in range(start, end)):
        return None
    for token in range(start, min(start + 3, end)):
        if windows.cast.is_person(windows.cast.named(token)):
            return windows.tied("signed", at, None, _last_of_name(windows, token, end))
    return None


def _last_of_name(windows: Windows, first: int, end: int) -> int:
    """The head of a name that begins at a token."""
    parse, last = windows.parse, first
    while parse.dep[last] == "compound" and last < parse.head[last] < end:
        last = parse.head[last]
    return last


def tie_signed(windows: Windows, at: int) -> Attribution | None:
    """``"…" — Ann Lee``, to the end of the line."""
    parse, text, region = windows.parse, windows.text, windows.regions[at]
    line_end = text.find("\n", region.end, region.end + MAX_SIGNATURE + 2)
    tail = text[region.end : line_end if line_end >= 0 else region.end + MAX_SIGNATURE + 1]
    dash = tail.strip()[:1]
    if not dash or dash not in "-–—―" or len(tail) > MAX_SIGNATURE or any(ch.isdigit() for ch in tail):
        return None
    start = parse.token_at(region.end + tail.find(dash))
    for token in range(start + 1, min(start + 6, len(parse))):
        if parse.pos[token] == "PROPN":
            while parse.dep[token] == "compound" and parse.pos[token + 1 : token + 2] == ["PROPN"]:
                token += 1  # noqa: PLW2901
            return windows.tied("signed", at, None, token)
    return None
