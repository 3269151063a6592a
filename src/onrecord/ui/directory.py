"""Names that the filters offer, and the ids behind them.

The URL holds names (``?speaker=Ada+Reyes``), so that a link can be read. A name that two entities
bear gets its kind behind it. An entity that has since been renamed is still found by its aliases.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

import pandas as pd
import streamlit as st

from onrecord.charts.colours import KIND_NAMES
from onrecord.records import Selection
from onrecord.ui.text import shown
from onrecord.workspace import Workspace

NOBODY = "unknown:"
"""Id that no row has: what a name stands for that the workspace does not know."""


@dataclass(frozen=True)
class Directory:
    """Label to id, most frequent first; shared by all sessions, never to be changed."""

    outlets: tuple[str, ...] = ()
    entities: dict[str, str] = field(default_factory=dict)
    speakers: dict[str, str] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    first: date | None = None
    last: date | None = None

    def entity(self, label: str) -> str:
        """The entity's id, by its label or else by an alias."""
        return self.entities.get(label) or self.aliases.get(label.casefold()) or NOBODY + label

    def speaker(self, label: str) -> str:
        """The speaker's id: an entity, or a group or document by its own words."""
        return self.speakers.get(label) or self.aliases.get(label.casefold()) or NOBODY + label

    def entity_label(self, entity_id: str) -> str | None:
        """What the entity filter calls an entity."""
        return _key_of(self.entities, entity_id)

    def speaker_label(self, speaker_id: str) -> str | None:
        """What the speaker filter calls a speaker."""
        return _key_of(self.speakers, speaker_id)


def directory(ws: Workspace) -> Directory:
    """The workspace's directory, read once for each version of it."""
    return _directory(ws, str(ws.path), ws.version())


@st.cache_resource(show_spinner=False, max_entries=16)
def _directory(_ws: Workspace, path: str, version: int) -> Directory:
    return read(_ws)


def read(ws: Workspace) -> Directory:
    """Read a workspace's names."""
    everything = Selection(junk=True)
    entities, speakers = ws.entities(everything), ws.speakers(everything)
    summary = ws.summary(everything)
    kinds = entities["kind"].map(KIND_NAMES).fillna(entities["kind"])
    return Directory(
        outlets=tuple(ws.outlets()["outlet"].dropna()),
        entities=labels(*_lists(entities["entity_id"], entities["name"], kinds)),
        speakers=labels(*_lists(speakers["speaker_id"], speakers["speaker"], speakers["speaker_class"])),
        aliases=_aliases(entities),
        first=summary["first"],
        last=summary["last"],
    )


def labels(ids: Iterable[object], names: Iterable[object], notes: Iterable[object]) -> dict[str, str]:
    """Label to id, in order. The first of a name gets the bare name, others their note, or their id."""
    found: dict[str, str] = {}
    for key, name, note in zip(ids, names, notes, strict=True):
        label, identifier = shown(name).strip(), shown(key)
        if not label or not identifier:
            continue
        if label in found:
            others = f"{label} ({note})", f"{label} ({identifier[-6:]})"
            label = next((other for other in others if other not in found), label)
        found.setdefault(label, identifier)
    return found


def _lists(*columns: pd.Series[str]) -> list[list[object]]:
    """Columns as lists: going through a column of strings itself takes several times as long."""
    return [column.astype(object).tolist() for column in columns]


def _aliases(entities: pd.DataFrame) -> dict[str, str]:
    found: dict[str, str] = {}
    for entity_id, aliases in zip(*_lists(entities["entity_id"], entities["aliases"]), strict=True):
        for alias in aliases if aliases is not None else ():
            found.setdefault(alias.casefold(), entity_id)
    return found


def _key_of(found: dict[str, str], value: str) -> str | None:
    return next((key for key, known in found.items() if known == value), None)
