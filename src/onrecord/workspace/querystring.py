"""What a person types into the search box, as an FTS5 query: words must just work, operators too."""

from __future__ import annotations

import re

from onrecord._errors import QueryError

_TOKEN = re.compile(
    r"""NEAR\s*\(\s*(?P<near>[^()]*?)\s*(?:,\s*(?P<within>\d+)\s*)?\)
      | (?P<bad_near>NEAR\s*\()
      | "(?P<phrase>[^"]*)"(?P<phrase_prefix>\*?)
      | (?P<operator>AND|OR|NOT)(?=[\s()"]|$)
      | (?P<bracket>[()])
      | (?P<word>[^\s()"]+)
      | (?P<open>")""",
    re.VERBOSE,
)
_CURLY = str.maketrans("“”„‟«»", '""""""')
HELP = 'Use words, "a phrase", AND, OR, NOT, prefix* and NEAR(a b, 5).'


def to_fts(query: str) -> str:
    """An FTS5 query in which every word is quoted, so that "U.S." and "don't" are words.

    Words side by side mean AND. Raises ``QueryError`` when the query cannot be read.
    """
    parts: list[str] = []
    for match in _TOKEN.finditer(query.translate(_CURLY)):
        part = _part(match)
        if part is None:
            continue
        if parts and parts[-1] not in {"AND", "OR", "NOT", "("} and part not in {"AND", "OR", "NOT", ")"}:
            parts.append("AND")
        parts.append(part)
    if not any(part.startswith(('"', "NEAR")) for part in parts):
        raise QueryError(f"Expected a word to search for, got {query.strip()!r}. {HELP}")
    return " ".join(parts)


def _part(match: re.Match[str]) -> str | None:
    """One piece of the query; ``None`` for punctuation that stands alone, which no text can match."""
    if match["open"]:
        raise QueryError(
            f"A quotation mark is opened and not closed: {match.string!r}. Close it or take it out."
        )
    if match["near"] is not None or match["bad_near"]:
        return _near(match)
    if match["phrase"] is not None:
        return _quoted(match["phrase"], match["phrase_prefix"])
    if match["word"]:
        word = match["word"]
        return _quoted(word.rstrip("*"), "*" if word.endswith("*") else "")
    return match["operator"] or match["bracket"]


def _near(match: re.Match[str]) -> str:
    found = re.finditer(r'"([^"]*)"|([^\s"]+)', match["near"] or "")
    terms = [term for part in found if (term := _quoted(part[1] or part[2] or "", ""))]
    if not terms:
        raise QueryError(f"NEAR needs words, as in NEAR(troops border, 5); got {match.string!r}.")
    return f"NEAR({' '.join(terms)}, {match['within'] or 10})"


def _quoted(text: str, prefix: str) -> str | None:
    if not re.search(r"\w", text):
        return None
    return '"' + text.replace('"', '""') + '"' + prefix
