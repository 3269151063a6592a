"""Quotations whose reporting clause stands before: she said, "…"; told reporters: "…"; her answer: "…"."""

from __future__ import annotations

from onrecord.extraction.quotes.content import trim
from onrecord.extraction.quotes.cues import ADVERBIAL, has_tense, is_cue, was_said
from onrecord.extraction.quotes.findings import Attribution
from onrecord.extraction.quotes.lexicon import SAYING_NOUNS
from onrecord.extraction.quotes.parse import Parse
from onrecord.extraction.quotes.regions import char_before
from onrecord.extraction.quotes.sources import NOMINAL, nearest_nominal, subject_of
from onrecord.extraction.quotes.windows import REACH, Windows

NEAR = 12
"""Tokens between a cue and a quotation that no comma or colon introduces."""


def tie_before(windows: Windows, at: int) -> Attribution | None:
    """She said, "…" / told reporters: "…" / wrote "…"."""
    start, end = windows.before(at)
    mark = char_before(windows.text, windows.regions[at].start)
    if start >= end or not _introduced_by(windows, at, mark, end):
        return None
    verb = _cue_leftwards(windows.parse, start, end)
    if verb is not None and (mark in (",", ":") or end - verb <= NEAR):
        source = _source(windows, at, start, verb)
        if source is not None and not (mark not in (",", ":") and _names_something(windows.parse, verb, end)):
            rule = "before_colon" if mark == ":" else "before"
            return _with_front(windows, at, windows.tied(rule, at, verb, source), start)
    return _introduced(windows, at, start, end) if mark == ":" else None


def tie_block(windows: Windows, at: int) -> Attribution | None:
    """The paper reports: (new paragraph) "…"."""
    parse, text, region = windows.parse, windows.text, windows.regions[at]
    line = text.rfind("\n", 0, region.start) + 1
    if text[line : region.start].strip() or char_before(text, line, " \t\xa0\r\n") != ":":
        return None
    end = parse.token_at(line) - 1
    while end > 0 and parse.word[end] != ":":
        end -= 1
    start = windows.sentences.span(end)[0]
    verb = _cue_leftwards(parse, start, end + 1)
    if verb is None:
        return _introduced(windows, at, start, end)
    source = subject_of(parse, verb) or nearest_nominal(parse, start, verb)
    return None if source is None else windows.tied("block", at, verb, source)


def _introduced_by(windows: Windows, at: int, mark: str, end: int) -> bool:
    """A comma, a colon, or a capital right after the clause shows that the quotation is what was said."""
    if mark == ":":
        return True
    capital = windows.text[windows.regions[at].inner_start].isupper()
    if mark == ",":
        return capital or windows.speechlike(at) or is_cue(windows.parse, end - 2, "direct")
    return capital and windows.speechlike(at) and windows.parse.pos[end - 1] != "ADP"


def _source(windows: Windows, at: int, start: int, verb: int) -> int | None:
    parse = windows.parse
    source = subject_of(parse, verb)
    source = _inside_commas(parse, start, verb, source)
    if source is None:
        source = nearest_nominal(parse, start, verb)
    if source is None or not windows.quoted(at, source):
        return source
    earlier = windows.earlier(at)  # the parser went into the quotation for a subject
    if earlier is not None and earlier.source is not None:
        return earlier.source
    return next((t for t in range(start, verb) if parse.dep[t] in ("nsubj", "nsubjpass")), None)


def _inside_commas(parse: Parse, start: int, verb: int, source: int | None) -> int | None:
    """The dam, Lee said, "is a waste": who stands between the comma and the cue, whatever the parse says."""
    between = range(verb - 1, start, -1)
    comma = next((token for token in between if parse.word[token] == ","), None)
    if comma is None or (source is not None and source > comma) or parse.word[verb + 1] != ",":
        return source
    last = verb - 1 if parse.pos[verb - 1] != "ADV" else verb - 2
    named = parse.pos[last] in NOMINAL and parse.dep[last] not in ("pobj", "npadvmod", "compound")
    return last if last > comma and named else source


def _cue_leftwards(parse: Parse, start: int, end: int) -> int | None:
    """The last cue in the window; a finite verb of another kind in between cuts the search."""
    for token in range(end - 1, max(start, end - REACH) - 1, -1):
        if not parse.is_verb(token):
            continue
        if is_cue(parse, token, "direct") and not _describes(parse, token):
            return token if was_said(parse, token) or parse.word[end - 1] == ":" else None
        verb = parse.head[token] if parse.dep[token] in ("aux", "auxpass") else token
        if parse.tag[token] in ("VBD", "VBZ", "VBP") and parse.dep[verb] not in ("relcl", "acl"):
            return None
    return None


def _names_something(parse: Parse, verb: int, end: int) -> bool:
    """Called him a "Devil": the quotation is what a thing is called."""
    between = range(verb + 1, end)
    return is_cue(parse, verb, "naming") and any(parse.pos[token] in NOMINAL for token in between)


def _describes(parse: Parse, verb: int) -> bool:
    """The speech, which decried it and called for …; a book called …: the verb describes a noun."""
    while parse.dep[verb] == "conj":
        verb = parse.head[verb]
    return parse.dep[verb] in ("relcl", "amod") or (parse.dep[verb], parse.tag[verb]) == ("acl", "VBN")


def _with_front(windows: Windows, at: int, tied: Attribution, start: int) -> Attribution:
    """The plan is, he said, "a waste": words before an inserted reporting clause belong to the report."""
    parse = windows.parse
    if tied.source is None or tied.cue is None or not tied.cue[0] > tied.source >= start:
        return tied
    low = parse.left[tied.source]
    inserted = parse.word[low - 1 : low] == [","] and parse.word[tied.cue[0] + 1] == ","
    if (
        inserted
        and low - 1 > start
        and _begins_a_clause(parse, start, low - 1)
        and windows.text[windows.regions[at].inner_start].islower()
    ):
        tied.pieces.insert(0, trim(windows.text, parse.start[start], parse.end[low - 2]))
        tied.rule = "before_inserted"
    return tied


def _begins_a_clause(parse: Parse, start: int, end: int) -> bool:
    """The dam is … / The dam …; not "Speaking in Oslo", "In May", "When it broke": the occasion."""
    if parse.word[start] in ADVERBIAL or parse.tag[start] in ("VBG", "VBN"):
        return False
    return has_tense(parse, start, end) or parse.pos[start] not in ("ADP", "ADV", "SCONJ")


def _introduced(windows: Windows, at: int, start: int, end: int) -> Attribution | None:
    """Her message was blunt: "…" / Her answer: "…"."""
    parse = windows.parse
    for token in range(end - 1, start - 1, -1):
        if parse.lemma[token] in SAYING_NOUNS and parse.pos[token] in NOMINAL:
            owner = parse.child(token, "poss")
            if owner is not None:
                return windows.tied("introduced_noun", at, token, owner)
    subjects = [t for t in range(start, end) if parse.dep[t] == "nsubj" and parse.pos[t] in NOMINAL]
    if not subjects:
        return None
    token = next((t for t in subjects if parse.dep[parse.head[t]] == "ROOT"), subjects[0])
    owner = parse.child(token, "poss")
    return windows.tied("introduced", at, parse.head[token], token if owner is None else owner)
