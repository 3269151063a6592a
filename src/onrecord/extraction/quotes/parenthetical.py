"""Reporting clauses beside or inside what they report: "…, he said", "as he said"."""

from __future__ import annotations

from onrecord.extraction.quotes.content import attribution_of
from onrecord.extraction.quotes.cues import ADVERBIAL, finite, has_tense, is_cue
from onrecord.extraction.quotes.findings import Attribution
from onrecord.extraction.quotes.parse import Parse
from onrecord.extraction.quotes.sentences import Sentences
from onrecord.extraction.quotes.sources import NOMINAL, RELATIVES, nearest_nominal

COMMAS = frozenset({",", "-", "–", "—", "--"})
CLOSERS = frozenset(",-–—\"”’'»)?!.…")
_NO_NAME = frozenset({"VBD", "VBZ", "VBP", "MD", "VB", "TO", "WDT", "WP", "WRB"})
STOPS = frozenset({".", "?", "!", ";", ":"})
CONCESSIONS = frozenset({"although", "though", "despite"})
"""What follows a reporting clause and one of these is the reporter's own reservation."""
NO_SUBJECT = frozenset({"and", "but", "who", "which", "that", "as", "if", "i", "we", "you"})
"""Words that no reporting clause of the reporter's opens with."""
MAX_TAIL = 10
"""Tokens between a cue and the comma or stop that ends its clause ("said in an interview on Monday")."""


