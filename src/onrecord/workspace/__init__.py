"""The workspace: tables on disk, questions answered from them. Only this package knows the storage engine."""

from onrecord.workspace.workspace import ArticleView, Workspace, temporary

__all__ = ["ArticleView", "Workspace", "temporary"]
