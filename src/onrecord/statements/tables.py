"""Quotes in, statements out: the tables that the workspace stores."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import pandas as pd

from onrecord.records import stable_id
from onrecord.statements.differences import left_out
from onrecord.statements.grouping import group
from onrecord.statements.likeness import compare
from onrecord.statements.matching import matches
from onrecord.statements.tellings import Tellings, prepare

QUOTE_COLUMNS = ("quote_id", "article_id", "speaker_id", "speaker_name", "text", "type", "published")
STATEMENT_COLUMNS = ("statement_id", "quote_id", "speaker_name")
TELLING_COLUMNS = ("statement_id", "quote_id", "relation", "score", "cut")


@dataclass(frozen=True)
class Matches:
    """Statements and the quotes that tell them.

    ``statements``: statement_id, quote_id (of the representative, the fullest direct telling),
    speaker_name (None if no telling names one). ``statement_quotes``: statement_id, quote_id,
    relation to the representative, score (0 to 1), cut (words of the representative that this
    telling leaves out, stretches joined by " … "); the representative is its own first row.
    """

    statements: pd.DataFrame
    statement_quotes: pd.DataFrame


def match(quotes: pd.DataFrame) -> Matches:
    """Find the statements that ``quotes`` tell more than once; the order of rows does not matter.

    ``quotes``: quote_id, article_id, speaker_id (null if unresolved, ``name:…`` for groups and
    documents), speaker_name, text, type (direct, mixed, indirect), published (day or null).
    A ``statement_id`` depends on its representative quote alone. Raises ``KeyError`` for a missing column.
    """
    rows = quotes.loc[:, list(QUOTE_COLUMNS)].sort_values("quote_id", ignore_index=True)
    tellings = prepare(rows)
    statements, parts = [], []
    for members in group(tellings, matches(tellings)):
        quote_id = rows.at[members[0], "quote_id"]
        statement_id = stable_id(quote_id)
        statements.append((statement_id, quote_id, _speaker(rows, members)))
        parts += [(statement_id, *_part(rows, tellings, members[0], row)) for row in members]
    return Matches(
        pd.DataFrame(statements, columns=list(STATEMENT_COLUMNS)),
        pd.DataFrame(parts, columns=list(TELLING_COLUMNS)),
    )


def _speaker(rows: pd.DataFrame, members: list[int]) -> str | None:
    """The representative's speaker, else the one that most tellings name."""
    names = [name if isinstance(name, str) and name else None for name in rows.loc[members, "speaker_name"]]
    named = Counter(name for name in names if name)
    return names[0] or (max(sorted(named), key=lambda name: named[name]) if named else None)


def _part(rows: pd.DataFrame, tellings: Tellings, centre: int, row: int) -> tuple[str, str, float, str]:
    quote_id = str(rows.at[row, "quote_id"])
    if row == centre:
        return quote_id, "verbatim", 1.0, ""
    likeness = compare(tellings, centre, row)
    text = str(rows.at[centre, "text"])
    cut = left_out(text, tellings.words[centre], tellings.words[row], likeness.relation)
    return quote_id, likeness.relation, round(likeness.score, 4), cut
