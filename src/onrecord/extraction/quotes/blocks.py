"""Block quotations set without marks: "Lee wrote in an email:" and, in a paragraph of its own, her words."""

from __future__ import annotations

import re

from onrecord.extraction.quotes.cues import finite, has_tense, is_cue, was_said
from onrecord.extraction.quotes.findings import Attribution
from onrecord.extraction.quotes.lexicon import FIRST_AND_SECOND, STRONG
from onrecord.extraction.quotes.parse import Parse
from onrecord.extraction.quotes.sentences import Sentences
from onrecord.extraction.quotes.sources import subject_of

_ITEM = re.compile(r"(?:\d+[.)]|[-–—•*·])\s|[a-z]")
"""What opens an item of a list, or goes on with the line above."""
ANNOUNCES = frozenset({"this", "it", "following", "that", "so"})
"""Objects that point at the paragraph below (said this:, tweeted the following:)."""
MIN_WORDS = 6
REACH = 25
"""Tokens between the colon and the cue."""


def unmarked_blocks(parse: Parse, sentences: Sentences) -> list[Attribution]:
    """The paragraph after each line that ends in a reporting clause and a colon.

    No mark tells whether the next paragraph still belongs to it, so one is taken.
    """
    found = []
    for number, line in enumerate(parse.lines[:-1]):
        end = parse.text.find("\n", line)
        if parse.text[line:end].rstrip()[-1:] != ":":
            continue
        piece = _paragraph(parse, parse.lines[number + 1])
        cue = _cue_before(parse, sentences, parse.tokens_in(line, end)) if piece is not None else None
        source = subject_of(parse, cue) if cue is not None else None
        if piece is None or cue is None or source is None or parse.word[source] in FIRST_AND_SECOND:
            continue
        found.append(Attribution("block_unmarked", [piece], (cue, cue + 1), source))
    return found


def _paragraph(parse: Parse, start: int) -> tuple[int, int] | None:
    """The paragraph, if it reads as somebody's words: no item of a list, no marks around it, a verb in it."""
    end = parse.text.find("\n", start)
    line = parse.text[start : end if end >= 0 else len(parse.text)]
    start, end = start + len(line) - len(line.lstrip()), start + len(line.rstrip())
    first, last = parse.tokens_in(start, end)
    opens = parse.text[start : start + 1]
    marked = not (opens.isalnum() or opens in "[(") or parse.text[start - 1 : start] in "\"“'‘«"
    if marked or _ITEM.match(parse.text, start) or len(parse.text[start:end].split()) < MIN_WORDS:
        return None
    return (start, end) if has_tense(parse, first, last) else None


def _cue_before(parse: Parse, sentences: Sentences, line: tuple[int, int]) -> int | None:
    """The last finite verb of the line, if it reports and says nothing itself but where and to whom."""
    first, end = line
    first = max(first, sentences.span(end - 1)[0], end - REACH)
    for verb in range(end - 1, first - 1, -1):
        if parse.tag[verb] not in ("VBD", "VBZ", "VBP"):
            continue
        main = parse.dep[verb] in ("ROOT", "conj") or parse.has_child(verb, "as")
        reports = parse.lemma[verb] in STRONG and is_cue(parse, verb, "clause") and finite(parse, verb)
        return verb if main and reports and was_said(parse, verb) and _points_ahead(parse, verb) else None
    return None


def _points_ahead(parse: Parse, verb: int) -> bool:
    """Not "claimed credit in a tweet", nor "said the dam would hold for three reasons"."""
    for child in parse.children[verb]:
        if child > verb and (parse.dep[child] == "ccomp" or parse.word[child] in (",", "about", "of")):
            return False
        if parse.dep[child] == "dobj" and parse.lemma[verb] not in ("tell", "ask"):
            return parse.word[child] in ANNOUNCES
    return True
