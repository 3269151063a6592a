"""Headlines and transcripts that name their speaker before a colon (LEE: The dam will hold)."""

from __future__ import annotations

import re

from onrecord.extraction.quotes.content import trim
from onrecord.extraction.quotes.findings import Attribution
from onrecord.extraction.quotes.names import Cast
from onrecord.extraction.quotes.parse import Parse
from onrecord.extraction.quotes.regions import words_of
from onrecord.extraction.quotes.windows import Windows

_LABEL = re.compile(r"(?:[A-Z][\w.'’-]*)(?: (?:[A-Z][\w.'’-]*|of|the|and|for)){0,5}:[ \xa0]+(?=\S)")
_CAPITALS = re.compile(r"[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}:[ \xa0]+(?=\S)")
_VERB_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD", "VB"})


def labelled_lines(parse: Parse, cast: Cast) -> list[Attribution]:
    """One attribution per line of the form ``Name: words`` that a person of the article is named in."""
    found = []
    for start in parse.lines:
        match = _LABEL.match(parse.text, start)
        if match is None:
            continue
        end = parse.text.find("\n", start)
        piece = trim(parse.text, match.end(), len(parse.text) if end < 0 else end)
        first, last = parse.tokens_in(*piece)
        source = _label_token(parse, match)
        if parse.start[source] < start or not cast.is_person(cast.named(source)):
            continue
        if any(tag in _VERB_TAGS for tag in parse.tag[first:last]):
            found.append(Attribution("label", [piece], (source + 1, source + 2), source))
    return found


def tie_labelled(windows: Windows, at: int) -> Attribution | None:
    """``"LEE: The dam will hold."``: a transcript inside the marks."""
    start, end = words_of(windows.text, windows.regions[at])
    match = _CAPITALS.match(windows.text, start, end)
    if match is None:
        return None
    source = _label_token(windows.parse, match)
    if windows.parse.start[source] < start:
        return None
    return Attribution("label_marked", [(match.end(), end)], (source + 1, source + 2), source)


def _label_token(parse: Parse, match: re.Match[str]) -> int:
    """The last token of the name before the colon."""
    return max(parse.token_at(match.start() + match.group().index(":")) - 1, 0)
