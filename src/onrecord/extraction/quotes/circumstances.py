"""To whom and on what occasion something was said: told reporters in Lima, in an interview with the paper."""

from __future__ import annotations

from onrecord.extraction.quotes.acts import whom_asked
from onrecord.extraction.quotes.lexicon import ADDRESSED, OCCASION_PREPOSITIONS, OCCASIONS, words
from onrecord.extraction.quotes.parse import Parse

MAX_WORDS = 15
TO_WHOM = words("say speak write explain suggest complain announce add remark comment admit confess report")
"""Verbs whose "to …" names who was spoken to."""
STOPS = frozenset({",", '"', "“", "”", "''", "``", ":", ";", "that"})
"""Where the phrase ends at the latest."""
SPEAKING = frozenset({"speak", "talk", "write", "testify", "appear", "tweet"})
"""Participles that set the scene (Speaking in Lima, he said …)."""


def addressee_of(parse: Parse, cue: int) -> str | None:
    """Who was told or asked, in the article's words."""
    whom = whom_asked(parse, cue)
    if whom is not None and parse.word[parse.left[whom] - 1] != "for":  # called for the dam to be rebuilt
        return _words(parse, parse.left[whom], _phrase_end(parse, whom))
    if parse.lemma[cue] in ADDRESSED:
        for child in parse.children[cue]:
            if parse.dep[child] in ("dobj", "dative", "iobj") and child > cue and parse.pos[child] != "VERB":
                return _words(parse, parse.left[child], _phrase_end(parse, child))
    if parse.lemma[cue] in TO_WHOM | ADDRESSED:
        for child in parse.children[cue]:
            if parse.word[child] == "to" and parse.dep[child] in ("prep", "dative"):
                person = parse.child(child, "pobj")
                if person is not None and parse.lemma[person] not in OCCASIONS:
                    return _words(parse, parse.left[person], _phrase_end(parse, person))
    return None


def occasion_of(parse: Parse, cue: int) -> str | None:
    """Where, when or through what it was said, in the article's words: the first phrase that tells."""
    told = [c for c in parse.children[cue] if parse.dep[c] in ("dobj", "dative")]
    for parent in (cue, *told):
        for child in parse.children[parent]:
            if parse.dep[child] == "prep" and parse.word[child] in OCCASION_PREPOSITIONS:
                thing = parse.child(child, "pobj")
                if thing is not None and _is_occasion(parse, thing, bool(told)):
                    return _words(parse, child, parse.right[child] + 1)
    for child in parse.children[cue]:
        if parse.dep[child] == "advcl" and parse.tag[child] == "VBG" and parse.lemma[child] in SPEAKING:
            return _words(parse, child, parse.right[child] + 1)
    return None


def _is_occasion(parse: Parse, thing: int, addressed: bool) -> bool:
    if parse.lemma[thing] in OCCASIONS or parse.word[thing] in OCCASIONS:
        return True
    return addressed and parse.doc[thing].ent_type_ in ("GPE", "FAC", "LOC")


def _phrase_end(parse: Parse, head: int) -> int:
    """To the end of the noun phrase, without what says where and when."""
    end = head + 1
    for child in parse.children[head]:
        if child == end and parse.word[child] == "of":
            end = parse.right[child] + 1
    return end


def _words(parse: Parse, start: int, end: int) -> str | None:
    """The words as they stand, up to the first comma, quotation mark or line break."""
    stop = start
    limit = min(end, start + MAX_WORDS)
    while stop < limit and parse.pos[stop] != "SPACE" and parse.word[stop] not in STOPS:
        stop += 1
    return parse.text[parse.start[start] : parse.end[stop - 1]] if stop > start else None
