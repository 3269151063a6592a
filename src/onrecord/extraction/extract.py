"""One article in, its rows out: the unit that any engine maps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.extraction.attributes import store
from onrecord.cleaning import label_passages
from onrecord.records import Article, Extraction


def extract(articles: Iterable[Article], nlp: Language, *, batch_size: int = 32) -> Iterator[Extraction]:
    """Run the pipeline over articles, in order, in this process."""
    docs = ((_doc(article, nlp), article) for article in articles)
    for doc, article in nlp.pipe(docs, as_tuples=True, batch_size=batch_size):
        yield Extraction(
            article=article,
            passages=doc._.passages,
            entities=doc._.entities,
            mentions=doc._.mentions,
            quotes=doc._.quotes,
            marked_text=doc._.marked_text,
        )


def _doc(article: Article, nlp: Language) -> Doc:
    doc = nlp.make_doc(article.text)
    store(doc, "passages", label_passages(article.text))
    return doc
