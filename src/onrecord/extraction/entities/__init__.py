"""The spaCy component ``onrecord_entities``: mentions and the entities of one article."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.extraction.attributes import store
from onrecord.records import ENTITY_KINDS, LocalEntity, Mention, stable_id


def make_entities(nlp: Language, name: str) -> EntityFinder:
    """Entry point ``onrecord_entities``."""
    return EntityFinder()


class EntityFinder:
    """PLACEHOLDER: groups by last word. The entities helper replaces this package."""

    def __call__(self, doc: Doc) -> Doc:
        mentions, entities = [], {}
        for ent in doc.ents:
            if ent.label_ not in ENTITY_KINDS:
                continue
            key = stable_id(ent.label_, ent[-1].text.lower())
            best = entities.get(key)
            if best is None or len(ent.text) > len(best.name):
                entities[key] = LocalEntity(key, ent.text, ent.label_)
            sent = ent.sent
            mentions.append(Mention(ent.start_char, ent.end_char, ent.text, ent.label_, key, (sent.start_char, sent.end_char)))
        store(doc, "entities", list(entities.values()))
        store(doc, "mentions", mentions)
        return doc


Language.factory("onrecord_entities", func=make_entities)
