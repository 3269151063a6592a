"""What a writer must know of the tables: the articles that are there, and the entities."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import pandas as pd

from onrecord.resolution import Resolver
from onrecord.workspace.snapshot import connect, frame
from onrecord.workspace.store import Store

_ARTICLES = "SELECT DISTINCT article_id FROM raw_articles"

_LINK = """
WITH article AS (SELECT article_id, min(batch) AS batch FROM raw_articles GROUP BY ALL),
     link AS (FROM raw_links JOIN article USING (article_id, batch)
              QUALIFY row_number() OVER (PARTITION BY local_entity ORDER BY made DESC) = 1)"""
_ENTITIES = f"""{_LINK}, used AS (SELECT entity_id, count(*) AS articles FROM link GROUP BY ALL)
SELECT entity_id, name, kind, aliases, titles, coalesce(articles, 0) AS articles
FROM raw_entities LEFT JOIN used USING (entity_id) WHERE batch IN (SELECT batch FROM article)
QUALIFY row_number() OVER (PARTITION BY entity_id ORDER BY made DESC) = 1 ORDER BY entity_id"""  # noqa: S608

_LOOSE = f"""{_LINK}
SELECT local_entity, article_id, name, kind, aliases, titles, key, gender, entity_id, batch
FROM link WHERE kind = 'PERSON' AND NOT contains(trim(name), ' ') ORDER BY ALL"""  # noqa: S608


@dataclass(frozen=True)
class Resolved:
    """Rows for the tables ``links`` and ``entities``, without the time."""

    links: pd.DataFrame
    entities: pd.DataFrame


class Known:
    """The workspace as one writer knows it; read again only when somebody else committed.

    Use it under the write lock: ``resolve`` a batch, publish it, then ``confirm``.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._version = -1
        self._articles: set[str] = set()
        self._resolver: Resolver | None = None
        self._surnames: set[str] = set()
        """Entities that are known by a family name alone."""
        self._loose = pd.DataFrame()
        """Local entities of such entities: a full name that comes later may tell who they are."""

    def articles(self) -> set[str]:
        """Ids of the articles that are there."""
        version = self._store.version()
        if version != self._version:
            head = self._store.head(version)
            tables = connect(self._store, head, ["articles"])
            self._articles = set(frame(tables, _ARTICLES)["article_id"])
            self._version, self._resolver = version, None
        return self._articles

    def resolve(self, local: pd.DataFrame, batch: str) -> Resolved:
        """Link a batch's local entities (as resolution takes them), and earlier ones anew."""
        self.articles()
        resolver = self._resolver or self._read_entities()
        self._version = -1  # until confirmed, the resolver knows more than the tables
        loose = self._sharing_a_name_with(local)
        found = resolver.add(local, loose if len(loose) else None)
        of_article = pd.concat([local.assign(batch=batch), loose])[["local_entity", "key", "gender", "batch"]]
        links = found.links.merge(of_article, on="local_entity", validate="many_to_one")
        self._learn(links, found.entities)
        return Resolved(links, found.entities.assign(batch=batch))

    def confirm(self, articles: Collection[str]) -> None:
        """The batch is published: what this writer knows is what the tables hold."""
        self._articles.update(articles)
        self._version = self._store.version()

    def _read_entities(self) -> Resolver:
        head = self._store.head(self._version)
        tables = connect(self._store, head, ["articles", "links", "entities"])
        entities, loose = frame(tables, _ENTITIES), frame(tables, _LOOSE)
        self._surnames = _surnames(entities)
        self._loose = loose[loose["entity_id"].isin(self._surnames)]
        self._resolver = Resolver(entities)
        return self._resolver

    def _sharing_a_name_with(self, local: pd.DataFrame) -> pd.DataFrame:
        people = local.loc[local["kind"] == "PERSON", "name"].str.split()
        words = {word for name in people if len(name) > 1 for word in name}
        return self._loose[self._loose["name"].isin(words)]

    def _learn(self, links: pd.DataFrame, entities: pd.DataFrame) -> None:
        self._surnames = (self._surnames - set(entities["entity_id"])) | _surnames(entities)
        loose = pd.concat([self._loose, links[self._loose.columns]])
        loose = loose.drop_duplicates("local_entity", keep="last")
        self._loose = loose[loose["entity_id"].isin(self._surnames)]


def _surnames(entities: pd.DataFrame) -> set[str]:
    short = (entities["kind"] == "PERSON") & ~entities["name"].str.strip().str.contains(" ")
    return set(entities.loc[short.astype(bool), "entity_id"])
