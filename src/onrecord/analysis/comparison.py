"""Two articles compared, all tables at once: what the compare page shows and ``compare`` returns."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from onrecord._errors import InputError
from onrecord.analysis import compare as parts
from onrecord.analysis.numbers import numbers
from onrecord.analysis.shared_text import overlap, shared, words_within
from onrecord.records import KEPT, Extraction, Selection, Span
from onrecord.statements.words import has_content
from onrecord.workspace import ArticleView, Workspace
from onrecord.workspace.adding import add
from onrecord.workspace.workspace import temporary

WORDS = ["side", "article_id", "outlet", "words", "common", "common_marked", "marked", "reported"]


@dataclass(frozen=True)
class Comparison:
    """What two articles have in common and what only one of them has; all offsets are of the articles' texts.

    ``where`` is both, a or b; ``n_a`` and ``n_b`` count in the first and the second article.
    """

    ties: pd.DataFrame
    """Quotes that report one utterance: statement_id, a_quote_id, b_quote_id, relation (verbatim, truncated,
    reworded), cut (the words that one leaves out), cut_by (which one: a or b), cut_at (list of start, middle,
    end), score (0 to 1), a_alerts, b_alerts."""
    sentences: pd.DataFrame
    """Sentences that both have: passage (number of a run), a_start, a_end, b_start, b_end, relation
    (verbatim, edited), score (0 to 1), words (in common), a_same, b_same (where these stand)."""
    people: pd.DataFrame
    """Who is quoted: speaker_id, speaker, n_a, n_b (quotes), marked_a, marked_b (words in quotation marks),
    reported_a, reported_b (words told without them), where."""
    entities: pd.DataFrame
    """Who and what is named: entity_id, entity, kind, n_a, n_b (mentions), where."""
    numbers: pd.DataFrame
    """Amounts: number (as both are compared by it), text, n_a, n_b, where."""
    quotes: pd.DataFrame
    """The quotes of both (columns of ``Workspace.quotes``), and where: both if the other one has it."""
    words: pd.DataFrame
    """A row for each article: side (a, b), article_id, outlet, words, common (words of sentences that
    both have), common_marked (those of them in quotation marks), marked, reported (words of quotation)."""


def compare(a: Extraction | str, b: Extraction | str, workspace: Workspace | None = None) -> Comparison:
    """Compare two articles.

    Give two extractions, or the ids of two articles in a ``workspace``. Two extractions are resolved and
    matched with each other in a temporary workspace (about half a second); in a workspace, names and
    statements are what all its articles say. Raises ``InputError`` where an article is compared with
    itself or ids come without a workspace, and ``KeyError`` for an id that isn't there.
    """
    if isinstance(a, str) and isinstance(b, str):
        if workspace is None:
            raise InputError(
                "Expected a workspace with two article ids, got none. Pass workspace=, or two extractions."
            )
        return of_views(workspace, workspace.reading(a), workspace.reading(b))
    if isinstance(a, str) or isinstance(b, str):
        raise InputError("Expected two extractions or two article ids, got one of each. Pass two alike.")
    ids = [one.article.content_id for one in (a, b)]
    _two(ids[0], ids[1])
    with temporary() as made:
        add(made, [a, b], engine="given")
        return of_views(made, *map(made.reading, ids))


def of_views(ws: Workspace, left: ArticleView, right: ArticleView) -> Comparison:
    """Compare two articles of a workspace; figures come from kept passages."""
    views = (left, right)
    a, b = (str(view.article["article_id"]) for view in views)
    _two(a, b)
    texts = {a: left.text, b: right.text}
    mentions, quotes = (
        _both([_kept(getattr(view, name)) for view in views]) for name in ("mentions", "quotes")
    )
    counted = [
        numbers(view.text, kept_spans(view)).assign(article_id=key)
        for view, key in zip(views, (a, b), strict=True)
    ]
    told = ws.statement_quotes(ws.statements(Selection(articles=(a, b)))["statement_id"].tolist())
    tied = parts.ties(quotes, a, b, told)
    common = shared(left.text, right.text, kept_spans(left), kept_spans(right))
    told_by_both = _told_by_both(quotes, {*tied["a_quote_id"], *tied["b_quote_id"]})
    alone = quotes["article_id"].map({a: "a", b: "b"})
    return Comparison(
        ties=tied,
        sentences=common,
        people=parts.people(quotes, texts, a, b),
        entities=parts.entities(mentions, a, b),
        numbers=parts.numbers(_both(counted), a, b),
        quotes=quotes.assign(where=alone.mask(told_by_both, "both")),
        words=pd.DataFrame(
            [_words(side, view, common) for side, view in zip("ab", views, strict=True)], columns=WORDS
        ),
    )


def kept_spans(view: ArticleView) -> list[Span]:
    """Where the article's kept passages lie (body, heading, summary)."""
    kept = view.passages[view.passages["kind"].isin(list(KEPT))]
    return [(int(start), int(end)) for start, end in zip(kept["start"], kept["end"], strict=True)]


def _two(a: str, b: str) -> None:
    if a == b:
        raise InputError(
            f"Expected two articles, got the same text twice ({a}). Choose another for one of them."
        )


def _kept(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows["passage_kind"].isin(list(KEPT))]


def _both(frames: list[pd.DataFrame]) -> pd.DataFrame:
    """Two frames as one; an empty one has no say in the types of columns."""
    filled = [frame for frame in frames if len(frame)]
    return pd.concat(filled, ignore_index=True) if filled else frames[0].iloc[:0]


def _told_by_both(quotes: pd.DataFrame, tied: set[str]) -> pd.Series:
    """Which quotes both articles tell: those with a partner, and pieces of their utterances that say nothing
    alone ("That", she said, "is …").
    """
    partnered = quotes["quote_id"].isin(tied)
    utterance = quotes["article_id"] + " " + quotes["group"]
    says_nothing = ~quotes["text"].map(has_content).astype(bool)
    return partnered | (says_nothing & utterance.isin(utterance[partnered]))


def _words(side: str, view: ArticleView, common: pd.DataFrame) -> tuple[object, ...]:
    """The words of one article, and how many of them it shares or quotes."""
    quotes = _kept(view.quotes)
    same: list[Span] = [(start, end) for spans in common[f"{side}_same"] for start, end in spans]
    in_marks = overlap(same, parts.marked_spans(quotes))
    marked, reported = parts.words_of_quotation(quotes, view.text)
    return (
        side, view.article["article_id"], view.article["outlet"], words_within(view.text, kept_spans(view)),
        words_within(view.text, same), words_within(view.text, in_marks), marked, reported,
    )  # fmt: skip
