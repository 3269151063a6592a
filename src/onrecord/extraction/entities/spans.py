"""From the model's spans to clean names: line breaks, articles, possessives, dashes, titles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from onrecord.extraction.entities.fragments import is_fragment, is_generic
from onrecord.extraction.entities.view import Name, View, make_name
from onrecord.names.countries import country_of
from onrecord.names.forms import fold, is_acronym, word_set
from onrecord.names.given import is_given
from onrecord.names.people import is_initial, parse
from onrecord.names.titles import (
    GENDERED,
    HONORIFICS,
    NUMERALS,
    is_head,
    is_title_word,
)
from onrecord.records import ENTITY_KINDS

_KINDS = frozenset(ENTITY_KINDS)
_CUTS = frozenset({"-", "–", "—", "--", "/", "|", "•", ";", "…", "...", ":", "@", "="})
_OPENERS = frozenset(
    {"the", "a", "an", "its", "his", "her", "their", "our", "my", "of", "in", "at", "for", "and", "by"}
)
_QUOTES = frozenset('"“”[]')
_MARKS = frozenset("\"'“‘`:")
_CONNECTORS = word_set(
    """of the and for de la du des del y e di da dos van von der den bin al el le les lo a in on at to as
    st with"""
)
_TITLED = frozenset({"EVENT", "LAW", "PRODUCT", "WORK_OF_ART"})
_SUFFIXES = frozenset({"era", "led", "backed", "style", "appointed", "based"})
"""What a hyphen hangs on a name: *Roe*-era."""
_PREFIXES = frozenset({"pro", "anti", "ex", "non", "post", "pre", "then"})
_DIRECTIONS = frozenset({"mid", "trans"})
_NOT_IN_NAMES = frozenset(
    {"VBD", "VBZ", "VBP", "VBG", "MD", "RB", "IN", "TO", "PRP$", "UH", "WDT", "WP", "WRB", "CC", "DT", "PRP"}
)
_SHORT_COUNTRIES = frozenset({"U.S.", "US", "U.K.", "UK"})
_IRISH = re.compile("[OD]['\u2019][A-Z][a-z]+")
"""Family names that the tagger rarely knows for names."""
_CLOSERS = frozenset({"'s", "\u2019s", "'", "\u2019", "'S", "and", "of", "in", "the", "for", "s"})


def candidates(doc: Doc, view: View) -> list[Name]:
    """The model's entities of a kept kind, mended, in text order; fragments of titles are gone."""
    names: list[Name] = []
    for start, end, label in _joined(doc, view):
        pieces = list(_pieces(view, start, end, label))
        for first, last in pieces:
            names += _mended(view, first, last, label, whole=(first, last) == (start, end))
    return [name for name in names if not is_fragment(view, name) and not is_generic(view, name)]


def _joined(doc: Doc, view: View) -> Iterator[tuple[int, int, str]]:
    """Word spans and labels of the kept kinds; two halves of one person's name are joined."""
    spans: list[tuple[int, int, str]] = []
    for ent in doc.ents:
        if ent.label_ not in _KINDS:
            continue
        if spans and _halves(view, spans[-1], (ent.start, ent.end, ent.label_)):
            spans[-1] = (spans[-1][0], ent.end, ent.label_)
        else:
            spans.append((ent.start, ent.end, ent.label_))
    yield from spans


