"""The model's own lemmatizer, with its word lists made quick to look things up in."""

from __future__ import annotations

from spacy.language import Language
from spacy.pipeline import Lemmatizer


def index_lemmas(nlp: Language) -> None:
    """Keep the lemmatizer's lists of known forms as dictionaries.

    The models bring them as lists, which the rule lemmatizer scans for every new word: a sixth of the small
    models' time (1.17 s of 6.6 s on 40 articles; 0.20 s with dictionaries). The lemmas are the same.
    """
    for _, component in nlp.pipeline:
        if isinstance(component, Lemmatizer) and component.lookups.has_table("lemma_index"):
            table = component.lookups.get_table("lemma_index")
            for part_of_speech, forms in list(table.items()):
                table[part_of_speech] = dict.fromkeys(forms)
