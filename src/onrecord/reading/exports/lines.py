"""What the exports of several databases have in common: bylines, and lines that were cut to a width."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

BY = re.compile(r"^(?:by|von|par|por|di|door)[:\s]\s*", re.I)
NARROW, WIDE = 60, 100
"""Characters: lines cut to a width are cut somewhere between; longer ones are whole paragraphs."""
MOSTLY = 0.6


def author(byline: str | None) -> str | None:
    """A byline as names: without "By", and "Roe, Jane; Poe, Ann" the right way round."""
    if not byline or not (text := BY.sub("", byline.strip()).strip(" ;,")):
        return None
    names = [name.strip() for name in text.split(";") if name.strip()]
    if all(re.fullmatch(r"[^,\d]+, [^,\d]+", name) for name in names):
        names = [" ".join(reversed(name.split(", "))) for name in names]
    return ", ".join(names)


def unwrapped(lines: Sequence[str]) -> list[str]:
    """Paragraphs out of lines: joined where a text was cut to a width, one a line where it was not.

    A text was cut if of most neighbouring lines the second's first word would not have fitted behind the
    first. In such a text a line that is far from full ends its paragraph.
    """
    width = max(map(len, lines), default=0)
    pairs = [(one, two) for one, two in pairwise(lines) if one and two]
    full = sum(len(one) + 1 + len(two.split(maxsplit=1)[0]) > width for one, two in pairs)
    if not NARROW <= width <= WIDE or len(pairs) < 3 or full < MOSTLY * len(pairs):
        return [line for line in lines if line]
    found: list[str] = []
    before = ""
    for line in lines:
        if before and line and len(before) > 0.75 * width:
            found[-1] += f" {line}"
        elif line:
            found.append(line)
        before = line
    return found
