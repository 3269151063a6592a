"""What kind of thing a name names, decided over all its mentions in the article."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from onrecord.extraction.entities.context import Evidence, called, is_equipment, office, weigh
from onrecord.extraction.entities.view import Name, View
from onrecord.names.countries import country_of, country_of_people, region_of_people, seat_of
from onrecord.names.forms import bare, fold, word_set
from onrecord.names.given import is_given

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
            palace tower hotel cathedral mosque temple cemetery prison park station refuge""",
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
FIXED = frozenset({"korea", "dateline", "credit", "acronym", "ship"})
"""Rules that are sure of the kind: no vote."""
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_INITIALS = re.compile(r"(?!NYC)[A-Z]{3,5}")


_KNOWN: dict[str, str] = {
    **dict.fromkeys(
        ("brexit", "grexit", "holocaust", "cold war", "world war ii", "christmas", "easter"), "EVENT"
    ),
    **dict.fromkeys(
        ("west bank", "left bank", "south bank", "middle east", "golan heights", "gaza strip"), "LOC"
    ),
    **dict.fromkeys(("twitter", "facebook", "instagram", "youtube", "whatsapp", "tiktok", "snapchat"), "ORG"),
    **dict.fromkeys(("covid", "covid 19", "coronavirus", "ebola", "bitcoin"), "PRODUCT"),
    **dict.fromkeys(
        word_set("""cnn ap afp bbc abc nbc cbs msnbc npr pbs reuters gop politico vox axios breitbart
        buzzfeed huffpost newsmax fivethirtyeight"""),
        "ORG",
    ),
    "getty images": "ORG",
    **dict.fromkeys(
        ("white house", "house", "senate", "house of representatives", "black lives matter"), "ORG"
    ),
    "bill of rights": "LAW",
    **dict.fromkeys(("rose garden", "capitol", "us capitol"), "FAC"),
    "state of the union": "EVENT",
    **dict.fromkeys(word_set("latino latinos hispanic hispanics islamic islam muslim muslims"), "NORP"),
    **dict.fromkeys(("obamacare", "affordable care act", "green new deal"), "LAW"),
    **dict.fromkeys(("europe", "asia", "africa", "capitol hill", "silicon valley", "wall street"), "LOC"),
    **dict.fromkeys(("aboriginal", "indigenous", "first nation", "first nations", "gen z"), "NORP"),
    **dict.fromkeys(
        ("european union", "eu", "united nations", "un", "nato", "asean", "opec", "congress"), "ORG"
    ),
}
"""Names in every paper that a model trained on other years takes for people or companies."""


@lru_cache(maxsize=65536)
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


@lru_cache(maxsize=65536)
def table_kind(name: str) -> str | None:
    """GPE for countries and capitals, NORP for their people, and what every paper knows; else nothing."""
    if known := _KNOWN.get(fold(bare(name))):
        return known
    if country_of(name) or seat_of(name):
        return "GPE"
    return "NORP" if country_of_people(name) or region_of_people(name) else None


def decide(view: View, names: list[Name]) -> None:
    """Give all mentions of one surface one kind: by title, by table, by head noun, else by vote."""
    surfaces: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        if name.source not in FIXED:
            surfaces[fold(bare(name.text(view)))].append(name)
    people = called(view)
    for surface, same in surfaces.items():
        words = surface.split() or [""]
        bearer = words[-1] in people and (len(words) == 1 or (len(words) < 4 and is_given(words[0])))
        kind = _kind(view, same, bearer)
        for name in same:
            if kind != name.label:
                name.label, name.source = kind, "kind"


def _kind(view: View, same: list[Name], certain: bool) -> str:
    text = same[0].text(view)
    polite = sum(name.polite for name in same)
    certain = certain or any(office(view, name) for name in same)
    known = table_kind(text) or head_kind(text)
    if certain and all(name.label == "NORP" for name in same):
        certain = False  # a Democratic administration
    if (certain or polite * 3 >= len(same) > 0 < polite) and not known:
        return "PERSON"
    if any(name.label in ("NORP", "PERSON") and is_equipment(view, name) for name in same):
        return "PRODUCT"
    evidence = weigh(view, same)
    labels = {name.label for name in same}
    if known and not (known in _PLACES and labels <= _PLACES):
        return known
    if known and " " in text:
        return max(labels, key=lambda label: (sum(name.label == label for name in same), label))
    return _majority(same, evidence, initials=not known and bool(_INITIALS.fullmatch(text)))


def _majority(same: list[Name], evidence: Evidence, *, initials: bool) -> str:
    votes: dict[str, float] = defaultdict(float)
    for name in same:
        votes[name.label] += 1.0 if name.kept else 0.5
    if votes.get("PERSON") or evidence.person >= 1 or "ORG" in votes:
        votes["PERSON"] += evidence.person
    if evidence.organisation:
        votes["ORG"] += evidence.organisation
    if evidence.place:
        votes["GPE"] += evidence.place
    kind = max(votes, key=lambda kind: (votes[kind], kind))
    # A place's initials have dots or are known: L.A., UAE.
    return "ORG" if kind in _PLACES and initials else kind
