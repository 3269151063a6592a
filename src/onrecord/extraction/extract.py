"""One article in, its rows out: the unit that any engine maps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.cleaning import complete, label_passages
from onrecord.cleaning.language import ENGLISH
from onrecord.cleaning.outlets import outlet_of
from onrecord.extraction.attributes import store
from onrecord.records import Article, Extraction, Failure, Passage


def extract(articles: Iterable[Article], nlp: Language, *, batch_size: int = 32) -> Iterator[Extraction]:
    """Run the pipeline over articles, in order, in this process.

    What an article lacks of title, outlet, day and author is inferred where it can be. An article that is
    known not to be English gets its passages and nothing else: the model would misread it.
    """
    for english, run in groupby(articles, key=lambda article: article.language in {None, ENGLISH}):
        if english:
            yield from _extract(run, nlp, batch_size)
        else:
            yield from (Extraction(complete(x, passages := _passages(x)), passages) for x in run)


def _extract(articles: Iterable[Article], nlp: Language, batch_size: int) -> Iterator[Extraction]:
    docs = ((_doc(article, nlp), article) for article in articles)
    for doc, article in nlp.pipe(docs, as_tuples=True, batch_size=batch_size):
        yield Extraction(
            article=complete(article, doc._.passages),
            passages=doc._.passages,
            entities=doc._.entities,
            mentions=doc._.mentions,
            quotes=doc._.quotes,
            marked_text=doc._.marked_text,
        )


def extract_batch(articles: Sequence[Article], nlp: Language) -> list[Extraction | Failure]:
    """A result for each article, in order; one that the pipeline cannot take is a failure."""
    fitting = [article for article in articles if len(article.text) <= nlp.max_length]
    try:
        found = iter(list(extract(fitting, nlp)))
    except Exception as error:
        if len(articles) == 1:
            what = f"{type(error).__name__}: {str(error)[:200]}"
            return [failure(articles[0], f"Expected an extraction, the pipeline raised {what}.")]
        return [result for article in articles for result in extract_batch([article], nlp)]
    return [
        next(found) if len(article.text) <= nlp.max_length else _too_long(article, nlp)
        for article in articles
    ]


def failure(article: Article, reason: str) -> Failure:
    """An article that was read but not extracted."""
    return Failure(f"{article.path} ({article.id})" if article.path else article.id, reason)


def _too_long(article: Article, nlp: Language) -> Failure:
    got = f"Expected at most {nlp.max_length:,} characters, got {len(article.text):,}."
    return failure(article, f"{got} Split the text into articles.")


def _doc(article: Article, nlp: Language) -> Doc:
    doc = nlp.make_doc(article.text)
    store(doc, "passages", _passages(article))
    return doc


def _passages(article: Article) -> tuple[Passage, ...]:
    outlet = article.outlet or outlet_of(article.url)
    return label_passages(article.text, outlet=outlet, title=article.title)
