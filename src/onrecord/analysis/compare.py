"""Two articles on the same event: what both name, quote and count, and what only one of them does.

Every table has a column ``where`` (both, a or b): what both have comes first, then what only one of them has.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from onrecord.analysis.shared_text import union, words_within
from onrecord.analysis.wording import change, cut, cut_by, relation, stretches
from onrecord.records import Span
from onrecord.statements.words import split

type Row = dict[Hashable, Any]

TIES = [
    "statement_id", "a_quote_id", "b_quote_id", "relation", "cut", "cut_by", "cut_at", "score",
    "a_alerts", "b_alerts",
]  # fmt: skip
APART = 2.0
"""More than any change: what two tellings are apart that tell different parts of a statement."""
WORDS = ["marked_a", "marked_b", "reported_a", "reported_b"]


def entities(mentions: pd.DataFrame, a: str, b: str) -> pd.DataFrame:
    """entity_id, entity, kind, n_a, n_b (mentions in article ``a`` and ``b``), where: both, a or b.

    Those in both come first, then those in one; the most frequent first.
    """
    return _sides(mentions, "entity_id", ["entity", "kind"], (a, b))


def people(quotes: pd.DataFrame, texts: Mapping[str, str], a: str, b: str) -> pd.DataFrame:
    """Who is quoted: speaker_id, speaker, n_a, n_b (quotes), ``WORDS``, where.

    ``marked``: words inside quotation marks. ``reported``: words told without them. A word that two
    quotes of one speaker hold counts once. ``texts``: the two articles' texts by id.
    """
    found = _sides(quotes, "speaker_id", ["speaker"], (a, b))
    for side, article in (("a", a), ("b", b)):
        of_article = quotes[quotes["article_id"] == article]
        words = {
            speaker: words_of_quotation(rows, texts[article])
            for speaker, rows in of_article.groupby("speaker_id")
        }
        for at, how in enumerate(("marked", "reported")):
            found[f"{how}_{side}"] = [words.get(key, (0, 0))[at] for key in found["speaker_id"]]
    where = found.pop("where")
    return found[["speaker_id", "speaker", "n_a", "n_b", *WORDS]].assign(where=where)


def numbers(found: pd.DataFrame, a: str, b: str) -> pd.DataFrame:
    """number, text (as it first stands), n_a, n_b, where; ``found``: article_id and ``numbers.COLUMNS``."""
    return _sides(found, "number", ["text"], (a, b))


def words_of_quotation(quotes: pd.DataFrame, text: str) -> tuple[int, int]:
    """Words of one article's quotes inside quotation marks, and words told without them; each once."""
    marked = marked_spans(quotes)
    told = [(int(start), int(end)) for start, end in zip(quotes["start"], quotes["end"], strict=True)]
    inside = words_within(text, marked)
    return inside, words_within(text, [*told, *marked]) - inside


def marked_spans(quotes: pd.DataFrame) -> list[Span]:
    """Where words stand in quotation marks: all of a direct quote, the marked words of a mixed one."""
    found: list[Span] = []
    for row in quotes.to_dict("records"):
        if row["type"] == "direct":
            found.append((int(row["start"]), int(row["end"])))
        elif isinstance(row.get("marked"), list):
            found += [(int(start), int(end)) for start, end in row["marked"]]
    return union(found)


