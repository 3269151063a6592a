"""The sentences behind a figure, as rows that the evidence panel shows.

A row is one sentence of one article: ``article_id, outlet, headline, published, context_start,
context_end, highlights``. ``highlights`` is a list of (start, end, role, label) in the order of the
text: the role is the entity's kind, the label its name. All offsets are the article's; several names
in one sentence make one row. Rows are ordered by day, outlet, article and place in the text.
"""

from __future__ import annotations

import pandas as pd

from onrecord.analysis.units import Unit, unit_codes

type Highlight = tuple[int, int, str, str]

COLUMNS = ["article_id", "outlet", "headline", "published", "context_start", "context_end", "highlights"]


def of_mentions(mentions: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The sentences that hold these mentions.

    ``mentions``: article_id, start, end, sentence_start, sentence_end, kind, text, entity. ``articles``:
    article_id, outlet, headline, published.
    """
    label = mentions["entity"].where(mentions["entity"].notna(), mentions["text"])
    spans = zip(mentions["start"], mentions["end"], mentions["kind"], label, strict=True)
    rows = pd.DataFrame(
        {
            "article_id": mentions["article_id"],
            "context_start": mentions["sentence_start"],
            "context_end": mentions["sentence_end"],
            "highlights": [(int(start), int(end), str(kind), str(name)) for start, end, kind, name in spans],
        }
    )
    keys = ["article_id", "context_start", "context_end"]
    found = [(*key, sorted(set(group))) for key, group in rows.groupby(keys, sort=False)["highlights"]]
    about = articles[["article_id", "outlet", "headline", "published"]].drop_duplicates("article_id")
    sentences = pd.DataFrame(found, columns=[*keys, "highlights"]).astype({"article_id": str})
    return _sorted(sentences.merge(about, on="article_id", how="left"))[COLUMNS]


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

    Where the unit is a paragraph or an article, sentences that name both come first in their article.
    """
    named = mentions[mentions["entity_id"].isin(pair)]
    units = pd.Series(unit_codes(named, unit, passages), index=named.index)
    both = named["entity_id"].groupby(units).transform("nunique") == len(set(pair))
    rows = of_mentions(named[both], articles)
    sides = rows["highlights"].map(lambda spans: len({label for *_, label in spans}))
    return rows.assign(_apart=sides < len(set(pair))).pipe(_sorted, "_apart").drop(columns="_apart")


def _sorted(rows: pd.DataFrame, *within: str) -> pd.DataFrame:
    by = ["published", "outlet", "article_id", *within, "context_start"]
    return rows.sort_values(by, na_position="last", ignore_index=True)
