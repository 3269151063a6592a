"""Quotations with no reporting clause of their own: they take the speaker of what stands before."""

from __future__ import annotations

from onrecord.extraction.quotes.content import words_of
from onrecord.extraction.quotes.cues import NOMINAL
from onrecord.extraction.quotes.findings import Attribution
from onrecord.extraction.quotes.marks import Region
from onrecord.extraction.quotes.parse import Parse
from onrecord.extraction.quotes.sentences import Sentences

MIN_WORDS = 3


def tie_floats(
    parse: Parse, sentences: Sentences, floating: list[Region], found: list[Attribution]
) -> list[Attribution]:
    """``found`` with the floating quotations that are sentences of speech, by place in the text."""
    for region in floating:
        if not _is_sentence(parse, sentences, region):
            continue
        hit = (
            _paragraph(parse, region, found)
            or _sentence_before(parse, sentences, region)
            or _previous(parse, region, found)
        )
        if hit is not None:
            found.append(hit)
            found.sort(key=lambda each: each.pieces[0])
    return found


def _is_sentence(parse: Parse, sentences: Sentences, region: Region) -> bool:
    """The quotation is all there is in its sentence, and has the words of one."""
    inner = parse.text[region.inner_start : region.inner_end].strip()
    if inner.count(" ") + 1 < MIN_WORDS or not (inner[:1].isupper() or inner[:1] in ".…[(‘'$0123456789"):
        return False
    before = parse.text[: region.start].rstrip(" \t\"”'’)")
    if before and before[-1] not in ".?!…:\n":
        return False
    return inner[-1] in ".?!…,—-" or parse.text[region.end : region.end + 1] in (".", "?", "!", "\n", "")


def _line_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1


def _paragraph(parse: Parse, region: Region, found: list[Attribution]) -> Attribution | None:
    """ "…," she said. "…": the last speaker of the same paragraph."""
    line = _line_start(parse.text, region.start)
    before = [hit for hit in found if line <= hit.pieces[0][0] < region.start]
    if not before:
        return None
    last = before[-1]
    return Attribution("float_paragraph", [words_of(parse.text, region)], None, None, last)


def _sentence_before(parse: Parse, sentences: Sentences, region: Region) -> Attribution | None:
    """The coach was furious. "…": the subject of the sentence before, in the same paragraph."""
    line = _line_start(parse.text, region.start)
    first = parse.token_at(region.start)
    number = sentences.of[first] - 1 if first < len(parse) else -1
    if number < 0 or parse.start[sentences.spans[number][0]] < line:
        return None
    start, end = sentences.spans[number]
    for token in range(start, end):
        if parse.dep[token] in ("nsubj", "nsubjpass") and parse.pos[token] in NOMINAL:
            return Attribution("float_sentence", [words_of(parse.text, region)], None, token)
    return None


def _previous(parse: Parse, region: Region, found: list[Attribution]) -> Attribution | None:
    """A paragraph that is all quotation: who spoke last."""
    before = [hit for hit in found if hit.pieces[0][0] < region.start]
    if not before:
        return None
    return Attribution("float_previous", [words_of(parse.text, region)], None, None, before[-1])
