"""Reported clauses found through the parse: complements of cue verbs, nouns and adjectives."""

from __future__ import annotations

from onrecord.extraction.quotes.content import clause, trim
from onrecord.extraction.quotes.cues import MODALS, finite, is_cue, subject_of, was_said
from onrecord.extraction.quotes.findings import Attribution
from onrecord.extraction.quotes.lexicon import ADJECTIVES, DOCUMENTS, LIGHT_VERBS, NOT_SAID, NOUNS, STRONG
from onrecord.extraction.quotes.parenthetical import Parenthetical
from onrecord.extraction.quotes.parse import Parse
from onrecord.extraction.quotes.sentences import Sentences

FIRST_AND_SECOND = frozenset({"i", "we", "you", "one"})
QUESTIONS = frozenset({"ask", "wonder", "question", "inquire"})
TOLD = frozenset({"tell", "inform", "remind", "assure", "advise", "notify", "convince", "warn"})
"""Verbs whose passive subject was spoken to."""
PAST, PRESENT = frozenset({"VBD"}), frozenset({"VBZ", "VBP"})
STATES = frozenset("says claims states reports notes shows argues estimates finds".split())
"""Verb forms that the tagger takes for nouns."""


class Clauses:
    """Tries each cue outside quotations that are tied already. ``skip``: tokens that no cue may stand on."""

    def __init__(self, parse: Parse, sentences: Sentences, skip: list[bool]) -> None:
        self.parse = parse
        self.sentences = sentences
        self.skip = skip
        self.parenthetical = Parenthetical(parse, sentences)

    def run(self) -> list[Attribution]:
        found = []
        for token in range(len(self.parse)):
            if not self.skip[token]:
                hit = self._try(token)
                if hit is not None and hit.pieces:
                    found.append(hit)
        return found

    def _try(self, token: int) -> Attribution | None:
        parse = self.parse
        if parse.word[token] == "according":
            return self.parenthetical.according(token)
        if parse.is_verb(token):
            return self._verb(token)
        if parse.pos[token] == "NOUN":
            if parse.word[token] in STATES and token + 2 < len(parse) and parse.word[token + 1] == "that":
                return self._mistagged(token)
            return self._noun(token) if parse.lemma[token] in NOUNS else None
        return self._adjective(token) if parse.word[token] in ADJECTIVES else None

    # Verbs ---------------------------------------------------------------------------------

    def _verb(self, verb: int) -> Attribution | None:
        parse = self.parse
        said, thought = is_cue(parse, verb, "clause"), is_cue(parse, verb, "mental")
        shown = is_cue(parse, verb, "evidence")
        if not (said or thought or shown):
            return (self._light(verb) if parse.lemma[verb] in LIGHT_VERBS else None) or self._unknown(verb)
        if not was_said(parse, verb):
            return None
        if said and (inverted := self.parenthetical.inverted(verb)) is not None:
            return inverted
        if (said or thought) and (inserted := self.parenthetical.inserted(verb)) is not None:
            return inserted
        source = subject_of(parse, verb)
        if source is not None and parse.word[source] in FIRST_AND_SECOND:
            return None
        for complement in parse.children[verb]:
            if parse.dep[complement] != "ccomp":
                continue
            if complement > verb:
                return self._complement(verb, complement, source)
            if said or finite(parse, verb):
                return self.parenthetical.fronted(verb, complement, source)
        if said:
            return self._object_as_subject(verb, source) or (
                self.parenthetical.as_clause(verb, source)
                or self.parenthetical.parenthesis(verb, source)
                or self._rest(verb, source)
                if parse.lemma[verb] in STRONG
                else None
            )
        return None

    def _complement(self, verb: int, complement: int, source: int | None) -> Attribution | None:
        """The minister said (that) the dam would hold."""
        parse = self.parse
        said = is_cue(parse, verb, "clause")
        opener = self._complementiser(complement)
        if opener in ("if", "whether") and parse.lemma[verb] not in QUESTIONS:
            return None
        if source is None and (not said or parse.lemma[verb] in TOLD):
            return None
        if not said and not self._states_something(verb, complement):
            return None
        rule = "that_clause" if opener == "that" else "clause"
        if not said:
            shown = is_cue(parse, verb, "evidence") and source is not None
            rule = "evidence" if shown and parse.lemma[source or 0] in DOCUMENTS else "thought"
        span = clause(parse, complement, verb, self.sentences.span(verb))
        return self._made(rule, self._with_conjuncts(verb, complement, span), verb, source)

    def _states_something(self, verb: int, complement: int) -> bool:
        """Not "find him intolerable", not "worrying Tokyo that …", not "no way of knowing"."""
        parse = self.parse
        if not parse.is_verb(complement) and parse.child(complement, "cop", "aux") is None:
            return False
        if parse.tag[verb] == "VBG" and parse.dep[verb] == "pcomp":
            return False
        return parse.tag[verb] != "VBG" or parse.child(verb, "dobj", "iobj", "dative") is None

    def _with_conjuncts(self, verb: int, complement: int, span: tuple[int, int]) -> tuple[int, int]:
        """Clauses that the parser hangs on the cue, though they go on with what was said.

        "… would hold, and would be repaired" (a modal without subject), and "… claims that she was hurt
        and she was silenced" (the tense of the content, not of the cue).
        """
        parse = self.parse
        start, end = span
        last = self.sentences.span(verb)[1]
        for child in parse.children[verb]:
            if (
                parse.dep[child] != "conj"
                or not 0 <= parse.left[child] - end <= 3
                or not parse.is_verb(child)
            ):
                continue
            modal = any(parse.dep[c] == "aux" and parse.word[c] in MODALS for c in parse.children[child])
            own = parse.child(child, "nsubj", "nsubjpass") is not None
            tensed = parse.tag[verb] in PRESENT and self._past(complement) and self._past(child)
            if (modal and not own) or tensed:
                end = min(parse.right[child] + 1, last)
        if end < last and parse.word[end] == ":" and parse.text[parse.end[end] :].lstrip(" ")[:1].isalnum():
            end = last
        return start, end

    def _past(self, verb: int) -> bool:
        parse = self.parse
        return parse.tag[verb] in PAST or any(parse.tag[c] in PAST for c in parse.children[verb])

    def _complementiser(self, complement: int) -> str:
        for child in self.parse.children[complement]:
            if self.parse.dep[child] == "mark" and child < complement:
                return self.parse.word[child]
        return ""

    def _object_as_subject(self, verb: int, source: int | None) -> Attribution | None:
        """ "for stating all options were open": what the parser calls the object is the clause's subject."""
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
        return self._made("clause_mended", span, verb, source)

    def _rest(self, verb: int, source: int | None) -> Attribution | None:
        """They estimated by 2050, prices would double: no complement in the parse, a clause in the text."""
        parse = self.parse
        first, last = self.sentences.span(verb)
        if source is None or source > verb or not finite(parse, verb) or verb + 2 >= last:
            return None
        follows = parse.word[verb + 1] == "that" or any(
            parse.dep[child] in ("conj", "advcl")
            and child > verb
            and parse.child(child, "nsubj", "nsubjpass")
            for child in parse.children[verb]
        )
        if (
            not follows
            or parse.word[verb + 1] in (",", ":", ".")
            or parse.child(verb, "dobj") not in (None, verb + 1)
        ):
            return None
        return self._made("rest", (verb + 1, last), verb, source)

    def _light(self, verb: int) -> Attribution | None:
        """Claims that Lee made in a speech that …: the complement hangs on the light verb."""
        parse = self.parse
        noun, complement = parse.head[verb], parse.child(verb, "ccomp")
        if parse.dep[verb] not in ("relcl", "acl") or complement is None or complement < verb:
            return None
        source = parse.child(verb, "nsubj")
        if parse.lemma[noun] not in NOUNS or source is None or self._complementiser(complement) != "that":
            return None
        span = clause(parse, complement, verb, self.sentences.span(verb))
        return self._made("noun", span, noun, source)

    def _unknown(self, verb: int) -> Attribution | None:
        """The clerk telegraphed that …: a verb outside the lexicon, with a *that*-clause and somebody as subject."""
        parse = self.parse
        complement = parse.child(verb, "ccomp")
        if complement is None or complement < verb or self._complementiser(complement) != "that":
            return None
        if (
            parse.lemma[verb] in NOT_SAID
            or parse.tag[verb] not in ("VBD", "VBZ", "VBN")
            or not was_said(parse, verb)
        ):
            return None
        source = subject_of(parse, verb)
        if source is None or not (
            parse.pos[source] == "PROPN" or parse.word[source] in ("he", "she", "they")
        ):
            return None
        span = clause(parse, complement, verb, self.sentences.span(verb))
        return self._made("unknown_verb", span, verb, source)

    def _mistagged(self, token: int) -> Attribution | None:
        """The report states that …, tagged as a noun phrase "report states"."""
        parse = self.parse
        first, last = self.sentences.span(token)
        source = token - 1
        while source > first and parse.pos[source] == "ADV":
            source -= 1
        if source < first or parse.pos[source] not in ("NOUN", "PROPN", "PRON"):
            return None
        if parse.is_verb(token + 2) or parse.pos[token + 2] == "ADV":  # "states that have …"
            return None
        return self._made("that_clause", (token + 1, last), token, source)

    # Nouns and adjectives ----------------------------------------------------------------------

    def _noun(self, noun: int) -> Attribution | None:
        """His claim that the dam would hold."""
        parse = self.parse
        for child in parse.children[noun]:
            if (
                parse.dep[child] not in ("acl", "ccomp")
                or child < noun
                or self._complementiser(child) != "that"
            ):
                continue
            source = self._claimant(noun)
            if source is None:
                return None
            span = clause(parse, child, noun, self.sentences.span(noun))
            return self._made("noun", span, noun, source)
        return None

    def _claimant(self, noun: int) -> int | None:
        """Whose claim it is: of whoever makes or repeats it, else its owner's; reports of nobody are left."""
        parse = self.parse
        verb = parse.head[noun]
        if parse.dep[noun] == "dobj" and parse.lemma[verb] in LIGHT_VERBS and was_said(parse, verb):
            return subject_of(parse, verb)
        for child in parse.children[noun]:
            if parse.dep[child] == "poss":
                return child
            if parse.dep[child] == "prep" and parse.word[child] in ("from", "by") and child == noun + 1:
                return parse.child(child, "pobj")
        return None

    def _adjective(self, adjective: int) -> Attribution | None:
        """The minister was confident (that) the dam would hold. / She made clear that …"""
        parse = self.parse
        verb = parse.head[adjective]
        clear = parse.word[adjective] == "clear"
        if clear != (parse.lemma[verb] == "make") or parse.lemma[verb] not in (
            "be",
            "feel",
            "remain",
            "make",
        ):
            return None
        complement = parse.child(adjective, "ccomp")
        if complement is None and clear:
            complement = parse.child(verb, "ccomp")
        if complement is None or complement <= adjective or not was_said(parse, verb):
            return None
        source = subject_of(parse, verb)
        if source is None or parse.word[source] in FIRST_AND_SECOND | {"it"}:
            return None
        if self._complementiser(complement) in ("if", "whether"):
            return None
        span = clause(parse, complement, adjective, self.sentences.span(verb))
        return self._made("adjective", span, adjective, source)

    def _made(self, rule: str, span: tuple[int, int], cue: int, source: int | None) -> Attribution | None:
        parse = self.parse
        if span[0] >= span[1]:
            return None
        start, end = trim(parse.text, parse.start[span[0]], parse.end[span[1] - 1])
        return Attribution(rule, [(start, end)], (cue, cue + 1), source) if end > start else None
