"""Reported clauses that hang on a verb: said that …, "…, he said", and what the parser makes of them."""

from __future__ import annotations

from onrecord.extraction.quotes.content import attribution, clause, complementiser
from onrecord.extraction.quotes.cues import MODALS, finite, is_cue, nobody, was_said
from onrecord.extraction.quotes.findings import Attribution
from onrecord.extraction.quotes.lexicon import (
    DOCUMENTS,
    FIRST_AND_SECOND,
    LIGHT_VERBS,
    NOT_SAID,
    NOUNS,
    STRONG,
    words,
)
from onrecord.extraction.quotes.mended import MendedClauses
from onrecord.extraction.quotes.parenthetical import Parenthetical
from onrecord.extraction.quotes.parse import SUBJECTS, Parse
from onrecord.extraction.quotes.sentences import Sentences
from onrecord.extraction.quotes.sources import RELATIVES, antecedent, nearest_nominal, subject_of

QUESTIONS = frozenset({"ask", "wonder", "question", "inquire"})
TOLD = frozenset({"tell", "ask", "inform", "remind", "assure", "advise", "notify", "convince", "warn"})
"""Verbs whose passive subject was spoken to."""
DEGREES = frozenset({"enough", "so", "such"})
TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})
PAST, PRESENT = frozenset({"VBD"}), frozenset({"VBZ", "VBP"})
STATES = words("says claims states reports notes shows argues estimates finds tweets")
"""Verb forms that the tagger takes for nouns."""


