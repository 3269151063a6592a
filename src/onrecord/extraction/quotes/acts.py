"""Speech acts whose content is no clause: urged the board to resign, vowed to fight, accused her of lying.

A request, a promise or a reproach is reported by its verb; what was said is an infinitive or a phrase. The
content begins with whom it is about, since "the board to resign" tells what was asked for and "to resign"
does not; who was asked is the quote's addressee besides. Left out are verbs that report what came of it
(persuaded, agreed to meet, refused, declined) and what is wanted or planned: nobody need have said it.
"""

from __future__ import annotations

from typing import NamedTuple

from onrecord.extraction.quotes.act_words import (
    ACTS,
    CALLS,
    CLAIMS,
    DEMANDS,
    DENIED,
    GERUNDS,
    OF_ONESELF,
    POINTERS,
    PROMISES,
    REPROACHES,
    REQUESTS,
    TO_WHOM,
)
from onrecord.extraction.quotes.antecedents import AGENT_ENDINGS
from onrecord.extraction.quotes.content import attribution, before_occasion, before_other_form, clause
from onrecord.extraction.quotes.cues import finite, nobody, was_said
from onrecord.extraction.quotes.findings import Attribution
from onrecord.extraction.quotes.lexicon import COLLECTIVE, DOCUMENTS, FIRST_AND_SECOND, PERSONAL
from onrecord.extraction.quotes.parse import Parse
from onrecord.extraction.quotes.sentences import Sentences
from onrecord.extraction.quotes.sources import NOMINAL, RELATIVES, antecedent, subject_of

PLACES = frozenset({"GPE", "LOC", "NORP"})
DEPENDENT = frozenset({"xcomp", "ccomp", "acl", "relcl", "pcomp"})
"""How an infinitive hangs on what governs it; an adverbial one tells the purpose (pressed a key to stop)."""


class Content(NamedTuple):
    """The rule, the first token of what was said, and the head with whose subtree it ends."""

    rule: str
    start: int
    head: int


def whom_asked(parse: Parse, verb: int) -> int | None:
    """The board in "urged the board to resign", "called on the board to resign"."""
    to = infinitive_of(parse, verb) if parse.lemma[verb] in REQUESTS else None
    if to is None:
        return None
    found = [c for c in parse.children[to] if parse.dep[c] in ("nsubj", "nsubjpass")]
    for child in parse.children[verb]:
        if parse.dep[child] in ("dobj", "dative"):
            found.append(child)
        elif parse.word[child] in TO_WHOM.get(parse.lemma[verb], ()):
            found += [c for c in parse.children[child] if parse.dep[c] == "pobj"]
    return next((token for token in found if verb < token < to), None)


def infinitive_of(parse: Parse, verb: int) -> int | None:
    """The head of "to …" that hangs on the verb, on its object, or on the person after its preposition."""
    prepositions = TO_WHOM.get(parse.lemma[verb], ())
    hangs = DEPENDENT | {"advcl"} if prepositions else DEPENDENT
    near = [child for child in parse.children[verb] if child > verb]
    for child in tuple(near):
        if parse.dep[child] in ("dobj", "dative"):
            near += parse.children[child]
        elif parse.word[child] in prepositions:
            near += [d for c in parse.children[child] for d in (c, *parse.children[c])]
        elif parse.word[child] == "for" and prepositions:
            near += parse.children[child]
    for head in near:
        opened = any(parse.tag[c] == "TO" and c < head for c in parse.children[head])
        if opened and parse.tag[head] in ("VB", "VBN") and parse.dep[head] in hangs:
            return head
    return None


