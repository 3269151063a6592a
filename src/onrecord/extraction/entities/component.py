"""The spaCy component: the model's entities, mended by what the article itself says."""

from __future__ import annotations

from spacy.tokens import Doc

from onrecord.extraction.attributes import store
from onrecord.extraction.entities.grouping import group
from onrecord.extraction.entities.kinds import decide, table_kind
from onrecord.extraction.entities.missed import add_missed, mark_sides
from onrecord.extraction.entities.roles import office_after, title_before
from onrecord.extraction.entities.spans import candidates, strip_titles
from onrecord.extraction.entities.view import Name, View
from onrecord.names.people import parse
from onrecord.records import ENTITY_KINDS, LocalEntity, Mention


class EntityFinder:
    """Leaves ``doc._.mentions`` and ``doc._.entities``; ``doc.ents`` stays as the model gave it."""

    def __call__(self, doc: Doc) -> Doc:
        mentions, entities = find(doc)
        store(doc, "mentions", mentions)
        store(doc, "entities", entities)
        return doc


def find(doc: Doc) -> tuple[list[Mention], list[LocalEntity]]:
    """The mentions of an article in text order, and the entities they belong to."""
    view = View(doc)
    names = candidates(doc, view)
    for name in names:
        title_before(view, name)
    mark_sides(view, names)
    decide(view, names)
    names = _apply_introductions(view, names)
    names += add_missed(view, names, _taken(doc, view, names))
    names = _apart(names)
    for name in names:
        if name.label == "PERSON":
            if not name.titles and not name.polite:
                title_before(view, name)
            office_after(view, name)
    entities = group(view, names)
    return [_mention(view, name, entities) for name in names], entities


def _apply_introductions(view: View, names: list[Name]) -> list[Name]:
    """A family name that a full name introduces is that person everywhere, whatever the model took it for."""
    families = {
        p.family for n in names if n.label == "PERSON" and n.kept and (p := parse(n.text(view))).given
    }
    for name in names:
        if name.label == "PERSON":
            strip_titles(view, name)
        elif parse(name.text(view)).words in families and not _is_place(name, view):
            name.label, name.source = "PERSON", "surname"
    return names


def _is_place(name: Name, view: View) -> bool:
    """A place that shares a person's family name (Jordan, Washington) and is not called Mr. or Ms."""
    return table_kind(name.text(view)) is not None and not name.polite


def _taken(doc: Doc, view: View, names: list[Name]) -> list[bool]:
    """Words that a name covers, or that the model holds for a date, a number or a language."""
    taken = [False] * len(view)
    for name in names:
        taken[name.first : name.last] = [True] * (name.last - name.first)
    for ent in doc.ents:
        if ent.label_ not in ENTITY_KINDS:
            taken[ent.start : ent.end] = [True] * (ent.end - ent.start)
    return taken


def _apart(names: list[Name]) -> list[Name]:
    """In text order, without overlaps: the first and longest stays."""
    apart: list[Name] = []
    for name in sorted(names, key=lambda n: (n.start, -n.end)):
        if not apart or name.start >= apart[-1].end:
            apart.append(name)
    return apart


def _mention(view: View, name: Name, entities: list[LocalEntity]) -> Mention:
    return Mention(
        start=name.start,
        end=name.end,
        text=name.text(view),
        label=name.label,
        entity=entities[name.entity].key,
        sentence=view.sentence(name.start),
        passage_kind=view.passage_kind(name.start),
        source=name.source,
    )