class VerbClauses:
    """Tries the frames of one cue verb after another."""

    def __init__(self, parse: Parse, sentences: Sentences, parenthetical: Parenthetical) -> None:
        self.parse = parse
        self.sentences = sentences
        self.parenthetical = parenthetical
        self.mended = MendedClauses(parse, sentences)

    def tie(self, verb: int) -> Attribution | None:
        """What a verb reports, if anything."""
        parse = self.parse
        said, thought = is_cue(parse, verb, "clause"), is_cue(parse, verb, "mental")
        if not (said or thought or is_cue(parse, verb, "evidence")):
            return self._light(verb) or self._unknown(verb)
        if not was_said(parse, verb) or self._was_told(verb):
            return None
        by_place = self.parenthetical.by_place(verb, said) if said or thought else None
        return by_place or self._by_parse(verb, said)

    def _was_told(self, verb: int) -> bool:
        """Asked whether …, she said / Lee, asked if …, said: the participle's subject was spoken to."""
        parse = self.parse
        if (
            parse.lemma[verb] in QUESTIONS
            and verb
            and parse.word[verb - 1] == ","
            and parse.tag[verb] == "VBD"
        ):
            return parse.word[verb + 1 : verb + 2] in (["if"], ["whether"])
        return parse.lemma[verb] in TOLD and parse.tag[verb] == "VBN" and not finite(parse, verb)

    def _by_parse(self, verb: int, said: bool) -> Attribution | None:
        parse = self.parse
        source = subject_of(parse, verb)
        if source is not None and nobody(parse, source):
            return None
        if (
            source is None
            and said
            and parse.tag[verb] in ("VBD", "VBZ", "VBP", "VBN")
            and finite(parse, verb)
        ):
            source = self._subject_left(verb)
        if source is not None and (parse.word[source] in FIRST_AND_SECOND or self._is_object(source, verb)):
            return None
        complements = [
            child
            for child in parse.children[verb]
            if parse.dep[child] == "ccomp"
            or (
                parse.dep[child] == "xcomp"
                and parse.tag[child] == "VBG"
                and parse.child(child, "nsubj") is not None
            )
        ]
        told = self._after_or_before(verb, complements)
        if told is not None and told > verb:
            return self._complement(verb, told, source)
        if told is not None and (said or finite(parse, verb)):
            return self.parenthetical.fronted(verb, told, source)
        return self._without_complement(verb, source) if said else None

    def _is_object(self, source: int, verb: int) -> bool:
        """Everything Lee says is a lie: what she says is the subject, and no clause follows."""
        first = self.parse.left[source]
        return (
            verb == source + 1
            and first > 0
            and self.parse.word[first - 1] in ("everything", "anything", "all")
        )

    def _after_or_before(self, verb: int, complements: list[int]) -> int | None:
        """Which clause was said: the one after the cue, though the parser hang another before it.

        "Stone left, and Lee said that …"; not "The dam holds, Lee said: it does" and "… – Lee said – and is".
        """
        parse = self.parse
        after = next((child for child in complements if child > verb), None)
        if after is None or complements[0] > verb:
            return after if after is not None else next(iter(complements), None)
        whole = parse.child(after, "mark", "expl", *SUBJECTS) is not None
        return after if whole and ":" not in parse.word[verb:after] else complements[0]

    def _subject_left(self, verb: int) -> int | None:
        """A noun before the verb that the parser did not see as its subject (Lee in recent days has said)."""
        parse = self.parse
        if parse.child(verb, "auxpass") is not None or parse.child(verb, "expl") is not None:
            return None
        return nearest_nominal(parse, self.sentences.span(verb)[0], verb)

    def _without_complement(self, verb: int, source: int | None) -> Attribution | None:
        """Cues whose clause the parser hung elsewhere."""
        mended = self.mended.object_as_subject(verb, source)
        found = mended or self.parenthetical.as_clause(verb, source)
        if found is not None or self.parse.lemma[verb] not in STRONG:
            return found
        return self.parenthetical.parenthesis(verb, source) or self.mended.further_on(verb, source)

    def _complement(self, verb: int, complement: int, source: int | None) -> Attribution | None:
        """The minister said (that) the dam would hold."""
        parse = self.parse
        said = is_cue(parse, verb, "clause")
        opener = complementiser(self.parse, complement)
        if opener in ("if", "whether") and parse.lemma[verb] not in QUESTIONS:
            return None
        if source is None and (not said or parse.lemma[verb] in TOLD or not self._passive(verb)):
            return None
        rule = "that_clause" if opener == "that" else "clause"
        if not said:
            rule = "evidence" if self._is_evidence(verb, source) else "thought"
            if not self._states_something(verb, complement, rule):
                return None
        span = clause(parse, complement, verb, self.sentences.span(verb))
        return attribution(self.parse, rule, self._with_conjuncts(verb, complement, span), verb, source)

    def _passive(self, verb: int) -> bool:
        """It was announced that …: somebody said it, though nobody is named."""
        return self.parse.tag[verb] == "VBN" and self.parse.child(verb, "auxpass") is not None

    def _is_evidence(self, verb: int, source: int | None) -> bool:
        parse = self.parse
        if source is not None and parse.word[source] in RELATIVES:
            source = antecedent(parse, source)
        return is_cue(parse, verb, "evidence") and source is not None and parse.lemma[source] in DOCUMENTS

    def _states_something(self, verb: int, complement: int, rule: str) -> bool:
        """Not "find him intolerable", not "worrying Lima that …", not "no way of knowing".

        A poll may show "her leading"; what a person finds or thinks has a tense.
        """
        parse = self.parse
        tensed = parse.tag[complement] in TENSED or parse.child(complement, "aux", "auxpass") is not None
        if not tensed and not (rule == "evidence" and parse.is_verb(complement)):
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
            joined = parse.dep[child] == "conj" and parse.is_verb(child) and 0 <= parse.left[child] - end <= 3
            if not joined:
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

    def _light(self, verb: int) -> Attribution | None:
        """Claims that Lee made in a speech that …: the complement hangs on the light verb."""
        parse = self.parse
        noun, complement = parse.head[verb], parse.child(verb, "ccomp")
        if (
            parse.lemma[verb] not in LIGHT_VERBS
            or parse.dep[verb] not in ("relcl", "acl")
            or complement is None
            or complement < verb
        ):
            return None
        source = parse.child(verb, "nsubj")
        if (
            parse.lemma[noun] not in NOUNS
            or source is None
            or complementiser(self.parse, complement) != "that"
        ):
            return None
        span = clause(parse, complement, verb, self.sentences.span(verb))
        return attribution(self.parse, "noun", span, noun, source)

    def _unknown(self, verb: int) -> Attribution | None:
        """The clerk telegraphed that …: any verb with a *that*-clause and somebody as subject."""
        parse = self.parse
        complement = parse.child(verb, "ccomp")
        if complement is None or complement < verb or complementiser(self.parse, complement) != "that":
            return None
        if any(parse.word[token] in DEGREES for token in range(verb + 1, parse.left[complement])):
            return None  # has improved enough that he could sit
        told = parse.tag[verb] in ("VBD", "VBZ", "VBN") and was_said(parse, verb)
        source = subject_of(parse, verb)
        if parse.lemma[verb] in NOT_SAID or not told or source is None:
            return None
        if parse.pos[source] != "PROPN" and parse.word[source] not in ("he", "she", "they"):
            return None
        span = clause(parse, complement, verb, self.sentences.span(verb))
        return attribution(self.parse, "unknown_verb", span, verb, source)

    def mistagged(self, token: int) -> Attribution | None:
        """The report states that …, tagged as a noun phrase "report states"."""
        parse = self.parse
        first, last = self.sentences.span(token)
        if parse.word[token] not in STATES or token + 2 >= last or parse.word[token + 1] != "that":
            return None
        source = token - 1
        while source > first and parse.pos[source] == "ADV":
            source -= 1
        if source < first or parse.pos[source] not in ("NOUN", "PROPN", "PRON"):
            return None
        if parse.is_verb(token + 2) or parse.pos[token + 2] == "ADV":  # "states that have …"
            return None
        return attribution(self.parse, "that_clause", (token + 1, last), token, source)
