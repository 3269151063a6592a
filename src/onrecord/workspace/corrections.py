"""Decisions of analysts: appended, never changed; undone by another row.

A snapshot's ``correction`` holds those in force (``articles``). The tables ``article`` and ``passage`` obey
them, so that a decision shows in every figure at once and nothing is extracted anew.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, get_args

import pandas as pd
import pyarrow as pa

from onrecord import statements
from onrecord.cleaning.origins import FACTS
from onrecord.cleaning.repeated import passage_key
from onrecord.records import PassageKind, stable_id
from onrecord.tables import SCHEMAS
from onrecord.workspace.finishing import rematch

if TYPE_CHECKING:
    from onrecord.workspace.workspace import Workspace

PASSAGE, LINE, UNDO = "passage kind", "line kind", "undo"
KINDS: tuple[str, ...] = get_args(PassageKind)
FIELDS = (*FACTS, "language")
"""Facts of an article that can be typed in."""

DECISIONS = f"""
SELECT c.correction_id, c.who, c.made, c.action, c.target, c.value, article_id, headline, article.outlet,
       undo.who AS undone_who, undo.made AS undone_made,
       c.correction_id IN (SELECT correction_id FROM correction) AS counts
FROM raw_corrections c
LEFT JOIN (SELECT undone_by, min(who) AS who, min(made) AS made FROM raw_corrections
           WHERE undone_by IS NOT NULL GROUP BY ALL) undo ON undo.undone_by = c.correction_id
LEFT JOIN article ON article.article_id = coalesce(json_extract_string(c.value, '$.article_id'), c.target)
LEFT JOIN headline USING (article_id)
WHERE c.action != '{UNDO}' ORDER BY c.made DESC, c.correction_id"""  # noqa: S608

# Which quotes count.
_KEPT = "SELECT count(*) AS n, coalesce(bit_xor(hash(quote_id)), 0) AS h FROM quote WHERE kept"


def passage_id(article_id: str, start: int, end: int) -> str:
    return stable_id(article_id, start, end)


def decide_passage(ws: Workspace, article_id: str, span: tuple[int, int], kind: str, *, who: str) -> None:
    """Say of what kind a passage is, whatever the rules say. Raises ``ReadOnlyError``, ``ValueError``."""
    start, end = span
    words = ws.texts([article_id]).get(article_id, "")[start:end]
    value = {"article_id": article_id, "start": start, "end": end, "kind": _known(kind), "words": words[:200]}
    _decide(ws, who, [(PASSAGE, passage_id(article_id, start, end), value)])


def teach_line(workspace: Workspace, outlet: str, words: str, kind: str, *, who: str) -> None:
    """These words, alone in a passage, are of this kind in all articles of an outlet, now and later."""
    line = passage_key(words)
    value = {"outlet": outlet, "line": line, "kind": _known(kind), "words": words[:200]}
    _decide(workspace, who, [(LINE, stable_id(outlet, line), value)])


def type_in(workspace: Workspace, facts: Mapping[str, Mapping[str, str | date | None]], *, who: str) -> None:
    """What an analyst knows of articles: article_id to field to value; None makes the field unknown."""
    rows: list[tuple[str, str, dict[str, Any]]] = []
    for article_id, fields in facts.items():
        for field, value in fields.items():
            if field not in FIELDS:
                raise ValueError(f"Expected one of {', '.join(FIELDS)}; got {field!r}.")
            told = value.isoformat() if isinstance(value, date) else (value or "").strip() or None
            if field == "published" and told is not None:
                told = date.fromisoformat(told[:10]).isoformat()
            rows.append((field, article_id, {"to": told}))
    if rows:
        _decide(workspace, who, rows)


def undo(workspace: Workspace, correction_id: str, *, who: str) -> None:
    """The decision counts no longer; what counted before it counts again."""
    _append(workspace, [_row(who, UNDO, correction_id, None, undone_by=correction_id)])


def in_force(
    workspace: Workspace, article_id: str, outlet: str, words: str, span: tuple[int, int]
) -> str | None:
    """The decision that makes a passage what it is, where one does: its correction_id."""
    targets = [passage_id(article_id, *span), stable_id(outlet, passage_key(words))]
    rows = workspace.snapshot().rows(
        "SELECT correction_id, target FROM correction WHERE target IN (SELECT unnest($targets::VARCHAR[]))",
        targets=targets,
    )
    found = {row["target"]: str(row["correction_id"]) for row in rows}
    return next((found[target] for target in targets if target in found), None)


def carry(source: Workspace, target: Workspace, article_ids: Collection[str]) -> int:
    """Keep the decisions in force on articles, and the lines taught, in another workspace; how many."""
    wanted = set(article_ids)
    rows = source.snapshot().rows("SELECT who, made, target, action, value FROM correction ORDER BY made")
    kept = [row for row in rows if row["action"] == LINE or _about(row) in wanted]
    if kept:
        _append(target, [row | {"correction_id": _id(row), "undone_by": None} for row in kept])
    return len(kept)


def _about(row: Mapping[str, Any]) -> str:
    return str(json.loads(row["value"]).get("article_id") or row["target"])


def _known(kind: str) -> str:
    if kind not in KINDS:
        raise ValueError(f"Expected a kind of passage ({', '.join(KINDS)}), got {kind!r}.")
    return kind


def _decide(workspace: Workspace, who: str, decisions: list[tuple[str, str, dict[str, Any]]]) -> None:
    _append(workspace, [_row(who, action, target, value) for action, target, value in decisions])


def _row(
    who: str, action: str, target: str, value: dict[str, Any] | None, *, undone_by: str | None = None
) -> dict[str, Any]:
    row = {
        "who": who.strip() or "unknown",
        "made": datetime.now(UTC),
        "target": target,
        "action": action,
        "value": json.dumps(value, ensure_ascii=False),
        "undone_by": undone_by,
    }
    return row | {"correction_id": _id(row)}


def _id(row: Mapping[str, Any]) -> str:
    return stable_id(row["target"], row["action"], row["value"], row["who"], row["made"].isoformat())


def _append(workspace: Workspace, rows: list[dict[str, Any]]) -> None:
    """Commit decisions, and link anew the quotes that come to count by them or no longer do.

    In a workspace whose statements an earlier Onrecord matched, they lose quotes at once and get new ones
    with the next addition, which matches all of them.
    """
    workspace.check_writable()
    before = workspace.snapshot().rows(_KEPT)
    with workspace.store.writing():
        workspace.store.append("corrections", pa.Table.from_pylist(rows, schema=SCHEMAS["corrections"]))
        workspace.store.publish()
    if workspace.store.head().method == statements.METHOD and workspace.snapshot().rows(_KEPT) != before:
        rematch(workspace)


def decisions(workspace: Workspace) -> pd.DataFrame:
    """correction_id, who, made, action, target, value (JSON), article_id, headline, outlet, undone_who,
    undone_made, counts (not undone, and no newer one on the same thing); newest first.
    """
    return workspace.snapshot().frame(DECISIONS)
