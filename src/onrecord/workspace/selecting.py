"""From a ``Selection`` to rows: which articles and which quotes count.

``narrow`` leaves two temporary tables on the call's own cursor, ``chosen_article`` and
``chosen_quote``. Every query joins one of them; nothing else reads the selection, so that all
figures agree.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import duckdb

from onrecord.records import Selection
from onrecord.workspace import governments


@dataclass(frozen=True)
class Hits:
    """Ids that the full-text search found."""

    articles: list[str]
    quotes: list[str]


_FOUND_ARTICLES = "CREATE TEMP TABLE found_article AS SELECT unnest($ids::VARCHAR[]) AS article_id"
_FOUND_QUOTES = "CREATE TEMP TABLE found_quote AS SELECT unnest($ids::VARCHAR[]) AS quote_id"

# A filter that isn't set is NULL, and lets every row pass.
_PLACE = """
CREATE TEMP TABLE place AS SELECT article_id FROM article
WHERE counted AND ($outlets IS NULL OR outlet IN (SELECT unnest($outlets::VARCHAR[])))
  AND ($since IS NULL OR published >= $since::DATE)
  AND ($until IS NULL OR published <= $until::DATE)
  AND ($articles IS NULL OR article_id IN (SELECT unnest($articles::VARCHAR[])))"""

_QUOTES = """
CREATE TEMP TABLE chosen_quote AS SELECT quote_id, article_id FROM quote JOIN place USING (article_id)
WHERE (kept OR $junk)
  AND ($speakers IS NULL OR speaker_id IN (SELECT unnest($speakers::VARCHAR[])))
  AND ($types IS NULL OR type IN (SELECT unnest($types::VARCHAR[])))
  AND ($entities IS NULL OR list_has_any(about, $entities::VARCHAR[]))
  AND (NOT $searched OR quote_id IN (FROM found_quote))"""

REPRESENTATIVE = "published NULLS LAST, words DESC, article_id"
"""Which of several copies counts for them, first: a timeline is right with the earliest, and of one day's
copies the fullest has what a cut one lacks."""

# The representative is one of the articles that the other filters leave, so that a text whose first copy they
# leave out still counts, by another.
_INDEPENDENT = f"""
CREATE TEMP TABLE independent AS
SELECT article_id FROM (SELECT article_id FROM chosen_article UNION SELECT article_id FROM chosen_quote)
JOIN (SELECT article_id, published FROM article) USING (article_id) LEFT JOIN copy USING (article_id)
QUALIFY row_number() OVER (PARTITION BY coalesce(cluster, article_id) ORDER BY {REPRESENTATIVE}) = 1"""  # noqa: S608

_ONLY_INDEPENDENT = "DELETE FROM {table} WHERE article_id NOT IN (FROM independent)"

_ARTICLES_OF_QUOTES = """
CREATE TEMP TABLE chosen_article AS SELECT DISTINCT article_id FROM chosen_quote"""

_ARTICLES = """
CREATE TEMP TABLE chosen_article AS SELECT article_id FROM place
WHERE ($entities IS NULL OR article_id IN (
          SELECT article_id FROM mention
          WHERE (kept OR $junk) AND entity_id IN (SELECT unnest($entities::VARCHAR[]))))
  AND (NOT $searched OR article_id IN (FROM found_article))"""


def narrow(cursor: duckdb.DuckDBPyConnection, selection: Selection, hits: Hits | None) -> None:
    """Make ``chosen_article`` and ``chosen_quote``. ``hits`` are needed when the selection has a text."""
    if selection.governments:
        selection = governments.merge(cursor, selection)
    cursor.execute(_FOUND_ARTICLES, {"ids": hits.articles if hits else []})
    cursor.execute(_FOUND_QUOTES, {"ids": hits.quotes if hits else []})
    cursor.execute(
        _PLACE,
        {
            "outlets": _ids(selection.outlets),
            "since": selection.since,
            "until": selection.until,
            "articles": _ids(selection.articles),
        },
    )
    shared: dict[str, Any] = {
        "junk": selection.junk,
        "entities": _ids(selection.entities),
        "searched": hits is not None,
    }
    asks_for_quotes = {"speakers": _ids(selection.speakers), "types": _ids(selection.types)}
    cursor.execute(_QUOTES, shared | asks_for_quotes)
    if any(asks_for_quotes.values()):
        cursor.execute(_ARTICLES_OF_QUOTES)
    else:
        cursor.execute(_ARTICLES, shared)
    if selection.independent:
        cursor.execute(_INDEPENDENT)
        for table in ("chosen_article", "chosen_quote"):
            cursor.execute(_ONLY_INDEPENDENT.format(table=table))


def _ids(values: tuple[str, ...]) -> list[str] | None:
    return list(values) or None
