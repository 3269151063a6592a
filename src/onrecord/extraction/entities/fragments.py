"""What the model takes for a name and is none: halves of titles, words with a capital."""

from __future__ import annotations

from onrecord.extraction.entities.view import Name, View
from onrecord.names.countries import country_of
from onrecord.names.forms import fold, is_acronym, word_set
from onrecord.names.titles import FRAGMENTS, is_head, is_title_word, nearly_head

_THINGS = word_set(
    """GMT EST EDT PST PDT CET BST UTC CEO CFO COO CTO IPO PPE GDP ETF LGBT LGBTQ HIV AIDS DNA RNA PCR TV
    ID AM PM FAQ VIP VP NGO MP PhD SUV WATCH PHOTO FILE LLC INC LTD ESG AI IT HR PR UFO WMD ICBM POW PAC CCTV
    GPS EV ISP URL PDF LNG LPG MOU MoU SDG"""
)
_ADJECTIVES = word_set(
    "Congressional Presidential Senatorial Gubernatorial Federal Constitutional Judicial Mass"
)
"""Words that a capital makes no name."""
_PAPERS = frozenset({"Bill", "Act", "Code", "Constitution"})
_BEFORE_PAPERS = frozenset({"the", "The", "a", "this", ")"})
_COMMON = frozenset({"Party", "Company", "Department"})
"""What contracts and bills call somebody once they have named him."""
_HOUSES = word_set(
    """House Senate Congress Parliament Cabinet Treasury Pentagon Kremlin Fed Government Court Church"""
)


def is_generic(view: View, name: Name) -> bool:
    """No name: an abbreviation of a thing (GMT, IPO), or one word that the article also writes small."""
    text, before = name.text(view), view.word(name.first - 1)
    if name.last - name.first > 1:
        return False
    if (
        "@" in (before, view.words[name.first][0])  # an account on a site, behind every post
        or text in _ADJECTIVES
        or text in _COMMON
        or _is_thing(name, text)
        or (name.label in ("NORP", "GPE") and len(fold(text)) < 2)
    ):
        return True  # (D)
    if name.label == "NORP":
        return False
    if (text == "State" and _any_state(view, name)) or (text in _PAPERS and before in _BEFORE_PAPERS):
        return True
    if is_acronym(text) or text in _HOUSES or name.label in ("PERSON", "GPE"):
        return False
    return view.has_word(text.lower())


def _is_thing(name: Name, text: str) -> bool:
    return name.label != "NORP" and text.rstrip("s").replace(".", "") in _THINGS


def _any_state(view: View, name: Name) -> bool:
    """Whether *State* is no department but an adjective: State and federal law, a State Senate seat."""
    after = view.tags[name.last] if name.last < len(view) else ""
    return view.opens_sentence(name.first) or after.startswith(("NN", "CC")) or view.word(name.last) == "of"


def _is_office(word: str) -> bool:
    """Whether a word is an office, of one or of several: *secretaries* of State."""
    return is_head(word) or is_head(word.removesuffix("s")) or is_head(word.removesuffix("ies") + "y")


def is_fragment(view: View, name: Name) -> bool:
    """Whether a span is a title or half of one, and no name: Secretary of *State*, *Defense* Secretary."""
    words = view.words[name.first : name.last]
    before, after = view.word(name.first - 1).lower(), view.word(name.last)
    if len(words) == 1 and words[0].lower() in FRAGMENTS:
        return (before == "of" and _is_office(view.word(name.first - 2))) or is_head(after)
    if len(words) > 1 and is_head(after) and all(is_title_word(w) for w in words):
        return True
    if name.label in ("ORG", "PERSON", "WORK_OF_ART", "LAW", "PRODUCT"):
        if nearly_head(words[0]) and (words[1:2] == ["of"] or (len(words) == 1 and after == "of")):
            return True
        if all(is_title_word(w) or w.lower() in ("of", "the", "and", "for") for w in words) and is_head(
            words[-1]
        ):
            return not name.polite
        return len(words) > 2 and is_head(words[0]) and words[1] in ("of", "for") and not country_of(words[0])
    return False
