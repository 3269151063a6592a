"""An extraction as one line of the interchange format."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from onrecord.records import Extraction, LocalEntity, MarkedText, Mention, Passage, Quote, Span, stable_id


def to_line(extraction: Extraction, names: Mapping[str, str] | None = None) -> dict[str, Any]:
    """The line, ready for ``json.dumps``.

    ``names`` gives the canonical name of every local entity of the run: it maps
    ``stable_id(article.content_id, LocalEntity.key)``, the ``local_entity`` of the workspace's tables,
    to a name. An entity it doesn't know keeps its name within the article.
    """
    article = extraction.article
    known = names or {}
    canonical = {
        entity.key: known.get(stable_id(article.content_id, entity.key), entity.name)
        for entity in extraction.entities
    }
    told = {"language": article.language, "origins": dict(article.origins)}
    return {
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published.isoformat() if article.published else None,
        "url": article.url,
        "author": article.author,
        "text": article.text,
        "passages": [_passage(passage) for passage in extraction.passages],
        "entities": [_entity(entity, canonical[entity.key]) for entity in extraction.entities],
        "mentions": [_mention(mention, canonical) for mention in extraction.mentions],
        "quotes": [_quote(quote, canonical) for quote in extraction.quotes],
        "marked_text": [_marked(marked) for marked in extraction.marked_text],
    } | {name: value for name, value in told.items() if value}


def _passage(passage: Passage) -> dict[str, Any]:
    return {"start": passage.start, "end": passage.end, "kind": passage.kind, "reason": passage.reason}


def _entity(entity: LocalEntity, name: str) -> dict[str, Any]:
    return {
        "name": name,
        "kind": entity.kind,
        "aliases": list(entity.aliases),
        "titles": list(entity.titles),
    }


def _mention(mention: Mention, canonical: Mapping[str, str]) -> dict[str, Any]:
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "label": mention.label,
        "entity": canonical.get(mention.entity, mention.text),
        "sentence": list(mention.sentence),
        "passage_kind": mention.passage_kind,
        "source": mention.source,
    }


def _quote(quote: Quote, canonical: Mapping[str, str]) -> dict[str, Any]:
    return {
        "start": quote.start,
        "end": quote.end,
        "text": quote.text,
        "type": quote.type,
        "marked": [list(span) for span in quote.marked],
        "group": quote.group,
        "cue": _span(quote.cue),
        "speaker": _span(quote.speaker),
        "speaker_name": canonical.get(quote.entity or "", quote.speaker_name),
        "speaker_class": quote.speaker_class,
        "resolved_by": quote.resolved_by,
        "confidence": quote.confidence,
        "addressee": quote.addressee,
        "occasion": quote.occasion,
        "passage_kind": quote.passage_kind,
    }


def _marked(marked: MarkedText) -> dict[str, Any]:
    return {
        "start": marked.start,
        "end": marked.end,
        "text": marked.text,
        "kind": marked.kind,
        "passage_kind": marked.passage_kind,
    }


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else list(span)
