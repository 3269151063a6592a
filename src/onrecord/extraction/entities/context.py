"""What the words around a name tell about its kind."""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.extraction.entities.roles import SPEAKING
from onrecord.extraction.entities.view import Name, View
from onrecord.names.countries import country_of, country_of_people
from onrecord.names.forms import fold, is_acronym, word_set
from onrecord.names.given import is_given
from onrecord.names.titles import OFFICES

_EQUIPMENT = word_set(
    """missile rocket launcher aircraft fighter jet bomber helicopter drone submarine rifle"""
)
_COMPANY_BEFORE = word_set(
    """company firm retailer maker startup airline carrier bank lender brand automaker carmaker drugmaker
    chipmaker insurer broker supplier group chain operator developer manufacturer union club team
    newspaper magazine website outlet broadcaster agency giant conglomerate unit subsidiary network
    app platform"""
)
_COMPANY_AFTER = word_set(
    """shares stock inc inc. corp corp. plc ltd ltd. llc ceo subsidiary executives headquarters airlines"""
)
_PLACE_NOUNS = word_set(
    """city town village province district state region county island islands capital suburb neighborhood
    neighbourhood municipality governorate prefecture area port valley coast border rainforest
    forest jungle basin river mountains"""
)
_HUMAN = word_set(
    """actor actress star singer rapper comedian author novelist writer journalist reporter columnist
    lawyer attorney professor economist activist billionaire businessman businesswoman congressman
    congresswoman husband wife son daughter father mother brother sister friend girlfriend boyfriend"""
)
"""What only a person is called: porn *star* Ann Roe."""
_OF_PEOPLE = frozenset({"administration", "presidency"})
_LEADERS = word_set("obama trump biden putin netanyahu zelensky zelenskyy")
"""Leaders of the last years whose family name says who it is, whatever the model takes it for."""
_AGE = re.compile(r", (?:\d{2}(?=[,. )])|an? \d{2}-year-old)")


class Evidence(NamedTuple):
    """How much speaks for a person, an organisation and a place, in mentions."""

    person: float
    organisation: float
    place: float


def speaks(view: View, name: Name) -> bool:
    """Whether a word of speaking stands next to the name."""
    return view.word(name.last) in SPEAKING or view.word(name.first - 1) in SPEAKING


def office(view: View, name: Name) -> bool:
    """Whether Mr., President or the like stands right before a name: proof of a person."""
    before = view.word(name.first - 1).rstrip(".") or view.word(name.first - 2)
    return name.source == "title" or (before.lower() in OFFICES and before[:1].isupper())


def called(view: View) -> frozenset[str]:
    """Folded words that stand behind Mr. or President, or before *administration*, in the article."""
    befores, afters = ["", *view.words], [*view.words[1:], ""]
    return _LEADERS | {
        fold(word)
        for before, word, after, tag in zip(befores, view.words, afters, view.tags, strict=False)
        if word[0].isupper()
        and (
            (before[:1].isupper() and before.lower().rstrip(".") in OFFICES)
            or (after in _OF_PEOPLE and tag == "NNP" and not is_acronym(word))
        )
    }


def is_equipment(view: View, name: Name) -> bool:
    """A type of weapon or craft: *Patriot* missiles, the *X-2 Falcon*."""
    text = name.text(view)
    if country_of(text) or country_of_people(text):
        return False
    digits = name.label == "PERSON" and any(ch.isdigit() for ch in text)
    return digits or any(
        view.word(i).lower().rstrip("s") in _EQUIPMENT for i in range(name.last, name.last + 3)
    )


def weigh(view: View, same: list[Name]) -> Evidence:
    """Add up what the mentions of one surface show: speech, age, offices; shares, trades, a plural."""
    text = same[0].text(view)
    person, place, company, plural = 0.0, 0.0, 0, 0
    for name in same:
        if speaks(view, name) and not is_acronym(text):
            person += 0.6
        if name.titles:
            person += 0.8
        if view.word(name.first - 1) in _HUMAN and 1 < name.last - name.first < 4:
            person += 1.5
        if _AGE.match(view.text, name.end):
            person += 1.0
        place += _place(view, name)
        company += _company(view, name)
        plural += _with_article(view, name)
    words = text.split()
    trade = len(same) + 0.5 if company and not any(name.polite or name.titles for name in same) else 0.0
    if not trade and 1 < len(words) < 5 and is_given(fold(words[0])) and words[-1][:1].isupper():
        person += 1.2 * len(same)
    located = sum(_in(view, name) for name in same)
    if located * 3 >= len(same) and person <= 0 and not company and not is_acronym(text):
        place += len(same)
    if plural * 2 > len(same):
        return Evidence(-len(same), max(trade, 0.5), place)
    return Evidence(person, trade, 0.0 if is_acronym(text) else place)


def _company(view: View, name: Name) -> bool:
    before, after = view.word(name.first - 1), view.word(name.last).lower()
    return before in _COMPANY_BEFORE or after in _COMPANY_AFTER


def _place(view: View, name: Name) -> float:
    """*in* Roeville, the town *of* Roeville, Roeville *district*."""
    before, after = view.word(name.first - 1), view.word(name.last)
    if after.lower() in _PLACE_NOUNS or (
        before == "of" and view.word(name.first - 2).lower() in _PLACE_NOUNS
    ):
        return 1.5
    return 0.7 if _in(view, name) else 0.0


def _in(view: View, name: Name) -> bool:
    return view.word(name.first - 1) in ("in", "In", "near", "across")


def _with_article(view: View, name: Name) -> bool:
    """*the Rovers* won: no person bears an article, unless a noun follows (the Roe *campaign*)."""
    if view.word(name.first - 1).lower() != "the" or name.last >= len(view):
        return False
    return name.last - name.first == 1 and not view.tags[name.last].startswith(
        ("NN", "JJ", "POS", "VBG", "VBN")
    )
