"""What a writer must know of the tables: the articles that are there, and the entities."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from onrecord.workspace.snapshot import raw_frame
from onrecord.workspace.store import Store

_ARTICLES = "SELECT DISTINCT article_id FROM raw_articles"
_ENTITIES = """
SELECT entity_id, name, kind, aliases, titles FROM raw_entities
WHERE batch IN (SELECT batch FROM raw_articles)
QUALIFY row_number() OVER (PARTITION BY entity_id ORDER BY made DESC) = 1 ORDER BY entity_id"""


class Known:
    """Article ids and newest entities, read again only when somebody else committed."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._version = -1
        self._articles: set[str] = set()
        self._entities = pd.DataFrame()

    def articles(self) -> set[str]:
        self._refresh()
        return self._articles

    def entities(self) -> pd.DataFrame:
        """entity_id, name, kind, aliases, titles."""
        self._refresh()
        return self._entities

    def learn(self, articles: Iterable[str], entities: pd.DataFrame) -> None:
        """Take in what this writer has just published, under the lock, without reading it back."""
        self._articles.update(articles)
        old = self._entities[~self._entities["entity_id"].isin(entities["entity_id"])]
        self._entities = pd.concat([old, entities[old.columns]], ignore_index=True)
        self._version = self._store.version()

    def _refresh(self) -> None:
        version = self._store.version()
        if version == self._version:
            return
        head = self._store.head(version)
        self._articles = set(raw_frame(self._store, head, ["articles"], _ARTICLES)["article_id"])
        self._entities = raw_frame(self._store, head, ["articles", "entities"], _ENTITIES)
        self._version = version
