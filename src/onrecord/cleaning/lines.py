"""Lines of an article, and the pieces of a line where junk is glued to its end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

LINE = re.compile(r"[^\s\x1c-\x1f](?:[^\n\r\u2028\u2029]*[^\s\x1c-\x1f])?")
# A pointer to another story in brackets, glued to the end of a paragraph.
GLUED = re.compile(r"\((?:RELATED|SEE ALSO|READ MORE|WATCH|VIDEO|PHOTOS|ALSO ON [A-Z ]+):[^()\n]*\)$")
FINAL = re.compile(r"[.!?…:;,]['\"’”»)\]]*$")
WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Line:
    """A line that isn't blank, trimmed, or a piece of one."""

    start: int
    end: int
    text: str

    @cached_property
    def final(self) -> bool:
        """Ends as sentences do."""
        return FINAL.search(self.text[-12:]) is not None

    @cached_property
    def words(self) -> int:
        return len(WORD.findall(self.text))


def split_lines(text: str) -> list[Line]:
    """The lines of ``text`` in order, junk glued to the end of one as a line of its own."""
    lines = []
    for found in LINE.finditer(text):
        start, line = found.start(), found.group()
        glued = GLUED.search(line) if line.endswith(")") else None
        if glued and (before := line[: glued.start()].rstrip()):
            lines.append(Line(start, start + len(before), before))
            start, line = start + glued.start(), glued.group()
        lines.append(Line(start, start + len(line), line))
    return lines