class Parenthetical:
    """Content is the rest of the sentence: the parse need not be right about it."""

    def __init__(self, parse: Parse, sentences: Sentences) -> None:
        self.parse = parse
        self.sentences = sentences

    def by_place(self, verb: int, said: bool) -> Attribution | None:
        """Reporting clauses that their place between commas settles."""
        return (self.inverted(verb) if said else None) or self.inserted(verb)

    def fronted(self, verb: int, complement: int, source: int | None) -> Attribution | None:
        """The dam would hold, the minister said."""
        parse = self.parse
        first, last = self.sentences.span(verb)
        if parse.right[complement] > verb:  # "The dam, he said, would hold"
            return self.parenthesis(verb, source)
        if any(self._subordinate(token, complement) for token in (first, parse.left[complement])):
            return None
        if source is None:
            source = nearest_nominal(parse, verb + 1, min(verb + 6, last))
        if source is None or parse.word[source] in RELATIVES or self._reports_on(verb, source):
            return None
        low = min(verb, parse.left[source]) if complement < source < verb else verb
        if low <= first or parse.surface[low - 1][-1:] not in CLOSERS:
            return None
        ends_sentence = self._clause_end(verb, last) >= last - 2
        start = max(parse.left[complement], first)
        if ends_sentence or start - first <= 6:
            start = first
        return attribution_of(self.parse, "fronted", [(start, low)], verb, source)

    def _subordinate(self, opener: int, complement: int) -> bool:
        """Whether "if …" opens the clause itself, not a clause within it (If it rains, it will leak)."""
        parse = self.parse
        if parse.word[opener] not in ADVERBIAL or parse.dep[opener] == "prep":
            return False
        return not any(
            parse.dep[child] == "advcl" and parse.left[child] <= opener <= child < complement
            for child in parse.children[complement]
        )

    def parenthesis(self, verb: int, source: int | None) -> Attribution | None:
        """The dam, he said, would hold. / The dam will hold, he said."""
        parse = self.parse
        first, last = self.sentences.span(verb)
        if parse.tag[verb] not in ("VBD", "VBZ", "VBP"):
            return None
        if source is not None and abs(source - verb) <= 12 and first <= source < last:
            low = min(parse.left[source], verb)
            high = max(parse.right[source] if source > verb else verb, verb) + 1
        else:
            source = nearest_nominal(parse, verb + 1, min(verb + 4, last))
            if source is None:
                return None
            low, high = verb, source + 1
        low = max(low, first)
        if any(tag in _NO_NAME for tag in parse.tag[low:verb]):
            return None
        if low <= first or parse.word[low - 1] not in COMMAS or self._has_object(verb, source):
            return None
        return self._around("parenthesis", verb, source, (low, high))

    def inserted(self, verb: int) -> Attribution | None:
        """The dam, he said (on Monday), would hold: commas settle it, whatever the parse says."""
        parse = self.parse
        first, last = self.sentences.span(verb)
        after = self._adjunct_end(verb, last)
        if parse.tag[verb] not in ("VBD", "VBZ", "VBP") or after >= last or parse.word[after] != ",":
            return None
        low = self._opening_comma(verb, first)
        if low <= first + 1 or low == verb or parse.word[low - 1] != ",":
            return None
        source = next((t for t in range(verb - 1, low - 1, -1) if parse.pos[t] in NOMINAL), None)
        if source is None or parse.word[low] in NO_SUBJECT:
            return None
        if after > verb + 1 and not self._predicate(after + 1, last):
            return None
        if not self._goes_on(after + 1, last) and after + 1 < last:
            return None
        return attribution_of(self.parse, "inserted", [(first, low - 1), (after + 1, last)], verb, source)

    def _opening_comma(self, verb: int, first: int) -> int:
        """The token after the comma that opens a reporting clause, or where the search ends."""
        parse, low = self.parse, verb
        while (
            low > first
            and verb - low < 9
            and parse.word[low - 1] not in COMMAS
            and parse.tag[low - 1] not in _NO_NAME
        ):
            low -= 1
        return low

    def _adjunct_end(self, verb: int, last: int) -> int:
        """Past "on Monday", "in a statement", "told reporters at the gate": no verb, no clause."""
        parse, end = self.parse, verb + 1
        while end < min(last, verb + MAX_TAIL) and parse.word[end] not in COMMAS | STOPS:
            if parse.pos[end] in ("VERB", "AUX", "SCONJ", "PRON") or parse.tag[end] in _NO_NAME:
                return last
            end += 1
        return end

    def _predicate(self, start: int, last: int) -> bool:
        """A verb or auxiliary right after the comma: the predicate of what stands before the clause."""
        parse = self.parse
        while start < last and parse.pos[start] == "ADV":
            start += 1
        return start < last and parse.tag[start] in ("VBD", "VBZ", "VBP", "MD")

    def inverted(self, verb: int) -> Attribution | None:
        """The dam, said the minister, would hold."""
        parse = self.parse
        first, last = self.sentences.span(verb)
        if verb <= first or parse.word[verb - 1] != "," or parse.tag[verb] not in ("VBD", "VBZ"):
            return None
        if (
            verb + 1 >= last
            or parse.pos[verb + 1] not in (*NOMINAL, "DET", "ADJ")
            or parse.word[verb + 1] == "it"
        ):
            return None
        source = nearest_nominal(parse, verb + 1, min(verb + 8, last))
        if source is None or any(parse.is_verb(t) for t in range(verb + 1, source)):
            return None
        end = source + 1
        if end < last and parse.word[end] not in COMMAS | STOPS:
            return None
        return self._around("inverted", verb, source, (verb, end))

    def as_clause(self, verb: int, source: int | None) -> Attribution | None:
        """As the minister has said, the dam would hold."""
        parse = self.parse
        first, last = self.sentences.span(verb)
        opener = min((c for c in parse.children[verb] if parse.word[c] == "as" and c < verb), default=None)
        if opener is None or source is None or not first <= opener < verb or parse.dep[verb] != "advcl":
            return None
        if self._has_object(verb, source) and parse.lemma[verb] != "put":
            return None
        end = self._clause_end(verb, last)
        opens = opener - first <= 1
        if end >= last if opens else end < last - 1:
            return None
        rest = (end, last) if opens else (first, opener)
        return attribution_of(parse, "as_clause", [rest], verb, source)

    # -------------------------------------------------------------------------------------------

    def _has_object(self, verb: int, source: int) -> bool:
        """The verb reports a complement of its own, or is about a thing (announced a decision)."""
        parse = self.parse
        return (
            any(
                child > verb and parse.dep[child] in ("dobj", "xcomp", "ccomp", "attr") and child != source
                for child in parse.children[verb]
            )
            and parse.lemma[verb] != "tell"
        )

    def _reports_on(self, verb: int, source: int) -> bool:
        """What the verb reports stands after it: a clause or thing of its own, or what a colon opens."""
        parse, last = self.parse, self.sentences.span(verb)[1]
        after = max(verb, source) + 1
        opens = after < last and (parse.word[after] == "that" or parse.tag[after] in ("TO", "VBG"))
        end = self._clause_end(after, last)
        return opens or self._has_object(verb, source) or (end < last and parse.word[end] == ":")

    def _clause_end(self, token: int, last: int) -> int:
        parse = self.parse
        while token < last and parse.word[token] not in COMMAS and parse.word[token] not in STOPS:
            token += 1
        return token

    def _around(self, rule: str, verb: int, source: int, clause: tuple[int, int]) -> Attribution | None:
        """What stands before the reporting clause, and what goes on after it."""
        parse = self.parse
        first, last = self.sentences.span(verb)
        after = self._clause_end(clause[1], last)
        if after - clause[1] > MAX_TAIL or (after < last and parse.word[after] == ":"):
            return None
        if self._only_says_when(first, clause[0]):
            return None
        pieces = [(first, clause[0])]
        if after < last and parse.word[after] in COMMAS and self._goes_on(after + 1, last):
            pieces.append((after + 1, last))
        if not any(has_tense(self.parse, *piece) for piece in pieces):
            return None
        return attribution_of(self.parse, rule, pieces, verb, source)

    def _only_says_when(self, start: int, end: int) -> bool:
        """As she left, she said / Asked if it leaked, she said: the circumstance and not the content."""
        opens = self.parse.word[start] in ADVERBIAL or self.parse.tag[start] in ("VBN", "VBG")
        return opens and "," not in self.parse.word[start : end - 1]

    def _goes_on(self, start: int, last: int) -> bool:
        """Not ", adding that …", ", who …", ", citing …": those are the reporter's."""
        parse = self.parse
        if start >= last or parse.tag[start] in ("WP", "WDT", "WRB"):
            return False
        if not has_tense(parse, start, last):
            return False
        if parse.word[start] in CONCESSIONS:
            return False
        if parse.tag[start] == "VBG" and (is_cue(parse, start, "clause") or is_cue(parse, start, "phrase")):
            return False
        joins = parse.word[start] in ("but", "and")
        return not joins or not any(
            is_cue(parse, t, "clause") and finite(parse, t) for t in range(start, min(start + 6, last))
        )
