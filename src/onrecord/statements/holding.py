"""A telling held against the fullest one: which of its words it has, where, and what it says instead.

Where a telling keeps the words in their order, a word counts as told at its own place. Where it tells them
anew, words count in any order, but near each other and in enough number: two remarks about one matter share
many a word.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from onrecord.records import Span
from onrecord.statements.differences import alignment
from onrecord.statements.parts import sentence_spans
from onrecord.statements.signs import FILLERS, STOP, VERBS
from onrecord.statements.words import Word, split

SCOPE = 4
"""Content words after a word that it is about."""
CLAUSE = 6
"""Content words of a clause that show whether it is told."""
TOLD = 0.65
"""Of a clause's content words, so many are told."""
KEPT = 0.85
"""Of a telling's words, so many are the fullest one's in their order, where it keeps them."""
LOOSE, OWN = 4, 0.4
"""Where words count in any order, so many content words are told at least, and so many of the telling's
content words about there are the fullest one's."""
PART = 0.4
"""Of a clause, at least so much is told, where the telling says little else."""
FEWER, MOSTLY = 3, 0.75
"""Or fewer, where the telling says little else."""
RUN = 5
"""Words in a row that show that a clause is told."""
NEAR = 8
"""Words of the telling on each side between which the words of one clause lie."""
BESIDE = 6
"""Words of the telling on each side of those where the same may be told otherwise."""
INSERTED = 2
"""Words that may stand where a sign was cut out ("will" for "might")."""
_BRACKETED = re.compile(r"\[(\w+)\](?=\w)")


