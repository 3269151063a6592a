"""Adding articles: in batches, each of which is there whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import batched
from typing import TYPE_CHECKING

import pandas as pd
import pyarrow as pa

from onrecord import resolution
from onrecord.records import Extraction, Failure
from onrecord.tables import SCHEMAS
from onrecord.workspace.finishing import finish
from onrecord.workspace.known import Known
from onrecord.workspace.rows import local_entities, to_tables
from onrecord.workspace.store import Store, new_batch

if TYPE_CHECKING:
    from onrecord.workspace.workspace import Workspace


@dataclass(frozen=True)
class Added:
    """What an addition did: articles new to the workspace, known already, and impossible to store."""

    new: int = 0
    known: int = 0
    failures: tuple[Failure, ...] = ()

    def __add__(self, other: Added) -> Added:
        return Added(self.new + other.new, self.known + other.known, self.failures + other.failures)


def add(
    workspace: Workspace,
    extractions: Iterable[Extraction],
    *,
    engine: str,
    batch_articles: int = 200,
    on_batch: Callable[[Added], None] | None = None,
) -> Added:
    """Store extractions, resolve their entities, then match statements and index the texts.

    ``on_batch`` hears the total after every batch. A process that dies loses the batch it was at;
    the rerun finishes. Raises ``ReadOnlyError``.
    """
    workspace.check_writable()
    known, total = Known(workspace.store), Added()
    for batch in batched(extractions, batch_articles):
        total += _add_batch(workspace.store, known, batch, engine)
        if on_batch:
            on_batch(total)
    finish(workspace)
    return total


def missing(workspace: Workspace, content_ids: Iterable[str]) -> set[str]:
    """Those of the articles that the workspace lacks, so that only these are extracted."""
    return set(content_ids) - Known(workspace.store).articles()


def copy_into(source: Workspace, target: Workspace, article_ids: Sequence[str]) -> Added:
    """Keep articles of one workspace in another; nothing is extracted again."""
    from onrecord.workspace.extracting import extractions

    total = Added()
    wanted = missing(target, article_ids)
    ids = [article_id for article_id in article_ids if article_id in wanted]
    engines = source.articles().set_index("article_id")["engine"].reindex(ids).groupby(level=0).first()
    for engine, some in engines.groupby(engines):
        total += add(target, extractions(source, list(some.index)), engine=str(engine))
    return total + Added(known=len(set(article_ids)) - len(ids))


def _add_batch(store: Store, known: Known, batch: Sequence[Extraction], engine: str) -> Added:
    """Write one batch under the lock: whoever comes second finds its articles known."""
    failures = tuple(failure for x in batch if (failure := _unstorable(x)))
    bad = {failure.path for failure in failures}
    with store.writing():
        present = known.articles()
        fresh = {
            x.article.content_id: x
            for x in batch
            if x.article.content_id not in present and (x.article.path or x.article.id) not in bad
        }
        if fresh:
            _write(store, known, list(fresh.values()), engine)
    return Added(len(fresh), len(batch) - len(fresh) - len(failures), failures)


def _write(store: Store, known: Known, extractions: Sequence[Extraction], engine: str) -> None:
    """All rows, then the articles: before that last commit nobody sees any of it."""
    batch = new_batch()
    tables = to_tables(extractions, batch=batch, engine=engine)
    articles = tables.pop("articles")
    local = local_entities(extractions)
    resolved = resolution.resolve(local.drop(columns=["key", "gender"]), known.entities())
    links = resolved.links.drop(columns=["key", "gender"], errors="ignore").merge(
        local[["local_entity", "key", "gender"]], on="local_entity"
    )
    made = datetime.now(UTC)
    tables["links"] = _stamped(links, "links", made, batch)
    tables["entities"] = _stamped(resolved.entities, "entities", made, batch)
    for name, rows in tables.items():
        store.append(name, rows)
    store.publish(articles)
    known.learn(articles["article_id"].to_pylist(), resolved.entities)


def _stamped(rows: pd.DataFrame, name: str, made: datetime, batch: str) -> pa.Table:
    return pa.Table.from_pandas(
        rows.assign(made=made, batch=batch), schema=SCHEMAS[name], preserve_index=False
    )


def _unstorable(extraction: Extraction) -> Failure | None:
    """Tables hold UTF-8; half a surrogate pair, as broken JSON can carry, has none."""
    try:
        repr(extraction).encode()
        extraction.article.text.encode()
    except UnicodeEncodeError as error:
        where = extraction.article.path or extraction.article.id
        return Failure(where, f"half a surrogate pair at character {error.start}; save the file as UTF-8")
    return None
