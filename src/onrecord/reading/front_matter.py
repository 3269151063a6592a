"""Front matter: title, outlet, day, address and author above a text, between two lines of ``---``."""

from __future__ import annotations

import re
from typing import Any

from frontmatter.default_handlers import YAMLHandler

from onrecord.reading.columns import USUAL

LONGEST = 20_000
"""Characters: what is longer is an article that opens with a rule, not front matter."""
BLOCK = re.compile(
    r"\ufeff?---[ \t]*\r?\n(?P<matter>.*?)^---[ \t]*(?:\r?\n|\Z)(?:[ \t]*\r?\n)*", re.DOTALL | re.MULTILINE
)
LINE = re.compile(r"(?P<key>[A-Za-z][\w -]{0,30}):[ \t]*(?P<value>.*)")
FIELD = {name: field for field, names in USUAL.items() if field != "text" for name in names}


def split_front_matter(text: str) -> tuple[dict[str, Any], str]:
    """(fields of the article, text that follows); ({}, text) if the text has no front matter.

    The text that follows starts at its first line that isn't blank and is kept to the character.
    """
    found = BLOCK.match(text[: LONGEST + 100]) if text.startswith(("---", "\ufeff---")) else None
    fields = _fields(found["matter"]) if found else {}
    return (fields, text[found.end() :]) if found and fields else ({}, text)


def _fields(matter: str) -> dict[str, Any]:
    """The fields Onrecord knows; none if the block isn't a mapping that names at least one."""
    try:
        loaded = YAMLHandler().load(matter)
    except Exception:  # a hostile block makes YAML raise anything; lines are the second try
        loaded = _by_line(matter)
    if not isinstance(loaded, dict):
        return {}
    known: dict[str, Any] = {}
    for key, value in loaded.items():
        field = FIELD.get(re.sub(r"[\s-]+", "_", str(key).strip()).lower())
        if field is not None and not isinstance(value, dict):
            known.setdefault(field, value)
    return known


def _by_line(matter: str) -> dict[str, Any] | None:
    """``key: value`` lines that YAML refuses, such as a title with a colon in it."""
    lines = [line.rstrip() for line in matter.splitlines() if line.strip() and not line.startswith("#")]
    pairs = [LINE.fullmatch(line) for line in lines]
    if not all(pairs):
        return None
    return {pair["key"]: pair["value"].strip("'\" ") or None for pair in pairs if pair}
