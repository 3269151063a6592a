"""Names the model overlooked: of people the article introduces, of countries, of what it found elsewhere."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache

from onrecord.extraction.entities.kinds import head_kind, table_kind
from onrecord.extraction.entities.roles import SPEAKING
from onrecord.extraction.entities.view import Name, View, make_name
from onrecord.names import countries as table
from onrecord.names.forms import is_acronym, word_set
from onrecord.names.given import is_given
from onrecord.names.people import is_initial, parse
from onrecord.names.titles import NUMERALS, OFFICES, is_title_word

_PROPER = frozenset({"NNP", "NNPS"})
_KOREA = re.compile(r"\b(?:North Korean?|DPRK|South Korean?|Pyongyang)\b")
_SIDES = frozenset({"North", "South"})
_BEFORE_DATES = word_set(
    "in on last next since until till by early late mid this of from to between through during before after"
)
_HARD = word_set("will may march april june august mark case long will best post")
"""Family names that stand as ordinary words in any article."""


_NAMELIKE = _PROPER | {"JJ", "NN", "NNS"}
_BREAKS = frozenset({"_SP", ",", ".", ":"})
_JOINTS = frozenset({"of", "for", "and", "&", "the"})
_PLACE_GIVEN = word_set(
    """virginia florence charlotte victoria jordan sydney austin jackson may june april"""
)

type Entry = tuple[tuple[str, ...], str, str]


def mark_sides(view: View, names: list[Name]) -> None:
    """The North and the South that the model found are the two Koreas where the article is about them."""
    if not _about_korea(view):
        return
    for name in names:
        if (
            name.last - name.first == 1
            and view.words[name.first] in _SIDES
            and _korean_side(view, name.first)
        ):
            name.label, name.source = "GPE", "korea"


def _about_korea(view: View) -> bool:
    return len(_KOREA.findall(view.text)) > 1


def add_missed(view: View, names: list[Name], taken: list[bool]) -> list[Name]:
    """Names of known surfaces on words that nothing covers yet; ``taken`` is kept up to date."""
    lexicon = _lexicon(view, names)
    countries = _country_lexicon()
    found: list[Name] = []
    sides = _about_korea(view)
    for i, word in enumerate(view.words):
        if taken[i] or not word[:1].isupper():
            continue
        name = _at(view, i, lexicon.get(word, ()), taken) or _at(view, i, countries.get(word, ()), taken)
        if name is None and word in _SIDES and sides:
            name = _korean_side(view, i)
        if name is None:
            name = _titled(view, i, taken) or _full_name(view, i, taken) or _headed(view, i, taken)
        if name is not None:
            found.append(name)
            for j in range(name.first, name.last):
                taken[j] = True
    return found


def _lexicon(view: View, names: list[Name]) -> dict[str, list[Entry]]:
    """First word -> (words, kind, rule), the longest first."""
    counts = Counter((tuple(view.words[n.first : n.last]), n.label) for n in names if n.kept)
    entries: dict[tuple[str, ...], tuple[str, str]] = {}
    for (words, label), count in counts.items():
        if len(words) > 1 or is_acronym(words[0]) or count > 1:
            entries[words] = (label, "repeated")
    for words, label in counts:
        if label == "PERSON":
            for short in _shorts(words):
                entries[short] = ("PERSON", "surname")
            if len(words) > 1 and _given_alone(words[0], counts):
                entries.setdefault(words[:1], ("PERSON", "given name"))
    return _by_first_word(entries)


def _by_first_word(entries: dict[tuple[str, ...], tuple[str, str]]) -> dict[str, list[Entry]]:
    lexicon: dict[str, list[Entry]] = defaultdict(list)
    for words, (label, rule) in sorted(entries.items(), key=lambda item: (-len(item[0]), item[0])):
        lexicon[words[0]].append((words, label, rule))
    return lexicon


def _given_alone(given: str, counts: Counter[tuple[tuple[str, ...], str]]) -> bool:
    """Whether a given name, alone, can only mean one person of the article."""
    bearers = {
        words[-1] for (words, label) in counts if label == "PERSON" and words[0] == given and len(words) > 1
    }
    return len(bearers) == 1 and is_given(given.lower()) and given.lower() not in _PLACE_GIVEN


@cache
def _country_lexicon() -> dict[str, list[Entry]]:
    """Names of countries as spaCy cuts them into words; acronyms of three letters or more only."""
    forms = [form for row in table.countries() for form in (row.name, *row.aliases)]
    words = [tuple(form.removeprefix("The ").split()) for form in forms if "," not in form]
    known = {w: ("GPE", "country") for w in words if len(w) > 1 or len(w[0]) > 3 or "." in w[0]}
    return _by_first_word(known)


def _shorts(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """What a full name's bearer is called by afterwards, as it stands in the text: the family name."""
    while len(words) > 1 and words[-1].lower().rstrip(".") in NUMERALS | {","}:
        words = words[:-1]
    form = parse(" ".join(words))
    if not form.given:
        return []
    if form.family == form.words[:1]:
        return [words[:1]]
    return [words[-len(form.family) :]] if len(form.family) < len(words) else []


def _at(view: View, i: int, entries: Sequence[Entry], taken: list[bool]) -> Name | None:
    for words, label, rule in entries:
        last = i + len(words)
        if (
            tuple(view.words[i:last]) == words
            and not any(taken[i:last])
            and _stands_alone(view, i, last, label, rule)
        ):
            return make_name(view, _with_given_name(view, i, label, taken), last, label, rule)
    return None


