"""Matches become statements: every telling gathers round the fullest one, and no chain leads astray.

Plain connected components would join a long remark to another through a fragment that both contain.
So a telling joins when it matches the fullest one itself, or a telling whose words all lie within the
fullest one and that says no less; never through a rewording (a star cover, after Aslam, Pelekhov and
Rus 2004, with that one more step).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from onrecord.records import Relation
from onrecord.statements.matching import Match
from onrecord.statements.tellings import Tellings

MARKS = {"direct": 0, "mixed": 1, "indirect": 2}


class Telling(NamedTuple):
    """A quote (its row) that tells a statement: how it stands to the fullest telling, and how surely."""

    row: int
    relation: Relation
    score: float


class _Edge(NamedTuple):
    relation: Relation
    score: float
    whole: bool
    """Both quotes match as they stand, not in part only."""


type _Graph = dict[int, dict[int, _Edge]]


def group(tellings: Tellings, links: Iterable[tuple[int, int, list[Match]]]) -> list[list[Telling]]:
    """Statements as lists of tellings, the fullest first; every quote is in one statement at most."""
    graph: _Graph = defaultdict(dict)
    for one, two, found in links:
        graph[one][two] = graph[two][one] = _edge(tellings, one, two, found[0])
    taken: set[int] = set()
    return [
        [Telling(centre, "verbatim", 1.0), *sorted(members)]
        for centre in _fullest_first(tellings, graph)
        if centre not in taken and (members := _gather(tellings, graph, centre, taken))
    ]


def _edge(tellings: Tellings, one: int, two: int, best: Match) -> _Edge:
    """Keeping part of the other is a cut; marked words in a clause of the outlet's own are a rewording."""
    ends = int(tellings.wholes[one]), int(tellings.wholes[two])
    if ends == (best.a, best.b):
        return _Edge(best.relation, best.score, whole=True)
    direct = all(tellings.parts[end].type == "direct" for end in ends)
    return _Edge(
        "truncated" if direct and best.relation != "reworded" else "reworded", best.score, whole=False
    )


def _fullest_first(tellings: Tellings, rows: Iterable[int]) -> list[int]:
    """Direct quotes before partial ones before reported speech; the longer, then the earlier first."""

    def rank(row: int) -> tuple[int, int, int, int]:
        whole = tellings.wholes[row]
        day = int(tellings.days[whole])
        marks = MARKS.get(tellings.parts[whole].type, 2)
        return marks, -len(tellings.forms[whole]), day if day >= 0 else 10**9, row

    return sorted(rows, key=rank)


def _gather(tellings: Tellings, graph: _Graph, centre: int, taken: set[int]) -> list[Telling]:
    """What joins ``centre``: its neighbours, and theirs where the words of both lie within it."""
    taken.add(centre)
    members, hubs = [], [centre]
    while hubs:
        hub = hubs.pop()
        for row, edge in sorted(graph[hub].items()):
            if row in taken or (hub != centre and _says_more(tellings, row, hub)):
                continue
            taken.add(row)
            members.append(Telling(row, edge.relation, edge.score))
            if edge.whole and edge.relation != "reworded":
                hubs.append(row)
    return members


def _says_more(tellings: Tellings, row: int, hub: int) -> bool:
    forms = tellings.forms
    return len(forms[tellings.wholes[row]]) > len(forms[tellings.wholes[hub]])
