"""The spaCy component ``onrecord_entities``: the names of an article and the entities they belong to."""

from __future__ import annotations

from spacy.language import Language

from onrecord.extraction.entities.component import EntityFinder

__all__ = ["EntityFinder", "make_entities"]


def make_entities(nlp: Language, name: str) -> EntityFinder:
    """Entry point ``onrecord_entities``; stands behind the parser and NER."""
    return EntityFinder()


Language.factory("onrecord_entities", func=make_entities)
