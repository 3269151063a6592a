"""The words that make a statement negative, conditional or cautious, and those that tell it otherwise."""

from __future__ import annotations

import re

_NOT = (
    r"no(?! (?:doubt|question|wonder|matter|sooner|(?:later|fewer|less|more) than)\b)|"
    r"nothing(?! (?:but|less|short)\b)|(?:not|\w+n[’']t)(?! (?:only|just|merely|simply|to mention)\b)|"
    r"never|nor|none|nobody|nowhere|neither|cannot|without"
)
NEGATION = re.compile(rf"\b(?<!why )(?<!whether or )(?:{_NOT})\b", re.IGNORECASE)
_OTHER_NOT = r"""
den(?:y|ied|ies|ying|ials?) refus(?:e|es|ed|ing|als?) reject(?:s|ed|ing|ion)? dismiss(?:es|ed|ing)?
declin(?:e|es|ed|ing) fail(?:s|ed|ing|ures?)? lack(?:s|ed|ing)? absence absent stop(?:s|ped|ping)?
ceas(?:e|es|ed|ing) end(?:s|ed|ing) quit(?:s|ting)? halt(?:s|ed|ing)? avoid(?:s|ed|ing)? prevent(?:s|ed|ing)?
block(?:s|ed|ing)? ban(?:s|ned|ning)? bar(?:s|red|ring)? forbid(?:s|den)? prohibit(?:s|ed|ing)?
oppos(?:e|es|ed|ing) against disput(?:e|es|ed|ing) disagree(?:s|d|ing)? doubt(?:s|ed|ful)?
contradict(?:s|ed|ing)? hardly barely scarcely rarely seldom little few unable unwilling unaware unlikely
impossible false(?:ly)? untrue wrong(?:ly)? innocent cleared instead despite myth hoax fiction nonsense
debunk(?:s|ed)? rid neglect(?:s|ed|ing)? unless less nope stay(?:s|ed|ing)?[ ]out opt(?:s|ed|ing)?[ ]out
far[ ]from rul(?:e|es|ed|ing)[ ]out rather[ ]than short[ ]of free[ ]of yet[ ]to turn(?:s|ed|ing)?[ ]down
too[ ]\w+[ ]to
"""
DENIAL = re.compile(rf"{NEGATION.pattern}|\b(?:{'|'.join(_OTHER_NOT.split())})\b", re.IGNORECASE)
NOT_THAT = re.compile(
    r"(?:\W+(?:way|chance|evidence|proof|signs?|indication|suggestion|reason|think|thinking|believe|expect|feel|"
    r"suppose|mean|true|clear|certain|sure|convinced|to|be|been|the case|yet|even|really|actually|currently|"
    r"any|anyone|anything|at all)\b)+(?:\W*\([^()]{0,80}\))?(?: that)?\b",
    re.IGNORECASE,
)
"""What may stand between a negation and what it denies: "no evidence that", "do not believe"."""

CONDITION = re.compile(
    r"\b(?<!\bas )(?<!\bwhat )(?<!\beven )(?:(?:only |but )?if|unless|provid(?:ed|ing) that|"
    r"(?<=, )provid(?:ed|ing)|(?:as|so) long as|in case|in the event|on (?:the )?condition|assuming)\b",
    re.IGNORECASE,
)
UNTIL = re.compile(r"\b(?:un)?till?\b", re.IGNORECASE)
"""A condition after a negation alone: "nothing until they pay"."""
WHETHER = re.compile(
    r"\b(?:see|know|wonder|question|unclear|decid|determin|sure|doubt|learn|find out|matter|curious|idea|say)"
    r"\w* (?:\w+ )?$|\bask\w* (?:[^\s,.;:]+ ){0,6}$|\b(?:tell|told) (?:\w+ )?$|\blike $",
    re.IGNORECASE,
)
"""Words before an "if" that tells no condition."""
CONDITIONED = re.compile(
    rf"{CONDITION.pattern}|{UNTIL.pattern}|(?:^|[,;—–|“”\"] ?)should\b|"
    r"(?:^|[,;—–|“”\"] ?)(?:were|had) (?:\w+ ){0,2}(?:he|she|it|they|we|you|the)\b|"
    r"\b(?:depend(?:s|ing|ent|ed)?|pending|conditional(?:ly)?|conditions?|subject to|contingent|"
    r"whe(?:n|never)|once|only (?:when|after|with|by)|without|otherwise|or else|hypothetical(?:ly)?|even if|"
    r"provid(?:ed|ing)|in return|in exchange)\b",
    re.IGNORECASE,
)

