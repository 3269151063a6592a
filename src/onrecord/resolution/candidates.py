"""Entities that may be one and were not merged: for an analyst to decide, with what speaks for and against.

No name is compared with all others. Pairs come from blocks that share a folded name, a family name, an
acronym, or a name with one letter left out (the deletion neighbourhood of symmetric-delete spelling
correction); the largest entities of a wide block stand for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

import pandas as pd
from rapidfuzz.distance import OSA

from onrecord.names.forms import bare, fold, initials, is_acronym
from onrecord.names.given import is_given
from onrecord.names.people import parse, same_person, short_of
from onrecord.resolution.entity import block_of, strings

COLUMNS = ["a", "b", "evidence_for", "evidence_against", "score"]
RARE = 3
"""Articles up to which a name may be a slip of a more frequent one."""
SHORTEST = 8
"""Letters that a name needs before one letter more, less or other is likely a slip."""
WIDEST = 20
"""Entities of a block that are compared."""
SLIP, OTHER_KIND, ACRONYM, ONE_PERSON, FAMILY = 0.8, 0.7, 0.6, 0.6, 0.4
"""Scores of the reasons, before anything else is looked at."""
SHARED, APART, RIVAL = 0.15, 0.2, 0.05
"""What a shared title adds, and what being named side by side, or each rival, takes away."""


@dataclass(frozen=True, slots=True)
class _Entity:
    id: str
    name: str
    kind: str
    block: str
    titles: frozenset[str]
    articles: frozenset[str]


type _Reason = tuple[str, float]


def candidates(entities: pd.DataFrame, mentions: pd.DataFrame) -> pd.DataFrame:
    """Pairs of entities that may be one, the likeliest first.

    ``entities`` has entity_id, name, kind, titles; ``mentions`` has entity_id and article_id (links will do)
    and says how often and where each is named. The result has a and b (entity ids, the more frequent first),
    evidence_for and evidence_against (lists of sentences) and score (0 to 1: an order, no probability).
    """
    known = _entities(entities, mentions)
    found: dict[tuple[str, str], tuple[list[str], list[str], float]] = {}
    for keys, judge in _RULES:
        for block in _blocks(known, keys):
            for a, b in combinations(block[:WIDEST], 2):
                reason = judge(a, b) if (a.id, b.id) not in found else None
                if reason:
                    found[a.id, b.id] = _weighed(a, b, reason, _rivals(a, b, block, judge))
    rows = [(a, b, *evidence) for (a, b), evidence in found.items()]
    rows.sort(key=lambda row: (-row[4], row[0], row[1]))
    return pd.DataFrame(rows, columns=COLUMNS)


def _entities(entities: pd.DataFrame, mentions: pd.DataFrame) -> list[_Entity]:
    """The most frequent first, so that a pair and a block begin with the one that is better known."""
    where: dict[str, set[str]] = defaultdict(set)
    for entity_id, article in zip(mentions["entity_id"], mentions["article_id"], strict=True):
        where[entity_id].add(article)
    known = [
        _Entity(
            id_, name, kind, block_of(name, kind), frozenset(strings(titles)), frozenset(where.get(id_, ()))
        )
        for id_, name, kind, titles in entities[["entity_id", "name", "kind", "titles"]].itertuples(
            index=False
        )
    ]
    return sorted(known, key=lambda e: (-len(e.articles), e.name, e.id))


def _blocks(known: list[_Entity], keys: Callable[[_Entity], Iterable[str]]) -> Iterator[list[_Entity]]:
    blocks: dict[str, list[_Entity]] = defaultdict(list)
    for entity in known:
        for key in dict.fromkeys(keys(entity)):
            blocks[key].append(entity)
    return (block for block in blocks.values() if len(block) > 1)


def _rivals(
    a: _Entity, b: _Entity, block: list[_Entity], judge: Callable[[_Entity, _Entity], _Reason | None]
) -> list[str]:
    """Others that the rarer name may mean as well."""
    return [c.name for c in block[:WIDEST] if c not in (a, b) and judge(c, b)]


def _weighed(
    a: _Entity, b: _Entity, reason: _Reason, rivals: list[str]
) -> tuple[list[str], list[str], float]:
    why, score = reason
    pro, contra = [why], []
    titles = sorted({t.casefold(): t for t in a.titles}.keys() & {t.casefold() for t in b.titles})
    if titles:
        pro.append(f"Both bear the title {', '.join(titles[:3])}")
        score += SHARED
    together = len(a.articles & b.articles)
    if together:
        contra.append(f"Named side by side in {together} article{'s' if together > 1 else ''}")
        score -= APART
    if rivals:
        others = ", ".join(rivals[:3]) + (f" and {len(rivals) - 3} more" if len(rivals) > 3 else "")
        contra.append(f"{b.name} may also mean {others}")
        score -= RIVAL * len(rivals)
    return pro, contra, round(min(max(score, 0.0), 1.0), 2)


def _name_keys(entity: _Entity) -> Iterable[str]:
    return [fold(bare(entity.name))]


def _other_kind(a: _Entity, b: _Entity) -> _Reason | None:
    return (f"{a.name} is {a.kind} and {b.kind}", OTHER_KIND) if a.block != b.block else None


def _slip_keys(entity: _Entity) -> Iterable[str]:
    name = fold(bare(entity.name))
    if len(name) < SHORTEST or any(ch.isdigit() for ch in name):
        return []
    return [
        f"{entity.block} {form}" for form in (name, *(name[:i] + name[i + 1 :] for i in range(len(name))))
    ]


def _slip(a: _Entity, b: _Entity) -> _Reason | None:
    if len(b.articles) > RARE or OSA.distance(fold(bare(a.name)), fold(bare(b.name)), score_cutoff=1) != 1:
        return None
    one, other = (parse(e.name).given[:1] for e in (a, b))
    if a.block == "PERSON" and one != other and all(is_given(word) for word in (*one, *other)):
        return None  # Ken and Ben are two
    return f"{b.name} is one letter from {a.name}", SLIP


def _acronym_keys(entity: _Entity) -> Iterable[str]:
    if entity.block != "ORG":
        return []
    letters = [entity.name] if is_acronym(entity.name) else [i for i in initials(entity.name) if len(i) > 2]
    return [fold(form) for form in letters]


def _acronym(a: _Entity, b: _Entity) -> _Reason | None:
    short, long = (a, b) if is_acronym(a.name) else (b, a)
    if is_acronym(long.name) or not is_acronym(short.name):
        return None
    return f"{short.name} may be the initials of {long.name}", ACRONYM


def _family_keys(entity: _Entity) -> Iterable[str]:
    family = parse(entity.name).family if entity.block == "PERSON" else ()
    return ["".join(family).replace(" ", "")] if family else []


def _one_person(a: _Entity, b: _Entity) -> _Reason | None:
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


_RULES = (
    (_name_keys, _other_kind),
    (_slip_keys, _slip),
    (_acronym_keys, _acronym),
    (_family_keys, _one_person),
)
"""How each kind of pair is found, and what makes it one."""