def ties(quotes: pd.DataFrame, a: str, b: str, told: pd.DataFrame) -> pd.DataFrame:
    """Quotes of two articles that report the same utterance: ``TIES``, in the order of ``a``.

    ``quotes``: quote_id, article_id, start, text. ``told``: statement_id, quote_id, alerts (columns of
    ``Workspace.statement_quotes``). Of a statement that an article tells several times, each telling is
    tied to the one of the other article that is closest in wording; tellings of two parts of a long remark,
    with no word in common that says something, are not. ``relation`` and ``cut`` compare the
    two wordings with each other; ``cut_by`` is the one that is a cut of the other (a or b, else empty) and
    ``cut_at`` where (a list of start, middle, end); ``score`` is 1 for the same words, 0 for none in common.
    The alerts are those of each telling against the fullest one: a list of {kind, words}.
    """
    alerts = dict(zip(told["quote_id"], told["alerts"], strict=True))
    of_quote = dict(zip(told["quote_id"], told["statement_id"], strict=True))
    tellings: dict[str, tuple[list[Row], list[Row]]] = {}
    rows = quotes.loc[quotes["quote_id"].isin(list(of_quote)), ["quote_id", "article_id", "start", "text"]]
    for row in rows.sort_values("start").to_dict("records"):
        sides = tellings.setdefault(of_quote[row["quote_id"]], ([], []))
        if row["article_id"] in (a, b):
            sides[(a, b).index(row["article_id"])].append(row)
    found: list[tuple[object, ...]] = []
    for statement_id, (of_a, of_b) in tellings.items():
        found += [(statement_id, *_tie(one, two, alerts)) for one, two in _closest(of_a, of_b)]
    place = dict(zip(quotes["quote_id"], quotes["start"], strict=True))
    found.sort(key=lambda tie: (place[tie[1]], place[tie[2]]))
    return pd.DataFrame(found, columns=TIES)


def _closest(of_a: list[Row], of_b: list[Row]) -> list[tuple[Row, Row]]:
    """Pairs in which one telling is the other's closest, if both have a word that says something."""
    if not of_a or not of_b:
        return []
    told_a, told_b = ([_stems(str(row["text"])) for row in rows] for rows in (of_a, of_b))
    apart = [
        [
            change(str(one["text"]), str(two["text"])) if _may_meet(mine, theirs) else APART
            for two, theirs in zip(of_b, told_b, strict=True)
        ]
        for one, mine in zip(of_a, told_a, strict=True)
    ]
    best = {(i, min(range(len(of_b)), key=lambda j: (apart[i][j], j))) for i in range(len(of_a))}
    best |= {(min(range(len(of_a)), key=lambda i: (apart[i][j], i)), j) for j in range(len(of_b))}
    return [(of_a[i], of_b[j]) for i, j in sorted(best) if apart[i][j] < APART]


def _stems(text: str) -> set[str]:
    return {word.stem for word in split(text) if word.stem}


def _may_meet(one: set[str], two: set[str]) -> bool:
    """Whether two tellings of a statement tell the same of it, and not two parts of a long remark."""
    return not one or not two or not one.isdisjoint(two)


def _tie(one: Row, two: Row, alerts: Mapping[str, object]) -> tuple[object, ...]:
    texts = str(one["text"]), str(two["text"])
    aligned = list(stretches(*texts))
    lost = [alerts[row["quote_id"]] for row in (one, two)]
    return (
        one["quote_id"], two["quote_id"], relation(aligned), cut(*texts, aligned), *cut_by(aligned),
        round(1 - change(*texts), 3), *(found if isinstance(found, list) else [] for found in lost),
    )  # fmt: skip


def _sides(rows: pd.DataFrame, key: str, about: list[str], pair: tuple[str, str]) -> pd.DataFrame:
    known = rows[rows[key].notna()]
    a, b = (known.loc[known["article_id"] == article, key].value_counts() for article in pair)
    counts = pd.DataFrame({"n_a": a, "n_b": b}).fillna(0).astype(int).rename_axis(key).reset_index()
    names = known.drop_duplicates(key)[[key, *about]]
    found = names.merge(counts, on=key)
    found["where"] = [
        "both" if x and y else "a" if x else "b" for x, y in zip(found["n_a"], found["n_b"], strict=True)
    ]
    place = found["where"].map({"both": 0, "a": 1, "b": 2})
    found = found.assign(_place=place, _n=found["n_a"] + found["n_b"])
    order = found.sort_values(["_place", "_n", about[0]], ascending=[True, False, True], ignore_index=True)
    return order.drop(columns=["_place", "_n"])
