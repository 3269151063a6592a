"""What is called after a person and is not that person: the *Roe administration*, the *Doe inquiry*."""

from __future__ import annotations

from onrecord.extraction.entities.view import Name, View, make_name
from onrecord.names.forms import word_set

_NOUNS: dict[str, str] = {
    **dict.fromkeys(word_set("administration campaign regime government cabinet team"), "ORG"),
    **dict.fromkeys(word_set("investigation probe inquiry"), "EVENT"),
}


def bodies(view: View, names: list[Name]) -> list[Name]:
    """Bodies and inquiries that people's names among ``names`` begin; they count before these.

    Behind a possessive (*Roe's* campaign) the name is the person's still.
    """
    return [
        make_name(view, name.first, name.last + size, kind, "body")
        for name in names
        if name.label == "PERSON"
        for size, kind in _noun(view, name.last)
    ]


def _noun(view: View, i: int) -> list[tuple[int, str]]:
    """Length and kind of the noun at word ``i`` that makes a name a body's."""
    if (view.word(i), view.word(i + 1)) == ("White", "House"):
        return [(2, "ORG")]
    kind = _NOUNS.get(view.word(i).lower())
    return [(1, kind)] if kind else []
