"""A passage as comparable words: spelling evened out, endings cut, weak words told from strong ones.

Reported speech shifts person and tense ("we will act" becomes "they would act"), so passages are
compared by the stems of their content words; function words only count where wordings are compared.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from onrecord.statements.synonyms import meanings

WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*|[%$€£]")
ELLIPSIS = re.compile(r"…|\.\s?\.\s?\.(?:\s?\.)?|\[\s?(?:…|\.\.\.)\s?\]")
TITLE = 5
"""Words of a passage, at most, whose capitals are taken for those of names alone."""
_APOSTROPHES = str.maketrans("", "", "'’.")

_FUNCTION = """
a about above after again against all almost already also although always am an and another any are
arent as at away back be because been before being below between both but by came can cannot cant come
could couldnt did didnt do does doesnt doing done dont down during each either else ever every few for
from further get gets getting go goes going gone gonna got had hadnt has hasnt have havent having he hed
her here hers herself hes him himself his how however i id if ill im in into is isnt it itd its itself
ive just know let lets like made make makes many may me might mine more most mr mrs ms much must my
myself never no nor not now of off on once one only onto or other others ought our ours ourselves out
over own put rather really said same saw say saying says see shall she shes should shouldnt since so
some something still such than that thats the their theirs them themselves then there theres these they
theyd theyll theyre theyve thing things think this those though through thus to together too toward
towards under until up upon us very want was wasnt way we wed well went were werent weve what whatever
whats when where whether which while who whom whose why will with within without wont would wouldnt yes
plan plans planned planning intend intends intended yet you youd youll your youre yours yourself youve
"""
FUNCTION_WORDS = frozenset(_FUNCTION.split())
"""Words that any two remarks may share; "us" is the pronoun here, the country is "usa"."""

_NEGATING = """
no not never nor none cannot cant wont dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt
wouldnt couldnt shouldnt without
"""
NEGATIONS = frozenset(_NEGATING.split())

_FORMS = """
become became; begin began begun; break broke broken; bring brought; build built; buy bought; catch caught
choose chose chosen choice; deal dealt; decide decision; draw drew drawn; drive drove driven; eat ate eaten
fall fell fallen; feel felt; fight fought; find found; fly flew flown; forget forgot forgotten
give gave given; grow grew grown; hear heard; hold held; keep kept; lead led; leave left; lose lost
mean meant; meet met; pay paid; rise rose risen; run ran; seek sought; sell sold; send sent; shoot shot
speak spoke spoken speech; spend spent; stand stood; steal stole stolen; strike struck; swear swore sworn
take took taken; teach taught; tell told; throw threw thrown; understand understood; wear wore worn; win won
write wrote written; man men; woman women; child children; business businesses; percent %; dollar $; euro €
pound £; million m mln; billion bn; usa america american americans; britain british uk; january jan
february feb; august aug; september sept sep; october oct; november nov; december dec; senator sen
representative rep; governor gov; general gen
"""
_IRREGULAR = {
    form: forms.split()[0] for forms in _FORMS.replace("\n", ";").split(";") for form in forms.split()
}
_ENDINGS = re.compile(
    r"(?:(?<=[^aeiou])i)?(?:ization|isation|ational|ation|ition|fulness|ousness|iveness|ingly|edly|ments?|"
    r"ness|ings?|able|ible|ally|ies|ied|ers?|ors?|ions?|ive|ed|es|ly|(?<!s)s|y|e)$"
)
_COUNTING = "zero one two three four five six seven eight nine ten eleven twelve"
_NUMBERS = {word: str(value) for value, word in enumerate(_COUNTING.split())}


class Word(NamedTuple):
    """A word of a passage: where it stands, its evened-out form, and its stem ("" for a function word).

    Words that stand for each other have one stem.
    """

    start: int
    end: int
    form: str
    stem: str


@lru_cache(maxsize=200_000)
def stem(form: str) -> str:
    """What inflected forms of a word, and words that stand for it, have in common; "" for a function word."""
    root = _root(form)
    return _MEANINGS.get(root, root)


def _root(form: str) -> str:
    """A light stemmer: a table of irregular forms, then one ending, never below three letters."""
    if form in FUNCTION_WORDS:
        return ""
    if form in _IRREGULAR:
        form = _IRREGULAR[form]
    elif form in _NUMBERS:
        return _NUMBERS[form]
    if len(form) <= 3 or not form.isalpha():
        return form
    ending = _ENDINGS.search(form, 3)
    root = form[: ending.start()] if ending else form
    doubled = len(root) > 3 and root[-1] == root[-2] and root[-1] not in "aeiousl"
    return root[:-1] if doubled else root


@lru_cache(maxsize=200_000)
def _form(token: str) -> str:
    if token in {"U.S", "US", "U.S.A", "USA"}:
        return "usa"
    return token.translate(_APOSTROPHES).casefold()


def _phrase(phrase: str) -> tuple[str, str]:
    first, second = phrase.split()
    return _root(first) or first, _root(second) or second


_MEANINGS = {_root(word): line[0] for line in meanings() for word in line if " " not in word}
_PHRASES = {_phrase(phrase): line[0] for line in meanings() for phrase in line if " " in phrase}


def _with_phrases(words: list[Word]) -> list[Word]:
    """Verbs of two words ("step down") under the stem of what they mean."""
    roots = [_root(word.form) or word.form for word in words]
    for at, pair in enumerate(pairwise(roots)):
        if meaning := _PHRASES.get(pair):
            first, second = words[at : at + 2]
            words[at : at + 2] = first._replace(stem=meaning), second._replace(stem="")
    return words


def split(text: str) -> list[Word]:
    """The words of a passage in order; hyphenated words come apart, so that "two-plus-two" is three."""
    found = []
    for match in WORD.finditer(text):
        start = match.start()
        for part in match.group().split("-"):
            if form := _form(part):
                found.append(Word(start, start + len(part), form, stem(form)))
            start += len(part) + 1
    return _with_phrases(found)


_DAYS = """
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
september october november december
"""
_CALENDAR = frozenset(stem(name) for name in _DAYS.split())


def has_content(text: str) -> bool:
    """Whether a passage has any word that not every remark may have."""
    return any(word.stem for word in split(text))


def names_in(text: str, words: list[Word]) -> set[str]:
    """Stems of the words of a passage that stand with a capital, but for one that may begin a sentence.

    Days and months are no names. Where most words have a capital, as in a headline, nothing is known of any.
    """
    content = [word for word in words if word.stem and word.stem not in _CALENDAR]
    capital = {word.stem for word in content if text[word.start].isupper() and not _may_open(text, word)}
    small = {word.stem for word in content if text[word.start].islower()}
    headline = len(words) > TITLE and len(capital) > 2 * len(small)
    return set() if headline else capital - small


def _may_open(text: str, word: Word) -> bool:
    """Whether a word may be the first of a sentence."""
    before = text[max(0, word.start - 3) : word.start].rstrip()
    return not before or before[-1] in '.!?:“"'
