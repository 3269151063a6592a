"""What the components leave on a ``Doc``: ``doc._.passages`` and its kin, named in ``RECORDS``.

The rows are stored as plain tuples and rebuilt when read: ``nlp.pipe(n_process=2)`` and ``DocBin``
cannot carry dataclasses.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple
from typing import Any

from spacy.tokens import Doc

from onrecord.cleaning import label_passages
from onrecord.records import LocalEntity, MarkedText, Mention, Passage, Quote

RECORDS: dict[str, type] = {
    "passages": Passage,
    "entities": LocalEntity,
    "mentions": Mention,
    "quotes": Quote,
    "marked_text": MarkedText,
}


def _freeze(value: Any) -> Any:
    return tuple(_freeze(v) for v in value) if isinstance(value, (list, tuple)) else value


def store(doc: Doc, name: str, records: Sequence[Any]) -> None:
    """Leave records on the doc under one of the names in ``RECORDS``."""
    doc.user_data[f"onrecord.{name}"] = [astuple(record) for record in records]


def _getter(name: str) -> Any:
    def read(doc: Doc) -> tuple[Any, ...]:
        rows = doc.user_data.get(f"onrecord.{name}")
        if rows is None:
            return label_passages(doc.text) if name == "passages" else ()
        return tuple(RECORDS[name](*_freeze(row)) for row in rows)

    return read


for _name in RECORDS:
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, getter=_getter(_name))
