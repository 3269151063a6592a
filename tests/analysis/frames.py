"""Small frames in the shape of the workspace's queries, made from marked-up sentences."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

import pandas as pd

KINDS = {"Ada": "PERSON", "Ben": "PERSON", "Cleo": "PERSON", "Navy": "ORG", "Rome": "GPE", "Oslo": "GPE"}


def mentions(texts: Mapping[str, str]) -> pd.DataFrame:
    """Every word of ``KINDS`` in the texts is a mention; a sentence ends at a full stop."""
    rows = []
    for article, text in texts.items():
        for sentence in re.finditer(r"[^.\n]+\.?", text):
            for name in re.finditer("|".join(KINDS), sentence[0]):
                start = sentence.start() + name.start()
                rows.append(
                    {
                        "article_id": article,
                        "outlet": article.split("-")[0],
                        "start": start,
                        "end": start + len(name[0]),
                        "text": name[0],
                        "entity_id": name[0].lower(),
                        "entity": name[0],
                        "kind": KINDS[name[0]],
                        "sentence_start": sentence.start(),
                        "sentence_end": sentence.end(),
                    }
                )
    return pd.DataFrame(rows)


def passages(texts: Mapping[str, str]) -> pd.DataFrame:
    """Every line is a passage."""
    rows = [
        {"article_id": article, "start": line.start(), "end": line.end()}
        for article, text in texts.items()
        for line in re.finditer(r"[^\n]+", text)
    ]
    return pd.DataFrame(rows)


def articles(texts: Mapping[str, str], published: date | None = date(2020, 5, 4)) -> pd.DataFrame:
    rows = [
        {"article_id": a, "outlet": a.split("-")[0], "headline": f"About {a}", "published": published}
        for a in texts
    ]
    return pd.DataFrame(rows)


def quotes(rows: list[dict[str, object]]) -> pd.DataFrame:
    """Quotes with the columns of the workspace; what a row leaves out has a plain value."""
    plain: dict[str, object] = {
        "article_id": "north-1",
        "outlet": "north",
        "headline": "About north-1",
        "published": date(2020, 5, 4),
        "start": 0,
        "end": 10,
        "text": "we will go",
        "type": "direct",
        "cue_start": None,
        "cue_end": None,
        "speaker_start": None,
        "speaker_end": None,
        "speaker_id": "ada",
        "speaker": "Ada",
        "speaker_class": "named",
        "about": [],
    }
    return pd.DataFrame([{"quote_id": f"q{i}", **plain, **row} for i, row in enumerate(rows)])
