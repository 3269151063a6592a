"""Cues: which verb reports something, who its subject is, and when nothing was said after all."""

from __future__ import annotations

from onrecord.extraction.quotes.lexicon import FRAMES, HYPOTHETICAL, PHRASAL, SAYING_NOUNS, words
from onrecord.extraction.quotes.parse import SUBJECTS, Parse

REPORTING = frozenset({"clause", "direct"})
MODALS = words("would could may might should can must ca wo will 'll 'd ’d ’ll")
GOES_ON = words(
    "appear seem manage try attempt go continue begin start come proceed rush take use pause hasten choose dare return get"
)
"""Verbs whose infinitive was said (went on to say)."""
RELATIVES = frozenset({"who", "which", "that", "whom"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
OBJECT_CONTROL = words(
    "thank criticize criticise blame praise attack condemn denounce slam fault mock credit rebuke scold laud blast quote cite "
    "applaud accuse commend chide remember hear catch record"
)
"""Verbs whose object is the one who spoke (thanked him for saying)."""


def is_cue(parse: Parse, token: int, frame: str) -> bool:
    """The token is a verb of a frame of the lexicon, or a phrasal verb that reports (pointed out)."""
    if not parse.is_verb(token):
        return False
    lemma = parse.lemma[token]
    return lemma in FRAMES[frame] or (
        frame in REPORTING and lemma in PHRASAL and parse.has_child(token, *PHRASAL[lemma])
    )


def finite(parse: Parse, verb: int) -> bool:
    """The verb has a tense: says, said, has said."""
    if parse.tag[verb] in ("VBD", "VBZ", "VBP"):
        return True
    return parse.tag[verb] == "VBN" and parse.has_child(verb, "has", "have", "had", "'s", "’s", "'ve", "’ve")


def was_said(parse: Parse, verb: int) -> bool:
    """Not negated, not asked for, not under a condition: something was in fact said."""
    for child in parse.children[verb]:
        if parse.dep[child] == "neg" or parse.word[child] in ("never", "n't", "n’t"):
            return False
        if parse.dep[child] == "aux" and parse.word[child] in MODALS:
            return False
        if parse.dep[child] == "mark" and parse.word[child] in HYPOTHETICAL:
            return False
    if parse.tag[verb] == "VB" and not parse.has_child(verb, "do", "did", "does"):
        return _infinitive_said(parse, verb)
    if (
        parse.tag[verb] == "VBG"
        and parse.dep[verb] in ("pcomp", "prep")
        and parse.word[parse.head[verb]] == "without"
    ):
        return False
    return not (parse.dep[verb] == "conj" and _shares_refusal(parse, verb))


def _infinitive_said(parse: Parse, verb: int) -> bool:
    head = parse.head[verb]
    if parse.dep[verb] not in ("xcomp", "advcl", "conj"):
        return False
    return parse.lemma[head] in GOES_ON and was_said(parse, head)


def _shares_refusal(parse: Parse, verb: int) -> bool:
    """The second verb of "did not confirm or deny" has no subject and no tense of its own."""
    return parse.tag[verb] == "VB" and parse.child(verb, "nsubj", "nsubjpass") is None


def subject_of(parse: Parse, verb: int, depth: int = 0) -> int | None:
    """Head token of the phrase that names who speaks, followed through participles, conjuncts and relatives."""
    if depth > 6:
        return None
    own = _own_subject(parse, verb)
    if own is not None:
        return own
    head, dep = parse.head[verb], parse.dep[verb]
    if head == verb:
        return None
    if dep in ("pcomp", "pobj"):
        return _controller(parse, head, depth)
    if dep == "acl" and parse.tag[verb] == "VBN":  # "a man called …": the noun is not who calls
        agent = parse.child(verb, "agent")
        return None if agent is None else parse.child(agent, "pobj")
    if dep in ("acl", "relcl", "amod") and parse.pos[head] in NOMINAL:
        return issuer_of(parse, head, depth)
    if parse.pos[head] in ("VERB", "AUX") and dep in ("conj", "xcomp", "advcl", "ccomp", "dep", "parataxis"):
        found = subject_of(parse, head, depth + 1)
        if found is not None and parse.word[found] in ("that", "which") and parse.tag[verb] == "VBG":
            return _main_subject(parse, verb) or found  # ", vowing that …" after a relative clause
        return found
    if dep == "prep":
        return _controller(parse, verb, depth)
    if parse.pos[head] in NOMINAL and dep in ("conj", "appos", "dep"):
        return head
    return None


def _own_subject(parse: Parse, verb: int) -> int | None:
    passive = any(parse.dep[child] == "auxpass" for child in parse.children[verb])
    if passive and parse.lemma[verb] != "quote":
        agent = parse.child(verb, "agent")
        if agent is not None:
            return parse.child(agent, "pobj")
        return None
    for child in parse.children[verb]:
        if parse.dep[child] in SUBJECTS and parse.pos[child] != "VERB":
            return child
    return None


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
    """Whose statement, letter or claim it is: its owner, "from …", "by …", or who issued it; else the noun."""
    for child in parse.children[noun]:
        if parse.dep[child] == "poss":
            return child
        if parse.dep[child] == "prep" and parse.word[child] in ("from", "by"):
            person = parse.child(child, "pobj")
            if person is not None:
                return person
    if parse.lemma[noun] in SAYING_NOUNS and parse.dep[noun] in ("dobj", "pobj", "oprd"):
        verb = parse.head[noun] if parse.dep[noun] == "dobj" else parse.head[parse.head[noun]]
        if parse.pos[verb] == "VERB":
            return subject_of(parse, verb, depth + 1) or noun
    return noun


def nearest_nominal(parse: Parse, start: int, end: int) -> int | None:
    """Head of the noun phrase in a window, where the parse offers no subject."""
    for token in range(start, end):
        if parse.pos[token] in NOMINAL and parse.dep[token] not in ("compound", "poss", "pobj"):
            return token
    return next((token for token in range(start, end) if parse.pos[token] in NOMINAL), None)
