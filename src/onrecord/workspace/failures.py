"""What could not be read, remembered with the workspace, so that everybody who shares it sees it.

Rows are appended: a reason when something failed, none once it was read or put away. The newest row counts.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
import pyarrow as pa

from onrecord.records import Failure, stable_id
from onrecord.tables import SCHEMAS

if TYPE_CHECKING:
    from onrecord.workspace.workspace import Workspace

_FAILURES = """
SELECT failure_id, name, path, reason, made FROM raw_failures
QUALIFY row_number() OVER (PARTITION BY failure_id ORDER BY made DESC) = 1"""
_OPEN = f"SELECT * FROM ({_FAILURES}) WHERE reason IS NOT NULL ORDER BY made DESC, name"  # noqa: S608

INSIDE = re.compile(r"[/:]| \(")
"""What follows a file's name where a part is named: ``a.zip/b.txt``, ``a.csv:row 7``, ``a.txt (id)``."""


def failures(workspace: Workspace) -> pd.DataFrame:
    """failure_id, name, path (None for what was dropped into a browser), reason, made; newest first."""
    return workspace.snapshot().frame(_OPEN)


def remember(workspace: Workspace, found: Iterable[Failure], *, read: Collection[str], on_disk: bool) -> None:
    """Note what failed while ``read`` (paths, or names of dropped files) was read, and that the rest of what
    failed there before was read now. Raises ``ReadOnlyError``.
    """
    rows: dict[str, dict[str, Any]] = {}
    for failure in found:
        name, path = _utf8(failure.path), _utf8(_located(failure.path) or "") if on_disk else None
        rows[stable_id(name, path or "")] = {"name": name, "path": path, "reason": _utf8(failure.reason)}
    for failure_id, known in _known(workspace).items():
        if failure_id not in rows and (known["path"] is not None) == on_disk and _is_in(known["name"], read):
            rows[failure_id] = known | {"reason": None}
    _append(workspace, rows)


def put_away(workspace: Workspace, failure_ids: Collection[str]) -> None:
    """Forget failures that nobody will mend."""
    known = _known(workspace)
    _append(workspace, {key: known[key] | {"reason": None} for key in failure_ids if key in known})


def _known(workspace: Workspace) -> dict[str, dict[str, Any]]:
    rows = workspace.snapshot().rows(_OPEN)
    return {row["failure_id"]: {"name": row["name"], "path": row["path"]} for row in rows}


def _append(workspace: Workspace, rows: dict[str, dict[str, Any]]) -> None:
    workspace.check_writable()
    if not rows:
        return
    made = datetime.now(UTC)
    table = [{"failure_id": key, "made": made} | row for key, row in rows.items()]
    with workspace.store.writing():
        workspace.store.append("failures", pa.Table.from_pylist(table, schema=SCHEMAS["failures"]))
        workspace.store.publish()


def _utf8(text: str) -> str:
    """A file's name may hold bytes that are no UTF-8; tables cannot."""
    return text.encode("utf-8", "replace").decode()


def _is_in(name: str, read: Collection[str]) -> bool:
    """Whether something was named inside a file or folder that was read."""
    return any(name == start or (name.startswith(start) and INSIDE.match(name, len(start))) for start in read)


def _located(name: str) -> str | None:
    """The file on the disk that a failure names, or in which what it names lies; a web address as it is."""
    if "://" in name:
        return name
    name = re.sub(r":row \d+$| \([^()]*\)$", "", name)
    place = Path(name)
    for candidate in (place, *place.parents):
        try:
            if candidate.is_file() or (candidate == place and candidate.exists()):
                return str(candidate.absolute())
        except OSError:
            continue
    return str(place.absolute()) if name else None
