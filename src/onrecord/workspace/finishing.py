"""What follows an addition: copies, statements over the whole corpus, the search index, fewer files.

Each step looks whether it is needed, so any of them may be run again, by any process, at any time.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import batched
from typing import TYPE_CHECKING, Any

from onrecord import statements
from onrecord.workspace.copying import find_copies
from onrecord.workspace.linking import RUNS, Linking, append
from onrecord.workspace.snapshot import Snapshot

if TYPE_CHECKING:
    from onrecord.workspace.workspace import Workspace

_PLACES = """
SELECT quote_id, article_id, start, "end" FROM quote WHERE quote_id IN (SELECT unnest($ids::VARCHAR[]))"""
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
    """Link the quotes of articles that came or became others since the last run; whether there were any."""
    workspace.check_writable()
    while True:
        snapshot = workspace.snapshot()
        linking = Linking(snapshot)
        if not linking.pending:
            return False
        run, rows = linking.update(_sentences(workspace))
        with workspace.store.writing():
            head = workspace.store.head()
            if (head.run, head.removed) != (snapshot.head.run, snapshot.head.removed):
                continue  # somebody else matched or removed meanwhile
            append(workspace.store, rows)
            workspace.store.publish(**_matched(linking, run, snapshot))
        _join_runs(workspace)
        return True


def _matched(linking: Linking, run: str, snapshot: Snapshot, gone: int = 0) -> dict[str, Any]:
    """What the head tells of a run."""
    articles = int(snapshot.frame("SELECT count(*) AS n FROM article")["n"][0])
    runs = [*linking.runs, run]
    return {"run": run, "runs": runs, "method": statements.METHOD, "matched": articles - gone}


def _join_runs(workspace: Workspace) -> None:
    """Write the rows of many runs as those of one, which readers open faster."""
    with workspace.store.writing():
        if len(workspace.store.head().runs) < RUNS:
            return
        linking = Linking(workspace.snapshot())
        if linking.pending:
            return
        run, rows = linking.as_one()
        append(workspace.store, rows)
        workspace.store.publish(run=run, runs=[run])


def rematch(workspace: Workspace) -> None:
    """Link anew what a decision changed."""
    match_statements(workspace)


def rematch_without(workspace: Workspace, snapshot: Snapshot, article_ids: Sequence[str]) -> dict[str, Any]:
    """Statements without some articles, under ``writing``; what the head tells of it, yet to be published."""
    linking = Linking(snapshot, article_ids)
    run, rows = linking.update(_sentences(workspace))
    append(workspace.store, rows)
    return _matched(linking, run, snapshot, len(article_ids))


def _sentences(workspace: Workspace) -> statements.Sentences:
    """Gives the reporting sentences of quotes by their ids, reading the articles a few at a time."""

    def read(quote_ids: Sequence[str]) -> dict[str, str]:
        found = {}
        places = workspace.snapshot().frame(_PLACES, ids=list(quote_ids))
        for articles in batched(places["article_id"].unique().tolist(), ARTICLES):
            texts = workspace.texts(articles)
            some = places[places["article_id"].isin(articles)]
            for quote_id, article_id, start, end in some.itertuples(index=False):
                found[quote_id] = statements.reporting_sentence(texts[article_id], start, end)
        return found

    return read


def compact(workspace: Workspace) -> list[str]:
    """Rewrite tables of many small files as few; the names of those that were."""
    workspace.check_writable()
    with workspace.store.writing():
        return workspace.store.compact()
