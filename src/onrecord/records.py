"""The records that flow through Onrecord: one article in, its rows out.

Offsets are Python character offsets into ``Article.text``, end exclusive: ``text[start:end]`` is the
record's text. A ``Span`` is such a pair. Records are plain data, cheap to pickle, and know no engine.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

type Span = tuple[int, int]

PassageKind = Literal["body", "heading", "summary", "caption", "promo", "teaser", "credit", "ui"]
QuoteType = Literal["direct", "mixed", "indirect"]
MarkedKind = Literal["scare", "title", "slogan", "nickname", "term"]
SpeakerClass = Literal["named", "anonymous", "collective", "document", "unresolved"]
Relation = Literal["verbatim", "truncated", "reworded"]
CopyRelation = Literal["original", "exact", "near", "cut", "agency copy", "updated version"]
"""What an article is to the original of its cluster of copies: see ``copies.clusters``."""

KEPT: frozenset[str] = frozenset({"body", "heading", "summary"})
"""Passage kinds that figures, antecedents and evidence for resolution come from."""

ENTITY_KINDS: tuple[str, ...] = (
    "PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART",
)  # fmt: skip
"""OntoNotes names of what counts as an entity (numbers, dates and languages do not)."""


TITLE = "TITLE"
"""Label of a mention that is a title beside a person's name: it belongs to the person and is no name."""
MENTION_LABELS: tuple[str, ...] = (*ENTITY_KINDS, TITLE)


def stable_id(*parts: object) -> str:
    """16 hex digits that depend on the parts alone: the same input gets the same id anywhere."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Article:
    """One article as reading delivers it; ``id`` is the input's own, ``content_id`` the text's."""

    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    url: str | None = None
    author: str | None = None
    path: str | None = None
    language: str | None = None
    """ISO 639-1 code, where known. What is known not to be English is stored, but not extracted."""
    origins: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Field to where it comes from, where the input did not state it: see ``cleaning.origins``."""

    @cached_property
    def content_hash(self) -> str:
        """SHA-256 of the text, hex: the same text twice is one article."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def content_id(self) -> str:
        """The article's id in a workspace: the first 16 digits of ``content_hash``."""
        return self.content_hash[:16]


@dataclass(frozen=True)
class Failure:
    """A file, or a row of one, that could not be read: what it is and why."""

    path: str
    reason: str


@dataclass(frozen=True)
class Passage:
    """A labelled stretch of an article; passages tile the text's paragraphs."""

    start: int
    end: int
    kind: PassageKind = "body"
    reason: str = ""


@dataclass(frozen=True)
class Mention:
    """One name in a text. ``entity`` is the ``key`` of a ``LocalEntity`` of the same article."""

    start: int
    end: int
    text: str
    label: str
    """One of ``ENTITY_KINDS``, or ``TITLE``."""
    entity: str
    sentence: Span
    passage_kind: PassageKind = "body"
    source: str = "model"
    """How the mention came about: ``model``, or the name of the rule that added or mended it."""


@dataclass(frozen=True)
class LocalEntity:
    """A person, organisation, place … as one article knows it, before it is resolved in the corpus."""

    key: str
    """Unique within the article and stable for the same text."""
    name: str
    """The fullest form of the name in the article, without title, article and possessive."""
    kind: str
    """OntoNotes label, decided over all mentions."""
    aliases: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    gender: Literal["m", "f"] | None = None


@dataclass(frozen=True)
class Quote:
    """One quotation, or one piece of it where the reporting clause interrupts it."""

    start: int
    end: int
    text: str
    type: QuoteType
    marked: tuple[Span, ...] = ()
    group: str = ""
    """Equal for the pieces of one utterance; unique within the article."""
    cue: Span | None = None
    speaker: Span | None = None
    entity: str | None = None
    """``key`` of the speaker's ``LocalEntity``, where the speaker is one."""
    speaker_name: str | None = None
    """Canonical name in the article; for groups and documents their own words."""
    speaker_class: SpeakerClass = "unresolved"
    resolved_by: str | None = None
    confidence: float = 0.0
    addressee: str | None = None
    occasion: str | None = None
    passage_kind: PassageKind = "body"


@dataclass(frozen=True)
class MarkedText:
    """Words in quotation marks that are not speech."""

    start: int
    end: int
    text: str
    kind: MarkedKind
    passage_kind: PassageKind = "body"


@dataclass(frozen=True)
class Extraction:
    """Everything known about one article: the unit that any engine maps."""

    article: Article
    passages: tuple[Passage, ...] = ()
    entities: tuple[LocalEntity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    marked_text: tuple[MarkedText, ...] = ()
    extra: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Selection:
    """What a page shows: the shared filters. Empty means no restriction.

    Filters bind each row as closely as they can. A quote must itself have the speaker, the type, the
    words and a mention of the entity in its span; an article must hold one such quote or mention; a
    mention, an entity or a statement counts when its article (or quote) does.
    """

    outlets: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    entities: tuple[str, ...] = ()
    """Entity ids; any of them."""
    speakers: tuple[str, ...] = ()
    """Speaker ids (an entity id, or ``name:…`` for a group or document); any of them."""
    types: tuple[str, ...] = ()
    text: str = ""
    """Full-text search: words, "a phrase", AND OR NOT, prefix*, NEAR(a b, 5)."""
    junk: bool = False
    """Count rows from set-aside passages (captions, promos, teasers …) too."""
    articles: tuple[str, ...] = ()
    governments: bool = False
    """Count capitals and seats (Pyongyang, the White House) as the country they stand for."""
    independent: bool = False
    """Count each text once: of the articles that the other filters leave, the copies of one text are
    represented by the earliest published, then the fullest. All figures come from it alone."""
