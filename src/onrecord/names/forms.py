"""Normal forms: when two spellings are one name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from onrecord.names.known import ACRONYMS, KNOWN_AS

APOSTROPHES = "'\u2019\u2018\u02bc\u00b4`"
_LEADING = re.compile(r"^(?:the|a|an)\s+(?=\S)", re.IGNORECASE)
_POSSESSIVE = re.compile(rf"(?:[{APOSTROPHES}]s|(?<=s)[{APOSTROPHES}])$", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_QUIET = re.compile(rf"[.{APOSTROPHES}\u00ad\u200b-\u200d\u2060\ufeff]")
_UNDECOMPOSED = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
)


def word_set(text: str) -> frozenset[str]:
    """A word list written as running text."""
    return frozenset(text.split())


_LEGAL = word_set(
    """inc incorporated corp corporation co company ltd limited llc llp lp plc ag sa nv bv gmbh spa kk
    holdings holding group ab asa oyj bhd pte pty jsc pjsc ojsc"""
)
_NATIONAL = word_set(
    """congress senate house representatives army navy marines department reserve court force corps
    guard service"""
)
"""What "U.S." before it does not make another."""
_US = re.compile(r"^(?:us|united states) (?=.)")
_DEPARTMENT = re.compile(r"^department of (?:the )?(.+)$")
_SMALL = word_set("of the and for in on at to & de la du des y e del for")


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Lower case, no diacritics, dots or apostrophes; hyphens are spaces: ``kim jong un``."""
    kept = _QUIET.sub("", name).casefold()
    if not kept.isascii():
        plain = unicodedata.normalize("NFKD", kept.translate(_UNDECOMPOSED))
        kept = "".join(ch for ch in plain if not unicodedata.combining(ch))
    return " ".join(_WORD.findall(kept.replace("&", " and ")))


@lru_cache(maxsize=65536)
def bare(name: str) -> str:
    """Without a leading article and a closing possessive."""
    return _POSSESSIVE.sub("", _LEADING.sub("", name.strip()))


@lru_cache(maxsize=65536)
def organisation(name: str) -> str:
    """``fold`` without legal suffixes: ``Acme Holdings, Inc.`` is ``acme``."""
    words = fold(bare(name)).split()
    while len(words) > 1 and words[-1] in _LEGAL:
        words.pop()
    if len(words) > 1 and words[-1] == "and":
        words.pop()
    return known_as(name, _national(" ".join(words)))


def known_as(name: str, key: str) -> str:
    """The normal form by which everybody knows what ``name`` names, else its own normal form ``key``."""
    letters = re.sub(r"\W", "", bare(name))
    if key in ACRONYMS and (letters.istitle() or letters.islower()):
        return key
    return KNOWN_AS.get(key, key)


def _national(key: str) -> str:
    """``us department of justice`` is ``justice department``; the US Army is the Army."""
    plain = _US.sub("", key)
    plain = _DEPARTMENT.sub(r"\1 department", plain)
    return plain if plain == key or plain.split()[-1] in _NATIONAL else key


_ADJECTIVES = {"democratic": "democrat", "dem": "democrat", "jewish": "jew", "kurdish": "kurd"}
"""What a group's members are called, by the adjective that does not give it away."""


def people_key(name: str) -> str:
    """A group in the singular: ``Republicans`` is ``republican``, ``Democratic`` is ``democrat``."""
    word = fold(bare(name))
    word = word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "ois")) else word
    return _ADJECTIVES.get(word, word)


@lru_cache(maxsize=65536)
def is_acronym(name: str) -> bool:
    """Two to seven capitals, with or without dots; a plural s and digits may follow."""
    return bool(re.fullmatch(r"(?:[A-Z]\.?){2,7}s?\d{0,2}", name))


def abbreviates(acronym: str, name: str) -> bool:
    """Whether the acronym's letters stand in the name in this order, the first at its beginning."""
    letters = fold(acronym.rstrip("s")).replace(" ", "")
    rest = iter(fold(bare(name)))
    return fold(bare(name))[:1] == letters[:1] and all(letter in rest for letter in letters)


def initials(name: str) -> frozenset[str]:
    """The acronyms a name may have: first letters with and without its small words."""
    words = [w for w in re.split(r"[\s\-/]+", bare(name)) if w and w[0].isalnum()]
    big = [w for w in words if w.lower() not in _SMALL]
    forms = {"".join(w[0] for w in group).upper() for group in (words, big) if len(group) > 1}
    return frozenset(f for f in forms if len(f) > 1)
