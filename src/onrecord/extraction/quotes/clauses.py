"""Reported clauses, found through the parse: complements of cue verbs and nouns, parentheses, *according to*."""

from __future__ import annotations

from onrecord.extraction.quotes.content import clause, trim
from onrecord.extraction.quotes.cues import MODALS, is_cue, issuer_of, nearest_nominal, subject_of, was_said
from onrecord.extraction.quotes.findings import Attribution
from onrecord.extraction.quotes.lexicon import ADJECTIVES, DOCUMENTS, LIGHT_VERBS, NOUNS, STRONG
from onrecord.extraction.quotes.parse import Parse
from onrecord.extraction.quotes.sentences import Sentences
from onrecord.records import Span

FIRST_AND_SECOND = frozenset({"i", "we", "you", "one"})
QUESTIONS = frozenset({"ask", "wonder", "question", "inquire"})
COMMAS = frozenset({",", "-", "–", "—", "--"})


class Clauses:
    """Tries each cue outside quotations that are tied already. ``skip`` are tokens that no cue may stand on."""

    def __init__(self, parse: Parse, sentences: Sentences, skip: list[bool]) -> None:
        self.parse = parse
        self.sentences = sentences
        self.skip = skip

    def run(self) -> list[Attribution]:
        parse, found = self.parse, []
        for token in range(len(parse)):
            if self.skip[token]:
                continue
            hit = None
            if parse.word[token] == "according":
                hit = self._according(token)
            elif parse.is_verb(token):
                hit = self._verb(token)
            elif parse.lemma[token] in NOUNS and parse.pos[token] == "NOUN":
                hit = self._noun(token)
            elif parse.word[token] in ADJECTIVES:
                hit = self._adjective(token)
            if hit is not None and hit.pieces:
                found.append(hit)
        return found

    # Verbs ---------------------------------------------------------------------------------

    def _verb(self, verb: int) -> Attribution | None:
        parse = self.parse
        said, thought = is_cue(parse, verb, "clause"), is_cue(parse, verb, "mental")
        shown = is_cue(parse, verb, "evidence")
        if not (said or thought or shown) or not was_said(parse, verb):
            return None
        source = subject_of(parse, verb)
        if source is not None and parse.word[source] in FIRST_AND_SECOND:
            return None
        for complement in parse.children[verb]:
            if parse.dep[complement] != "ccomp":
                continue
            if complement > verb:
                return self._complement(verb, complement, source, said, shown)
            if said or (
                parse.tag[verb] in ("VBD", "VBZ", "VBP", "VBN") and parse.right[complement] + 1 < verb
            ):
                return self._fronted(verb, complement, source)
        if said and parse.lemma[verb] in STRONG:
            return self._parenthesis(verb, source)
        return None

    def _complement(
        self, verb: int, complement: int, source: int | None, said: bool, shown: bool
    ) -> Attribution | None:
        """The minister said (that) the dam would hold."""
        parse = self.parse
        opener = self._complementiser(complement)
        if opener in ("if", "whether") and parse.lemma[verb] not in QUESTIONS:
            return None
        if source is None and not said:
            return None
        if not said and not parse.is_verb(complement) and parse.child(complement, "cop", "aux") is None:
            return None  # "find him intolerable"
        if not said and parse.child(verb, "dobj", "iobj", "dative") is not None and parse.tag[verb] == "VBG":
            return None  # "worrying Tokyo that …"
        rule = "clause" if said else "thought"
        if not said and shown and source is not None and parse.lemma[source] in DOCUMENTS:
            rule = "evidence"
        if said and opener == "that":
            rule = "that_clause"
        span = clause(parse, complement, verb, self.sentences.span(verb))
        return self._made(rule, [self._with_conjunct(verb, span)], verb, source)

    def _with_conjunct(self, verb: int, span: tuple[int, int]) -> tuple[int, int]:
        """ "… would hold, and would be repaired": a modal without subject goes on with what was said."""
        parse = self.parse
        for child in parse.children[verb]:
            if (
                parse.dep[child] != "conj"
                or not 0 <= parse.left[child] - span[1] <= 3
                or not parse.is_verb(child)
            ):
                continue
            modal = any(parse.dep[c] == "aux" and parse.word[c] in MODALS for c in parse.children[child])
            if modal and parse.child(child, "nsubj", "nsubjpass") is None:
                return span[0], min(parse.right[child] + 1, self.sentences.span(verb)[1])
        return span

    def _complementiser(self, complement: int) -> str:
        for child in self.parse.children[complement]:
            if self.parse.dep[child] == "mark" and child < complement:
                return self.parse.word[child]
        return ""

    def _fronted(self, verb: int, complement: int, source: int | None) -> Attribution | None:
        """The dam would hold, the minister said."""
        parse = self.parse
        first, last = self.sentences.span(verb)
        low = min(
            [verb, *([parse.left[source]] if source is not None and complement < source < verb else [])]
        )
        start, end = clause(parse, complement, verb, (first, last))
        if parse.right[complement] > verb:  # "The dam, he said, would hold"
            return self._parenthesis(verb, source)
        if source is None:
            source = nearest_nominal(parse, verb + 1, min(verb + 6, last))
        if source is None:
            return None
        return self._made("fronted", [(min(start, self._back(start, first)), min(end, low))], verb, source)

    def _back(self, start: int, first: int) -> int:
        """To the sentence's beginning, when only a few words of the same clause stand before."""
        return first if start - first <= 6 else start

    def _parenthesis(self, verb: int, source: int | None) -> Attribution | None:
        """The dam, he said, would hold. / The dam will hold, he said."""
        parse = self.parse
        first, last = self.sentences.span(verb)
        if parse.tag[verb] not in ("VBD", "VBZ", "VBP"):
            return None
        if source is not None and abs(source - verb) <= 12 and first <= source < last:
            low, high = (
                min(parse.left[source], verb),
                max(parse.right[source] if source > verb else verb, verb) + 1,
            )
        else:
            source = nearest_nominal(parse, verb + 1, min(verb + 4, last))
            if source is None:
                return None
            low, high = verb, source + 1
        low = max(low, first)
        if low <= first or parse.word[low - 1] not in COMMAS:
            return None
        if any(
            child > verb and parse.dep[child] in ("dobj", "xcomp", "ccomp", "attr")
            for child in parse.children[verb]
        ):
            if parse.child(verb, "dobj") != source:
                return None
        after = high
        while after < last and parse.word[after] not in COMMAS and parse.word[after] not in (".", "?", "!"):
            after += 1
        if after - high > 10:
            return None
        pieces = [(self._clause_start(low - 1, first), low - 1)]
        if after < last and parse.word[after] in COMMAS:
            pieces.append((after + 1, last))
        return self._made("parenthesis", pieces, verb, source)

    def _clause_start(self, end: int, first: int) -> int:
        return first

    # Nouns and according to ---------------------------------------------------------------------

    def _noun(self, noun: int) -> Attribution | None:
        """His claim that the dam would hold."""
        parse = self.parse
        for child in parse.children[noun]:
            if (
                parse.dep[child] in ("acl", "ccomp")
                and child > noun
                and self._complementiser(child) == "that"
            ):
                source = self._claimant(noun)
                if source is None:
                    return None
                span = clause(parse, child, noun, self.sentences.span(noun))
                return self._made("noun", [span], noun, source)
        return None

    def _claimant(self, noun: int) -> int | None:
        """Whose claim it is: of whoever makes or repeats it, else its owner's."""
        parse = self.parse
        verb = parse.head[noun]
        if parse.dep[noun] == "dobj" and parse.lemma[verb] in LIGHT_VERBS and was_said(parse, verb):
            subject = subject_of(parse, verb)
            if subject is not None:
                return subject
        for child in parse.children[noun]:
            if parse.dep[child] == "relcl" and parse.lemma[child] in LIGHT_VERBS:
                return parse.child(child, "nsubj")
        owner = issuer_of(parse, noun)
        return (
            None if owner == noun or (parse.dep[noun] == "dobj" and owner == subject_of(parse, verb)) else owner
        )

    def _adjective(self, adjective: int) -> Attribution | None:
        """The minister was confident (that) the dam would hold. / She made clear that …"""
        parse = self.parse
        verb = parse.head[adjective]
        be = parse.lemma[verb] in ("be", "feel", "seem", "remain", "become", "make")
        complement = parse.child(adjective, "ccomp")
        if complement is None and parse.lemma[verb] == "make":
            complement = parse.child(verb, "ccomp")
            if complement == adjective:
                complement = None
        if complement is None or complement < adjective or not be or not was_said(parse, verb):
            return None
        source = subject_of(parse, verb)
        if source is None or parse.word[source] in FIRST_AND_SECOND | {"it"}:
            return None
        if (parse.word[adjective] == "clear") != (parse.lemma[verb] == "make"):
            return None
        if self._complementiser(complement) in ("if", "whether"):
            return None
        span = clause(parse, complement, adjective, self.sentences.span(verb))
        return self._made("adjective", [span], adjective, source)

    def _according(self, token: int) -> Attribution | None:
        """According to the ministry, the dam would hold."""
        parse = self.parse
        if token + 1 >= len(parse) or parse.word[token + 1] != "to":
            return None
        source = parse.child(token + 1, "pobj")
        if source is None:
            source = nearest_nominal(parse, token + 2, min(token + 8, len(parse)))
        if source is None:
            return None
        first, last = self.sentences.span(token)
        end = max(self._phrase_end(source, last), source + 1)
        before, after = (first, token), (end, last)
        if token - first <= 2:
            pieces = [after]
        elif parse.word[token - 1] in COMMAS and end < last and parse.word[end] in COMMAS and last - end > 6:
            pieces = [before, after]
        else:
            pieces = [before]
        made = self._made("according", pieces, token, source)
        made.cue = (token, token + 2)
        return made

    def _phrase_end(self, source: int, last: int) -> int:
        """The end of the source's noun phrase: an appositive in commas belongs to it."""
        return min(self.parse.right[source] + 1, last)

    # -------------------------------------------------------------------------------------------

    def _made(self, rule: str, spans: list[tuple[int, int]], cue: int, source: int | None) -> Attribution:
        pieces = [piece for span in spans if (piece := self._chars(span)) is not None]
        return Attribution(rule, pieces, (cue, cue + 1), source)

    def _chars(self, span: tuple[int, int]) -> Span | None:
        parse = self.parse
        if span[0] >= span[1]:
            return None
        start, end = trim(parse.text, parse.start[span[0]], parse.end[span[1] - 1])
        return (start, end) if end > start else None
