"""Reported clauses found through the parse: every cue outside quotations is tried once."""

from __future__ import annotations

from onrecord.extraction.quotes.according import according_to, in_words
from onrecord.extraction.quotes.acts import SpeechActs
from onrecord.extraction.quotes.findings import Attribution
from onrecord.extraction.quotes.lexicon import ADJECTIVES, NOUNS
from onrecord.extraction.quotes.nouns import adjective_clause, noun_clause
from onrecord.extraction.quotes.parenthetical import Parenthetical
from onrecord.extraction.quotes.parse import Parse
from onrecord.extraction.quotes.sentences import Sentences
from onrecord.extraction.quotes.verbs import VerbClauses


def reported_clauses(parse: Parse, sentences: Sentences, skip: list[bool]) -> list[Attribution]:
    """Attributions by the place of their cues; no cue stands on a token that ``skip`` marks."""
    parenthetical = Parenthetical(parse, sentences)
    verbs = VerbClauses(parse, sentences, parenthetical)
    acts = SpeechActs(parse, sentences)
    found = []
    for token in range(len(parse)):
        hit: Attribution | None = None
        if skip[token]:
            continue
        if parse.word[token] == "according":
            hit = according_to(parse, sentences, token)
        elif parse.is_verb(token):
            hit = verbs.tie(token) or acts.tie(token)
        elif parse.pos[token] == "NOUN":
            hit = verbs.mistagged(token) or in_words(parse, sentences, token)
            if hit is None and parse.lemma[token] in NOUNS:
                hit = noun_clause(parse, sentences, token)
        elif parse.word[token] in ADJECTIVES:
            hit = adjective_clause(parse, sentences, token)
        if hit is not None and hit.pieces:
            found.append(hit)
    return found
