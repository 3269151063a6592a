"""Links become statements: every telling gathers round the fullest one, and no chain leads astray.

Plain connected components would join a long remark to another through a fragment that both contain.
So a telling joins when it matches the fullest one itself, or a telling whose words all lie within the
fullest one and that says no less; never through a rewording (a star cover, after Aslam, Pelekhov and
Rus 2004, with that one more step).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from onrecord.records import QuoteType, Relation
from onrecord.statements.choosing import Match
from onrecord.statements.tellings import Tellings

MARKS = {"direct": 0, "mixed": 1, "indirect": 2}


class Node(NamedTuple):
    """A quote: its kind, how many words it has, its day (-1 if unknown)."""

    type: QuoteType
    words: int
    day: int


class Edge(NamedTuple):
    """How two quotes match."""

    relation: Relation
    score: float
    whole: bool
    """Both match as they stand, not in part only."""


class Telling(NamedTuple):
    """A quote (its id) that tells a statement: how it stands to the fullest telling, and how surely."""

    quote: str
    relation: Relation
    score: float


type Graph = Mapping[str, Mapping[str, Edge]]


def edge(tellings: Tellings, one: int, two: int, best: Match) -> Edge:
    """Keeping part of the other is a cut; marked words in a clause of the outlet's own are a rewording."""
    ends = int(tellings.wholes[one]), int(tellings.wholes[two])
    if ends == (best.a, best.b):
        return Edge(best.relation, best.score, whole=True)
    direct = all(tellings.parts[end].type == "direct" for end in ends)
    relation: Relation = "truncated" if direct and best.relation != "reworded" else "reworded"
    return Edge(relation, best.score, whole=False)


def group(nodes: Mapping[str, Node], graph: Graph) -> list[list[Telling]]:
    """Statements as lists of tellings, the fullest first; every quote is in one statement at most."""
    taken: set[str] = set()
    return [
        [Telling(centre, "verbatim", 1.0), *sorted(members)]
        for centre in _fullest_first(nodes, graph)
        if centre not in taken and (members := list(_gather(nodes, graph, centre, taken)))
    ]


def _fullest_first(nodes: Mapping[str, Node], quotes: Iterable[str]) -> list[str]:
    """Direct quotes before partial ones before reported speech; the longer, then the earlier first."""

    def rank(quote: str) -> tuple[int, int, int, str]:
        node = nodes[quote]
        return MARKS.get(node.type, 2), -node.words, node.day if node.day >= 0 else 10**9, quote

    return sorted(quotes, key=rank)


def _gather(nodes: Mapping[str, Node], graph: Graph, centre: str, taken: set[str]) -> Iterator[Telling]:
    """What joins ``centre``: its neighbours, and theirs where the words of both lie within it."""
    taken.add(centre)
    hubs = [centre]
    while hubs:
        hub = hubs.pop()
        for quote, found in sorted(graph[hub].items()):
            if quote in taken or (hub != centre and nodes[quote].words > nodes[hub].words):
                continue
            taken.add(quote)
            yield Telling(quote, found.relation, found.score)
            if found.whole and found.relation != "reworded":
                hubs.append(quote)
