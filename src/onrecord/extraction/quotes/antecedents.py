"""What "it" and "they" stand for, where they speak: the subject before them, or the group that spoke last."""

from __future__ import annotations

from onrecord.extraction.quotes.lexicon import PERSONAL
from onrecord.extraction.quotes.parse import Parse
from onrecord.extraction.quotes.sentences import Sentences

PLURAL_TAGS = frozenset({"NNS", "NNPS"})
AGENT_ENDINGS = ("er", "or", "ist", "ian", "ee", "ent", "ant", "man", "woman")
"""How nouns for people often end (preparers, activists)."""


def antecedent_of(parse: Parse, sentences: Sentences, pronoun: int, fits: frozenset[str]) -> int | None:
    """The noun that an "it" or "they" stands for: who reports the clause it is in, else a subject before.

    ``fits`` holds lemmas that may speak in the singular (company, ministry); names always may. "They" takes
    plurals of people besides, and no single person.
    """
    reporter = _reporter(parse, pronoun)
    if reporter is not None and _agrees(parse, pronoun, reporter, fits):
        return reporter
    here = sentences.of[pronoun]
    start = sentences.spans[max(here - 1, 0)][0]
    for token in range(pronoun - 1, start - 1, -1):
        if parse.dep[token] not in ("nsubj", "nsubjpass"):
            continue
        opens = sentences.of[token] == here or pronoun <= sentences.spans[here][0] + 1
        if not opens and "\n" in parse.text[parse.end[token] : parse.start[pronoun]]:
            return None
        if _agrees(parse, pronoun, token, fits):
            return token
    return None


def _reporter(parse: Parse, pronoun: int) -> int | None:
    """Voters say they expect …: the subject of the verb that reports the pronoun's clause."""
    verb = parse.head[pronoun]
    if parse.dep[verb] != "ccomp":
        return None
    return parse.child(parse.head[verb], "nsubj")


def _agrees(parse: Parse, pronoun: int, noun: int, fits: frozenset[str]) -> bool:
    if parse.pos[noun] not in ("NOUN", "PROPN"):
        return False
    group, plural = parse.lemma[noun] in fits, parse.tag[noun] in PLURAL_TAGS
    if parse.word[pronoun] in ("they", "them", "their"):
        person = parse.lemma[noun] in PERSONAL or parse.lemma[noun].endswith(AGENT_ENDINGS)
        return (group and not person) or (plural and (person or parse.pos[noun] == "PROPN"))
    return not plural and (group or parse.pos[noun] == "PROPN")
