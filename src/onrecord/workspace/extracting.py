"""Stored articles as the extractions they came from, for copies and exports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import batched
from typing import TYPE_CHECKING

from onrecord.records import Extraction
from onrecord.workspace.rows import Row, to_extraction

if TYPE_CHECKING:
    from onrecord.workspace.workspace import Workspace

AT_ONCE = 200
_ARTICLES = """
SELECT raw_articles.* FROM raw_articles JOIN article USING (article_id, batch)
WHERE article_id IN (SELECT unnest($ids::VARCHAR[]))"""
_ROWS = {
    "passages": """SELECT raw_passages.* FROM raw_passages JOIN article USING (article_id, batch)
        WHERE article_id IN (SELECT unnest($ids::VARCHAR[])) ORDER BY start, "end" """,
    "links": """SELECT * FROM link
        WHERE article_id IN (SELECT unnest($ids::VARCHAR[])) ORDER BY key""",
    "mentions": """SELECT raw_mentions.* FROM raw_mentions JOIN article USING (article_id, batch)
        WHERE article_id IN (SELECT unnest($ids::VARCHAR[])) ORDER BY start, "end" """,
    "quotes": """SELECT raw_quotes.* FROM raw_quotes JOIN article USING (article_id, batch)
        WHERE article_id IN (SELECT unnest($ids::VARCHAR[])) ORDER BY start, "end" """,
    "marked_text": """SELECT raw_marked_text.* FROM raw_marked_text JOIN article USING (article_id, batch)
        WHERE article_id IN (SELECT unnest($ids::VARCHAR[])) ORDER BY start, "end" """,
}


def extractions(workspace: Workspace, article_ids: Sequence[str]) -> Iterator[Extraction]:
    """The articles as they were added, in the order asked for; unknown ids are left out."""
    snapshot = workspace.snapshot()
    for ids in batched(article_ids, AT_ONCE):
        articles = {row["article_id"]: row for row in snapshot.rows(_ARTICLES, ids=list(ids))}
        by_article: dict[str, dict[str, list[Row]]] = {
            article_id: defaultdict(list) for article_id in articles
        }
        for name, sql in _ROWS.items():
            for row in snapshot.rows(sql, ids=list(ids)):
                by_article[row["article_id"]][name].append(row)
        for article_id in ids:
            if article_id in articles:
                yield to_extraction(articles[article_id], by_article[article_id])