def _stands_alone(view: View, first: int, last: int, label: str, rule: str) -> bool:
    """Whether the words are used as this name, and not as an ordinary word or within a longer name."""
    if last - first == 1 and not _reads_as_name(view, first, label):
        return False
    if view.touching(first) and view.words[first - 1] in "-–#@/._" and label == "PERSON":
        return False
    following = view.word(last)
    if rule == "given name" and (
        following[:1].isupper() or (view.opens_sentence(first) and view.tags[first] not in _PROPER)
    ):
        return False
    joined = following[:1].isupper() and last < len(view) and view.tags[last] in _PROPER
    return not (joined and head_kind(f"{view.words[last - 1]} {following}"))


def _reads_as_name(view: View, i: int, label: str) -> bool:
    """Whether a single word is the name and not the ordinary word that looks like it (May, Price, Gates)."""
    word, after = view.words[i], view.word(i + 1)
    if label == "GPE" or is_acronym(word) or (view.tags[i] in _PROPER and word.lower() not in _HARD):
        return True
    if label != "PERSON" or after.isdigit():
        return False
    if after in SPEAKING:
        return True
    if word.lower() in _HARD:
        dated = view.word(i - 1).lower() in _BEFORE_DATES
        return view.tags[i] in _PROPER and not dated and not view.opens_sentence(i)
    # The article never writes it small, so it is the name even where the tagger thinks otherwise.
    small = word.lower()
    return not view.has_word(small) and not view.has_word(small.removesuffix("s"))


def _with_given_name(view: View, i: int, label: str, taken: list[bool]) -> int:
    """Where the name begins: a given name or an initial that stands before a family name belongs to it."""
    first = i
    while (
        label == "PERSON" and first > 0 and not taken[first - 1]
        and (is_given(view.words[first - 1].lower()) or is_initial(view.words[first - 1]))
        and view.words[first - 1] != "I."
        and view.words[first - 1][0].isupper() and not is_title_word(view.words[first - 1])
    ):  # fmt: skip
        first -= 1
    return first


def _titled(view: View, i: int, taken: list[bool]) -> Name | None:
    """A name the model overlooked behind a title: Vice President *Roe*, Mr. *Roe*."""
    before = view.word(i - 1)
    courtesy = (before == "." and view.word(i - 2)) or before
    if (
        courtesy.lower().rstrip(".") not in OFFICES
        or not courtesy[0].isupper()
        or view.tags[i] not in _PROPER
    ):
        return None
    last = i
    while (
        last < len(view)
        and last < i + 3
        and not taken[last]
        and view.tags[last] in _PROPER
        and "\n" not in view.words[last]
    ):
        if is_title_word(view.words[last]) or not view.words[last][0].isupper():
            break
        last += 1
    return make_name(view, i, last, "PERSON", "title") if last > i else None


def _run(view: View, first: int, longest: int, taken: list[bool]) -> int:
    """The end of the run of capitalised names and their small words that begins with word ``first``."""
    i = last = first
    while (
        i < len(view) and i - first < longest and not taken[i] and not (i > first and view.tags[i] in _BREAKS)
    ):
        word = view.words[i]
        if word[0].isupper() and view.tags[i] in _NAMELIKE:
            last = i + 1
        elif word not in _JOINTS:
            break
        i += 1
    return last


def _full_name(view: View, i: int, taken: list[bool]) -> Name | None:
    """A common given name and a family name that the model overlooked."""
    word = view.words[i]
    if view.tags[i] not in _PROPER or not is_given(word.lower()) or word.lower() in _PLACE_GIVEN:
        return None
    last = i + 1
    while last < min(len(view), i + 4) and not taken[last] and view.tags[last] in _PROPER:
        following = view.words[last]
        if not (
            following[0].isupper() and (following.isalpha() or is_initial(following) or "-" in following)
        ):
            break
        last += 1
    words = " ".join(view.words[i:last])
    if (
        last - i < 2
        or head_kind(words)
        or table_kind(view.words[last - 1])
        or table_kind(words)
        or is_title_word(view.words[i + 1])
    ):
        return None
    return make_name(view, i, last, "PERSON", "given name")


def _headed(view: View, i: int, taken: list[bool]) -> Name | None:
    """An institution that the model overlooked: capitalised words that close with … *Commission*."""
    if view.tags[i] not in _NAMELIKE or (i > 0 and view.words[i - 1][:1].isupper() and not taken[i - 1]):
        return None
    last = _run(view, i, 8, taken)
    while last - i > 1:
        text = view.text[view.starts[i] : view.end(last - 1)]
        if head_kind(text) == "ORG" and not text.isupper():
            return make_name(view, i, last, "ORG", "head noun")
        last -= 1
    return None


def _korean_side(view: View, i: int) -> Name | None:
    """*the North*, *the South* where the article is about the Koreas; *North* and South Korea."""
    following = view.word(i + 1)
    if view.word(i - 1).lower() == "the" and not following[:1].isupper() and following != "-":
        return make_name(view, i, i + 1, "GPE", "korea")
    if following == "and" and view.word(i + 2) in ("North", "South") and view.word(i + 3) == "Korea":
        return make_name(view, i, i + 1, "GPE", "korea")
    return None
