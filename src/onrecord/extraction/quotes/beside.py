"""Quotations in marks, tied to the reporting clause beside them: no parse decides where they end."""

from __future__ import annotations

from onrecord.extraction.quotes.after import tie_after, tie_named, tie_signed, tie_signed_below
from onrecord.extraction.quotes.before import tie_before, tie_block
from onrecord.extraction.quotes.findings import Attribution
from onrecord.extraction.quotes.labelled import tie_labelled
from onrecord.extraction.quotes.marked import title_like
from onrecord.extraction.quotes.regions import words_of
from onrecord.extraction.quotes.windows import Windows

TITLED = frozenset({"titled", "entitled", "headlined"})
"""What stands before the name of a work, whatever verb follows."""


def tie_beside(windows: Windows) -> list[Attribution]:
    """One attribution per utterance that has a cue beside it; ``windows.by_region`` says which regions."""
    found: dict[int, Attribution] = {}
    for at, region in enumerate(windows.regions):
        tied = _tie(windows, at)
        if tied is not None:
            windows.by_region[region.start] = tied
            _take_in_earlier_paragraphs(windows, at, tied)
            found.setdefault(id(tied), tied)
    return list(found.values())


def _take_in_earlier_paragraphs(windows: Windows, at: int, tied: Attribution) -> None:
    """``"… (new paragraph) "…," she said``: the paragraphs before, whose marks stay open, are hers."""
    while at and windows.regions[at].continues and windows.earlier(at) is None:
        at -= 1
        region = windows.regions[at]
        if _in_brackets(windows, at):
            continue
        tied.pieces.insert(0, words_of(windows.text, region))
        windows.by_region[region.start] = tied


def _tie(windows: Windows, at: int) -> Attribution | None:
    if _names_a_work(windows, at) or _in_brackets(windows, at):
        return None
    if (labelled := tie_labelled(windows, at)) is not None:
        return labelled
    if windows.regions[at].continues and (earlier := windows.earlier(at)) is not None:
        return _joined(windows, at, earlier)
    if (resumed := _resumed(windows, at)) is not None:
        return resumed
    before = tie_before(windows, at) or tie_block(windows, at)
    if before is not None and before.rule == "before_colon":
        return _both(windows, at, before)
    after = before or tie_after(windows, at) or tie_named(windows, at)
    return after or tie_signed(windows, at) or tie_signed_below(windows, at)


def _names_a_work(windows: Windows, at: int) -> bool:
    """On "Meet the Mayor", in his book "A Better Town": capitals inside, no verb right before."""
    first = windows.parse.token_at(windows.regions[at].start)
    if first > 0 and windows.parse.word[first - 1] in TITLED:
        return True
    return (
        first > 0 and not windows.parse.is_verb(first - 1) and title_like(windows.text, windows.regions[at])
    )


def _in_brackets(windows: Windows, at: int) -> bool:
    """``"(Applause.)"``: a note in a transcript."""
    start, end = words_of(windows.text, windows.regions[at])
    return windows.text[start] in "([" and windows.text[end - 1] in ")]"


def _both(windows: Windows, at: int, before: Attribution) -> Attribution:
    """Lee was blunt: "…," he said. The name stands before, the cue after."""
    after = tie_after(windows, at)
    if after is None or after.rule != "after":
        return before
    if after.source is not None and windows.parse.pos[after.source] == "PRON":
        after.source = before.source
    after.used = before.cue
    return after


def _resumed(windows: Windows, at: int) -> Attribution | None:
    """``"…," she said, "…"``: the second piece of an interrupted quotation."""
    earlier = windows.earlier(at)
    if earlier is None or earlier.cue is None:
        return None
    start, end = windows.before(at)
    if not start <= earlier.cue[0] < end or any(map(windows.parse.is_verb, range(earlier.cue[1], end))):
        return None
    return _joined(windows, at, earlier)


def _joined(windows: Windows, at: int, earlier: Attribution) -> Attribution:
    earlier.pieces.append(words_of(windows.text, windows.regions[at]))
    return earlier
