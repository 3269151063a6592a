"""Adding articles: in batches, each of which is there whole or not at all; and taking them out again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import batched
from typing import TYPE_CHECKING

import pandas as pd
import pyarrow as pa

from onrecord.cleaning.language import ENGLISH
from onrecord.records import Extraction, Failure
from onrecord.resolution.run import local_entities
from onrecord.tables import SCHEMAS
from onrecord.workspace.copying import cluster_without
from onrecord.workspace.corrections import carry
from onrecord.workspace.extracting import extractions
from onrecord.workspace.finishing import finish, rematch_without
from onrecord.workspace.known import Known
from onrecord.workspace.rows import to_tables
from onrecord.workspace.store import Store, new_batch

if TYPE_CHECKING:
    from onrecord.workspace.workspace import Workspace


# Entities that articles which stay name, and that no batch which stays made: they go on in the batch of one.
_ORPHANS = """
WITH stays AS (SELECT article_id, batch FROM article
               WHERE article_id NOT IN (SELECT unnest($gone::VARCHAR[]))),
     named AS (SELECT entity_id, min(link.batch) AS batch FROM link JOIN stays USING (article_id)
               GROUP BY ALL)
SELECT entity_id, name, kind, aliases, titles, named.batch FROM entity JOIN named USING (entity_id)
WHERE entity.batch NOT IN (SELECT batch FROM stays)"""


@dataclass(frozen=True)
class Added:
    """What an addition did: articles new to the workspace, known already, and impossible to store."""

    new: int = 0
    known: int = 0
    failures: tuple[Failure, ...] = ()
    languages: tuple[str, ...] = ()
    """Codes of the languages of new articles that were set aside because they are not English."""

    def __add__(self, other: Added) -> Added:
        return Added(
            self.new + other.new,
            self.known + other.known,
            self.failures + other.failures,
            self.languages + other.languages,
        )


def add(
    workspace: Workspace,
    extracted: Iterable[Extraction],
    *,
    engine: str,
    batch_articles: int = 200,
    on_batch: Callable[[Added], None] | None = None,
) -> Added:
    """Store what was extracted, resolve their entities, then match statements and index the texts.

    ``on_batch`` hears the total after every batch. A process that dies loses the batch it was at;
    the rerun finishes. Raises ``ReadOnlyError``.
    """
    workspace.check_writable()
    known, total = Known(workspace.store), Added()
    for batch in batched(extracted, batch_articles):
        total += _add_batch(workspace.store, known, batch, engine)
        if on_batch:
            on_batch(total)
    finish(workspace)
    return total


def missing(workspace: Workspace, content_ids: Iterable[str]) -> set[str]:
    """Those of the articles that the workspace lacks, so that only these are extracted."""
    return set(content_ids) - Known(workspace.store).articles()


def copy_into(source: Workspace, target: Workspace, article_ids: Sequence[str]) -> Added:
    """Keep articles of one workspace in another, as they were extracted, with what analysts decided there.

    Raises ``ReadOnlyError``.
    """
    wanted = missing(target, article_ids)
    kept = extractions(source, [article_id for article_id in article_ids if article_id in wanted])
    added = add(target, kept, engine="unknown") + Added(known=len(article_ids) - len(wanted))
    carry(source, target, article_ids)
    return added


def remove(workspace: Workspace, article_ids: Iterable[str]) -> int:
    """Take articles out, in one commit: no figure counts them after it. How many were there.

    Their texts stay on disk for the versions that had them, but leave the search index. The same text
    may be added again. An entity that other articles name stays as it is known. The statements that they
    told are gathered anew from who stays, in the same commit. Raises ``ReadOnlyError``.
    """
    workspace.check_writable()
    with workspace.store.writing():
        snapshot = workspace.snapshot()
        there = set(snapshot.frame("SELECT article_id FROM article")["article_id"])
        gone = sorted(there & set(article_ids))
        if not gone:
            return 0
        orphans = snapshot.frame(_ORPHANS, gone=gone)
        workspace.store.append("entities", _stamped(orphans, "entities", datetime.now(UTC)))
        matched = rematch_without(workspace, snapshot, gone)
        copied = cluster_without(workspace, snapshot, gone)
        workspace.store.withdraw(gone, **matched, **copied)
    workspace.index.forget(snapshot, gone)
    return len(gone)


def _add_batch(store: Store, known: Known, batch: Sequence[Extraction], engine: str) -> Added:
    """Write one batch under the lock: whoever comes second finds its articles known."""
    sound = [x for x in batch if _is_utf8(x)]
    failures = tuple(
        Failure(x.article.path or x.article.id, "half a surrogate pair in it; save it as UTF-8")
        for x in batch
        if not _is_utf8(x)
    )
    with store.writing():
        present = known.articles()
        fresh = {x.article.content_id: x for x in reversed(sound) if x.article.content_id not in present}
        if fresh:
            _write(store, known, list(reversed(fresh.values())), engine)
    languages = (x.article.language for x in fresh.values())
    foreign = tuple(code for code in languages if code not in {None, ENGLISH})
    return Added(len(fresh), len(sound) - len(fresh), failures, foreign)


def _write(store: Store, known: Known, extractions: Sequence[Extraction], engine: str) -> None:
    """All rows, then the articles: before that last commit nobody sees any of it."""
    batch = new_batch()
    tables = to_tables(extractions, batch=batch, engine=engine)
    articles = tables.pop("articles")
    resolved = known.resolve(local_entities(extractions), batch)
    made = datetime.now(UTC)
    tables["links"] = _stamped(resolved.links, "links", made)
    tables["entities"] = _stamped(resolved.entities, "entities", made)
    for name, rows in tables.items():
        store.append(name, rows)
    store.publish(articles)
    known.confirm(articles["article_id"].to_pylist())


def _stamped(rows: pd.DataFrame, name: str, made: datetime) -> pa.Table:
    return pa.Table.from_pandas(rows.assign(made=made), schema=SCHEMAS[name], preserve_index=False)


def _is_utf8(extraction: Extraction) -> bool:
    """Tables hold UTF-8, which has no half surrogate pairs; broken JSON may carry some."""
    try:
        extraction.article.text.encode()
    except UnicodeEncodeError:
        return False
    return True
