"""Names that the way of writing gives away: datelines, photo credits, bylines, acronyms in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.extraction.entities.view import Name, View
from onrecord.names.countries import country_of, seat_of
from onrecord.names.forms import abbreviates, fold, word_set

_CITY = r"[A-Z][A-Z.'\u2019]+(?: [A-Z][A-Z.'\u2019]+){0,3}"
_DATELINE = re.compile(
    rf"^(?P<places>{_CITY}(?:/{_CITY})*)"
    r"(?P<more>, [A-Z][a-z]+\.?(?: [A-Z][a-z]+)?)?(?:, [A-Z][a-z]{2,8}\.? \d{1,2}(?:,? \d{4})?)?,?"
    r" *(?:\((?P<agency>[A-Z][\w ./]{1,25})\))? *(?:--|[-–—])",
    re.MULTILINE,
)
_PERSON = r"[A-Z][\w.'\u2019-]+(?: (?:[a-z]{2,3} )?[A-Z][\w.'\u2019-]+){1,3}"
_CREDIT = re.compile(rf"(?:REUTERS|Reuters|AP|AFP|Getty Images|EPA)/(?P<name>{_PERSON})")
_BYLINE = re.compile(rf"^By (?P<name>{_PERSON})", re.MULTILINE)
_ACRONYM = re.compile(r"\((?P<name>(?:[A-Z]\.?){2,7}s?)\)")
_NO_PERSON = word_set(
    """getty file photo pool handout illustration reuters via january february march april june july august
    september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday
    tuesday wednesday thursday friday saturday sunday"""
)
_SMALL = word_set("of and for the on in to de la du des &")


def written(view: View, names: list[Name]) -> list[Name]:
    """Names of these kinds; they count before the model's."""
    places = {fold(n.text(view)) for n in names if n.label in ("GPE", "LOC", "ORG")}
    found = list(_datelines(view, places))
    for pattern in (_CREDIT, _BYLINE):
        for match in pattern.finditer(view.text):
            end = _person_end(match)
            if end:
                found.append(_name(view, match.start("name"), end, "PERSON", "credit"))
    return found


def _datelines(view: View, places: set[str]) -> Iterator[Name]:
    for match in _DATELINE.finditer(view.text):
        start = match.start("places")
        for place in match["places"].split("/"):
            known = country_of(place) or seat_of(place) or fold(place) in places
            if match["agency"] or match["more"] or known:
                yield _name(view, start, start + len(place), "GPE", "dateline")
            start += len(place) + 1
        if match["agency"]:
            yield _name(view, *match.span("agency"), "ORG", "dateline")


def _person_end(match: re.Match[str]) -> int | None:
    """Where the name ends: before a date, "File Photo" and the like; nothing if one word is left."""
    end = match.start("name")
    words = 0
    for word in re.finditer(r"\S+", match["name"]):
        if fold(word[0]) in _NO_PERSON:
            break
        end = match.start("name") + word.end()
        words += 1
    return end if words > 1 else None


def acronyms(view: View, names: list[Name]) -> list[Name]:
    """Full Name (FN): both are names of one kind, also where the model saw one of them or neither."""
    by_end = {name.end: name for name in names}
    found: list[Name] = []
    for match in _ACRONYM.finditer(view.text):
        before = view.text[: match.start()].rstrip()
        long = by_end.get(len(before))
        if long is not None and not abbreviates(match["name"], long.text(view)):
            long = None
        if long is None:
            start = _spelled_out(before, match["name"].replace(".", ""))
            if start is None:
                continue
            long = _name(view, start, len(before), "ORG", "acronym")
            found.append(long)
        elif long.label in ("PERSON", "GPE", "NORP", "PRODUCT") and not country_of(long.text(view)):
            long.label, long.source = "ORG", "acronym"
        if long.label not in ("PERSON", "NORP"):
            found.append(_name(view, match.start("name"), match.end("name"), long.label, "acronym"))
    return found


def _spelled_out(before: str, acronym: str) -> int | None:
    """Where the words begin whose first letters are the acronym, counted back from the bracket."""
    words = list(re.finditer(r"[^\s/-]+", before[-120:].rsplit("\n", 1)[-1]))
    offset = len(before) - len(before[-120:].rsplit("\n", 1)[-1])
    letters = acronym.rstrip("s") if not acronym.isupper() else acronym
    for word in reversed(words):
        if word[0].lower() in _SMALL and (not letters or word[0][0].upper() != letters[-1]):
            continue
        if not letters or word[0][0] != letters[-1]:
            return None
        letters = letters[:-1]
        if not letters:
            return offset + word.start()
    return None


def _name(view: View, start: int, end: int, label: str, source: str) -> Name:
    name = Name(view.index(start), view.index(end - 1) + 1, start, end, label, source, view.kept(start))
    name.polite = source == "credit"
    name.kept = name.kept and not name.credited
    return name
