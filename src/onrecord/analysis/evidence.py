"""The sentences behind a figure, as rows that the evidence panel shows.

A row is one stretch of one article: ``article_id, outlet, title, published, context_start,
context_end, highlights``. ``highlights`` is a list of (start, end, role, label), in the order of the
text; all offsets are the article's. Several hits in one sentence make one row. Roles: ``a`` and ``b``
(the two sides of a pair), ``entity``, ``quote``, ``speaker`` and ``cue``; the label says what it is in
words (an entity's name, a quote's type). Rows are ordered by day, outlet and place in the text.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import Any

import pandas as pd

from onrecord.analysis.units import Unit, unit_codes

type Highlight = tuple[int, int, str, str]

COLUMNS = ["article_id", "outlet", "title", "published", "context_start", "context_end", "highlights"]

_REACH = 400
"""Characters: a speaker or cue further than this from its quote is no part of its context."""


def of_mentions(
    mentions: pd.DataFrame, articles: pd.DataFrame, *, roles: Mapping[str, str] | None = None
) -> pd.DataFrame:
    """The sentences that hold these mentions.

    ``mentions``: article_id, start, end, sentence_start, sentence_end, entity_id, entity. ``articles``:
    article_id, outlet, title, published. ``roles`` maps entity ids to roles; the others are ``entity``.
    """
    role = [(roles or {}).get(entity, "entity") for entity in mentions["entity_id"]]
    rows = pd.DataFrame(
        {
            "article_id": mentions["article_id"],
            "context_start": mentions["sentence_start"],
            "context_end": mentions["sentence_end"],
            "highlights": _spans(mentions["start"], mentions["end"], role, mentions["entity"]),
        }
    )
    return _finish(_merged(rows), articles)


def of_entity(mentions: pd.DataFrame, entity_id: str, articles: pd.DataFrame) -> pd.DataFrame:
    """The sentences that name an entity."""
    return of_mentions(mentions[mentions["entity_id"] == entity_id], articles)


def of_pair(
    mentions: pd.DataFrame,
    pair: tuple[str, str],
    articles: pd.DataFrame,
    *,
    unit: Unit = "sentence",
    passages: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """The sentences that name either of two entities, in the units that hold both.

    With paragraphs and articles as units, sentences that name both come first in their article.
    """
    named = mentions[mentions["entity_id"].isin(pair)]
    units = pd.Series(unit_codes(named, unit, passages), index=named.index)
    both = named["entity_id"].groupby(units).transform("nunique") == len(set(pair))
    rows = of_mentions(named[both], articles, roles={pair[0]: "a", pair[1]: "b"})
    one_side = rows["highlights"].map(lambda spans: len({role for _, _, role, _ in spans}) == 1)
    return rows.assign(_one_side=one_side).pipe(_sorted, "_one_side").drop(columns="_one_side")


def of_quotes(quotes: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The quotes with their speaker and reporting word.

    ``quotes``: article_id, start, end, type, cue_start, cue_end, speaker_start, speaker_end, speaker.
    The context reaches from the first to the last of them; a panel may widen it to the paragraph.
    """
    spans = [_quote_spans(row) for row in quotes.to_dict("records")]
    rows = pd.DataFrame(
        {
            "article_id": quotes["article_id"].to_numpy(),
            "context_start": [min(span[0] for span in row) for row in spans],
            "context_end": [max(span[1] for span in row) for row in spans],
            "highlights": spans,
        }
    )
    return _finish(_merged(_overlaps_joined(rows)), articles)


def in_paragraphs(rows: pd.DataFrame, texts: Mapping[str, str]) -> pd.DataFrame:
    """The same rows, each context widened to the line or lines of text it stands in."""
    columns = zip(rows["article_id"], rows["context_start"], rows["context_end"], strict=True)
    wide = [_line(texts.get(article, ""), int(start), int(end)) for article, start, end in columns]
    starts, ends = zip(*wide, strict=True) if wide else ((), ())
    widened = rows.assign(context_start=list(starts), context_end=list(ends))
    about = rows[["article_id", "outlet", "title", "published"]].drop_duplicates("article_id")
    return _finish(_merged(widened[["article_id", "context_start", "context_end", "highlights"]]), about)


def _line(text: str, start: int, end: int) -> tuple[int, int]:
    if not text:
        return start, end
    after = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, len(text) if after < 0 else after


def _spans(start: pd.Series, end: pd.Series, role: Iterable[str], label: pd.Series) -> list[list[Highlight]]:
    rows = zip(start.astype(int), end.astype(int), role, label.astype(str), strict=True)
    return [[span] for span in rows]


def _quote_spans(row: Mapping[Hashable, Any]) -> list[Highlight]:
    start, end = int(row["start"]), int(row["end"])
    spans: list[Highlight] = [(start, end, "quote", str(row.get("type", "quote")))]
    for role, label in (("speaker", row.get("speaker")), ("cue", "reporting word")):
        low, high = row.get(f"{role}_start"), row.get(f"{role}_end")
        if low is None or high is None or pd.isna(low) or pd.isna(high):
            continue
        if max(start - int(high), int(low) - end) <= _REACH:
            spans.append((int(low), int(high), role, label if isinstance(label, str) else role))
    return sorted(spans)


def _overlaps_joined(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows whose contexts overlap get the context that holds them all, so that they merge."""
    rows = rows.sort_values(["article_id", "context_start", "context_end"], ignore_index=True)
    if rows.empty:
        return rows
    reach = (
        rows.groupby("article_id")["context_end"].cummax().groupby(rows["article_id"]).shift(fill_value=-1)
    )
    group = (rows["context_start"] >= reach).cumsum()
    return rows.assign(
        context_start=rows.groupby(group)["context_start"].transform("min"),
        context_end=rows.groupby(group)["context_end"].transform("max"),
    )


def _merged(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per context; its highlights in order, each once."""
    keys = ["article_id", "context_start", "context_end"]
    if rows.empty:
        return rows.reindex(columns=[*keys, "highlights"])
    merged = rows.groupby(keys, sort=False)["highlights"].agg(
        lambda lists: sorted({span for spans in lists for span in spans})
    )
    return merged.reset_index()


def _finish(rows: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    about = articles[["article_id", "outlet", "title", "published"]].drop_duplicates("article_id")
    return _sorted(rows.merge(about, on="article_id", how="left"))[COLUMNS]


def _sorted(rows: pd.DataFrame, *within: str) -> pd.DataFrame:
    by = ["published", "outlet", "article_id", *within, "context_start"]
    return rows.sort_values(by, na_position="last", ignore_index=True)
