"""Persons introduced without a name, for whom a pronoun may stand: "a woman at the scene said"."""

from __future__ import annotations

from onrecord.extraction.quotes.lexicon import PERSONAL
from onrecord.extraction.quotes.names import FEMALE, MALE, Cast
from onrecord.extraction.quotes.parse import Parse

INDEFINITE = frozenset({"a", "an", "one", "another"})


def unnamed_persons(parse: Parse, cast: Cast, quoted: list[bool]) -> dict[str, int]:
    """Key to the token of the noun: subjects and agents like "a spokesman", outside quotations."""
    return {
        f"#{token}": token
        for token, lemma in enumerate(parse.lemma)
        if lemma in PERSONAL and not quoted[token] and _introduces(parse, cast, token)
    }


def gender_of(parse: Parse, token: int) -> str | None:
    """The letter m or f, where the noun tells."""
    return "f" if parse.lemma[token] in FEMALE else "m" if parse.lemma[token] in MALE else None


def _introduces(parse: Parse, cast: Cast, token: int) -> bool:
    """Singular, indefinite, acting, and not named beside it ("a spokesman, Joe Stone, said")."""
    agent = parse.dep[token] == "pobj" and parse.dep[parse.head[token]] == "agent"
    acting = agent or parse.dep[token] in ("nsubj", "nsubjpass")
    if not acting or parse.tag[token] != "NN" or not parse.has_child(token, *INDEFINITE):
        return False
    return cast.named(token) is None and not any(
        parse.dep[child] == "appos" and cast.named(child) for child in parse.children[token]
    )
