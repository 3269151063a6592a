"""The spaCy component: the model's entities, mended by what the article itself says."""

from __future__ import annotations

from bisect import bisect_right

from spacy.tokens import Doc

from onrecord.extraction.attributes import store
from onrecord.extraction.entities.bodies import bodies
from onrecord.extraction.entities.descriptions import descriptions
from onrecord.extraction.entities.grouping import group
from onrecord.extraction.entities.kinds import decide, head_kind, table_kind
from onrecord.extraction.entities.missed import add_missed, mark_sides
from onrecord.extraction.entities.roles import office_after, title_before
from onrecord.extraction.entities.ships import ships
from onrecord.extraction.entities.spans import candidates, strip_titles, trim
from onrecord.extraction.entities.titled import titled
from onrecord.extraction.entities.view import Name, View, make_name
from onrecord.extraction.entities.written import acronyms, written
from onrecord.names.countries import country_of
from onrecord.names.forms import fold
from onrecord.names.people import parse
from onrecord.records import ENTITY_KINDS, KEPT, LocalEntity, Mention

_NO_NOUN = frozenset({"VB", "MD", "IN", ".", ",", "CC", "TO", "WD", "WP"})


class EntityFinder:
    """Leaves ``doc._.mentions`` and ``doc._.entities``; ``doc.ents`` stays as the model gave it."""

    def __call__(self, doc: Doc) -> Doc:
        mentions, entities = find(doc)
        store(doc, "mentions", mentions)
        store(doc, "entities", entities)
        return doc


def find(doc: Doc) -> tuple[list[Mention], list[LocalEntity]]:
    """The mentions of an article in the order of their ends, and the entities they belong to."""
    view = View(doc)
    names = candidates(doc, view)
    names = ships(view, _over(written(view, names), names))
    for name in names:
        title_before(view, name)
    mark_sides(view, names)
    decide(view, names)
    names = _over(acronyms(view, names), names)
    _agree(view, names)
    names = _introduce(view, names)
    names += add_missed(view, names, _taken(doc, view, names))
    names = _apart(_over(bodies(view, names), names))
    for name in names:
        if name.label == "PERSON":
            if not name.titles and not name.polite:
                title_before(view, name)
            office_after(view, name)
    entities = group(view, names)
    names += [*descriptions(view, names), *titled(view, names)]
    # By their ends: a name comes before the title or description that holds it.
    names = sorted({(n.start, n.end, n.label): n for n in names}.values(), key=lambda n: (n.end, -n.start))
    return [_mention(view, name, entities) for name in names], entities


def _over(first: list[Name], names: list[Name]) -> list[Name]:
    """``first``, and those of ``names`` that do not overlap them; a name of the same span gives way."""
    starts = sorted((name.start, name.end) for name in first)
    keys = [start for start, _ in starts]

    def free(name: Name) -> bool:
        at = bisect_right(keys, name.start)
        return (at == 0 or starts[at - 1][1] <= name.start) and (at == len(keys) or keys[at] >= name.end)

    return first + [name for name in names if free(name)]


def _agree(view: View, names: list[Name]) -> None:
    """An acronym is everywhere what it is where it is introduced."""
    kinds = {name.text(view): name.label for name in names if name.source == "acronym"}
    for name in names:
        kind = kinds.get(name.text(view), name.label)
        if kind != name.label:
            name.label, name.source = kind, "kind"


def _introduce(view: View, names: list[Name]) -> list[Name]:
    """A family name that a full name introduces is that person everywhere, whatever the model took it for."""
    for name in names:
        if name.label == "PERSON":
            strip_titles(view, name)
    forms = [parse(n.text(view)) for n in names if n.label == "PERSON" and n.kept]
    families = {form.family for form in forms if form.given} - _with_article(view)
    # Bashar al-Roe is Roe afterwards.
    families |= {(name[3:],) for name, *rest in families if not rest and name[:3] in ("al ", "el ")}
    people = families | {form.words for form in forms}
    for name in names:
        if (
            name.label != "PERSON"
            and name.source != "ship"
            and (parse(name.text(view)).words in families or _family(view, name, families))
            and not _is_place(name, view)
        ):
            name.label, name.source = "PERSON", "surname"
    return [part for name in names for part in _owned(view, name, people)]


