"""Phrases that name whose words a sentence gives: "according to the ministry", "in her view"."""

from __future__ import annotations

from onrecord.extraction.quotes.content import attribution_of
from onrecord.extraction.quotes.cues import has_tense
from onrecord.extraction.quotes.findings import Attribution
from onrecord.extraction.quotes.lexicon import FIRST_AND_SECOND, words
from onrecord.extraction.quotes.parenthetical import CLOSERS, COMMAS, STOPS
from onrecord.extraction.quotes.parse import Parse
from onrecord.extraction.quotes.sentences import Sentences
from onrecord.extraction.quotes.sources import nearest_nominal

VIEWS = words("word view opinion telling estimation account judgment judgement assessment")
"""In her words, in the ministry's view: nouns that tell whose the sentence is."""

YARDSTICKS = words("index formula scale schedule size rank need ability taste desire wish age weight")
"""According to his body mass index: by what something is measured or done, which says nothing."""


def according_to(parse: Parse, sentences: Sentences, token: int) -> Attribution | None:
    """According to the ministry, the dam would hold."""
    if parse.word[token : token + 2] != ["according", "to"]:
        return None
    first, last = sentences.span(token)
    source = parse.child(token + 1, "pobj")
    if source is None:
        source = nearest_nominal(parse, token + 2, min(token + 8, last))
    if source is None or not token < source < last or parse.lemma[source] in YARDSTICKS:
        return None
    end = max(min(parse.right[source] + 1, last), source + 1)
    made = attribution_of(parse, "according", _beside(parse, (token, end), (first, last)), token, source)
    made.cue = (token, token + 2)
    return made


def in_words(parse: Parse, sentences: Sentences, noun: int) -> Attribution | None:
    """In Lee's words, the dam is a waste. / The dam is a waste, in the view of the ministry."""
    opener, (first, last) = parse.head[noun], sentences.span(noun)
    if parse.lemma[noun] not in VIEWS or parse.word[opener] not in ("in", "by") or opener < first:
        return None
    owner = _owner(parse, noun)
    if owner is None or parse.word[owner] in FIRST_AND_SECOND:
        return None
    end, before = max(noun, owner) + 1, parse.surface[opener - 1][-1:]
    if end < last and parse.word[end] not in COMMAS | STOPS:
        return None
    if opener - first > 1 and before not in CLOSERS:
        return None
    pieces = _beside(parse, (opener, end), (first, last))
    if not any(has_tense(parse, *piece) for piece in pieces):
        return None
    if parse.has_child(noun, "own"):  # "by her own account, Lee …": the pronoun points ahead
        owner = parse.child(parse.head[opener], "nsubj") or owner
    return attribution_of(parse, "in_words", pieces, noun, owner)


def _owner(parse: Parse, noun: int) -> int | None:
    """Lee in "Lee's view" and in "the view of Lee"."""
    owner, of = parse.child(noun, "poss"), parse.child(noun, "prep")
    if owner is None and of is not None and parse.word[of] == "of":
        return parse.child(of, "pobj")
    return owner


def _beside(parse: Parse, phrase: tuple[int, int], sentence: tuple[int, int]) -> list[tuple[int, int]]:
    """What the phrase leaves of its sentence, as tokens."""
    (start, end), (first, last) = phrase, sentence
    if start - first <= 2 or parse.word[start - 1] == "that":
        return [(end, last)]
    if parse.word[start - 1] in COMMAS and end < last and parse.word[end] in COMMAS and last - end > 6:
        return [(first, start), (end, last)]
    return [(first, start)]
