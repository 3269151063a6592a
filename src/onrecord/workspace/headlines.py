"""What to call an article: its title, or, where it has none, the opening words of its report."""

from __future__ import annotations

import re

import duckdb
import pyarrow as pa

LENGTH = 60
"""Characters of an opening, at most; the ellipsis comes on top."""
SENTENCE = 40
"""Characters: a shorter passage (a dateline on a line of its own) opens nothing if a longer one follows."""

_OPENING = """
SELECT article_id, min_by(passage, rank) AS words
FROM (SELECT p.article_id, (p.kind != 'body', p."end" - p.start < $few, p.start) AS rank,
             substr(a.text, p.start + 1, $many) AS passage
      FROM passage p JOIN article USING (article_id) JOIN raw_articles a USING (article_id, batch)
      WHERE p.kind IN (SELECT unnest($kept::VARCHAR[])) AND trim(coalesce(article.title, '')) = '')
GROUP BY article_id"""

_HEADLINE = """
CREATE TABLE headline AS
SELECT article_id,
       coalesce(nullif(trim(title), ''), opening.words, nullif(source_id, ''), 'Untitled') AS headline
FROM article LEFT JOIN opening USING (article_id)"""

_MARKS = re.compile(r"""["“”„‟«»‹›`]|(?<!\w)['‘’]|['‘’](?!\w)""")


def opening(words: str) -> str:
    """The first words of a passage as a headline: one line, no quotation marks, cut at a word.

    Quotation marks would claim that the headline is speech; an apostrophe inside a word stays.
    """
    line, _, rest = words.strip().partition("\n")
    line = " ".join(_MARKS.sub("", line).split())
    if len(line) <= LENGTH:
        return f"{line} …" if line and rest.strip() else line
    cut = line[: LENGTH + 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[LENGTH // 2 :] else cut[:LENGTH]).rstrip(" ,;:-–—") + " …"


def make(connection: duckdb.DuckDBPyConnection, kept: list[str]) -> None:
    """Make the table ``headline`` (article_id, headline), one row an article, none of them empty.

    The title, else the opening of the first kept body passage of some length, or of the first kept passage
    where none is body, else the id in its source. Only texts of articles without a title are read.
    """
    found = connection.execute(_OPENING, {"kept": kept, "few": SENTENCE, "many": 4 * LENGTH}).fetchall()
    openings = [opening(text) or None for _, text in found]
    columns = {"article_id": [article_id for article_id, _ in found], "words": openings}
    table = pa.table(columns, schema=pa.schema([("article_id", pa.string()), ("words", pa.string())]))
    connection.from_arrow(table).create("opening")
    connection.execute(_HEADLINE)
    connection.execute("DROP TABLE opening")