def _halves(view: View, one: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    """Whether two spans are one name: Moon Jae *-in*, Burkina *Faso*, Ann “Mouse” *Roe*."""
    first, last = one[0], other[1]
    if one[2] == other[2] == "GPE" and one[1] == other[0]:
        return country_of(view.text[view.starts[first] : view.end(last - 1)]) is not None
    if not one[2] == other[2] == "PERSON" or is_title_word(view.words[other[0]]):
        return False
    return (one[1] == other[0] and last - first < 5) or _nicknamed(view, first, one[1], other[0])


def _nicknamed(view: View, first: int, opening: int, closed: int) -> bool:
    """Whether nothing but a nickname in quotation marks stands between a given and a family name."""
    marks = view.word(opening) in _QUOTES and view.word(closed - 1) in _QUOTES
    return marks and opening - first < 3 and 2 < closed - opening < 6


def _mended(view: View, first: int, last: int, label: str, *, whole: bool) -> list[Name]:
    if last - first == 1 and "-" in view.words[first]:
        return _pair(view, first) or [_without_party(view, first, label)]
    if label == "PERSON" and view.words[first] in _SHORT_COUNTRIES and last - first > 1:
        first += 1
    if label in ("GPE", "LOC") and last - first > 1 and view.words[last - 1] in _SHORT_COUNTRIES:
        return [make_name(view, last - 1, last, "GPE", "boundary")]
    name = make_name(view, first, last, label, "model" if whole else "boundary")
    if label == "PERSON":
        strip_headline(view, name)
        strip_titles(view, name)
        _complete(view, name)
    return [name]


def _without_party(view: View, i: int, label: str) -> Name:
    """The state of a lawmaker, (R-*Ky.*), without the party."""
    name = make_name(view, i, i + 1, label, "model")
    if view.words[i][:2] in ("D-", "R-", "I-") and len(view.words[i]) > 3:
        name.start, name.label, name.source = name.start + 2, "GPE", "boundary"
    return name


def _complete(view: View, name: Name) -> None:
    """Take in what the model left outside of a person's name: family name, given name, initials."""
    words = view.words[name.first : name.last]
    first, last = name.first, name.last
    while last < len(view) and last - first < 5 and _continues(view, last, words):
        last += 2 if view.words[last] in "-–" else 1
        words = view.words[first:last]
    if view.word(last) == "," and view.word(last + 1).rstrip(".") in ("Jr", "Sr"):
        last += 2
    if last - first == 1 and is_given(fold(words[0])) and _byname(view, last):
        last += 2
    while first > 0 and last - first < 4 and _precedes(view, first - 1):
        first -= 1
    if (first, last) != (name.first, name.last):
        name.first, name.last, name.source = first, last, "boundary"
        name.start, name.end = view.starts[first], view.end(last - 1)


def _continues(view: View, i: int, name: list[str]) -> bool:
    """Whether word ``i`` goes on with the words of a name: Kim Jong *-un*, Ann *Roe*."""
    word, before = view.words[i], name[-1]
    if len(name) == 2 and len(word) < 6 and word.istitle() and not view.headline(view.starts[i]):
        whole = parse(" ".join([*name, word]))
        if len(whole.words) == 3 and whole.family == whole.words[:1]:
            return True  # Moon Jae *In*
    if word in "-–":
        return (
            view.touching(i)
            and view.touching(i + 1)
            and view.words[i + 1].islower()
            and len(view.words[i + 1]) < 6
            and view.words[i + 1] not in _SUFFIXES
        )
    letters = re.sub("['\u2019-]", "", word)
    proper = (
        view.tags[i] in ("NNP", "NNPS") and word[0].isupper() and letters.isalpha() and not word.isupper()
    )
    return proper and is_given(before.lower()) and not is_title_word(word) and view.word(i - 1)[-1:] != "."


def _byname(view: View, i: int) -> bool:
    """Whether *the* and one noun with a capital follow a given name: Joe *the Plumber*."""
    noun = view.word(i + 1)
    return (
        view.word(i) == "the"
        and noun[:1].isupper()
        and view.tags[i + 1] in ("NNP", "NN")
        and not noun.isupper()
    )


def _precedes(view: View, i: int) -> bool:
    """Whether word ``i`` is a given name or an initial that stands right before a name."""
    word = view.words[i]
    given = is_given(word.lower()) and word[0].isupper() and view.tags[i] in ("NNP", "NNPS")
    return (given or (is_initial(word) and word != "I.")) and not is_title_word(word)


def _pair(view: View, i: int) -> list[Name]:
    """Two countries in one word: *U.S.-Japan* talks."""
    left, _, right = view.words[i].partition("-")
    if not (country_of(left) and country_of(right)):
        return []
    names = [make_name(view, i, i + 1, "GPE", "boundary") for _ in range(2)]
    names[0].end = names[0].start + len(left)
    names[1].start = names[1].end - len(right)
    return names


def _pieces(view: View, first: int, last: int, label: str) -> Iterator[tuple[int, int]]:
    """Cut at line breaks, at dashes and slashes set off from the words, and between listed people."""
    start = first
    for i in range(first, last + 1):
        if i < last and not _cuts(view, i, label):
            continue
        piece = trim(view, *(_core(view, start, i) if label not in _TITLED else (start, i)))
        if piece:
            yield piece
        start = i + 1


def _core(view: View, first: int, last: int) -> tuple[int, int]:
    """Without a small word and what precedes it (*Roeland meatpacker* Acme), or an opening verb."""
    for i in range(last - 2, first - 1, -1):
        word = view.words[i]
        if (
            word.isalpha()
            and word.islower()
            and len(word) > 2
            and word not in _CONNECTORS
            and not view.touching(i)
        ):
            return i + 1, last
    while first < last - 1 and view.tags[first] in _NOT_IN_NAMES and _opens(view, first):
        first += 1
    return first, last


def _opens(view: View, i: int) -> bool:
    return view.opens_sentence(i) or view.word(i - 1) in _MARKS


def _cuts(view: View, i: int, label: str) -> bool:
    word = view.words[i]
    if "\n" in word:
        return True
    if label == "PERSON" and word in ("and", "or", "&", "with"):
        return True
    if word in _QUOTES:
        return label != "PERSON" or not _around_nickname(view, i)
    if word == "(" and is_acronym(view.word(i + 1)):
        return True
    if word in _CUTS:
        joins = word in "-–" and view.touching(i) and view.touching(i + 1)
        return not joins
    return label == "PERSON" and word == "," and view.word(i + 1).lower().rstrip(".") not in NUMERALS


def _around_nickname(view: View, i: int) -> bool:
    """Whether a quotation mark opens or closes a nickname between two names: Ann *“*Mouse*”* Roe."""
    others = [n for n in range(i - 4, i + 5) if abs(n - i) > 1 and view.word(n) in _QUOTES]
    if len(others) != 1:
        return False
    first, last = sorted((i, others[0]))
    return view.word(first - 1)[:1].isupper() and view.word(last + 1)[:1].isupper()


def trim(view: View, first: int, last: int) -> tuple[int, int] | None:
    """Words ``first`` to ``last`` without what does not belong to a name; nothing if no capital is left."""
    while first < last and _loose_start(view, first, last):
        first += 1
    while first < last and _loose_end(view, first, last):
        last -= 1
    if first < last and any(ch.isupper() for w in view.words[first:last] for ch in w):
        return first, last
    return None


def _loose_start(view: View, first: int, last: int) -> bool:
    word = view.words[first]
    if not any(ch.isalnum() for ch in word) or (word.lower() in _OPENERS and not word.isupper()):
        return True
    # (D-N.Y.); a capital begins a name: the Trans-Pacific Partnership.
    prefix = word.lower() in _PREFIXES or word in _DIRECTIONS or word in ("D", "R", "I")
    return prefix and view.word(first + 1) == "-" and first + 2 < last


def _loose_end(view: View, first: int, last: int) -> bool:
    word = view.words[last - 1]
    if view.touching(last - 1) and view.words[last - 2] == "-" and first < last - 2:
        return word in _SUFFIXES  # unlike Moon Jae-in
    if word == ")" and "(" in view.words[first:last]:
        return False
    return word in _CLOSERS or not any(ch.isalnum() for ch in word) or word.lower() in _SUFFIXES


def strip_headline(view: View, name: Name) -> None:
    """Cut what a headline in capitals hangs on a person's name: Jane Roe *Secretly Met*, *Whatever* Roe."""
    last = name.last
    while last > name.first + 1 and view.tags[last - 1] in _NOT_IN_NAMES and not view.touching(last - 1):
        if _IRISH.fullmatch(view.words[last - 1]):
            break
        last -= 1
    first = name.first
    while first < last - 1 and view.tags[first] in _NOT_IN_NAMES and view.words[first + 1][0].isupper():
        first += 1
    if (first, last) != (name.first, name.last):
        name.first, name.last, name.source = first, last, "boundary"
        name.start, name.end = view.starts[first], view.end(last - 1)


def strip_titles(view: View, name: Name) -> None:
    """Take titles off the front of a person's span; a span that is nothing but titles is left as it is."""
    first = name.first
    while first < name.last - 1 and _strippable(view, first, name.last):
        first += 1
    if first == name.first:
        return
    words = view.words[name.first : first]
    name.polite = True
    name.source = "title"
    name.gender = next((GENDERED[g] for w in words if (g := w.lower().rstrip(".")) in GENDERED), name.gender)
    if any(is_head(w) and w.lower().rstrip(".") not in HONORIFICS for w in words):
        name.titles.append(" ".join(words))
        name.held.append((name.first, first))
    name.first, name.start = first, view.starts[first]


def _strippable(view: View, i: int, last: int) -> bool:
    word = view.words[i]
    if word.lower().rstrip(".") in HONORIFICS or (word == "." and i + 1 < last):
        return True
    return is_title_word(word) and any(is_head(w) for w in view.words[i : last - 1])