HEDGE = re.compile(
    r"\b(?:I|we) (?:really |do |also |would )?"
    r"(?:think|believe|suspect|guess|suppose|assume|expect|hope|feel)\b(?! (?:so|of|about|in)\b)|"
    r"\b(?:in|to) (?:my|our) (?:view|opinion|judgment|mind|knowledge)\b|\bas far as (?:I|we) (?:know|can)\b|"
    r"\b(?:might|(?:could|(?-i:may))(?! (?:ever|not)\b)|perhaps|maybe|possibl[ey]|probabl[ey]|potentially|"
    r"presumably|apparently|allegedly|reportedly|arguably|likely(?! than\b)|seems?|seemed|seemingly|appears?|"
    r"appeared)\b(?! as well\b)",
    re.IGNORECASE,
)
HEDGED = re.compile(
    rf"{HEDGE.pattern}|\b(?:(?:think|believe|suspect|suggest|expect|hope|feel|fear|worr(?:y|ie)|guess|assume|warn|"
    r"seem|appear|allege|threaten)(?:s|d|ed|ing)?|thought|felt|opinion|view|possib\w+|potential|chances?|risks?|"
    r"prospects?|(?:un)?likel(?:y|ihood)|hopeful(?:ly)?|can(?:not|n[’']t)?|may|could(?:n[’']t)?|plan(?:s|ned)?|"
    r"aim(?:s|ed)?|worried|concern(?:s|ed)?|uncertain(?:ty)?|unclear|"
    r"not (?:sure|certain|inconceivable|impossible)|convinced|belief|alleged|purported(?:ly)?|"
    r"supposed(?:ly)?|hint(?:s|ed|ing)?|in (?:his|her|their|my|our) (?:mind|judgment|opinion))\b",
    re.IGNORECASE,
)
NOT_CAUTIOUS = re.compile(
    r"\b(?:than|as \w+ as|how|why|where|whether|if|(?-i:(?<=[a-z] )(?<!or )so)(?: that)?)(?: \w+){1,2} $",
    re.IGNORECASE,
)
"""Before a hedge that compares, asks or tells a purpose: "more than you could bear", "so that we could"."""

CLAUSE_END = re.compile(r"[;:—–]|,(?!\d)|\s--")
CLAUSE_START = re.compile(
    r"(?:[;:—–]|\s--|\b(?:and|but|or|for|as|because|although|though|while|so|that|which|who))\s*,?\s*$",
    re.IGNORECASE,
)
"""What stands right before a clause that begins anew."""
LINK = re.compile(r"[;:—–]|\s--|, (?:and|but|or|nor|so|because|although|though|while|which)\b", re.IGNORECASE)
"""What joins one main clause to another."""
STOP = re.compile(r"[,;:—–…](?!\d)|[.!?] |\s--|\b(?:but|because|although|though|while|which)\b")
"""What parts the clauses of a sentence."""

_FILLERS = """
a an the to be been being is are was were that of it this these those there in as so any ever really just also
very still now then he she they we you i his her their our my your its
"""
FILLERS = frozenset(_FILLERS.split())
"""Words that may stand between a sign and the first word that it is about."""
_VERBS = """
is are was were be been am has have had do does did will would can could shall should may might must isnt
arent wasnt werent its thats theyre
"""
VERBS = frozenset(_VERBS.split())
"""Words that make of a few others a claim."""
