"""Who speaks, as far as the sentence tells: the subject of a cue, found through the parse."""

from __future__ import annotations

from onrecord.extraction.quotes.content import reporter_goes_on
from onrecord.extraction.quotes.cues import is_cue
from onrecord.extraction.quotes.lexicon import OCCASIONS, SAYING_NOUNS, words
from onrecord.extraction.quotes.parse import SUBJECTS, Parse

RELATIVES = frozenset({"who", "which", "that", "whom"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
EMPHATIC = frozenset({"himself", "herself", "itself", "themselves"})
OBJECT_CONTROL = words(
    """
    thank criticize criticise blame praise attack condemn denounce slam fault mock credit rebuke scold laud
    blast quote cite applaud accuse commend chide remember hear catch record
    """
)
"""Verbs whose object is the one who spoke (thanked him for saying)."""


def subject_of(parse: Parse, verb: int, depth: int = 0) -> int | None:
    """Head token of the phrase that names who speaks, followed through participles and conjuncts."""
    if depth > 6:
        return None
    own = _own_subject(parse, verb, shared=depth > 0)
    if own is not None or parse.head[verb] == verb or (depth == 0 and _is_passive(parse, verb)):
        return own
    dep = parse.dep[verb]
    if dep in ("pcomp", "pobj", "prep"):
        return _controller(parse, verb if dep == "prep" else parse.head[verb], depth)
    if parse.pos[parse.head[verb]] in NOMINAL:
        return _of_noun(parse, verb, depth)
    return _of_verb(parse, verb, depth)


def _of_noun(parse: Parse, verb: int, depth: int) -> int | None:
    """Participles and relative clauses on a noun: a letter saying, a man called, the aide who said."""
    head, dep = parse.head[verb], parse.dep[verb]
    if dep == "acl" and parse.tag[verb] == "VBN":  # "a man called …": the noun is not who calls
        agent = parse.child(verb, "agent")
        return None if agent is None else parse.child(agent, "pobj")
    if dep in ("acl", "relcl", "amod"):
        return issuer_of(parse, head, depth)
    return head if dep in ("conj", "appos", "dep") else None


def _of_verb(parse: Parse, verb: int, depth: int) -> int | None:
    """Conjuncts, infinitives and participles share the subject of the verb they hang on."""
    head = parse.head[verb]
    if parse.dep[head] == "ccomp" and reporter_goes_on(parse, parse.head[head], head, verb):
        head = parse.head[head]
    shared = ("conj", "xcomp", "advcl", "ccomp", "dep", "parataxis")
    if parse.pos[head] not in ("VERB", "AUX") or parse.dep[verb] not in shared:
        return None
    if parse.tag[verb] == "VBG" and "," in parse.word[max(verb - 2, 0) : verb]:
        head = _reporting_verb(parse, head)
    found = subject_of(parse, head, depth + 1)
    if found is not None and parse.word[found] in ("that", "which") and parse.tag[verb] == "VBG":
        return _main_subject(parse, verb) or found  # ", vowing that …" after a relative clause
    return found


def _reporting_verb(parse: Parse, verb: int) -> int:
    """He said prices rose, adding that …: the parser hangs "adding" on "rose", but it goes with "said"."""
    governor = parse.head[verb]
    if parse.dep[verb] == "acl" and parse.dep[governor] == "dobj":
        governor = parse.head[governor]
    elif parse.dep[verb] != "ccomp":
        return verb
    return governor if governor != verb and is_cue(parse, governor, "phrase") else verb


def _is_passive(parse: Parse, verb: int) -> bool:
    auxiliary = parse.child(verb, "auxpass")
    if auxiliary is None or parse.word[auxiliary] in ("'s", "’s"):  # "she's declared" has said it herself
        return False
    return parse.lemma[verb] != "quote"


def _own_subject(parse: Parse, verb: int, shared: bool) -> int | None:
    """The verb's subject; of a passive who acts, unless the subject is ``shared`` with another verb."""
    if not shared and _is_passive(parse, verb):
        agent = parse.child(verb, "agent")
        if agent is not None:
            return parse.child(agent, "pobj")
        return None
    own = [c for c in parse.children[verb] if parse.dep[c] in SUBJECTS and parse.pos[c] != "VERB"]
    if len(own) > 1 and own[1] < verb and parse.word[own[0]] in ("that", "this"):
        return own[1]  # "That, Lee told the board, is …"
    if (
        not own
        and verb > 1
        and parse.word[verb - 1] in EMPHATIC
        and parse.pos[verb - 2] in NOMINAL | {"VERB"}
    ):
        return verb - 2  # "Lee herself said …": the parser may lose the name
    return own[0] if own else None


def _main_subject(parse: Parse, verb: int) -> int | None:
    """The subject of the sentence's main verb."""
    root = parse.ancestors(verb)[-1]
    return parse.child(root, "nsubj", "nsubjpass") if parse.pos[root] == "VERB" else None


def antecedent(parse: Parse, relative: int) -> int | None:
    """The noun that a relative pronoun stands for."""
    for verb in parse.ancestors(relative):
        if parse.dep[verb] in ("relcl", "acl"):
            return parse.head[verb] if parse.head[verb] < relative else None
    before = relative - 1
    while before >= 0 and relative - before <= 3:
        if parse.pos[before] in NOMINAL:
            return before
        before -= 1
    return None


def _controller(parse: Parse, preposition: int, depth: int) -> int | None:
    """Who speaks in "after saying", "for saying", "quoted as saying"."""
    head = parse.head[preposition]
    if head == preposition:
        return None
    while parse.pos[head] in ("ADJ", "ADV", "ADP") and parse.head[head] != head:
        head = parse.head[head]  # "is fond of saying", "aside from saying"
    if parse.pos[head] in NOMINAL:
        return issuer_of(parse, head, depth)
    if parse.word[preposition] == "for" or parse.lemma[head] in OBJECT_CONTROL:
        target = _praised(parse, head, preposition)
        if target is not None:
            return target
    return subject_of(parse, head, depth + 1)


def _praised(parse: Parse, verb: int, preposition: int) -> int | None:
    """Who is thanked, blamed or quoted: the object, or whom the thanks go to."""
    target = parse.child(verb, "dobj", "dative", "nsubjpass")
    if target is None:
        return None
    for child in parse.children[target]:
        if parse.dep[child] == "prep" and parse.word[child] == "to" and child < preposition:
            return parse.child(child, "pobj")
    return target if parse.pos[target] in ("PROPN", "PRON") or parse.lemma[verb] in OBJECT_CONTROL else None


def issuer_of(parse: Parse, noun: int, depth: int = 0) -> int:
    """Whose statement or claim it is: its owner, "from …", "by …", or who issued it; else the noun."""
    for child in parse.children[noun]:
        if parse.dep[child] == "poss":
            return child
        if parse.dep[child] == "prep" and parse.word[child] in ("from", "by"):
            person = parse.child(child, "pobj")
            if person is not None:
                return person
    if parse.lemma[noun] in SAYING_NOUNS | OCCASIONS and parse.dep[noun] in ("dobj", "pobj", "oprd"):
        verb = parse.head[noun] if parse.dep[noun] == "dobj" else parse.head[parse.head[noun]]
        if parse.pos[verb] == "VERB":
            return subject_of(parse, verb, depth + 1) or noun
    return noun


def nearest_nominal(parse: Parse, start: int, end: int) -> int | None:
    """Head of the noun phrase in a window, where the parse offers no subject."""
    for token in range(start, end):
        if parse.pos[token] in NOMINAL and parse.dep[token] not in ("compound", "nmod", "poss", "pobj"):
            return token
    return next((token for token in range(start, end) if parse.pos[token] in NOMINAL), None)