@dataclass(frozen=True)
class Held:
    """The fullest telling (``text``, ``words``), held against another one (``telling``, ``told``)."""

    text: str
    telling: str
    around: str
    """The words around the telling in its sentence."""

    @cached_property
    def loose(self) -> bool:
        """Whether the telling has words of its own, so that words count in any order."""
        return len(self.home) < KEPT * len(self.told)

    @cached_property
    def words(self) -> list[Word]:
        return split(self.text)

    @cached_property
    def told(self) -> list[Word]:
        return split(self.telling)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        return sentence_spans(self.text)

    @cached_property
    def home(self) -> dict[int, int]:
        """Numbers of the words that the telling has in the same form and order, and where it has them."""
        return dict(alignment(self.words, self.told))

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where the telling has a stem, or the form of a word without one, if not at the word's own place."""
        places: dict[str, list[int]] = {}
        taken = set() if self.loose else set(self.home.values())
        for at, word in enumerate(self.told):
            if at not in taken:
                places.setdefault(word.stem or word.form, []).append(at)
        return places

    @cached_property
    def context(self) -> str:
        """The telling and the words around it."""
        return f"{self.telling} | {self.around}"

    @cached_property
    def known(self) -> set[str]:
        """The stems of the telling and of the words around it."""
        return {word.stem for word in split(self.context) if word.stem}

    @cached_property
    def added(self) -> str:
        """The telling's words that are not the fullest one's, and the words around it."""
        kept = set(self.home.values())
        new = (self.telling[word.start : word.end] for at, word in enumerate(self.told) if at not in kept)
        return f"{' '.join(new)} | {self.around}"

    def inside(self, start: int, end: int) -> range:
        """Numbers of the words between two places of the text."""
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def content(self, start: int, end: int) -> list[int]:
        """Numbers of the content words between two places."""
        return [at for at in self.inside(start, end) if self.words[at].stem]

    def has(self, start: int, end: int) -> bool:
        """Whether the telling has all words between two places, in the same form and order."""
        return all(at in self.home for at in self.inside(start, end))

    def gap(self, start: int, end: int) -> str | None:
        """What the telling has in place of the words between two places, where it has those on both sides."""
        inside = self.inside(start, end)
        before, after = inside.start - 1, inside.stop
        left, right = self.home.get(before), self.home.get(after)
        if after == len(self.words):
            right = len(self.told)
        if left is None and right is not None and right <= INSERTED and self._begins(end, after):
            left = -1
        sides = (*range(before - 2, before + 1), *range(after, after + 3))
        if left is None or right is None or not 0 < right - left <= INSERTED + 1:
            return None
        if sum(at in self.home for at in sides) < 3 or (self.loose and not self._goes_on(after)):
            return None
        between = self.told[left + 1 : right]
        return self.telling[between[0].start : between[-1].end] if between else ""

    def told_after(self, start: int, end: int) -> str | None:
        """The telling's words about there, if it has what follows a place, the first word of it above all."""
        inside = self.inside(start, end)
        first = next((at for at in inside if self.words[at].form not in FILLERS), None)
        about = self.content(start, end)[:SCOPE]
        if first is None or not about or not self._has_word(first):
            return None
        found = self._near(about)
        if self._is_purpose(first):
            return None
        if self._is_claim(range(first, inside.stop)):
            return self._about(found)
        half = 2 * len(found) >= len(about) + self.loose
        if not (half and len(found) > 1 and about[0] in found) or (self.loose and not self._is_clause(first)):
            return None
        return self._about(found)

    def is_told(self, start: int, end: int, from_end: bool) -> bool:
        """Whether the telling has a clause, judged by the words at its end or its beginning."""
        content, inside = self.content(start, end), self.inside(start, end)
        about = content[-CLAUSE:] if from_end else content[:CLAUSE]
        found = self._near(about)
        if self.loose and from_end and about[-1:] != [at for at in about[-1:] if at in found]:
            return False
        if len(found) > 1 and len(found) >= TOLD * len(about) and (not self.loose or self._suffices(found)):
            return True
        if inside and not self.loose and all(at in self.home for at in inside):
            return True
        near = inside[-2 * CLAUSE :] if from_end else inside[: 2 * CLAUSE]
        return any(self._is_run(range(at, at + RUN + 1)) for at in near)

    def told_around(self, start: int, before: int, after: int, end: int) -> str | None:
        """The telling's words about there, if it has what stands before and after a number."""
        left, right = self.content(start, before)[-2:], self.content(after, end)[:2]
        if not right or right[0] - self.inside(after, end).start > 1 or self._ends(after, right[0]):
            return None
        found = self._near([*left, *right])
        if right[0] not in found or len(found) < 2 or 4 * len(found) < 3 * len([*left, *right]):
            return None
        mostly = len(found) >= FEWER and self._own(self.told) >= MOSTLY
        if self.loose and not mostly and not self._is_clause(right[0]):
            return None
        return self._about(found)

    # How the telling has words of the fullest one.

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    @cached_property
    def _stems(self) -> set[str]:
        return {word.stem for word in self.words if word.stem}

    def _ends(self, start: int, word: int) -> bool:
        """Whether a clause ends between a place and a word."""
        return word >= len(self.words) or STOP.search(self.text, start, self.words[word].start) is not None

    def _begins(self, start: int, word: int) -> bool:
        """Whether a telling that begins with a word goes on with what stands before it."""
        return not self.loose and not self._ends(start, word)

    def _goes_on(self, first: int) -> bool:
        """Whether the telling keeps the words from a word on to the end of the clause, or a good few."""
        run = range(first, min(first + RUN, len(self.words)))
        last = next((at for at in run if self._ends(self.words[at].end, at + 1)), first + RUN - 1)
        return last - first > 1 and self._is_run(range(first, last + 1))

    def _is_purpose(self, first: int) -> bool:
        """Whether the telling has a verb as what someone wants, not as what happens: "to prompt a vote"."""
        word, before = self.words[first], self.words[max(0, first - 1)]
        places = [self.home[first]] if first in self.home else self.places.get(word.stem or word.form, [])
        wanted = [
            at for at in places if at and self.told[at - 1].form == "to" and self.told[at].form == word.form
        ]
        return before.form != "to" and bool(places) and len(wanted) == len(places)

    def _has_word(self, at: int) -> bool:
        word = self.words[at]
        return at in self.home or (word.stem or word.form) in self.places

    def _near(self, about: Iterable[int]) -> dict[int, int]:
        """Those of the words that the telling has near each other, and where."""
        if not self.loose:
            spots = {
                at: [self.home[at]] if at in self.home else self.places.get(self.words[at].stem, [])
                for at in about
            }
            return {at: places[0] for at, places in spots.items() if places}
        best: dict[int, int] = {}
        wanted = {at: self.places.get(self.words[at].stem, []) for at in about}
        for place in sorted({place for places in wanted.values() for place in places}):
            near = {
                at: min(places, key=lambda there: abs(there - place))
                for at, places in wanted.items()
                if any(abs(there - place) <= NEAR for there in places)
            }
            best = max(best, near, key=len)
        return best

    def _is_run(self, run: range) -> bool:
        """Whether the telling has words in a row, and they say something."""
        if not run or not all(at in self.home for at in run):
            return False
        row = self.home[run[-1]] - self.home[run[0]] == len(run) - 1
        return row and sum(bool(self.words[at].stem) for at in run) > 1

    def _is_claim(self, inside: range) -> bool:
        """Whether the telling has the first of the words in a row, enough of them or with their verb."""
        run = inside[:1]
        while run.stop < inside.stop and not self._ends(self.words[run[-1]].end, run.stop):
            if self.home.get(run.stop) != self.home.get(run[-1], -2) + 1:
                break
            run = range(run.start, run.stop + 1)
        length = len(run) if inside[0] in self.home else 0
        verb = any(self.words[at].form in VERBS for at in run)
        content = sum(bool(self.words[at].stem) for at in run)
        return (length >= RUN and content > 1) or (length >= RUN - 1 and verb and content > 0)

    def _is_clause(self, at: int) -> bool:
        """Whether the telling has enough words of a word's clause, in whatever order."""
        start, end = next(span for span in self.sentences if span[1] > self.words[at].start)
        content = self._clause(at, start, end)
        every = self._near(content)
        if len(every) < TOLD * len(content):
            return len(every) >= max(LOOSE, PART * len(content)) and self._own(self.told) >= MOSTLY
        return self._suffices(every)

    def _clause(self, at: int, start: int, end: int) -> list[int]:
        """The content words of a clause around a word, those next to it if there are many."""
        here = self.words[at].start
        left = max([m.end() for m in STOP.finditer(self.text, start, here)], default=start)
        right = min([m.start() for m in STOP.finditer(self.text, here, end)], default=end)
        return [*self.content(left, here)[-(CLAUSE // 2) :], *self.content(here, right)[:CLAUSE]]

    def _suffices(self, found: dict[int, int]) -> bool:
        """Whether the words are enough, not names alone, and the telling says little else there."""
        plain = [at for at in found if not self.text[self.words[at].start].isupper()]
        place = sorted(found.values())[len(found) // 2]
        near = self.told[max(0, place - NEAR) : place + NEAR + 1]
        stems = len({self.words[at].stem for at in found})
        enough = (stems >= LOOSE and self._own(near) >= OWN) or (
            stems >= FEWER and self._own(self.told) >= MOSTLY
        )
        return enough and len(plain) > 1

    def _own(self, told: list[Word]) -> float:
        """Of the content words of the telling, or of a part of it, the share that is the fullest one's."""
        stems = [word.stem for word in told if word.stem]
        return sum(stem in self._stems for stem in stems) / max(1, len(stems))

    def _about(self, found: dict[int, int]) -> str:
        """The telling's words from a little before those found to a little after them."""
        if not found:
            return ""
        near = self.told[max(0, min(found.values()) - BESIDE) : max(found.values()) + BESIDE + 1]
        return self.telling[near[0].start : near[-1].end]


def hold(fullest: str, telling: str, sentence: str) -> Held:
    """Hold a telling, with its reporting sentence, against the fullest one."""
    around = sentence.replace(telling, " ", 1)
    return Held(fullest, _BRACKETED.sub(r"\1", telling), around)
