"""Cues: which verb reports something, and when nothing was said after all."""

from __future__ import annotations

from onrecord.extraction.quotes.lexicon import FRAMES, HYPOTHETICAL, PHRASAL, words
from onrecord.extraction.quotes.parse import Parse

REPORTING = frozenset({"clause", "direct"})
MODALS = words("would could may might should can must ca wo will 'll 'd ’d ’ll")
ADVERBIAL = frozenset(
    {"while", "as", "if", "though", "although", "after", "because", "when", "before", "since", "until"}
)
"""Words that open a clause that tells when, why or on what condition."""
GOES_ON = words(
    """
    appear seem manage try attempt go continue begin start come proceed rush take use pause hasten choose dare
    return get
    """
)
"""Verbs whose infinitive was said (went on to say)."""


def is_cue(parse: Parse, token: int, frame: str) -> bool:
    """The token is a verb of a frame of the lexicon, or a phrasal verb that reports (pointed out)."""
    if not parse.is_verb(token):
        return False
    lemma = parse.lemma[token]
    return lemma in FRAMES[frame] or (
        frame in REPORTING and lemma in PHRASAL and parse.has_child(token, *PHRASAL[lemma])
    )


def finite(parse: Parse, verb: int) -> bool:
    """The verb has a tense: says, said, has said."""
    if parse.tag[verb] in ("VBD", "VBZ", "VBP"):
        return True
    return parse.tag[verb] == "VBN" and parse.has_child(verb, "has", "have", "had", "'s", "’s", "'ve", "’ve")


def has_tense(parse: Parse, start: int, end: int) -> bool:
    """Some token of ``start:end`` is a finite verb or a modal."""
    return any(tag in ("VBD", "VBZ", "VBP", "MD") for tag in parse.tag[start:end])


def nobody(parse: Parse, source: int) -> bool:
    """Nobody said, no official said: nothing was said."""
    return parse.word[source] in ("nobody", "none", "neither") or parse.has_child(source, "no", "neither")


def was_said(parse: Parse, verb: int) -> bool:
    """Not negated, not asked for, not under a condition: something was in fact said."""
    for child in parse.children[verb]:
        if parse.dep[child] == "neg" or parse.word[child] in ("never", "n't", "n’t"):
            return False
        if parse.dep[child] == "aux" and parse.word[child] in MODALS:
            return False
        if parse.dep[child] == "mark" and parse.word[child] in HYPOTHETICAL:
            return False
    if parse.tag[verb] == "VB" and not parse.has_child(verb, "do", "did", "does"):
        return _infinitive_said(parse, verb)
    return parse.tag[verb] != "VBG" or parse.word[parse.head[verb]] != "without"


def _infinitive_said(parse: Parse, verb: int) -> bool:
    head = parse.head[verb]
    if parse.dep[verb] not in ("xcomp", "advcl", "conj"):
        return False
    return parse.lemma[head] in GOES_ON and was_said(parse, head)
