"""What follows an addition: statements over the whole corpus, the search index, fewer files.

Each step looks whether it is needed, so any of them may be run again, by any process, at any time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pyarrow as pa

from onrecord import statements
from onrecord.tables import SCHEMAS
from onrecord.workspace.store import new_batch

if TYPE_CHECKING:
    from onrecord.workspace.workspace import Workspace

_QUOTES = """
SELECT quote_id, article_id, speaker_id, speaker_name, quote.text, type, "group", published
FROM quote JOIN article USING (article_id) WHERE kept ORDER BY article_id, start"""


def finish(workspace: Workspace) -> None:
    """Index texts, match statements and compact the tables, where that is not done already."""
    workspace.check_writable()
    workspace.catch_up()
    match_statements(workspace)
    compact(workspace)


def match_statements(workspace: Workspace) -> bool:
    """Match the quotes of all articles anew if articles came since the last run; whether it did."""
    workspace.check_writable()
    snapshot = workspace.snapshot()
    articles = int(snapshot.frame("SELECT count(*) AS n FROM article")["n"][0])
    if snapshot.head.matched == articles:
        return False
    run = new_batch()
    matches = statements.match(snapshot.frame(_QUOTES))
    with workspace.store.writing():
        if workspace.store.head().matched > articles:  # somebody else matched more meanwhile
            return False
        workspace.store.append("statement_quotes", _of_run(matches.statement_quotes, "statement_quotes", run))
        workspace.store.append("statements", _of_run(matches.statements, "statements", run))
        workspace.store.publish(run=run, matched=articles)
    return True


def compact(workspace: Workspace) -> list[str]:
    """Rewrite tables of many small files as few; the names of those that were."""
    workspace.check_writable()
    with workspace.store.writing():
        return workspace.store.compact()


def _of_run(rows: pd.DataFrame, name: str, run: str) -> pa.Table:
    return pa.Table.from_pandas(rows.assign(run=run), schema=SCHEMAS[name], preserve_index=False)
