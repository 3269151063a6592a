"""The app as AppTest runs it, on a small synthetic workspace."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from onrecord.ui import session, settings
from onrecord.workspace import Workspace
from tests.workspace.conftest import empty, filled

__all__ = ["empty", "filled"]

SHELL = settings.app_folder() / "pages" / "shell.py"

type Open = Callable[..., AppTest]


def words(app: AppTest) -> str:
    """All that a page says in markdown, captions and headings."""
    parts = [*app.title, *app.subheader, *app.markdown, *app.caption, *app.error]
    return "\n".join(str(part.value) for part in parts)


@pytest.fixture
def open_app(monkeypatch: pytest.MonkeyPatch) -> Open:
    """Opens the app on a workspace at a page, with the parameters of a link."""

    def open_(
        workspace: Workspace | Path, page: str = "overview", *, read_only: bool = False, **params: Any
    ) -> AppTest:
        path = workspace.path if isinstance(workspace, Workspace) else workspace
        monkeypatch.setenv(settings.WORKSPACE, str(path))
        monkeypatch.setenv(settings.READ_ONLY, "1" if read_only else "")
        monkeypatch.setenv(settings.FILES, "")
        session._open.clear()
        app = AppTest.from_file(str(SHELL), default_timeout=60)
        for name, value in params.items():
            app.query_params[name] = value
        app.switch_page(str(SHELL.parent / f"{page}.py"))
        return app.run()

    return open_
