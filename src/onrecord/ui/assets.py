"""Files of the app's own: the icon."""

from __future__ import annotations

from importlib.resources import files


def icon() -> str:
    """The mark, as SVG: a speech bubble's corner and the line it stands on."""
    return files("onrecord.ui").joinpath("icon.svg").read_text("utf-8")
