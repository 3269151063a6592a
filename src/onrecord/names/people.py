"""The parts of a person's name, and when two names may be one person's."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from onrecord.names.forms import bare, fold, word_set
from onrecord.names.given import is_given, same_given
from onrecord.names.titles import NUMERALS

_PARTICLES = word_set(
    """van von der den de del della di da do dos das du la le el al ibn bin bint ben ter ten st abu"""
)
_ASIAN_FAMILIES = word_set(
    """kim lee park choi chung jung jang cho yoon lim shin suh seo kwon hwang ahn song yoo hong moon roh
    ban ri pak jo jeong kang han oh yun youn yang noh chun rhee hyon hwang ko paek so xi li wang
    zhang liu chen huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng liang xie tang deng
    feng cao peng zeng xiao tian dong yuan pan jiang cai yu du ye cheng wei su lu ding ren shen yao
    mao wen hua qin tsai tsang yi bo yan fan meng lam leung wong chan cheung nguyen tran pham phan
    vu vo dang bui ngo duong ho mok hua geng"""
)
_SYLLABLE = (
    r"(?:kw|zh|ch|sh|kk|pp|tt|ss|jj|ng|ph|th|tr|[bcdfghjklmnpqrstvwxyz])?(?:yeo|iang|iong|uang|ieu|yae|uai|iao|aeo|eui|[aeiouy]{1,2})"
    r"(?:ng|nh|ch|[nmkltrphg])?"
)
_SYLLABIC = re.compile(rf"(?:{_SYLLABLE}){{1,2}}")


_NICKNAME = re.compile(r"(?<=\S)\s+[\"\u201c][^\"\u201c\u201d]{1,25}[\"\u201d]\s+(?=\S)")


class PersonName(NamedTuple):
    """A person's name in folded parts; ``family`` is empty when the name is a single word."""

    words: tuple[str, ...]
    given: tuple[str, ...]
    family: tuple[str, ...]
    suffix: str


@lru_cache(maxsize=65536)
def parse(name: str) -> PersonName:
    """Split a name without title: particles belong to the family, Asian names may put the family first."""
    raw = [w for w in re.split(r"[\s,]+", bare(_NICKNAME.sub(" ", name))) if fold(w)]
    suffix = fold(raw.pop()) if len(raw) > 2 and fold(raw[-1]) in NUMERALS else ""
    initials = [
        i for w in raw for i in ([w] if not re.fullmatch(r"(?:[A-Z]\.){2,}", w) else re.findall("[A-Z]", w))
    ]
    words = tuple(fold(w) for w in initials)
    if len(words) < 2:
        return PersonName(words, (), words, suffix)
    if _family_first(words):
        # Spacing of the given name varies: Jong-un, Jong Un, Jongun.
        return PersonName(words, ("".join(words[1:]).replace(" ", ""),), words[:1], suffix)
    cut = next((i for i, w in enumerate(words[1:-1], 1) if w in _PARTICLES), len(words) - 1)
    return PersonName(words, words[:cut], words[cut:], suffix)


def _family_first(words: tuple[str, ...]) -> bool:
    if words[0] not in _ASIAN_FAMILIES or len(words) > 3:
        return False
    rest = " ".join(words[1:]).split()
    if len(rest) > 2 or any(len(w) == 1 or not _SYLLABIC.fullmatch(w) for w in rest):
        return False
    # Kim and Lee are given names, too: then only a given name in two parts tells.
    western = is_given(words[0]) or words[0] in ("lee", "sun", "song")
    if len(rest) == 1:
        return not western and not is_given(rest[0]) and rest[0] not in _ASIAN_FAMILIES
    return True


def is_initial(word: str) -> bool:
    """Whether a word is a capital with a full stop, or several: ``B.``, ``H.R.``"""
    return bool(re.fullmatch(r"(?:[A-Z]\.)+", word))


def same_person(a: PersonName, b: PersonName) -> bool:
    """Whether two full names may be one person's: one family, given and middle names that agree."""
    if a.words == b.words and a.suffix == b.suffix:
        return True
    if not a.given or not b.given or not _same_family(a.family, b.family) or _suffixes_clash(a, b):
        return False
    if not same_given(a.given[0], b.given[0]):
        return _turned(a, b)
    if _by_middle_name(a, b) or _by_middle_name(b, a):
        return False
    shorter, longer = sorted((a.given[1:], b.given[1:]), key=len)
    # Middle names agree one by one (George W. is not George H. W.); a whole one may stand anywhere.
    return all(
        same_given(x, y) or (len(x) > 1 and x in longer) for x, y in zip(shorter, longer, strict=False)
    )


def _by_middle_name(a: PersonName, b: PersonName) -> bool:
    """J. Edgar goes by Edgar: a John without an Edgar is somebody else."""
    return len(a.given[0]) == 1 and any(len(w) > 1 and w not in b.given for w in a.given[1:])


def _same_family(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return a == b or spelling(a) == spelling(b)


@lru_cache(maxsize=65536)
def spelling(family: tuple[str, ...]) -> str:
    """A family name without what transliterations vary: Zelensky, Zelenskiy; al-Assad, Assad."""
    if not family:
        return ""
    words = " ".join(family).split()
    words = words[1:] if words[0] in ("al", "el") and len(words) > 1 else words
    single = re.sub(r"(.)\1+", r"\1", "".join(words))
    return re.sub(r"[iy]+$", "i", single) if len(single) > 4 else single


def _turned(a: PersonName, b: PersonName) -> bool:
    """One name with family and given name the other way round."""
    return len(a.words) == len(b.words) == 2 and a.words == b.words[::-1]


def _suffixes_clash(a: PersonName, b: PersonName) -> bool:
    """Jr. tells son from father, unless a middle initial does so already (formal style writes both)."""
    if a.suffix and b.suffix:
        return a.suffix != b.suffix
    junior, plain = (a, b) if a.suffix in ("jr", "sr") else (b, a)
    if (junior.suffix in ("jr", "sr")) == (plain.suffix in ("jr", "sr")):
        return False
    if len(junior.given) > 1 and len(plain.given) == 1:
        return False
    return not (junior.given == plain.given and len(junior.given[-1]) > 1 < len(junior.given))


def short_of(short: PersonName, full: PersonName) -> bool:
    """Whether ``short`` (without a given name of its own) can stand for ``full``'s family name."""
    if short.words == full.family or (full.given and spelling(short.words) == spelling(full.family)):
        return True
    size = len(short.words)
    if size < len(full.words) and short.words == full.words[-size:] and full.family != full.words[:1]:
        return True
    # Two family names (López Obrador): the first of them alone.
    return size == 1 and len(full.given) > 1 and len(short.words[0]) > 3 and short.words[0] in full.given[2:]
