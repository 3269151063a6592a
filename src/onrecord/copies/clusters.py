"""Pairs become clusters: the copies of one text, their original, and what each is to it.

Near copies are one text, and so are copies of those: the tenth version of a report need not be like the
first. A text that was cut may be the beginning of several reports which are no copies of each other, so
it joins one of them, the one it has most in common with, and leads no further.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import pandas as pd

from onrecord.copies.compare import Form, compare
from onrecord.copies.words import Words
from onrecord.records import CopyRelation

COLUMNS = ("article_id", "cluster", "relation", "similarity", "words", "why")
NEWS = 0.98
"""A later version in which more of the words than this stand in the earlier one brings nothing new."""


@dataclass(frozen=True)
class Copied:
    """What clustering must know of an article."""

    article_id: str
    fingerprint: str
    """Equal for texts of the same words; empty for an article without words."""
    words: int
    outlet: str | None = None
    published: date | None = None
    agency: str | None = None

    @property
    def rank(self) -> tuple[date, int, str]:
        """Sorts the original first: the earliest, then the fullest."""
        return self.published or date.max, -self.words, self.article_id


class Pair(NamedTuple):
    """Two texts, by their fingerprints, that ``compare`` found alike; the first has no more words."""

    fingerprint: str
    other: str
    form: Form
    share: float
    other_share: float


def alike(one: Words, two: Words) -> Pair | None:
    """Two texts that are copies, but not of the same words; ``None`` if they are no copies."""
    shorter, longer = sorted((one, two), key=lambda words: (len(words), words.fingerprint))
    like = compare(shorter, longer)
    return Pair(shorter.fingerprint, longer.fingerprint, *like) if like else None


class _Like(NamedTuple):
    """How a text stands to another of its cluster; without a form, their words are the same."""

    form: Form | None = None
    share: float = 1.0
    """Of its words, those that stand in the other."""
    other_share: float = 1.0
    shorter: bool = True
    """Whether it has no more words than the other."""

    @property
    def overlap(self) -> float:
        """Of the words of the shorter one."""
        return max(self.share, self.other_share)


type _Likes = Mapping[tuple[str, str], _Like]


def cluster(articles: Iterable[Copied], pairs: Iterable[Pair]) -> pd.DataFrame:
    """article_id, cluster (the original's article_id), relation, similarity (0 to 1), words, why.

    A row for each article that has a copy; ``relation`` is a ``records.CopyRelation``, and ``why`` a plain
    sentence that may hold names of outlets. Pairs with a text that no article has are left out.
    """
    texts: dict[str, list[Copied]] = defaultdict(list)
    for article in articles:
        if article.fingerprint:
            texts[article.fingerprint].append(article)
    likes = _likes(pair for pair in pairs if pair.fingerprint in texts and pair.other in texts)
    rows: list[tuple[object, ...]] = []
    for group in _groups(texts, likes):
        members = [article for text in group for article in texts[text]]
        if len(members) > 1:
            rows += _rows(sorted(members, key=lambda member: member.rank), likes)
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _likes(pairs: Iterable[Pair]) -> _Likes:
    """Both ways round."""
    likes = {}
    for one, two, form, share, other_share in pairs:
        likes[one, two] = _Like(form, share, other_share, shorter=True)
        likes[two, one] = _Like(form, other_share, share, shorter=False)
    return likes


def _groups(texts: Iterable[str], likes: _Likes) -> list[list[str]]:
    """Texts that are copies of each other, in order, with those that are like no other."""
    import networkx as nx  # a tenth of a second to load, and nothing to do until articles come

    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(texts)
    graph.add_edges_from(pair for pair, like in likes.items() if like.form == "near")
    part = {text: n for n, near in enumerate(nx.connected_components(graph)) for text in near}
    best: dict[int, tuple[float, float, tuple[str, str]]] = {}
    for pair, like in likes.items():
        one, two = part[pair[0]], part[pair[1]]
        if like.form == "cut" and like.shorter and one != two:
            best[one] = max(best.get(one, (0.0, 0.0, pair)), (like.share, like.other_share, pair))
    graph.add_edges_from(pair for _, _, pair in best.values())
    return sorted(sorted(group) for group in nx.connected_components(graph))


def _rows(members: Sequence[Copied], likes: _Likes) -> Iterator[tuple[object, ...]]:
    """Of one cluster, the original first."""
    original = members[0]
    why = f"The earliest, then the fullest, of {len(members)}."
    yield original.article_id, original.article_id, "original", 1.0, original.words, why
    for member in members[1:]:
        other, like = _nearest(member, members, likes)
        relation = _relation(member, other, like)
        why = _why(relation, member, other, like)
        yield member.article_id, original.article_id, relation, like.overlap, member.words, why


def _nearest(member: Copied, members: Iterable[Copied], likes: _Likes) -> tuple[Copied, _Like]:
    """The first copy, in the order of the cluster, that the member is like itself."""
    for other in members:
        if other is member:
            continue
        if other.fingerprint == member.fingerprint:
            return other, _Like()
        if like := likes.get((member.fingerprint, other.fingerprint)):
            return other, like
    raise AssertionError("a cluster's members are like each other")


def _relation(member: Copied, other: Copied, like: _Like) -> CopyRelation:
    elsewhere = bool(member.outlet and other.outlet) and not _same_outlet(member, other)
    if elsewhere and (member.agency or other.agency):
        return "agency copy"
    if like.form is None:
        return "exact"
    later = member.published and other.published and member.published >= other.published
    if later and _same_outlet(member, other) and like.share < NEWS:
        return "updated version"
    return "cut" if like.form == "cut" and like.shorter else "near"


def _same_outlet(one: Copied, two: Copied) -> bool:
    return bool(one.outlet and two.outlet) and str(one.outlet).casefold() == str(two.outlet).casefold()


def _why(relation: CopyRelation, member: Copied, other: Copied, like: _Like) -> str:
    where, share = _called(other), _percent(like.share)
    if relation == "exact":
        return f"Word for word the text in {where}."
    if relation == "agency copy":
        agency = member.agency or other.agency
        if agency == other.outlet:
            return f"Runs the copy of {where}: {share} of its words stand there."
        return f"Runs {agency} copy: {share} of its words stand in {where}."
    if relation == "updated version":
        return f"A later version in the same outlet: {share} of its words stand in {where}."
    if relation == "cut":
        return f"The beginning of the text in {where}, which goes on for another {_rest(like)}."
    return f"{share} of its words stand in {where}."


def _called(article: Copied) -> str:
    day = f"{article.published:%Y-%m-%d}" if article.published else ""
    return ", ".join(filter(None, (article.outlet or "another article", day)))


def _rest(like: _Like) -> str:
    return f"{_percent(1 - like.other_share)} of its length"


def _percent(share: float) -> str:
    """Rounded down: 100 % means all."""
    return f"{math.floor(share * 100 + 1e-6)} %"
