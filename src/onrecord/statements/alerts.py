"""What a cut or a change does to a statement: drops a negation, condition, hedge or number, joins remarks.

A telling is held against the fullest one, clause by clause. Only clauses of which it keeps something count:
whoever leaves a sentence out altogether has not changed it. What is missing in the quoted words may be told
around them, so the whole reporting sentence is read before an alert is raised.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Literal, NamedTuple, TypedDict

from onrecord.records import Relation, Span
from onrecord.statements.differences import alignment
from onrecord.statements.parts import sentence_spans
from onrecord.statements.words import ELLIPSIS, Word, split

AlertKind = Literal["negation", "condition", "hedge", "number", "joined"]


class Alert(TypedDict):
    """A cut or a change that alters what was said; ``words`` are those dropped, or those joined."""

    kind: AlertKind
    words: str


_NEGATION = re.compile(
    r"\b(?:no|not|never|nor|none|nobody|nothing|nowhere|neither|cannot|without|\w+n[’']t)\b", re.IGNORECASE
)
_DENIAL = re.compile(
    rf"{_NEGATION.pattern}|\b(?:den(?:y|ied|ies|ying)|refus(?:e|es|ed|ing)|reject(?:s|ed|ing)?|"
    r"rul(?:e|es|ed|ing) out|fail(?:s|ed|ing)?|lack(?:s|ed|ing)?|hardly|barely|unable|unwilling|impossible|"
    r"stop(?:s|ped)? short)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\b(?<!\bas )(?<!\bwhat )(?<!\beven )(?:(?:only |but )?if|unless|provided(?: that)?|providing|"
    r"(?:as|so) long as|in case|in the event|on (?:the )?condition|assuming|until)\b",
    re.IGNORECASE,
)
_WHETHER = re.compile(
    r"\b(?:ask|see|know|wonder|question|unclear|decid|determin|sure|doubt|tell|told|learn|find out|"
    r"matter)\w* $",
    re.IGNORECASE,
)
_CONDITIONED = re.compile(
    rf"{_CONDITION.pattern}|(?:^|[,;—–|“”\"] ?)should\b|"
    r"\b(?:depend(?:s|ing|ent)?|pending|conditional|subject to|only when|contingent)\b",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    r"\b(?:I|we) (?:really |do |also |would )?"
    r"(?:think|believe|suspect|guess|suppose|assume|expect|hope|feel)\b|"
    r"\b(?:in|to) (?:my|our) (?:view|opinion|judgment|mind|knowledge)\b|\bas far as\b|"
    r"\b(?:might|could|(?-i:may)|perhaps|maybe|possibl[ey]|probabl[ey]|potentially|presumably|apparently|allegedly|"
    r"reportedly|arguably|likely|seems?|seemed|seemingly|appears?|appeared)\b",
    re.IGNORECASE,
)
_HEDGED = re.compile(
    rf"{_HEDGE.pattern}|\b(?:(?:think|believe|suspect|suggest|expect|hope|feel)s?|thought|believed|suspected|"
    r"suggested|expected|hoped|felt|opinion|view|possibility|chance|risk)\b",
    re.IGNORECASE,
)
_COUNTED = """
two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion
trillion dozen half double twice triple
"""
_NUMBER = re.compile(rf"\d+(?:[.,]\d+)*|\b(?:{'|'.join(_COUNTED.split())})s?\b", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[;:—–]|,(?!\d)|\s--?\s|\b(?:and|but|because|which|who|while|although|though)\b")
SCOPE = 3
"""Content words after a negation or a hedge that it is about."""
KEPT_SHARE = 0.3
"""Of a conditioned statement's content words, so many are kept where a telling keeps the statement."""
RUN = 4
"""Words of a sentence in the same form that show that a telling keeps something of it."""
SIDE = 4
"""Words on each side that show where two remarks were joined."""


class _Fullest(NamedTuple):
    """The fullest telling, and what the other one keeps of it and adds to it."""

    text: str
    words: list[Word]
    kept: set[int]
    sentences: list[Span]
    """Spans of sentences that the other telling keeps something of."""
    around: str
    """The words around the other telling in its sentence."""
    added: str
    """These, and the other telling's words that are not the fullest one's."""


def alerts(fullest: str, telling: str, sentence: str, relation: Relation) -> list[Alert]:
    """What ``telling``, read in its reporting ``sentence``, drops of the ``fullest`` one; by kind."""
    if relation == "verbatim":
        return []
    full = _against(fullest, telling, sentence)
    found = [
        *_dropped(full, "negation", _NEGATION, _DENIAL),
        *_conditions(full, f"{telling} {sentence}"),
        *_dropped(full, "hedge", _HEDGE, _HEDGED),
        *_numbers(full, telling),
        *_joined(full, telling),
    ]
    return [alert for at, alert in enumerate(found) if alert not in found[:at]]


