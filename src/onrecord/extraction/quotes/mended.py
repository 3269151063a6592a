"""Reported clauses that the parser hung on a word of their own, on a phrase, or nowhere."""

from __future__ import annotations

from onrecord.extraction.quotes.content import attribution, clause, complementiser
from onrecord.extraction.quotes.cues import finite, is_cue
from onrecord.extraction.quotes.findings import Attribution
from onrecord.extraction.quotes.parse import Parse
from onrecord.extraction.quotes.sentences import Sentences

NO_CLAUSE = frozenset({",", ":", ".", "of", "about", "to"})
"""What a cue cannot be followed by if a clause is its complement."""
WHEN = frozenset({"before", "after", "when", "while", "as", "because", "since"})
"""Said before he died: words that tell when or why it was said."""
PHRASE = 12
"""Tokens that a phrase between a cue and its clause may take."""


class MendedClauses:
    """What a cue reports where its complement is missing in the parse."""

    def __init__(self, parse: Parse, sentences: Sentences) -> None:
        self.parse = parse
        self.sentences = sentences

    def object_as_subject(self, verb: int, source: int | None) -> Attribution | None:
        """For stating all options were open: what the parser calls the object is the clause's subject."""
        parse = self.parse
        thing = parse.child(verb, "dobj")
        if thing is None or thing < verb or source is None or source == thing:
            return None
        after = parse.right[thing] + 1
        if parse.dep[verb] in ("relcl", "ROOT") or after >= self.sentences.span(verb)[1]:
            return None
        if parse.tag[after] not in ("VBD", "VBZ", "VBP", "MD"):
            return None
        head = after if parse.dep[after] not in ("aux", "auxpass") else parse.head[after]
        span = (parse.left[thing], min(parse.right[head] + 1, self.sentences.span(verb)[1]))
        return attribution(self.parse, "clause_mended", span, verb, source)

    def further_on(self, verb: int, source: int | None) -> Attribution | None:
        """A clause that the parser hung on what stands between it and the cue, or on nothing."""
        return self._rest(verb, source) or self._after_phrase(verb, source)

    def _rest(self, verb: int, source: int | None) -> Attribution | None:
        """They estimated by 2050, prices would double: no complement in the parse, a clause in the text."""
        parse = self.parse
        last = self.sentences.span(verb)[1]
        if source is None or source > verb or not finite(parse, verb) or verb + 2 >= last:
            return None
        later = [c for c in parse.children[verb] if c > verb and parse.dep[c] in ("conj", "advcl")]
        follows = parse.word[verb + 1] == "that" or any(parse.child(c, "nsubj", "nsubjpass") for c in later)
        thing = parse.child(verb, "dobj")
        if not follows or parse.word[verb + 1] in NO_CLAUSE | WHEN or thing not in (None, verb + 1):
            return None
        return attribution(self.parse, "rest", (verb + 1, last), verb, source)

    def _after_phrase(self, verb: int, source: int | None) -> Attribution | None:
        """Lee said through a translator that …: the parser hangs the clause on the phrase."""
        parse = self.parse
        last = self.sentences.span(verb)[1]
        if source is None or verb + 1 >= last:
            return None
        if parse.word[verb + 1] in WHEN and (told := self._after_occasion(verb)) is not None:
            return attribution(
                parse, "rest", clause(parse, told, verb, self.sentences.span(verb)), verb, source
            )
        if parse.pos[verb + 1] != "ADP":
            return None
        for token in range(verb + 3, min(verb + PHRASE, last - 2)):
            if parse.word[token] == "that" and not parse.is_verb(token + 1):
                return attribution(parse, "rest", (token + 1, last), verb, source)
            if parse.pos[token] in ("PUNCT", "VERB", "AUX"):
                return None
        return None

    def _after_occasion(self, verb: int) -> int | None:
        """Lee said after the gates broke that …: what was said hangs on a verb that tells when."""
        parse = self.parse
        for when in parse.children[verb]:
            told = parse.child(when, "ccomp") if when > verb and parse.dep[when] == "advcl" else None
            if told is not None and told > when and complementiser(parse, told) == "that":
                return None if any(is_cue(parse, when, frame) for frame in ("clause", "mental")) else told
        return None
