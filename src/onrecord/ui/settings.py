"""Settings of the app, as the command line passes them on: environment variables, read here alone."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

WORKSPACE = "ONRECORD_WORKSPACE"
"""The workspace's folder; default ``workspace`` where the server was started."""
READ_ONLY = "ONRECORD_READ_ONLY"
"""``1`` when visitors may read but not add."""
FILES = "ONRECORD_FILES"
"""Files to open for a quick look, as a JSON list of paths."""


@dataclass(frozen=True)
class Settings:
    """What the app was started with."""

    workspace: Path
    read_only: bool = False
    files: tuple[Path, ...] = ()


def read() -> Settings:
    """The settings of this process."""
    return Settings(
        workspace=Path(os.environ.get(WORKSPACE) or "workspace").expanduser().resolve(),
        read_only=os.environ.get(READ_ONLY, "").strip().lower() in {"1", "true", "yes", "on"},
        files=tuple(Path(name) for name in json.loads(os.environ.get(FILES) or "[]")),
    )


def app_folder() -> Path:
    """Where ``dashboard.py``, ``pages/`` and ``seeds/`` lie: in an installed package, or atop a checkout."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "_app"
    return inside if inside.is_dir() else package.parents[1]
