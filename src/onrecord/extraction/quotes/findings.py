"""What the rules hand on: an attribution, not yet resolved to a name."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records import Span


@dataclass(slots=True, eq=False)
class Attribution:
    """Pieces of content (character spans), their cue and source (tokens), and the rule that tied them."""

    rule: str
    pieces: list[Span]
    cue: tuple[int, int] | None = None
    """Tokens, end exclusive."""
    source: int | None = None
    """Head token of the noun phrase that names the speaker."""
    inherits: Attribution | None = None
    """The attribution whose speaker this one takes."""
    continues: bool = False
    """Belongs to the same utterance as ``inherits``."""
    used: tuple[int, int] | None = None
    """A second cue, in tokens, that no other rule may take."""
