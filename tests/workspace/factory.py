"""Synthetic articles with exact offsets, for tests that need a workspace but no model.

``extraction(n)`` is always the same article for the same ``n``. People, outlets, days and words
come round in small cycles, so that a test can count by hand what a filter must leave.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from onrecord.records import Article, Extraction, LocalEntity, MarkedText, Mention, Passage, Quote

OUTLETS = ("Harbour Post", "Northern Wire", "Daily Lantern")
PEOPLE = ("Ada Quill", "Boris Tam", "Clara Voss", "Dmitri Oake", "Ella Finch")
PLACES = ("Torvia", "Kesh Island", "Port Amber")
TOPICS = ("harbour", "treaty", "budget", "ferry", "drought", "orchard", "railway")
FIRST_DAY = date(2024, 1, 1)
TYPES = ("direct", "mixed", "indirect")


class Writer:
    """Builds a text piece by piece and knows where it is."""

    def __init__(self) -> None:
        self.text = ""

    def write(self, words: str) -> tuple[int, int]:
        start = len(self.text)
        self.text += words
        return start, len(self.text)


def extraction(n: int, *, mentions: int = 3, quotes: int = 2, outlet: str | None = "") -> Extraction:
    """Article ``n``: ``quotes`` sentences of quoted speech, then mentions up to ``mentions``, then a caption.

    Quote ``k`` is by person ``n + k``, about place ``n + k``, of type ``k`` of the three. Every tenth
    article has no day. The caption is a passage that is set aside; it names the person ``n`` and
    quotes a photographer.
    """
    writer, rows = Writer(), Rows()
    title = f"Report {n} on the {TOPICS[n % len(TOPICS)]}"
    heading = writer.write(title)
    writer.write("\n\n")
    body = len(writer.text)
    for k in range(quotes):
        _quote(writer, rows, n, k)
    while len(rows.mentions) < mentions:
        start = len(writer.text)
        person = PEOPLE[(n + len(rows.mentions)) % len(PEOPLE)]
        span = writer.write(person)
        writer.write(f" went to the {TOPICS[(n + 1) % len(TOPICS)]} office. ")
        rows.mention(span, person, "PERSON", (start, len(writer.text) - 1))
    end = len(writer.text)
    writer.write("\n\n")
    caption = len(writer.text)
    _caption(writer, rows, n)
    article = Article(
        id=f"article-{n}",
        text=writer.text,
        title=title,
        outlet=OUTLETS[n % len(OUTLETS)] if outlet == "" else outlet,
        published=None if n % 10 == 9 else FIRST_DAY + timedelta(days=n % 60),
        url=f"https://example.org/{n}",
        path=f"made/{n}.txt",
    )
    passages = (
        Passage(*heading, "heading", "first line"),
        Passage(body, end),
        Passage(caption, len(writer.text), "caption", "made up"),
    )
    return Extraction(
        article,
        passages,
        tuple(rows.entities.values()),
        tuple(rows.mentions),
        tuple(rows.quotes),
        tuple(rows.marked),
    )


def extractions(count: int, start: int = 0, *, mentions: int = 3, quotes: int = 2) -> Iterator[Extraction]:
    for n in range(start, start + count):
        yield extraction(n, mentions=mentions, quotes=quotes)


class Rows:
    def __init__(self) -> None:
        self.entities: dict[str, LocalEntity] = {}
        self.mentions: list[Mention] = []
        self.quotes: list[Quote] = []
        self.marked: list[MarkedText] = []

    def mention(
        self, span: tuple[int, int], name: str, kind: str, sentence: tuple[int, int], passage: str = "body"
    ) -> str:
        key = f"{kind}:{name}"
        self.entities.setdefault(key, LocalEntity(key, name, kind, (name.rsplit(maxsplit=1)[-1],), ("Dr",)))
        self.mentions.append(Mention(*span, name, kind, key, sentence, passage))  # type: ignore[arg-type]
        return key


def _quote(writer: Writer, rows: Rows, n: int, k: int) -> None:
    person, place = PEOPLE[(n + k) % len(PEOPLE)], PLACES[(n + k) % len(PLACES)]
    start = len(writer.text)
    speaker = writer.write(person)
    writer.write(" ")
    cue = writer.write("said")
    writer.write(' "')
    quote = writer.write(f"the {TOPICS[(n + k) % len(TOPICS)]} in {place} matters, point {k} of {n}")
    writer.write('". ')
    sentence = (start, len(writer.text) - 1)
    key = rows.mention(speaker, person, "PERSON", sentence)
    at = writer.text.index(place, quote[0])
    rows.mention((at, at + len(place)), place, "GPE", sentence)
    rows.quotes.append(
        Quote(
            *quote,
            writer.text[slice(*quote)],
            TYPES[k % 3],  # type: ignore[arg-type]
            marked=(quote,),
            group=f"g{k}",
            cue=cue,
            speaker=speaker,
            entity=key,
            speaker_name=person,
            speaker_class="named",
            resolved_by="nsubj",
            confidence=0.75,
        )
    )


def _caption(writer: Writer, rows: Rows, n: int) -> None:
    person, start = PEOPLE[n % len(PEOPLE)], len(writer.text)
    span = writer.write(person)
    writer.write(" at the ")
    marked = writer.write("grand opening")
    writer.write(": ")
    quote = writer.write("look at this picture")
    rows.mention(span, person, "PERSON", (start, len(writer.text)), "caption")
    rows.marked.append(MarkedText(*marked, "grand opening", "scare", "caption"))
    rows.quotes.append(
        Quote(*quote, "look at this picture", "direct", group="c", speaker_name="A photographer",
              speaker_class="anonymous", confidence=0.5, passage_kind="caption")
    )  # fmt: skip
