"""Where the sentences of a text lie, by punctuation alone: for lines that bring no sentences."""

from __future__ import annotations

import re
from bisect import bisect_right

from onrecord.records import Span

PARAGRAPH = re.compile(r"\S[^\n]*")
# An end mark, closing quotes, space, then what may open a sentence.
BOUNDARY = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])")
ABBREVIATION = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Adm|Maj|Sen|Rep|Gov|Pres|Rev|Hon|St|Jr|Sr|vs|No|Inc|Corp"
    r"|Co|Ltd|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec))$"
)


class Sentences:
    """The sentences of one text; none crosses a line break."""

    def __init__(self, text: str) -> None:
        self.spans = [span for paragraph in PARAGRAPH.finditer(text) for span in _split(text, paragraph)]
        self._starts = [start for start, _ in self.spans]

    def around(self, start: int, end: int) -> Span:
        """The sentence in which ``start`` lies, stretched to hold ``end``."""
        at = bisect_right(self._starts, start) - 1
        first, last = self.spans[at] if at >= 0 else (start, end)
        return (first, max(last, end))


def _split(text: str, paragraph: re.Match[str]) -> list[Span]:
    start, limit = paragraph.span()
    spans = []
    for boundary in BOUNDARY.finditer(text, start, limit):
        mark = boundary.start()
        if text[mark] == "." and ABBREVIATION.search(text, max(start, mark - 6), mark):
            continue
        spans.append((start, mark + len(boundary.group().rstrip())))
        start = boundary.end()
    end = start + len(text[start:limit].rstrip())
    return [*spans, (start, end)]
