from __future__ import annotations

import pytest
from spacy.language import Language

from onrecord.extraction.pipeline import load_model

pytestmark = pytest.mark.model

TEXTS = (
    "The mayors said the ferries were leaving; she'd seen them go, and they're gone.",
    "Ain't it better? The best boats sail early. Sailing boats sailed. It is said that he saw a saw.",
    "Let's go on. I'm gonna leave the leaves. Prices rose 3.5% on Mondays in the U.S., officials’ data show.",
)


@pytest.fixture(scope="module")
def plain() -> Language:
    return load_model()


@pytest.mark.parametrize("text", TEXTS)
def test_lemmas_are_the_models_own(text: str, plain: Language, nlp: Language) -> None:
    doc = nlp(text)
    other = doc.copy()
    for token in other:
        token.lemma = 0
    for name in ("attribute_ruler", "lemmatizer"):
        other = plain.get_pipe(name)(other)
    assert [token.lemma_ for token in other] == [token.lemma_ for token in doc]


def test_no_known_form_is_looked_for_in_a_list(nlp: Language) -> None:
    table = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index")
    assert len(table) > 0
    assert all(isinstance(forms, dict) for forms in table.values())