def _family(view: View, name: Name, families: set[tuple[str, ...]]) -> bool:
    """Whether a name is the plural of a family's: *the Roes*."""
    words = parse(name.text(view)).words
    if len(words) != 1 or view.word(name.first - 1).lower() != "the":
        return False
    return any(words[0].endswith(s) and (words[0].removesuffix(s),) in families for s in ("s", "es"))


def _with_article(view: View) -> set[tuple[str, ...]]:
    """Words that stand after *the* with no noun behind them: not the names of people."""
    pairs = zip(view.words, view.words[1:], view.tags[2:], strict=False)
    return {
        (fold(w),)
        for the, w, tag in pairs
        if the in ("the", "The") and w[0].isupper() and tag[:2] in _NO_NOUN
    }


def _owned(view: View, name: Name, people: set[tuple[str, ...]]) -> list[Name]:
    """*Roe's* National Council is two names, if Roe is a person of the article or a country."""
    if name.label not in ("ORG", "WORK_OF_ART", "PRODUCT"):
        return [name]
    if view.headline(name.start) and not head_kind(name.text(view)):
        name = _headline(view, name, people)
    if "," in view.words[name.first : name.last]:
        return _listed(view, name, people)
    for i in range(name.first + 1, name.last - 1):
        if view.words[i] not in ("'s", "\u2019s"):
            continue
        owner = view.text[name.start : view.end(i - 1)]
        label = "GPE" if country_of(owner) else "PERSON" if parse(owner).words in people else None
        if label:
            rest = trim(view, i + 1, name.last)
            parts = [make_name(view, name.first, i, label, "boundary")]
            return parts + ([make_name(view, *rest, name.label, "boundary")] if rest else [])
    return [name]


def _headline(view: View, name: Name, people: set[tuple[str, ...]]) -> Name:
    """*Roe* Signals Openness: a person of the article and the capitals of a headline behind."""
    for last in range(name.first + 1, min(name.last, name.first + 4)):
        if parse(view.text[name.start : view.end(last - 1)]).words in people:
            return make_name(view, name.first, last, "PERSON", "boundary")
    return name


def _listed(view: View, name: Name, people: set[tuple[str, ...]]) -> list[Name]:
    """*Roe, Doe* taken for one name: two people of the article."""
    commas = [i for i in range(name.first, name.last) if view.words[i] == ","]
    starts, ends = [name.first, *(i + 1 for i in commas)], [*commas, name.last]
    parts = [make_name(view, a, b, "PERSON", "boundary") for a, b in zip(starts, ends, strict=True) if a < b]
    return parts if all(parse(part.text(view)).words in people for part in parts) else [name]


def _is_place(name: Name, view: View) -> bool:
    """A place that shares a person's family name (Jordan, Washington) and is not called Mr. or Ms."""
    return table_kind(name.text(view)) is not None and not name.polite


def _taken(doc: Doc, view: View, names: list[Name]) -> list[bool]:
    """Words that a name covers, or that the model holds for a date, a number or a language."""
    taken = [False] * len(view)
    for name in names:
        taken[name.first : name.last] = [True] * (name.last - name.first)
    for ent in doc.ents:
        # A month may be a person: Theresa May.
        if ent.label_ not in ENTITY_KINDS and not (
            ent.label_ == "DATE" and ent.text in ("May", "April", "June")
        ):
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
    kind = view.passage_kind(name.start)
    # The parser may end a sentence inside a name (Roe & Co. Ltd.): both halves are the name's sentence.
    return Mention(
        start=name.start,
        end=name.end,
        text=name.text(view),
        label=name.label,
        entity=entities[name.entity].key,
        sentence=(view.sentence(name.start)[0], view.sentence(name.end - 1)[1]),
        passage_kind="credit" if name.credited and kind in KEPT else kind,
        source=name.source,
    )
