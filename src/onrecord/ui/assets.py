"""Files of the app's own: the icon and the wordmark."""

from __future__ import annotations

from importlib.resources import files


def icon() -> str:
    """The mark, as SVG: a speech bubble's corner and the line it stands on."""
    return files("onrecord.ui").joinpath("icon.svg").read_text("utf-8")


def wordmark() -> str:
    """The mark with the name beside it, as SVG; its grey-blue stands on light and dark alike."""
    return files("onrecord.ui").joinpath("wordmark.svg").read_text("utf-8")
