"""Lines that name their speaker before a colon: headlines and transcripts (Lee: The dam will hold)."""

from __future__ import annotations

import re

from onrecord.extraction.quotes.content import trim
from onrecord.extraction.quotes.findings import Attribution
from onrecord.extraction.quotes.names import Cast
from onrecord.extraction.quotes.parse import Parse

_LABEL = re.compile(r"(?:[A-Z][\w.'’-]*)(?: (?:[A-Z][\w.'’-]*|of|the|and|for)){0,5}:[ \xa0]+(?=\S)")
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
        source = parse.token_at(start + match.group().index(":")) - 1
        if source < 0 or parse.start[source] < start or not cast.is_person(cast.named(source)):
            continue
        if any(tag in _VERB_TAGS for tag in parse.tag[first:last]):
            found.append(Attribution("label", [piece], (source + 1, source + 2), source))
    return found
