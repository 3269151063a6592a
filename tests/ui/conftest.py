"""The synthetic workspaces of the workspace's own tests."""

from tests.workspace.conftest import empty, filled

__all__ = ["empty", "filled"]
