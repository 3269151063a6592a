"""A statement's tellings in a column, each word for word against the fullest one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from onrecord.records import Span
from onrecord.ui.reader.spans import cut
from onrecord.ui.reader.wordings import Piece, merged


@dataclass(frozen=True)
class Telling:
    """One telling: where it stands, its words, and the sentence of the article that holds them.

    ``tags``: what sets it apart (the fullest, the first). ``alerts``: (what happens, the words it is about).
    ``beside``: the article to compare this one with; empty for none.
    """

    article_id: str
    outlet: str
    title: str
    day: str
    span: Span
    words: str
    sentence: Span
    tags: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    alerts: tuple[tuple[str, str], ...] = ()
    beside: str = ""


def payload(fullest: str, tellings: Iterable[Telling], texts: dict[str, str]) -> dict[str, Any]:
    """What the browser needs; the fullest telling's own words stand as they are."""
    return {"mode": "tellings", "tellings": [_telling(fullest, one, texts) for one in tellings]}


def _telling(fullest: str, telling: Telling, texts: dict[str, str]) -> dict[str, Any]:
    pieces: list[Piece] = merged(fullest, telling.words)
    at = f"{telling.span[0]}-{telling.span[1]}"
    text = texts.get(telling.article_id, "")
    return {
        "outlet": telling.outlet,
        "day": telling.day,
        "title": telling.title,
        "open": {"article": telling.article_id, "at": at},
        "compare": {"article": telling.article_id, "id": telling.beside} if telling.beside else None,
        "tags": telling.tags,
        "facts": " · ".join(filter(None, telling.facts)),
        "pieces": pieces,
        "alerts": telling.alerts,
        "sentence": cut(text, telling.sentence, [telling.span]),
    }
