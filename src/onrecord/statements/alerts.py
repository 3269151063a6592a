"""What a cut or a change does to a statement: drops a negation, condition, hedge or number, joins remarks.

A telling is held against the fullest one. A word counts as dropped only where the telling has what that word
is about: the words that follow a negation or a hedge, the main clause of a condition, what a number counts.
Whoever leaves a clause out altogether has not changed it. What is missing in the quoted words may be told
around them or in other words, so the whole reporting sentence is read before an alert is raised.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, TypedDict

from onrecord.records import Relation, Span
from onrecord.statements.holding import Held, hold
from onrecord.statements.quantities import Quantity, countable, quantities, tells
from onrecord.statements.signs import (
    CLAUSE_END,
    CLAUSE_START,
    CONDITION,
    CONDITIONED,
    DENIAL,
    HEDGE,
    HEDGED,
    LINK,
    NEGATION,
    NOT_CAUTIOUS,
    NOT_THAT,
    UNTIL,
    WHETHER,
)
from onrecord.statements.words import ELLIPSIS, split

AlertKind = Literal["negation", "condition", "hedge", "number", "joined"]


class Alert(TypedDict):
    """A cut or a change that alters what was said; ``words`` are those dropped, or those joined."""

    kind: AlertKind
    words: str


CLAIM = 4
"""Words of a telling that can say something else than the fullest one."""
FAR = 300
"""Characters beside a sign within which its clause begins and ends."""
LONG = 15
"""Words of a condition that are shown."""
SIDE = 4
"""Words shown after a sign, and on each side of a place where two remarks were joined."""


def alerts(
    fullest: str, telling: str, sentence: str, relation: Relation, *, disputed: bool = False
) -> list[Alert]:
    """What ``telling``, read in its reporting ``sentence``, drops of the ``fullest`` one; by kind.

    ``disputed``: others speak in it. What one denies or supposes and another asserts is no sign lost.
    """
    if relation == "verbatim" or len(split(telling)) < CLAIM:
        return []
    held = hold(fullest, telling, sentence)
    own = disputed and held.loose
    found = [
        *(() if own else _dropped(held, "negation", NEGATION, DENIAL)),
        *_conditions(held),
        *(() if own else _dropped(held, "hedge", HEDGE, HEDGED)),
        *_numbers(held),
        *_joined(held),
    ]
    return [alert for at, alert in enumerate(found) if alert not in found[:at]]


def _claims(held: Held) -> Iterator[Span]:
    """The sentences that say something; a question told in other words is no claim."""
    for start, end in held.sentences:
        if not (held.loose and held.text[start:end].rstrip(" \n”\"’'").endswith("?")):
            yield start, end


def _dropped(held: Held, kind: AlertKind, sign: re.Pattern[str], other: re.Pattern[str]) -> Iterator[Alert]:
    """Negations or hedges of what is told, but for those that are told in other words instead, by number."""
    missing = [
        (*match.span(), end)
        for start, end in _claims(held)
        for match in sign.finditer(held.text, start, end)
        if not held.has(*match.span()) and _is_dropped(held, kind, match, (start, end), other)
    ]
    for at, close, end in missing[len(other.findall(held.added)) :]:
        yield Alert(kind=kind, words=_shown(held, at, close, end))


def _is_dropped(
    held: Held, kind: AlertKind, sign: re.Match[str], sentence: Span, other: re.Pattern[str]
) -> bool:
    """Whether the telling has what a sign is about, and there no other sign that tells the same."""
    gap = held.gap(*sign.span())
    if (
        not gap
        and kind == "hedge"
        and NOT_CAUTIOUS.search(held.text, max(sentence[0], sign.start() - FAR), sign.start())
    ):
        return False
    if gap is not None:
        return not other.search(gap)
    between = NOT_THAT.match(held.text, sign.end(), sentence[1]) if kind == "negation" else None
    ends = [sign.end(), between.end()] if between else [sign.end()]
    told = [where for where in (held.told_after(end, sentence[1]) for end in ends) if where is not None]
    doubted = between is not None and any(HEDGED.search(where) for where in told)
    return bool(told) and not doubted and not any(sign.re.search(where) for where in told)


def _conditions(held: Held) -> Iterator[Alert]:
    """Conditions of kept statements that the reporting sentence does not tell, in whatever words."""
    missing = []
    for sentence in _claims(held):
        for condition in _conditioned(held, sentence):
            near = max(sentence[0], condition[0] - FAR), min(sentence[1], condition[1] + FAR)
            mains = _mains(held, near, condition)
            if not _is_kept(held, condition) and mains and all(held.is_told(*main) for main in mains):
                missing.append(condition)
    for start, end in missing[len(CONDITIONED.findall(held.added)) :]:
        yield Alert(kind="condition", words=_clipped(held, start, end))


def _is_kept(held: Held, condition: Span) -> bool:
    """Whether the telling has a condition's sign or most of its words; in other words, one plain word."""
    content = held.content(*condition)
    known = [at for at in content if _is_known(held.words[at].stem, held.known)]
    plain = [at for at in known if held.text[held.words[at].start].islower()]
    begins = held.inside(*condition)[0] in held.home
    return begins or (held.loose and bool(plain)) or 2 * len(known) > len(content)


