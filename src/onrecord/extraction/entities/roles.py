"""What stands around a name: titles before it, offices in apposition, words of speaking."""

from __future__ import annotations

from onrecord.extraction.entities.view import Name, View
from onrecord.names.forms import word_set
from onrecord.names.titles import GENDERED, HONORIFICS, is_head, is_title_word, nearly_head
from onrecord.records import Span

_SMALL = frozenset({"of", "for", "and", "the", "to", "'s", "\u2019s", "on"})
SPEAKING = word_set(
    """said says told added asked argued wrote tweeted noted insisted warned claimed explained stated
    continued replied responded announced testified recalled acknowledged conceded suggested urged
    declared predicted joked vowed"""
)
_KIN = word_set(
    """father mother son daughter wife husband brother sister uncle aunt cousin grandfather grandmother
    grandson granddaughter nephew niece widow widower parents stepfather stepmother brothers sisters"""
)
_RELATIVE = frozenset({"who", "whose", "that", "which", "where", "when"})
_OF_OFFICES = frozenset({"NN", "NNP", "JJ", "VBN", "POS", "HYPH", "CD"})
_VERBS = frozenset({"VBD", "VBZ", "VBP", "VB", "MD"})
_LONGEST = 7
_LONGEST_OFFICE = 12


def title_before(view: View, name: Name) -> None:
    """Note the title that directly precedes a name: *Defense Secretary* Ann Lee, *Mr.* Kim."""
    first = name.first
    floor = max(0, name.first - _LONGEST)
    while first > floor and _belongs(view, first - 1):
        first -= 1
    while first < name.first and not is_title_word(view.words[first]):
        first += 1
    if view.word(first) == "House" and view.word(first - 1) == "White":
        first -= 1
    words = _own_title(view.words[first : name.first])
    if not any(is_head(w) for w in words):
        return
    last = words[-1].lower().rstrip(".")
    # A lower-case role ("the lawyer Smith") is a fact about a person, but does not prove that there is one.
    name.polite = name.polite or (is_head(words[-1]) and words[-1][0].isupper()) or last in HONORIFICS
    name.gender = next((GENDERED[g] for w in words if (g := w.lower().rstrip(".")) in GENDERED), name.gender)
    office = [w for w in words if w.lower().rstrip(".") not in HONORIFICS]
    if any(is_head(w) for w in office):
        name.titles.append(title_form(" ".join(office)))
        name.held.append(_without_courtesy(view, name.first - len(words), name.first))


def _without_courtesy(view: View, first: int, last: int) -> Span:
    """The words of a title without Mr., Dr. and the like at either end."""
    while view.words[first].lower().rstrip(".") in HONORIFICS or view.words[first] == ".":
        first += 1
    while view.words[last - 1].lower().rstrip(".") in HONORIFICS:
        last -= 1
    return first, last


def _own_title(words: list[str]) -> list[str]:
    """What follows the last small word: in "adviser to President Roe" only the President is Roe."""
    for i in range(len(words) - 1, -1, -1):
        office = i > 0 and words[i].lower() == "of" and is_head(words[i - 1])
        if words[i].lower() in _SMALL and not (office and i + 1 < len(words) and not is_head(words[i + 1])):
            return words[i + 1 :]
    return words


def _belongs(view: View, i: int) -> bool:
    word = view.words[i]
    if "\n" in word:
        return False
    return is_title_word(word) or (word.lower() in _SMALL and i > 0 and is_title_word(view.words[i - 1]))


def office_after(view: View, name: Name) -> None:
    """Note the office that follows in apposition: Ann Lee, *the defense secretary*, said."""
    i = _behind_brackets(view, name.last)
    if view.word(i) != ",":
        return
    i += 1
    if view.word(i).lower() in ("the", "a", "an"):
        i += 1
    start = i
    while i < len(view) and i - start < _LONGEST_OFFICE and view.words[i][0] not in ',.;:()—–\n"“”':
        i += 1
    clause = next((n for n in range(start, i) if view.words[n] in _RELATIVE), i)
    words, tags = view.words[start:clause], view.tags[start:clause]
    if i - start == _LONGEST_OFFICE or not words:
        return
    head = next((n for n, w in enumerate(words[:5]) if is_head(w) or nearly_head(w)), None)
    if head is not None and words[head + 1 : head + 2] and words[head + 1][0].isupper():
        return  # the next in a list: the Roes, Vice President Doe and others
    if head is not None and all(tag in _OF_OFFICES for tag in tags[: head + 1]) and not _VERBS & set(tags):
        name.titles.append(title_form(view.text[view.starts[start] : view.end(clause - 1)]))
        name.held.append((start, clause))


def _behind_brackets(view: View, i: int) -> int:
    """The word behind what stands in brackets after a name: Jane Roe *(R-Ky.)*, chairwoman of …"""
    if view.word(i) != "(":
        return i
    return next((n + 1 for n in range(i, i + _LONGEST) if view.word(n) == ")"), i)


def kin_before(view: View, name: Name) -> bool:
    """Whether the name is given as a relative's: his *father*, John Roe; her *son-in-law* John Roe."""
    before = [view.word(i).lower() for i in range(name.first - 3, name.first)]
    return not _KIN.isdisjoint(before) or before[1:] == ["-", "law"] or before[:2] == ["-", "law"]


def first_lady(view: View, name: Name) -> bool:
    """Whether the name is a president's wife's: the *first lady*, Jane Roe."""
    return "first lady" in " ".join(view.word(i).lower() for i in range(name.first - 3, name.first))


def title_form(title: str) -> str:
    """One form for one title: single spaces, a capital on every word but the small ones."""
    words = title.split()
    return " ".join(w if w.lower() in _SMALL or w[0].isupper() else w[0].upper() + w[1:] for w in words)