class SpeechActs:
    """Tries one verb after another; parse and sentences are the article's."""

    def __init__(self, parse: Parse, sentences: Sentences) -> None:
        self.parse = parse
        self.sentences = sentences

    def tie(self, verb: int) -> Attribution | None:
        """What a verb asks for, promises or holds against somebody, if anything."""
        parse = self.parse
        found = self._content(verb)
        if found is None or not was_said(parse, verb) or self._undone(verb):
            return None
        source = subject_of(parse, verb)
        if source is None or nobody(parse, source) or not self._speaks(source, verb):
            return None
        rule, start, head = found
        end = clause(parse, head, verb, self.sentences.span(verb))[1]
        if parse.tag[head] == "VB":
            end = before_occasion(parse, head, before_other_form(parse, head, end))
        return attribution(parse, rule, (start, end), verb, source)

    def _content(self, verb: int) -> Content | None:
        lemma = self.parse.lemma[verb]
        if lemma not in ACTS:
            return None
        if lemma in REQUESTS and (found := self._request(verb)) is not None:
            return found
        if lemma in PROMISES | CLAIMS and (to := infinitive_of(self.parse, verb)) is not None:
            rule = "promise" if lemma in PROMISES else "claim"
            return None if self._fills_a_gap(verb, to) else Content(rule, self.parse.left[to], to)
        if lemma in GERUNDS and (doing := self._gerund(verb)) is not None:
            return Content("claim", self.parse.left[doing], doing)
        return self._reproach(verb) or self._call(verb) or self._demand(verb)

    # What is said, by its construction -------------------------------------------------------

    def _request(self, verb: int) -> Content | None:
        """Urged the board to resign, called on the board to resign, asked to see the plan."""
        parse = self.parse
        to = infinitive_of(parse, verb)
        if to is None or self._fills_a_gap(verb, to):
            return None
        whom = whom_asked(parse, verb)
        if whom is not None:
            return Content("request", parse.left[whom], to)
        return Content("request", parse.left[to], to) if parse.lemma[verb] in OF_ONESELF else None

    def _fills_a_gap(self, verb: int, to: int) -> bool:
        """The target it pledged to reach, as rich as he claims to be: what would follow stands before."""
        parse = self.parse
        if any(parse.dep[c] == "dobj" and c < verb for c in parse.children[to]):
            return True
        bare = parse.lemma[to] in ("be", "do") and parse.word[to + 1 : parse.right[to] + 1] in ([], ["so"])
        if bare or (parse.right[to] == to and parse.word[to + 1 : to + 2] == ["-"]):  # "to re-enter", torn
            return True
        complete = parse.child(to, "dobj", "ccomp", "xcomp", "attr", "acomp") is not None
        return self._describes_another(verb) and not complete

    def _describes_another(self, verb: int) -> bool:
        """The compromise they promised: a relative clause about something else than who speaks."""
        parse = self.parse
        source = subject_of(parse, verb) if parse.dep[verb] == "relcl" else None
        return source is not None and parse.word[source] not in RELATIVES

    def _gerund(self, verb: int) -> int | None:
        parse = self.parse
        for child in parse.children[verb]:
            doing = parse.dep[child] in ("xcomp", "ccomp") and parse.tag[child] == "VBG"
            if doing and child > verb and "," not in parse.word[verb:child]:
                return child
        return None

    def _reproach(self, verb: int) -> Content | None:
        """Accused the board of hiding a leak, thanked the crews for their work, thanked the crews."""
        parse = self.parse
        objects = [c for c in parse.children[verb] if parse.dep[c] == "dobj" and c > verb]
        if not objects:
            return None
        start = parse.left[objects[0]]
        for child in (*parse.children[verb], *parse.children[objects[0]]):
            prep = parse.dep[child] == "prep" and child > objects[0]
            if prep and parse.lemma[verb] in REPROACHES.get(parse.word[child], ()):
                return Content("reproach", start, child)
        if parse.lemma[verb] != "thank":
            return None
        objects += [c for c in parse.children[verb] if parse.dep[c] == "conj" and parse.pos[c] in NOMINAL]
        return Content("reproach", start, objects[-1]) if parse.right[objects[-1]] - start > 1 else None

    def _call(self, verb: int) -> Content | None:
        """Called for a new dam."""
        parse = self.parse
        if parse.lemma[verb] not in CALLS or parse.child(verb, "dobj", "prt") is not None:
            return None
        for child in parse.children[verb]:
            if parse.word[child] == "for" and parse.dep[child] == "prep" and child > verb:
                what = parse.child(child, "pobj", "pcomp")
                sorry = parse.lemma[verb].startswith("apolog")
                told = what is not None and (sorry or not self._points(what))
                return Content("demand", child + 1, child) if told else None
        return None

    def _demand(self, verb: int) -> Content | None:
        """Demanded an apology, denied any role in it."""
        parse = self.parse
        what = parse.child(verb, "dobj")
        if what is None or what < verb or parse.pos[what] != "NOUN" or self._points(what):
            return None
        lost = (
            "to" in parse.word[parse.right[what] : parse.right[what] + 2]
        )  # the parser missed an infinitive
        if lost or self._describes_another(verb):
            return None
        asked = parse.lemma[verb] in DEMANDS
        denied = parse.lemma[verb] == "deny" and parse.lemma[what] in DENIED
        return Content("demand", parse.left[what], what) if asked or denied else None

    def _points(self, what: int) -> bool:
        """Those allegations, it: words for what was told before."""
        parse = self.parse
        return parse.right[what] - parse.left[what] <= 1 and parse.word[parse.left[what]] in POINTERS

    # Who says it ---------------------------------------------------------------------------------

    def _undone(self, verb: int) -> bool:
        """Was asked to resign; asked to resign, she left; by asking him to resign, …"""
        parse = self.parse
        if parse.tag[verb] == "VBG" and parse.dep[verb] == "pcomp":
            return True
        return parse.child(verb, "auxpass") is not None or (
            parse.tag[verb] == "VBN" and not finite(parse, verb)
        )

    def _speaks(self, source: int, verb: int) -> bool:
        """Somebody or a document; revelations threaten and programmes encourage without a word.

        A country threatens by what it does, too: there only a clause tells that it spoke.
        """
        parse = self.parse
        if parse.word[source] in RELATIVES:
            source = antecedent(parse, source) or source
        if parse.word[source] in FIRST_AND_SECOND | {"that", "this", "which", "what"}:
            return False
        if parse.lemma[verb] == "threaten" and parse.doc[source].ent_type_ in PLACES:
            return False
        if parse.pos[source] != "NOUN":
            return True
        lemma = parse.lemma[source]
        named = parse.surface[source][0].isupper() and source > self.sentences.span(source)[0]
        agent = lemma.endswith(AGENT_ENDINGS) and not lemma.endswith("ment")
        return named or agent or lemma in PERSONAL | COLLECTIVE | DOCUMENTS