def _against(fullest: str, telling: str, sentence: str) -> _Fullest:
    words, told = split(fullest), split(telling)
    pairs = alignment(words, told)
    same = {at for at, _ in pairs}
    stems = {word.stem for word in told if word.stem}
    kept = same | {at for at, word in enumerate(words) if word.stem in stems}
    touched = []
    for start, end in sentence_spans(fullest):
        inside = [at for at, word in enumerate(words) if start <= word.start < end]
        content = [at for at in inside if words[at].stem]
        enough = min(RUN, max(2, len(inside) // 2))
        if sum(at in kept for at in content) > 1 or sum(at in same for at in inside) >= enough:
            touched.append((start, end))
    own = {there for _, there in pairs}
    new = " ".join(telling[word.start : word.end] for at, word in enumerate(told) if at not in own)
    around = sentence.replace(telling, " ", 1)
    return _Fullest(fullest, words, kept, touched, around, f"{new} | {around}")


def _clauses(full: _Fullest) -> Iterator[Span]:
    """The clauses of the sentences that the telling keeps something of."""
    for start, end in full.sentences:
        at = start
        for match in _CLAUSE_END.finditer(full.text, start, end):
            yield at, match.start()
            at = match.end()
        yield at, end


def _is_kept(full: _Fullest, span: Span) -> bool:
    """Whether the telling has all words of a span."""
    inside = _inside(full, span)
    return bool(inside) and all(at in full.kept for at in inside)


def _inside(full: _Fullest, span: Span) -> list[int]:
    return [at for at, word in enumerate(full.words) if word.start < span[1] and word.end > span[0]]


def _governs(full: _Fullest, span: Span, clause: Span, reach: int) -> bool:
    """Whether the telling keeps what the words at ``span`` are about: one of the ``reach`` content words that
    follow them in the clause, or the last before them.

    Where nothing else in the clause says anything ("I did not"), they are about the sentence.
    """
    own = _inside(full, span)
    content = [at for at in _inside(full, clause) if full.words[at].stem and at not in own]
    after = [at for at in content if full.words[at].start >= span[1]]
    return not content or any(at in full.kept for at in after[:reach] or content[-1:])


def _dropped(
    full: _Fullest, kind: AlertKind, sign: re.Pattern[str], told: re.Pattern[str]
) -> Iterator[Alert]:
    """Negations or hedges of kept clauses that are not told in other words instead, by their number."""
    missing = [
        (match.start(), clause[1])
        for clause in _clauses(full)
        for match in sign.finditer(full.text, *clause)
        if not _is_kept(full, match.span()) and _governs(full, match.span(), clause, SCOPE)
    ]
    for start, end in missing[len(told.findall(full.added)) :]:
        yield Alert(kind=kind, words=_shown(full.text, start, end))


def _conditions(full: _Fullest, context: str) -> Iterator[Alert]:
    """Conditions of kept statements that the reporting sentence does not tell, in whatever words."""
    told = {word.stem for word in split(context)}
    missing = []
    for start, end in full.sentences:
        for match in _CONDITION.finditer(full.text, start, end):
            if _WHETHER.search(full.text, start, match.start()):
                continue
            stop = re.compile(r"[,;:—–]|\s--").search(full.text, match.end(), end)
            clause = match.start(), stop.start() if stop else end
            content = [at for at in _inside(full, clause) if full.words[at].stem]
            outside = [at for at in _inside(full, (start, end)) if at not in content and full.words[at].stem]
            if not _is_told(full, outside):
                continue
            half_told = content and 2 * sum(full.words[at].stem in told for at in content) > len(content)
            if not half_told and not (_is_kept(full, match.span()) and not content):
                missing.append(clause)
    for start, end in missing[len(_CONDITIONED.findall(full.added)) :]:
        yield Alert(kind="condition", words=full.text[start:end].strip(" .!?\"”’'"))


def _is_told(full: _Fullest, content: list[int]) -> bool:
    """Whether a telling keeps a statement: a good part of its content words, or a few words in a row."""
    kept = [at for at in content if at in full.kept]
    in_a_row = any(all(step in full.kept for step in range(at, at + RUN)) for at in kept)
    return len(kept) > 1 and (in_a_row or len(kept) >= KEPT_SHARE * len(content))


def _numbers(full: _Fullest, telling: str) -> Iterator[Alert]:
    """Numbers of kept clauses that neither the telling nor its sentence has as often."""
    told = Counter(_value(match.group()) for match in _NUMBER.finditer(f"{telling} | {full.around}"))
    for clause in _clauses(full):
        for match in _NUMBER.finditer(full.text, *clause):
            value = _value(match.group())
            if told[value]:
                told[value] -= 1
            elif _governs(full, match.span(), clause, 1):
                yield Alert(kind="number", words=_shown(full.text, match.start(), clause[1], 2))


def _value(number: str) -> str:
    word = number.replace(",", "").casefold()
    return next((w.stem for w in split(word) if w.stem), word)


def _joined(full: _Fullest, telling: str) -> Iterator[Alert]:
    """Places where an ellipsis leads on to another sentence, or to words that the fullest telling has not."""
    told = split(telling)
    home = {there: at for at, there in alignment(full.words, told)}
    for match in ELLIPSIS.finditer(telling):
        before = [at for at, word in enumerate(told) if word.end <= match.start()][-SIDE:]
        after = [at for at, word in enumerate(told) if word.start >= match.end()][:SIDE]
        left = [home[at] for at in before if at in home]
        right = [home[at] for at in after if at in home]
        if left and right:
            apart = max(right) < left[-1] or _is_sentence_between(
                full, left[-1], max(right), set(home.values())
            )
        else:
            apart = len(before) > 1 and len(after) > 1
        if apart:
            yield Alert(kind="joined", words=telling[told[before[0]].start : told[after[-1]].end])


def _is_sentence_between(full: _Fullest, left: int, right: int, kept: set[int]) -> bool:
    """Whether words are missing between two words of the fullest telling, and a sentence ends there."""
    start, end = full.words[left].end, full.words[right].start
    missing = any(at not in kept for at in range(left + 1, right))
    return missing and any(start <= stop <= end for _, stop in sentence_spans(full.text))


def _shown(text: str, start: int, end: int, words: int = SIDE) -> str:
    """The words from a place on, a few of them and not beyond the clause."""
    inside = split(text[start:end])[:words]
    return text[start : start + inside[-1].end] if inside else text[start:end]