def _is_known(stem: str, told: set[str]) -> bool:
    """Whether a stem is among others, give or take an ending."""
    return stem in told or (
        len(stem) > 4 and any(len(one) > 4 and (one.startswith(stem) or stem.startswith(one)) for one in told)
    )


def _conditioned(held: Held, sentence: Span) -> Iterator[Span]:
    """The conditions of a sentence, each to the end of its clause."""
    start, end = sentence
    for match in CONDITION.finditer(held.text, start, end):
        before = max(start, match.start() - FAR), match.start()
        if match.group()[-2:].casefold() != "if" or not WHETHER.search(held.text, *before):
            yield match.start(), _clause_end(held, match.end(), end)
    for match in UNTIL.finditer(held.text, start, end):
        if NEGATION.search(held.text, max(start, match.start() - FAR), match.start()):
            yield match.start(), _clause_end(held, match.end(), end)


def _mains(held: Held, sentence: Span, condition: Span) -> list[tuple[int, int, bool]]:
    """What a condition belongs to, each with whether its end is next to it.

    It follows a condition that begins the sentence or a clause, else it goes before; in other words both
    count where a comma stands on either side ("the wall, if they pay, will stand").
    """
    start, end = sentence
    begins = CLAUSE_START.search(held.text, start, condition[0])
    after = len(held.content(condition[1], end))
    following = condition[1], end, False
    if (begins and after) or (after > 1 and len(held.content(start, condition[0])) < 2):
        return [following]
    begin = max((link.end() for link in LINK.finditer(held.text, start, condition[0])), default=start)
    if not held.loose and not held.content(begin, condition[0]):
        begin = start
    inserted = held.text[start : condition[0]].rstrip().endswith(",") and after > 1
    return [(begin, condition[0], True), *([following] if held.loose and inserted else [])]


def _clause_end(held: Held, start: int, end: int) -> int:
    stop = CLAUSE_END.search(held.text, start, end)
    return stop.start() if stop else end


def _numbers(held: Held) -> Iterator[Alert]:
    """Numbers of what is told that neither the telling nor its sentence has."""
    for quantity in countable(held.text):
        if held.has(quantity.start, quantity.end):
            continue
        gap = None if quantity.dated and held.loose else held.gap(quantity.start, quantity.end)
        context = held.context if gap is None else f"{gap} | {held.around}"
        if not tells(context, quantity) and (gap is not None or _is_counted(held, quantity)):
            yield Alert(kind="number", words=_counted(held, quantity))


def _is_counted(held: Held, quantity: Quantity) -> bool:
    """Whether the telling has what a number counts, most words beside it, and no other number there."""
    if quantity.dated or (held.loose and any(not found.dated for found in quantities(held.around))):
        return False
    start, end = next(span for span in held.sentences if span[1] > quantity.start)
    told = held.told_around(start, quantity.start, quantity.end, end)
    return told is not None and not any(quantities(told))


def _counted(held: Held, quantity: Quantity) -> str:
    """A number and what it counts, where that follows at once."""
    after = held.inside(quantity.end, _clause_end(held, quantity.end, len(held.text)))[:1]
    counted = bool(after) and bool(held.words[after[0]].stem)
    return held.text[quantity.start : held.words[after[0]].end if counted else quantity.end]


def _joined(held: Held) -> Iterator[Alert]:
    """Places where an ellipsis leads from one sentence of the fullest telling into another."""
    back = {there: at for at, there in held.home.items()}
    for match in ELLIPSIS.finditer(held.telling):
        before = [at for at, word in enumerate(held.told) if word.end <= match.start()][-SIDE:]
        after = [at for at, word in enumerate(held.told) if word.start >= match.end()][:SIDE]
        left = [back[at] for at in before if at in back]
        right = [back[at] for at in after if at in back]
        both = min(len(left), len(right)) > 1
        if both and any(_is_apart(held, one, two) for one, two in pairwise([*left, *right])):
            words = held.telling[held.told[before[0]].start : held.told[after[-1]].end]
            yield Alert(kind="joined", words=words)


def _is_apart(held: Held, left: int, right: int) -> bool:
    """Whether two words come in another order, or a sentence between them is left out, or two become one."""
    if right < left:
        return True
    if all(at in held.home for at in range(left + 1, right)):
        return False
    start, end = held.words[left].end, held.words[right].start
    between = [span for span in held.sentences if start <= span[1] <= end]
    whole = any(span[0] >= start for span in between)
    return whole or (bool(between) and len(held.inside(between[-1][1], end)) > 0)


def _clipped(held: Held, start: int, end: int) -> str:
    """A condition, as far as a reader needs it."""
    inside = held.inside(start, end)
    if len(inside) > LONG:
        return held.text[start : held.words[inside[LONG - 1]].end] + " …"
    return held.text[start:end].strip(" .!?\"”’'")


def _shown(held: Held, start: int, close: int, end: int) -> str:
    """A sign with what it is about: a small word or two before it, a few after it, within the clause."""
    after = held.inside(close, _clause_end(held, close + 1, end))[:SIDE]
    first = start
    for at in reversed(held.inside(0, start)[-2:]):
        word = held.words[at]
        if word.stem or re.search(r"[.!?,;:—–…\n]", held.text[word.end : first]):
            break
        first = word.start
    return held.text[first : held.words[after[-1]].end if after else close]
