"""Extractions to table rows and back: no row knows more than its record, save ids and the batch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import pyarrow as pa

from onrecord.cleaning.origins import FACTS, STATED
from onrecord.cleaning.repeated import if_repeated, passage_key
from onrecord.records import (
    Article,
    Extraction,
    LocalEntity,
    MarkedText,
    Mention,
    Passage,
    Quote,
    Span,
    stable_id,
)
from onrecord.tables import SCHEMAS

type Row = dict[str, Any]


def mention_id(article_id: str, start: int, end: int, label: str) -> str:
    return stable_id(article_id, start, end, label)


def quote_id(article_id: str, kind: str, start: int, end: int) -> str:
    return stable_id(article_id, kind, start, end)


def local_entity_id(article_id: str, key: str) -> str:
    return stable_id(article_id, key)


def to_tables(extractions: Sequence[Extraction], *, batch: str, engine: str) -> dict[str, pa.Table]:
    """Rows of every table but ``links`` and ``entities``, which resolution makes, by table name."""
    added = datetime.now(UTC)
    makers = {
        "articles": lambda x: [_article(x, added, engine)],
        "passages": _passages,
        "mentions": _mentions,
        "quotes": _quotes,
        "marked_text": _marked_text,
    }
    return {
        name: pa.Table.from_pylist(
            [row | {"batch": batch} for extraction in extractions for row in make(extraction)],
            schema=SCHEMAS[name],
        )
        for name, make in makers.items()
    }


def _article(extraction: Extraction, added: datetime, engine: str) -> Row:
    article = extraction.article
    given = extraction.extra.get("engine")
    return {
        "article_id": article.content_id,
        "source_id": _utf8(article.id),
        "title": _utf8(article.title),
        "outlet": _utf8(article.outlet),
        "published": article.published,
        "url": _utf8(article.url),
        "author": _utf8(article.author),
        "path": _utf8(article.path),
        "text": article.text,
        "words": len(article.text.split()),
        "language": article.language,
        "content_hash": article.content_hash,
        "added": added,
        "engine": given if isinstance(given, str) else engine,
        "text_from": article.origins.get("text"),
    } | {f"{fact}_from": _origin(article, fact) for fact in FACTS}


def _origin(article: Article, fact: str) -> str | None:
    """Where a fact comes from; None for a fact that is unknown."""
    return None if getattr(article, fact) is None else article.origins.get(fact, STATED)


def _utf8(text: str | None) -> str | None:
    """A file's name may hold bytes that are no UTF-8; tables cannot."""
    return None if text is None else text.encode("utf-8", "replace").decode()


def _passages(extraction: Extraction) -> Iterator[Row]:
    text, article_id = extraction.article.text, extraction.article.content_id
    repeated = if_repeated(text, extraction.passages)
    for p, kind in zip(extraction.passages, repeated, strict=True):
        yield {"article_id": article_id, "start": p.start, "end": p.end, "kind": p.kind} | {
            "reason": p.reason,
            "line": passage_key(text[p.start : p.end]),
            "if_repeated": kind,
        }


def _mentions(extraction: Extraction) -> Iterator[Row]:
    article_id = extraction.article.content_id
    for m in extraction.mentions:
        yield {
            "mention_id": mention_id(article_id, m.start, m.end, m.label),
            "article_id": article_id,
            "start": m.start,
            "end": m.end,
            "text": m.text,
            "label": m.label,
            "sentence_start": m.sentence[0],
            "sentence_end": m.sentence[1],
            "passage_kind": m.passage_kind,
            "source": m.source,
            "local_entity": local_entity_id(article_id, m.entity),
        }


def _quotes(extraction: Extraction) -> Iterator[Row]:
    article_id = extraction.article.content_id
    for q in extraction.quotes:
        cue, speaker = q.cue or (None, None), q.speaker or (None, None)
        yield {
            "quote_id": quote_id(article_id, q.type, q.start, q.end),
            "article_id": article_id,
            "start": q.start,
            "end": q.end,
            "text": q.text,
            "type": q.type,
            "marked": [list(span) for span in q.marked],
            "group": q.group,
            "cue_start": cue[0],
            "cue_end": cue[1],
            "speaker_start": speaker[0],
            "speaker_end": speaker[1],
            "local_entity": local_entity_id(article_id, q.entity) if q.entity is not None else None,
            "speaker_name": q.speaker_name,
            "speaker_class": q.speaker_class,
            "resolved_by": q.resolved_by,
            "confidence": q.confidence,
            "addressee": q.addressee,
            "occasion": q.occasion,
            "passage_kind": q.passage_kind,
        }


def _marked_text(extraction: Extraction) -> Iterator[Row]:
    for m in extraction.marked_text:
        yield {
            "article_id": extraction.article.content_id,
            "start": m.start,
            "end": m.end,
            "text": m.text,
            "kind": m.kind,
            "passage_kind": m.passage_kind,
        }


def to_extraction(article: Row, rows: Mapping[str, Sequence[Row]]) -> Extraction:
    """One article's rows, by table name, as the records they came from."""
    keys: dict[str | None, str] = {row["local_entity"]: row["key"] for row in rows["links"]}
    record = Article(
        id=article["source_id"],
        **{
            k: article[k]
            for k in ("text", "title", "outlet", "published", "url", "author", "path", "language")
        },
        origins={
            fact: origin
            for fact in (*FACTS, "text")
            if (origin := article[f"{fact}_from"]) not in {None, STATED}
        },
    )
    return Extraction(
        article=record,
        passages=tuple(Passage(r["start"], r["end"], r["kind"], r["reason"]) for r in rows["passages"]),
        entities=tuple(_to_entity(r) for r in rows["links"]),
        mentions=tuple(_to_mention(r, keys[r["local_entity"]]) for r in rows["mentions"]),
        quotes=tuple(_to_quote(r, keys.get(r["local_entity"])) for r in rows["quotes"]),
        marked_text=tuple(
            MarkedText(r["start"], r["end"], r["text"], r["kind"], r["passage_kind"])
            for r in rows["marked_text"]
        ),
        extra={"engine": article["engine"]} if article["engine"] else {},
    )


def _to_entity(row: Row) -> LocalEntity:
    return LocalEntity(
        row["key"], row["name"], row["kind"], tuple(row["aliases"]), tuple(row["titles"]), row["gender"]
    )


def _to_mention(row: Row, key: str) -> Mention:
    sentence = (row["sentence_start"], row["sentence_end"])
    return Mention(
        row["start"], row["end"], row["text"], row["label"], key, sentence, row["passage_kind"], row["source"]
    )


def _to_quote(row: Row, key: str | None) -> Quote:
    same = (
        "start",
        "end",
        "text",
        "type",
        "group",
        "speaker_name",
        "speaker_class",
        "resolved_by",
        "addressee",
    )
    return Quote(
        **{name: row[name] for name in same},
        occasion=row["occasion"],
        passage_kind=row["passage_kind"],
        confidence=row["confidence"],
        marked=tuple((start, end) for start, end in row["marked"]),
        cue=_span(row, "cue"),
        speaker=_span(row, "speaker"),
        entity=key,
    )


def _span(row: Row, name: str) -> Span | None:
    start, end = row[f"{name}_start"], row[f"{name}_end"]
    return None if start is None else (start, end)
