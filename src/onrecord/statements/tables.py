"""Quotes in, statements out: the tables that the workspace stores."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from onrecord.records import stable_id
from onrecord.statements.alerts import alerts
from onrecord.statements.differences import cuts, left_out, places
from onrecord.statements.grouping import group
from onrecord.statements.matching import links, matches
from onrecord.statements.tellings import prepare

QUOTE_COLUMNS = (
    "quote_id", "article_id", "speaker_id", "speaker_name", "speaker_kind", "text", "type", "published",
)  # fmt: skip
OFFSETS = ("start", "end")
STATEMENT_COLUMNS = ("statement_id", "quote_id", "speaker_name")
TELLING_COLUMNS = ("statement_id", "quote_id", "relation", "score", "cut", "cut_at", "alerts")


@dataclass(frozen=True)
class Matches:
    """Statements and the quotes that tell them.

    ``statements``: statement_id, quote_id (of the representative, the fullest direct telling),
    speaker_name (None if no telling names one). ``statement_quotes``: statement_id, quote_id,
    relation to the representative, score (0 to 1), cut (words of the representative that this
    telling leaves out, stretches joined by " … "), cut_at (list of start, middle, end), alerts (list of
    {kind, words}: what the cut or change drops); the representative is its own first row.
    """

    statements: pd.DataFrame
    statement_quotes: pd.DataFrame


type Sentences = Callable[[Sequence[str]], Mapping[str, str]]
"""Gives the reporting sentence of quotes by their ids; it is asked for those alone that tell a statement."""


def match(quotes: pd.DataFrame, sentences: Sentences | None = None) -> Matches:
    """Find the statements that ``quotes`` tell more than once; the order of rows does not matter.

    ``quotes``: quote_id, article_id, speaker_id (null if unresolved), speaker_name, speaker_kind (person,
    or other for groups, organisations and documents), text, type (direct, mixed, indirect), published (day
    or null).
    What a telling drops is looked for in its reporting sentence too, where ``sentences`` gives them.
    Where start and end (offsets in the article) are given too, quotes that overlap are not matched with
    each other. A ``statement_id`` depends on its representative quote alone. Raises ``KeyError`` for a
    missing column.
    """
    rows = quotes.loc[:, [*QUOTE_COLUMNS, *(name for name in OFFSETS if name in quotes)]]
    rows = rows.sort_values("quote_id", ignore_index=True)
    tellings = prepare(rows)
    ids, texts = rows["quote_id"].tolist(), rows["text"].tolist()
    names = [name if isinstance(name, str) and name else None for name in rows["speaker_name"]]
    groups = group(tellings, links(tellings, matches(tellings)))
    told = [ids[telling.row] for members in groups for telling in members]
    reported = sentences(told) if sentences else {}
    statements, parts = [], []
    for members in groups:
        centre = members[0].row
        statement_id = stable_id(ids[centre])
        statements.append((statement_id, ids[centre], _speaker([names[telling.row] for telling in members])))
        for row, relation, score in members:
            one, two = tellings.wholes[[centre, row]]
            words = tellings.words[one]
            stretches = cuts(words, tellings.words[two], relation)
            cut, cut_at = left_out(texts[centre], words, stretches), places(stretches, len(words))
            parts.append(
                (
                    statement_id,
                    ids[row],
                    relation,
                    score,
                    cut,
                    cut_at,
                    alerts(texts[centre], texts[row], reported.get(ids[row], texts[row]), relation),
                )
            )
    return Matches(
        pd.DataFrame(statements, columns=list(STATEMENT_COLUMNS)),
        pd.DataFrame(parts, columns=list(TELLING_COLUMNS)),
    )


def _speaker(names: list[str | None]) -> str | None:
    """The fullest telling's speaker, else the one that most tellings name."""
    named = Counter(name for name in names if name)
    return names[0] or (max(sorted(named), key=lambda name: named[name]) if named else None)
