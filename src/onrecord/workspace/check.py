"""Do the tables hold together? Every offset, every id, every link, and the search index."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import batched, islice
from typing import TYPE_CHECKING

from onrecord.records import Article
from onrecord.workspace.rows import Row, local_entity_id, mention_id, quote_id
from onrecord.workspace.snapshot import Snapshot

if TYPE_CHECKING:
    from onrecord.workspace.workspace import Workspace

AT_ONCE = 500
"""Articles whose rows are in memory at once."""
MOST = 1000
"""Problems told at most: beyond that the workspace is broken, not blemished."""

_IDS = "article_id IN (SELECT unnest($ids::VARCHAR[]))"
_ARTICLES = f"""
SELECT raw_articles.* FROM raw_articles JOIN article USING (article_id, batch) WHERE {_IDS}"""  # noqa: S608
_TABLES = {
    "passage": f"SELECT raw_passages.* FROM raw_passages JOIN article USING (article_id, batch) WHERE {_IDS}",  # noqa: S608
    "mention": f"FROM mention WHERE {_IDS} UNION ALL FROM title_mention WHERE {_IDS}",
    "quote": f"SELECT * FROM quote WHERE {_IDS}",  # noqa: S608
    "marked text": f"""SELECT raw_marked_text.* FROM raw_marked_text JOIN article USING (article_id, batch)
        WHERE {_IDS}""",  # noqa: S608
    "link": f"SELECT * FROM link WHERE {_IDS}",  # noqa: S608
}

# Each names what is wrong with the rows it finds.
_BETWEEN_TABLES = {
    "article {0} is in {1} batches": """
        SELECT article_id, count(DISTINCT batch) FROM raw_articles GROUP BY ALL HAVING count(*) > 1""",
    "mention {0} is there {1} times": """
        SELECT mention_id, count(*) FROM mention GROUP BY ALL HAVING count(*) > 1""",
    "quote {0} is there {1} times": """
        SELECT quote_id, count(*) FROM quote GROUP BY ALL HAVING count(*) > 1""",
    "mention {0} has local entity {1}, which has no link": """
        SELECT mention_id, local_entity FROM mention ANTI JOIN link USING (local_entity)""",
    "quote {0} has local entity {1}, which has no link": """
        SELECT quote_id, local_entity FROM quote ANTI JOIN link USING (local_entity)
        WHERE local_entity IS NOT NULL""",
    "the link of local entity {0} leads to entity {1}, which is not there": """
        SELECT local_entity, entity_id FROM link ANTI JOIN entity USING (entity_id)""",
    "statement {0} tells of quote {1}, which is not there": """
        SELECT statement_id, s.quote_id FROM raw_statement_quotes s ANTI JOIN quote USING (quote_id)
        WHERE run = $run""",
    "statement {0} is represented by quote {1}, which is not one of its quotes": """
        SELECT statement_id, s.quote_id FROM raw_statements s
        ANTI JOIN statement_quote USING (statement_id, quote_id) WHERE run = $run""",
    "copy {0} is in a cluster of the original {1}, which is not in it": """
        SELECT article_id, cluster FROM copy ANTI JOIN (SELECT article_id, cluster FROM copy) o
        ON o.article_id = copy.cluster AND o.cluster = copy.cluster""",
    "article {0} is in {1} clusters of copies": """
        SELECT article_id, count(*) FROM copy GROUP BY ALL HAVING count(*) > 1""",
    "article {0} has no copy, but a cluster": """
        SELECT any_value(article_id) FROM copy GROUP BY cluster HAVING count(*) = 1""",
    "quote {1} is told by statement {0}, which is not there": """
        SELECT statement_id, quote_id FROM statement_quote ANTI JOIN statement USING (statement_id)""",
}


def check(workspace: Workspace) -> list[str]:
    """What is wrong, one sentence each, at most ``MOST``; an empty list is a clean workspace."""
    return list(islice(_problems(workspace), MOST))


def _problems(workspace: Workspace) -> Iterator[str]:
    snapshot = workspace.snapshot()
    ids = [row["article_id"] for row in snapshot.rows("SELECT article_id FROM article ORDER BY ALL")]
    for some in batched(ids, AT_ONCE):
        yield from _within_articles(snapshot, list(some))
    for words, sql in _BETWEEN_TABLES.items():
        parameters = {"run": snapshot.head.run or ""} if "$run" in sql else {}
        for row in snapshot.rows(sql, **parameters):
            yield words.format(*row.values())
    yield from workspace.index.problems(snapshot)


def _within_articles(snapshot: Snapshot, ids: Sequence[str]) -> Iterator[str]:
    articles = {row["article_id"]: row for row in snapshot.rows(_ARTICLES, ids=ids)}
    for article_id, article in articles.items():
        of_text = Article("", article["text"])
        if (of_text.content_id, of_text.content_hash) != (article_id, article["content_hash"]):
            yield f"article {article_id}: its text has the hash {of_text.content_hash}"
    for kind, sql in _TABLES.items():
        for row in snapshot.rows(sql, ids=ids):
            for problem in _CHECKS[kind](row, articles[row["article_id"]]["text"]):
                yield f"article {row['article_id']}: {kind} {_place(row)}: {problem}"


def _place(row: Row) -> str:
    return f"at {row['start']}–{row['end']}" if "start" in row else str(row["local_entity"])


def _span(row: Row, text: str) -> Iterator[str]:
    if not 0 <= row["start"] < row["end"] <= len(text):
        yield f"lies outside the text of {len(text)} characters"
    elif "text" in row and text[row["start"] : row["end"]] != row["text"]:
        yield f"says {row['text']!r}, the text there is {text[row['start'] : row['end']]!r}"


def _part(row: Row, name: str, text: str) -> Iterator[str]:
    start, end = row[f"{name}_start"], row[f"{name}_end"]
    if (start is None) != (end is None) or (start is not None and not 0 <= start < end <= len(text)):
        yield f"has its {name} at {start}–{end}, outside the text of {len(text)} characters"


def _mention(row: Row, text: str) -> Iterator[str]:
    yield from _span(row, text)
    yield from _part(row, "sentence", text)
    if not row["sentence_start"] <= row["start"] <= row["end"] <= row["sentence_end"]:
        yield f"is not in its sentence at {row['sentence_start']}–{row['sentence_end']}"
    if row["mention_id"] != mention_id(row["article_id"], row["start"], row["end"], row["label"]):
        yield f"has the id {row['mention_id']}, which its place and label don't give"


def _quote(row: Row, text: str) -> Iterator[str]:
    yield from _span(row, text)
    yield from _part(row, "cue", text)
    yield from _part(row, "speaker", text)
    for start, end in row["marked"] or ():
        if not row["start"] <= start < end <= row["end"]:
            yield f"has marked words at {start}–{end}, outside itself"
    if row["quote_id"] != quote_id(row["article_id"], row["type"], row["start"], row["end"]):
        yield f"has the id {row['quote_id']}, which its place and type don't give"


def _link(row: Row, _: str) -> Iterator[str]:
    if row["local_entity"] != local_entity_id(row["article_id"], row["key"]):
        yield f"has an id that its key {row['key']!r} does not give"


_CHECKS: Mapping[str, Callable[[Row, str], Iterator[str]]] = {
    "passage": _span,
    "mention": _mention,
    "quote": _quote,
    "marked text": _span,
    "link": _link,
}
