"""What kind of thing a name names, decided over all its mentions in the article."""

from __future__ import annotations

from collections import defaultdict

from onrecord.extraction.entities.roles import speaks
from onrecord.extraction.entities.view import Name, View
from onrecord.names.countries import country_of, country_of_people, seat_of
from onrecord.names.forms import bare, fold, is_acronym, word_set
from onrecord.names.given import is_given
from onrecord.names.people import parse
from onrecord.names.titles import OFFICES

_HEADS: dict[str, str] = {
    word: kind
    for kind, line in {
        "ORG": """university college institute institution school academy commission committee subcommittee
            council ministry department agency bureau authority board court tribunal
            association federation union league corporation corp inc ltd llc plc gmbh
            company bank airlines airways times post tribune gazette journal news press
            herald chronicle magazine police army navy forces guard foundation fund society
            alliance coalition congress parliament senate assembly party organization
            organisation administration secretariat directorate club fc group holdings
            industries pharmaceuticals motors technologies systems partners services network
            office service command corps brigade""",
        "LOC": """river lake mountains island islands sea ocean bay gulf peninsula valley desert strait
            straits coast beach canal basin continent plateau reef hemisphere""",
        "GPE": "province county district prefecture municipality emirate",
        "FAC": """street avenue road boulevard bridge airport highway square plaza tunnel stadium arena dam
            palace cathedral mosque temple cemetery prison park reserve station refuge""",
        "EVENT": """cup games olympics championship championships tournament festival summit marathon war
            revolution uprising""",
        "LAW": "act constitution amendment treaty accord protocol",
        "PRODUCT": "project programme program initiative index",
        "WORK_OF_ART": "report prize award awards",
    }.items()
    for word in line.split()
}
_LEADS: dict[str, str] = {
    **dict.fromkeys(word_set("university bank ministry department institute association federation"), "ORG"),
    **dict.fromkeys(word_set("lake mount gulf cape"), "LOC"),
    **dict.fromkeys(word_set("republic kingdom"), "GPE"),
    **dict.fromkeys(word_set("hurricane operation"), "EVENT"),
}
_EQUIPMENT = word_set(
    """missile rocket launcher aircraft fighter jet bomber helicopter drone submarine rifle"""
)
_PLACES = frozenset({"GPE", "LOC", "FAC"})


def head_kind(name: str) -> str | None:
    """The kind that a name of several words tells by its head noun: ``… University``, ``Lake …``."""
    words = fold(bare(name)).split()
    if len(words) < 2:
        return None
    if words[0] in _LEADS and (
        words[0] in ("lake", "mount", "cape", "hurricane", "operation") or words[1] == "of"
    ):
        return _LEADS[words[0]]
    head = next((i for i, w in enumerate(words) if i and w in ("of", "for", "on")), len(words))
    return _HEADS.get(words[head - 1]) if head else None


def table_kind(name: str) -> str | None:
    """GPE for countries and capitals, NORP for the people's names; nothing for other names."""
    if country_of(name) or seat_of(name):
        return "GPE"
    return "NORP" if country_of_people(name) else None


def decide(view: View, names: list[Name]) -> None:
    """Give all mentions of one surface one kind: by title, by table, by head noun, else by vote."""
    surfaces: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        if name.source == "korea":
            continue
        surfaces[fold(bare(name.text(view)))].append(name)
    for same in surfaces.values():
        kind = _kind(view, same)
        for name in same:
            if kind != name.label:
                name.label, name.source = kind, "kind"


def _kind(view: View, same: list[Name]) -> str:
    text = same[0].text(view)
    polite = sum(name.polite for name in same)
    certain = any(_office(view, name) for name in same)
    if (certain or polite * 3 >= len(same) > 0 < polite) and not country_of(text) and not head_kind(text):
        return "PERSON"
    if any(name.label in ("NORP", "PERSON") and _is_equipment(view, name) for name in same):
        return "PRODUCT"
    known = table_kind(text) or head_kind(text)
    if known:
        votes = {name.label for name in same}
        # The model may know better among kinds of places, and of a people's language or party.
        if known in _PLACES and votes <= _PLACES:
            return _majority(view, same)
        return known
    if _reads_as_person(view, same, text):
        return "PERSON"
    return _majority(view, same)


def _office(view: View, name: Name) -> bool:
    """Whether Mr., President or the like stands right before a name: proof of a person."""
    before = view.word(name.first - 1).rstrip(".") or view.word(name.first - 2)
    return name.source == "title" or (before.lower() in OFFICES and before[:1].isupper())


def _is_equipment(view: View, name: Name) -> bool:
    """A type of weapon or craft: *Patriot* missiles, the *X-2 Falcon*."""
    text = name.text(view)
    if country_of(text) or country_of_people(text):
        return False
    digits = name.label == "PERSON" and any(ch.isdigit() for ch in text)
    return digits or any(
        view.word(i).lower().rstrip("s") in _EQUIPMENT for i in range(name.last, name.last + 3)
    )


def _majority(view: View, same: list[Name]) -> str:
    votes: dict[str, float] = defaultdict(float)
    for name in same:
        votes[name.label] += 1.0 if name.kept else 0.5
        if name.polite or (speaks(view, name) and not is_acronym(name.text(view))):
            votes["PERSON"] += 0.6
    return max(votes, key=lambda kind: (votes[kind], kind))


def _reads_as_person(view: View, same: list[Name], text: str) -> bool:
    """Given name and family name, and something a person does or bears in at least one mention."""
    parts = parse(text)
    if (
        not 1 < len(parts.words) < 5
        or not is_given(parts.words[0])
        or not all(w[0].isupper() for w in text.split()[-1:])
    ):
        return False
    return any(name.titles or speaks(view, name) or name.label == "PERSON" for name in same)
