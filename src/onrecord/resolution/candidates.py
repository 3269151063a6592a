"""Entities that may be one and were not merged: for an analyst to decide, with what speaks for and against.

No name is compared with all others. Pairs come from blocks that share a folded name, a family name, an
acronym, or the beginning or the end of a name (one slip leaves one of them alone); the largest entities
of a wide block stand for it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Literal, NamedTuple

import numpy as np
import pandas as pd
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from onrecord.names.forms import bare, fold, initials, is_acronym
from onrecord.names.given import is_given
from onrecord.names.people import parse, same_person, short_of
from onrecord.resolution.entity import block_of, strings

COLUMNS = ["a", "b", "evidence_for", "evidence_against", "score"]
_DIGIT = re.compile(r"\d")
RARE = 3
"""Articles up to which a name may be a slip of a more frequent one."""
SHORTEST = 8
"""Letters that a name needs before one letter more, less or other is likely a slip."""
WIDEST = 20
"""Entities of a block that are compared."""
EDGE = 3
"""Letters at either end of a name, one of which a slip leaves alone."""
SLIP, OTHER_KIND, ACRONYM, ONE_PERSON, FAMILY = 0.8, 0.7, 0.6, 0.6, 0.4
"""Scores of the reasons, before anything else is looked at."""
SHARED, APART, RIVAL = 0.15, 0.2, 0.05
"""What a shared title adds, and what being named side by side, or each rival, takes away."""


class Evidence(NamedTuple):
    """One thing that speaks for or against a pair being one."""

    text: str
    of: Literal["names", "title", "together", "rivals"]
    """Where to look: at the names, at a title of both, where both are named, at others it may mean."""
    values: tuple[str, ...] = ()
    """The titles (folded), or the ids of the rivals."""


@dataclass(frozen=True, slots=True, eq=False)
class _Entity:
    id: str
    name: str
    kind: str
    block: str
    form: str
    titles: frozenset[str]
    articles: int


class _Pair(NamedTuple):
    """``b`` is the rarer; ``rivals`` are others that it may mean as well."""

    a: _Entity
    b: _Entity
    why: str
    score: float
    rivals: tuple[_Entity, ...]


type _Judge = Callable[[_Entity, _Entity], tuple[str, float] | None]


class Candidates:
    """The pairs among some entities; made once, it answers for one entity in milliseconds.

    ``entities`` has entity_id, name, kind, titles, articles (in how many each is named).
    """

    def __init__(self, entities: pd.DataFrame) -> None:
        columns = entities[["entity_id", "name", "kind", "titles", "articles"]]
        known = [
            _Entity(
                id_, name, kind, block_of(name, kind), fold(bare(name)), frozenset(strings(titles)), int(n)
            )
            for id_, name, kind, titles, n in columns.itertuples(index=False)
        ]
        known.sort(key=lambda e: (-e.articles, e.name, e.id))
        self._by_id = {entity.id: entity for entity in known}
        self._place = {entity.id: place for place, entity in enumerate(known)}
        self._blocks = [_blocked(known, keys) for keys, _ in _RULES]
        self._long: dict[str, list[_Entity]] = defaultdict(list)
        for entity in known:
            if len(entity.form) >= SHORTEST and not _DIGIT.search(entity.form):
                self._long[entity.block].append(entity)

    def of(self, entity_id: str) -> list[_Pair]:
        """The pairs with one entity in them."""
        entity = self._by_id.get(entity_id)
        if entity is None:
            return []
        near = self._long[entity.block] if len(entity.form) >= SHORTEST else []
        found = [pair for keys, blocks, judge in self._ways() for key in dict.fromkeys(keys(entity))
                 for pair in _pairs(blocks.get(key, []), judge, entity)]  # fmt: skip
        return self._distinct([*_slips([entity], near), *found])

    def all(self) -> list[_Pair]:
        """Every pair."""
        slips = [
            p for block in self._long.values() for edge in _edges(block) for p in _slips(_rare(edge), edge)
        ]
        found = [
            p for _, blocks, judge in self._ways() for block in blocks.values() for p in _pairs(block, judge)
        ]
        return self._distinct([*slips, *found])

    def _ways(self) -> Iterator[tuple[Callable[[_Entity], Iterable[str]], dict[str, list[_Entity]], _Judge]]:
        for (keys, judge), blocks in zip(_RULES, self._blocks, strict=True):
            yield keys, blocks, judge

    def _distinct(self, pairs: Iterable[_Pair]) -> list[_Pair]:
        """Each pair once, for its best reason."""
        best: dict[tuple[str, str], _Pair] = {}
        for pair in sorted(pairs, key=lambda p: (-p.score, self._place[p.a.id], self._place[p.b.id], p.why)):
            best.setdefault((pair.a.id, pair.b.id), pair)
        return list(best.values())


def candidates(entities: pd.DataFrame, mentions: pd.DataFrame) -> pd.DataFrame:
    """Pairs of entities that may be one, the likeliest first.

    ``entities`` has entity_id, name, kind, titles; ``mentions`` has entity_id and article_id (links will do)
    and says how often and where each is named. The result is that of ``weigh``.
    """
    often = mentions.groupby("entity_id")["article_id"].nunique()
    counted = entities.assign(articles=entities["entity_id"].map(often).fillna(0).astype(int))
    return weigh(Candidates(counted).all(), mentions)


def weigh(pairs: Collection[_Pair], mentions: pd.DataFrame) -> pd.DataFrame:
    """What speaks for and against each pair, the likeliest first.

    ``mentions`` as for ``candidates``; those of the pairs' entities will do. The result has a and b (entity
    ids, the more frequent first), evidence_for and evidence_against (lists of ``Evidence``) and score (an
    order from 0 to 1, no probability).
    """
    ids = {entity.id for pair in pairs for entity in pair[:2]}
    where = (
        mentions[mentions["entity_id"].isin(ids)].groupby("entity_id")["article_id"].agg(frozenset).to_dict()
    )
    rows = [
        _weighed(pair, len(where.get(pair.a.id, NOWHERE) & where.get(pair.b.id, NOWHERE))) for pair in pairs
    ]
    rows.sort(key=lambda row: (-row[4], row[0], row[1]))
    return pd.DataFrame(rows, columns=COLUMNS)


NOWHERE: frozenset[str] = frozenset()


def _weighed(pair: _Pair, together: int) -> tuple[str, str, list[Evidence], list[Evidence], float]:
    a, b, score = pair.a, pair.b, pair.score
    pro, contra = [Evidence(pair.why, "names")], []
    titles = tuple(sorted({t.casefold() for t in a.titles} & {t.casefold() for t in b.titles}))
    if titles:
        pro.append(Evidence(f"Both bear the title {', '.join(titles[:3])}", "title", titles[:3]))
        score += SHARED
    if together:
        contra.append(
            Evidence(f"Named side by side in {together} article{'s' if together > 1 else ''}", "together")
        )
        score -= APART
    if pair.rivals:
        names = [rival.name for rival in pair.rivals]
        others = ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
        ids = tuple(rival.id for rival in pair.rivals)
        contra.append(Evidence(f"{b.name} may also mean {others}", "rivals", ids))
        score -= RIVAL * len(names)
    return a.id, b.id, pro, contra, round(min(max(score, 0.0), 1.0), 2)


def _blocked(known: list[_Entity], keys: Callable[[_Entity], Iterable[str]]) -> dict[str, list[_Entity]]:
    blocks: dict[str, list[_Entity]] = defaultdict(list)
    for entity in known:
        for key in dict.fromkeys(keys(entity)):
            if len(blocks[key]) < WIDEST:
                blocks[key].append(entity)
    return blocks


def _pairs(block: list[_Entity], judge: _Judge, wanted: _Entity | None = None) -> Iterator[_Pair]:
    """The pairs of a block, the more frequent first; with ``wanted`` those that hold it."""
    for a, b in combinations(block, 2):
        reason = judge(a, b) if wanted in (None, a, b) else None
        if reason:
            rivals = tuple(c for c in block if c not in (a, b) and judge(c, b))
            yield _Pair(a, b, *reason, rivals)


def _edges(entities: list[_Entity]) -> Iterator[list[_Entity]]:
    """Entities whose names begin with the same letters, and those whose names end with the same."""
    for cut in (slice(EDGE), slice(-EDGE, None)):
        blocks: dict[str, list[_Entity]] = defaultdict(list)
        for entity in entities:
            blocks[entity.form[cut]].append(entity)
        yield from (block for block in blocks.values() if len(block) > 1)


def _rare(entities: list[_Entity]) -> list[_Entity]:
    return [entity for entity in entities if entity.articles <= RARE]


def _slips(some: list[_Entity], others: list[_Entity]) -> Iterator[_Pair]:
    """Pairs of one of ``some`` and one of ``others`` whose names are one letter apart, the rarer rare."""
    if not some or not others:
        return
    distances = cdist(
        [e.form for e in some], [e.form for e in others], scorer=OSA.distance, score_cutoff=1, dtype=np.uint8
    )
    for i, j in np.argwhere(distances == 1):
        a, b = sorted((some[i], others[j]), key=lambda e: (-e.articles, e.name, e.id))
        if b.articles <= RARE and not _two_people(a, b):
            yield _Pair(a, b, f"{b.name} is one letter from {a.name}", SLIP, ())


def _two_people(a: _Entity, b: _Entity) -> bool:
    """Ken and Ben are two, and so are George W. and George P."""
    if a.block != "PERSON":
        return False
    one, other = parse(a.name).given, parse(b.name).given
    differ = [(x, y) for x, y in zip(one, other, strict=False) if x != y]
    return any(len(x) == len(y) == 1 or (is_given(x) and is_given(y)) for x, y in differ)


def _name_keys(entity: _Entity) -> Iterable[str]:
    return [entity.form]


def _other_kind(a: _Entity, b: _Entity) -> tuple[str, float] | None:
    return (f"{a.name} is {a.kind} and {b.kind}", OTHER_KIND) if a.block != b.block else None


def _acronym_keys(entity: _Entity) -> Iterable[str]:
    if entity.block != "ORG":
        return []
    letters = [entity.name] if is_acronym(entity.name) else [i for i in initials(entity.name) if len(i) > 2]
    return [fold(form) for form in letters]


def _acronym(a: _Entity, b: _Entity) -> tuple[str, float] | None:
    short, long = (a, b) if is_acronym(a.name) else (b, a)
    if is_acronym(long.name) or not is_acronym(short.name):
        return None
    return f"{short.name} may be the initials of {long.name}", ACRONYM


def _family_keys(entity: _Entity) -> Iterable[str]:
    family = parse(entity.name).family if entity.block == "PERSON" else ()
    return ["".join(family).replace(" ", "")] if family else []


def _one_person(a: _Entity, b: _Entity) -> tuple[str, float] | None:
    one, other = parse(a.name), parse(b.name)
    if one.given and other.given:
        agree = same_person(one, other)
        return (
            (f"{a.name} and {b.name}: one family name, given names that agree", ONE_PERSON) if agree else None
        )
    if not one.given and not other.given:
        return None
    short, long = (a, b) if other.given else (b, a)
    if not short_of(parse(short.name), parse(long.name)):
        return None
    return f"{short.name} is the family name of {long.name}", FAMILY


_RULES: tuple[tuple[Callable[[_Entity], Iterable[str]], _Judge], ...] = (
    (_name_keys, _other_kind),
    (_acronym_keys, _acronym),
    (_family_keys, _one_person),
)
"""How each kind of pair is found, and what makes it one."""
