"""A line of the interchange format as an extraction: every offset, text and name of a kind is checked."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

from onrecord._errors import InputError, InterchangeError
from onrecord.cleaning import label_passages
from onrecord.interchange.fields import Fields
from onrecord.interchange.sentences import Sentences
from onrecord.reading.json_lines import json_lines, row_name
from onrecord.reading.limits import Limits
from onrecord.reading.reader import BROKEN
from onrecord.reading.sources import Source, bytes_source, find_sources
from onrecord.records import (
    ENTITY_KINDS,
    MENTION_LABELS,
    TITLE,
    Article,
    Extraction,
    Failure,
    LocalEntity,
    MarkedKind,
    MarkedText,
    Mention,
    Passage,
    PassageKind,
    Quote,
    QuoteType,
    SpeakerClass,
    stable_id,
)

PASSAGE_KINDS, QUOTE_TYPES = get_args(PassageKind), get_args(QuoteType)
MARKED_KINDS, SPEAKER_CLASSES = get_args(MarkedKind), get_args(SpeakerClass)


def read_extracted(path: Path | str, *, limits: Limits | None = None) -> Iterator[Extraction | Failure]:
    """The extractions in a file of lines (``.jsonl``, also ``.gz`` or inside a ``.zip``), as a stream."""
    limits = limits or Limits()
    for source in find_sources([path], limits):
        yield from _lines(source, limits)


def read_extracted_bytes(
    name: str, data: bytes, *, limits: Limits | None = None
) -> Iterator[Extraction | Failure]:
    """The same for a file whose bytes are at hand: what was dropped into a browser."""
    limits = limits or Limits()
    for source in bytes_source(name, data, limits):
        yield from _lines(source, limits)


def _lines(source: Source | Failure, limits: Limits) -> Iterator[Extraction | Failure]:
    if isinstance(source, Failure):
        yield source
        return
    try:
        for number, row in json_lines(source, limits):
            try:
                yield row if isinstance(row, Failure) else from_line(row, line=number, path=source.name)
            except InputError as error:
                yield Failure(row_name(source, number), str(error))
    except InputError as error:
        yield Failure(source.name, str(error))
    except BROKEN as error:
        yield Failure(source.name, f"The file broke off: {error or type(error).__name__}. Get it again.")


def from_line(row: dict[str, Any], *, line: int | None = None, path: str | None = None) -> Extraction:
    """The extraction that a line holds. Only ``id`` and ``text`` must be there.

    Missing passages are labelled by Onrecord's rules, a missing sentence is cut by punctuation, a
    missing entity is the mention's own words. Raises ``InterchangeError``.
    """
    fields = Fields(row, f"Line {line}" if line else "The line")
    article = _article(fields, path)
    fields.text = article.text
    passages = _passages(fields, article)
    mentions, entities = _mentions(fields, passages, article)
    return Extraction(
        article=article,
        passages=passages,
        entities=tuple(entities.values()),
        mentions=mentions,
        quotes=tuple(_quote(item, passages, entities) for item in fields.items("quotes")),
        marked_text=tuple(_marked(item, passages) for item in fields.items("marked_text")),
    )


def _article(fields: Fields, path: str | None) -> Article:
    own = fields.raw.get("id")
    if isinstance(own, int) and not isinstance(own, bool):
        fields.raw = {**fields.raw, "id": str(own)}
    return Article(
        id=fields.needed("id"),
        text=fields.needed("text"),
        title=fields.string("title"),
        outlet=fields.string("outlet"),
        published=_day(fields),
        url=fields.string("url"),
        author=fields.string("author"),
        path=path,
        language=fields.string("language") or None,
        origins=_origins(fields),
    )


def _origins(fields: Fields) -> dict[str, str]:
    """Field to where it came from, as Onrecord writes it."""
    value = fields.raw.get("origins")
    told = value.items() if isinstance(value, dict) else ()
    return {field: origin for field, origin in told if isinstance(origin, str)}


def _day(fields: Fields) -> date | None:
    value = fields.string("published")
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        raise fields.wrong("published", "a day as YYYY-MM-DD, or null", value) from None


def _passages(fields: Fields, article: Article) -> tuple[Passage, ...]:
    if fields.raw.get("passages") is None:
        return label_passages(article.text, outlet=article.outlet, title=article.title)
    items = [(item, item.extent()) for item in fields.items("passages")]
    items.sort(key=lambda pair: pair[1][:2])
    for (_, before), (item, extent) in pairwise(items):
        if extent[0] < before[1]:
            raise item.wrong("start", f"passages that don't overlap (one ends at {before[1]})", extent[0])
    return tuple(
        Passage(start, end, item.choice("kind", PASSAGE_KINDS), item.string("reason") or "")
        for item, (start, end, _) in items
    )


def _kind(item: Fields, start: int, passages: tuple[Passage, ...]) -> Any:
    """The kind of the passage a record lies in: as given, else by where it starts."""
    at = bisect_right(passages, start, key=lambda passage: passage.start) - 1
    around = passages[at].kind if at >= 0 and start < passages[at].end else "body"
    return item.choice("passage_kind", PASSAGE_KINDS, around)


def _mentions(
    fields: Fields, passages: tuple[Passage, ...], article: Article
) -> tuple[tuple[Mention, ...], dict[str, LocalEntity]]:
    """The mentions, and by name the entities they make: equal names are one entity."""
    sentences: Sentences | None = None
    mentions = []
    for item in fields.items("mentions"):
        start, end, text = item.extent()
        if (sentence := item.span("sentence")) is None:
            sentences = sentences or Sentences(article.text)
            sentence = sentences.around(start, end)
        elif not sentence[0] <= start < end <= sentence[1]:
            raise item.wrong("sentence", f"a span around {start} to {end}", list(sentence))
        mentions.append(
            Mention(
                start=start,
                end=end,
                text=text,
                label=item.choice("label", MENTION_LABELS),
                entity=item.string("entity") or text,
                sentence=sentence,
                passage_kind=_kind(item, start, passages),
                source=item.string("source") or "given",
            )
        )
    entities = _entities(fields, mentions)
    return tuple(replace(mention, entity=entities[mention.entity].key) for mention in mentions), entities


def _entities(fields: Fields, mentions: list[Mention]) -> dict[str, LocalEntity]:
    """Name -> entity; kind and aliases are as given, else what most of its mentions say."""
    labels: dict[str, Counter[str]] = {}
    forms: dict[str, dict[str, None]] = {}
    for mention in mentions:
        if mention.label == TITLE:
            labels.setdefault(mention.entity, Counter())["PERSON"] += 1
            continue
        labels.setdefault(mention.entity, Counter())[mention.label] += 1
        forms.setdefault(mention.entity, {})[mention.text] = None
    entities: dict[str, LocalEntity] = {}
    for item in fields.items("entities"):
        name = item.needed("name")
        kind, aliases = item.choice("kind", ENTITY_KINDS), item.strings("aliases")
        if name in entities:  # two entities of one article that are one in the corpus
            kind, aliases = entities[name].kind, (*entities[name].aliases, *aliases)
        aliases = tuple(dict.fromkeys(aliases or forms.get(name, ())))
        titles = (*(entities[name].titles if name in entities else ()), *item.strings("titles"))
        entities[name] = LocalEntity(_key(name), name, kind, aliases, tuple(dict.fromkeys(titles)))
    for name, counted in labels.items():
        if name not in entities:
            aliases = tuple(form for form in forms.get(name, ()) if form != name)
            entities[name] = LocalEntity(_key(name), name, counted.most_common(1)[0][0], aliases)
    return entities


def _key(name: str) -> str:
    return stable_id("given", name)


def _quote(item: Fields, passages: tuple[Passage, ...], entities: dict[str, LocalEntity]) -> Quote:
    start, end, text = item.extent()
    name = item.string("speaker_name") or None
    entity = entities.get(name or "")
    return Quote(
        start=start,
        end=end,
        text=text,
        type=item.choice("type", QUOTE_TYPES),
        marked=item.spans("marked", within=(start, end)),
        group=item.string("group") or f"given-{start}-{end}",
        cue=item.span("cue"),
        speaker=item.span("speaker"),
        entity=entity.key if entity else None,
        speaker_name=name,
        speaker_class=item.choice("speaker_class", SPEAKER_CLASSES, "named" if name else "unresolved"),
        resolved_by=item.string("resolved_by"),
        confidence=item.number("confidence", 1.0 if name else 0.0),
        addressee=item.string("addressee"),
        occasion=item.string("occasion"),
        passage_kind=_kind(item, start, passages),
    )


def _marked(item: Fields, passages: tuple[Passage, ...]) -> MarkedText:
    start, end, text = item.extent()
    kind = item.choice("kind", MARKED_KINDS)
    return MarkedText(start, end, text, kind, _kind(item, start, passages))


__all__ = ["InterchangeError", "from_line", "read_extracted", "read_extracted_bytes"]
