"""Matches become statements: every telling gathers round the fullest one, and no chain leads astray.

Plain connected components would join a long remark to another through a fragment that both contain.
So a telling joins when it matches the fullest one itself, or a telling whose words lie within the
fullest one and that says no less; never through a rewording (a star cover, after Aslam, Pelekhov and
Rus 2004, with that one more step).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from onrecord.records import Relation
from onrecord.statements.matching import Match
from onrecord.statements.tellings import Tellings

KEPT_WORDS: frozenset[Relation] = frozenset({"verbatim", "truncated"})
type Neighbours = dict[int, dict[int, Relation]]


def group(tellings: Tellings, matches: Iterable[Match]) -> list[list[int]]:
    """Statements as rows of ``tellings``, the representative first; every row is in one at most."""
    neighbours: Neighbours = defaultdict(dict)
    for match in matches:
        neighbours[match.a][match.b] = neighbours[match.b][match.a] = match.relation
    taken: set[int] = set()
    statements = []
    for centre in fullest_first(tellings, sorted(neighbours)):
        if centre in taken:
            continue
        taken.add(centre)
        members = _gather(tellings, neighbours, centre, taken)
        if members:
            statements.append([centre, *sorted(members)])
    return statements


def fullest_first(tellings: Tellings, rows: Sequence[int]) -> list[int]:
    """Direct quotes before partial ones before reported speech; the longer, then the earlier first."""

    def rank(row: int) -> tuple[int, int, int, int]:
        marks = 0 if tellings.marked[row] else 2 if tellings.reported[row] else 1
        day = int(tellings.days[row])
        return marks, -len(tellings.forms[row]), day if day >= 0 else 10**9, row

    return sorted(rows, key=rank)


def _gather(tellings: Tellings, neighbours: Neighbours, centre: int, taken: set[int]) -> list[int]:
    members, reach = [], [centre]
    while reach:
        hub = reach.pop()
        for row, relation in sorted(neighbours[hub].items()):
            says_more = len(tellings.forms[row]) > len(tellings.forms[hub])
            if row in taken or (hub != centre and says_more and relation != "reworded"):
                continue
            taken.add(row)
            members.append(row)
            if relation in KEPT_WORDS:
                reach.append(row)
    return members
