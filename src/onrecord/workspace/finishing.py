"""What follows an addition: copies, statements over the whole corpus, the search index, fewer files.

Each step looks whether it is needed, so any of them may be run again, by any process, at any time.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import batched
from typing import TYPE_CHECKING

import pandas as pd
import pyarrow as pa

from onrecord import statements
from onrecord.tables import SCHEMAS
from onrecord.workspace.copying import find_copies
from onrecord.workspace.snapshot import Snapshot
from onrecord.workspace.store import Store, new_batch

if TYPE_CHECKING:
    from onrecord.workspace.workspace import Workspace

_QUOTES = """
SELECT quote_id, article_id, speaker_id, quote.speaker AS speaker_name,
       CASE WHEN entity.kind = 'PERSON' OR (entity.kind IS NULL AND speaker_class = 'named') THEN 'person'
            WHEN speaker_id IS NOT NULL THEN 'other' END AS speaker_kind,
       quote.text, type, start, "end", published
FROM quote JOIN article USING (article_id) LEFT JOIN entity ON entity_id = speaker_id
WHERE quote.kept ORDER BY article_id, start"""


ARTICLES = 1000
"""Articles whose texts are read at a time."""


def finish(workspace: Workspace) -> None:
    """Index texts, find copies, match statements and compact the tables, where that is not done already."""
    workspace.check_writable()
    workspace.catch_up()
    find_copies(workspace)
    match_statements(workspace)
    compact(workspace)


def match_statements(workspace: Workspace) -> bool:
    """Match the quotes of all articles anew if articles came since the last run; whether it did."""
    workspace.check_writable()
    while True:
        snapshot = workspace.snapshot()
        articles = int(snapshot.frame("SELECT count(*) AS n FROM article")["n"][0])
        if snapshot.head.matched == articles:
            return False
        quotes = snapshot.frame(_QUOTES)
        matches = statements.match(quotes, _sentences(workspace, quotes))
        with workspace.store.writing():
            head = workspace.store.head()
            if head.removed != snapshot.head.removed:  # the run may tell of quotes that are gone
                continue
            if head.matched > articles:  # somebody else matched more meanwhile
                return False
            workspace.store.publish(run=append_run(workspace.store, matches), matched=articles)
        return True


def rematch_without(workspace: Workspace, snapshot: Snapshot, article_ids: Sequence[str]) -> str:
    """Match the quotes of all other articles, under ``writing``; the id of the run, yet to be published."""
    quotes = snapshot.frame(_QUOTES)
    stay = quotes[~quotes["article_id"].isin(article_ids)]
    return append_run(workspace.store, statements.match(stay, _sentences(workspace, stay)))


def _sentences(workspace: Workspace, quotes: pd.DataFrame) -> statements.Sentences:
    """Gives the reporting sentences of quotes by their ids, reading the articles a few at a time."""
    places = quotes.set_index("quote_id")[["article_id", "start", "end"]]

    def read(quote_ids: Sequence[str]) -> dict[str, str]:
        found = {}
        asked = places.loc[list(quote_ids)]
        for articles in batched(asked["article_id"].unique().tolist(), ARTICLES):
            texts = workspace.texts(articles)
            some = asked[asked["article_id"].isin(articles)]
            for quote_id, article_id, start, end in some.itertuples():
                found[quote_id] = statements.reporting_sentence(texts[article_id], start, end)
        return found

    return read


def append_run(store: Store, matches: statements.Matches) -> str:
    """Store a run of the matcher; nobody sees it before its id is published."""
    run = new_batch()
    for name, rows in (("statement_quotes", matches.statement_quotes), ("statements", matches.statements)):
        store.append(name, pa.Table.from_pandas(rows.assign(run=run), SCHEMAS[name], preserve_index=False))
    return run


def compact(workspace: Workspace) -> list[str]:
    """Rewrite tables of many small files as few; the names of those that were."""
    workspace.check_writable()
    with workspace.store.writing():
        return workspace.store.compact()
