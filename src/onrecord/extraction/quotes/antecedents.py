"""What "it" and "they" stand for, where they speak: the subject before them, or the group that spoke last."""

from __future__ import annotations

from onrecord.extraction.quotes.parse import Parse
from onrecord.extraction.quotes.sentences import Sentences

PLURAL_TAGS = frozenset({"NNS", "NNPS"})


def subject_before(parse: Parse, sentences: Sentences, pronoun: int, fits: frozenset[str]) -> int | None:
    """The nearest noun subject before a pronoun, in its sentence or the one before.

    ``fits`` holds lemmas of singular nouns that may be meant (company, ministry); names always may.
    "They" also takes plurals.
    """
    plural = parse.word[pronoun] in ("they", "them")
    here = sentences.of[pronoun]
    start = sentences.spans[max(here - 1, 0)][0]
    for token in range(pronoun - 1, start - 1, -1):
        if parse.dep[token] not in ("nsubj", "nsubjpass") or parse.pos[token] not in ("NOUN", "PROPN"):
            continue
        opens = sentences.of[token] == here or pronoun <= sentences.spans[here][0] + 1
        if not opens and "\n" in parse.text[parse.end[token] : parse.start[pronoun]]:
            return None
        group = parse.lemma[token] in fits
        if group or ((parse.tag[token] in PLURAL_TAGS) == plural and (plural or parse.pos[token] == "PROPN")):
            return token
    return None
