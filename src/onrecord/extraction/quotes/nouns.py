"""Reported clauses that hang on a noun or an adjective: his claim that …, she was confident that …"""

from __future__ import annotations

from onrecord.extraction.quotes.content import attribution, clause, complementiser
from onrecord.extraction.quotes.cues import was_said
from onrecord.extraction.quotes.findings import Attribution
from onrecord.extraction.quotes.lexicon import FIRST_AND_SECOND, LIGHT_VERBS, PERSONAL
from onrecord.extraction.quotes.parse import Parse
from onrecord.extraction.quotes.sentences import Sentences
from onrecord.extraction.quotes.sources import subject_of

LINKS = frozenset({"be", "feel", "remain", "seem", "make"})
"""Verbs that tie an adjective to who is of that mind."""


def noun_clause(parse: Parse, sentences: Sentences, noun: int) -> Attribution | None:
    """His claim that the dam would hold."""
    for child in parse.children[noun]:
        if parse.dep[child] not in ("acl", "ccomp") or child < noun or complementiser(parse, child) != "that":
            continue
        source = _claimant(parse, noun)
        if source is None:
            return None
        span = clause(parse, child, noun, sentences.span(noun))
        return attribution(parse, "noun", span, noun, source)
    return None


def _claimant(parse: Parse, noun: int) -> int | None:
    """Whose claim it is: of whoever makes or repeats it, else its owner's; reports of nobody are left."""
    verb = parse.head[noun]
    if parse.dep[noun] == "dobj" and parse.lemma[verb] in LIGHT_VERBS and was_said(parse, verb):
        return subject_of(parse, verb)
    for child in parse.children[noun]:
        if parse.dep[child] == "poss":
            return child
        if parse.dep[child] == "prep" and parse.word[child] in ("from", "by") and child == noun + 1:
            return parse.child(child, "pobj")
    return None


def adjective_clause(parse: Parse, sentences: Sentences, adjective: int) -> Attribution | None:
    """The minister was confident (that) the dam would hold. / She made clear that …"""
    verb = parse.head[adjective]
    clear = parse.word[adjective] == "clear"
    if clear != (parse.lemma[verb] == "make") or parse.lemma[verb] not in LINKS:
        return None
    complement = parse.child(adjective, "ccomp")
    if complement is None and clear:
        complement = _made_clear(parse, verb, adjective)
    if complement is None or complement <= adjective or not was_said(parse, verb):
        return None
    source = subject_of(parse, verb)
    if source is None or parse.word[source] in FIRST_AND_SECOND | {"it"}:
        return None
    if complementiser(parse, complement) in ("if", "whether"):
        return None
    if parse.head[source] != verb and parse.pos[source] == "NOUN" and parse.lemma[source] not in PERSONAL:
        return None  # the subject of another clause: she found the door open and was afraid that …
    span = clause(parse, complement, adjective, sentences.span(verb))
    return attribution(parse, "adjective", span, adjective, source)


def _made_clear(parse: Parse, verb: int, adjective: int) -> int | None:
    """She made (it) clear the dam would hold: the clause may hang on the verb, or as an adverbial one."""
    for child in parse.children[verb] + parse.children[adjective]:
        clause_like = parse.dep[child] in ("ccomp", "advcl") and child > adjective
        if clause_like and parse.child(child, "nsubj", "nsubjpass") is not None:
            return child
    return None
