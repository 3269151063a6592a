"""Quotes in, statements out: the tables that the workspace stores."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from onrecord.records import stable_id
from onrecord.statements.alerts import alerts
from onrecord.statements.differences import cuts, left_out, places
from onrecord.statements.grouping import Edge, Node, group
from onrecord.statements.linking import LINK_COLUMNS, link
from onrecord.statements.words import split

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
    return gather(rows, link(rows).links, sentences)


def gather(quotes: pd.DataFrame, links: pd.DataFrame, sentences: Sentences | None = None) -> Matches:
    """The statements that ``links`` (as ``link`` gives them) make of ``quotes``, which may be more."""
    graph: dict[str, dict[str, Edge]] = defaultdict(dict)
    for a, b, *found in links[list(LINK_COLUMNS)].itertuples(index=False, name=None):
        graph[a][b] = graph[b][a] = Edge(*found)
    told = quotes[quotes["quote_id"].isin(graph.keys())]
    texts = dict(zip(told["quote_id"], told["text"], strict=True))
    names = {quote: name if isinstance(name, str) and name else None
             for quote, name in zip(told["quote_id"], told["speaker_name"], strict=True)}  # fmt: skip
    words = {quote: split(text) for quote, text in texts.items()}
    days = (-1 if pd.isna(day) else pd.Timestamp(day).toordinal() for day in told["published"])
    nodes = {
        quote: Node(kind, len(words[quote]), day)
        for quote, kind, day in zip(told["quote_id"], told["type"], days, strict=True)
    }
    groups = group(nodes, graph)
    reported = sentences([telling.quote for members in groups for telling in members]) if sentences else {}
    statements, parts = [], []
    for members in groups:
        centre = members[0].quote
        statement_id = stable_id(centre)
        statements.append((statement_id, centre, _speaker([names[telling.quote] for telling in members])))
        for quote, relation, score in members:
            stretches = cuts(words[centre], words[quote], relation)
            cut, cut_at = (
                left_out(texts[centre], words[centre], stretches),
                places(stretches, len(words[centre])),
            )
            sentence = reported.get(quote, texts[quote])
            disputed = _are_others(names[centre], names[quote])
            raised = alerts(texts[centre], texts[quote], sentence, relation, disputed=disputed)
            parts.append((statement_id, quote, relation, score, cut, cut_at, raised))
    return Matches(
        pd.DataFrame(statements, columns=list(STATEMENT_COLUMNS)),
        pd.DataFrame(parts, columns=list(TELLING_COLUMNS)),
    )


def _are_others(one: str | None, two: str | None) -> bool:
    """Whether two speakers are named and their names have nothing in common."""
    first, second = ({word.stem for word in split(name or "") if word.stem} for name in (one, two))
    return bool(first and second) and not first & second


def _speaker(names: list[str | None]) -> str | None:
    """The fullest telling's speaker, else the one that most tellings name."""
    named = Counter(name for name in names if name)
    return names[0] or (max(sorted(named), key=lambda name: named[name]) if named else None)
