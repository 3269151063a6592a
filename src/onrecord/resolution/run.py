"""From extractions to what resolution takes, and the resolution of a whole run at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain

import pandas as pd

from onrecord.records import Extraction, stable_id
from onrecord.resolution.resolve import ENTITY_COLUMNS, resolve

LOCAL_COLUMNS = ["local_entity", "article_id", "name", "kind", "aliases", "titles", "key", "gender"]

type LocalRow = tuple[str, str, str, str, list[str], list[str], str, str | None]


def local_rows(extraction: Extraction) -> list[LocalRow]:
    """One article's entities as rows of the columns ``LOCAL_COLUMNS``."""
    at = extraction.article.content_id
    return [
        (stable_id(at, e.key), at, e.name, e.kind, [*e.aliases], [*e.titles], e.key, e.gender)
        for e in extraction.entities
    ]


def local_entities(extractions: Iterable[Extraction]) -> pd.DataFrame:
    """What resolution takes: a row per entity of an article, with the columns ``LOCAL_COLUMNS``."""
    return pd.DataFrame(chain.from_iterable(map(local_rows, extractions)), columns=LOCAL_COLUMNS)


def canonical_names(local: pd.DataFrame) -> dict[str, str]:
    """Local entity id -> its entity's name, equal for one entity in all articles of the run."""
    resolved = resolve(local[LOCAL_COLUMNS[:6]], pd.DataFrame(columns=ENTITY_COLUMNS))
    names = dict(zip(resolved.entities["entity_id"], resolved.entities["name"], strict=True))
    ids = dict(zip(resolved.links["local_entity"], resolved.links["entity_id"], strict=True))
    return {local_entity: names[entity_id] for local_entity, entity_id in ids.items()}


def with_canonical_speakers(extraction: Extraction, names: dict[str, str]) -> Extraction:
    """The extraction with every speaker that is an entity under its canonical name."""
    at = extraction.article.content_id
    quotes = tuple(
        replace(quote, speaker_name=names.get(stable_id(at, quote.entity), quote.speaker_name))
        if quote.entity
        else quote
        for quote in extraction.quotes
    )
    return replace(extraction, quotes=quotes)
