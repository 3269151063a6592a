"""Onrecord: who said what, about whom, where, and how two outlets tell the same event."""

from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from onrecord._errors import OnrecordError
from onrecord.records import Article, Extraction, LocalEntity, MarkedText, Mention, Passage, Quote, Selection

if TYPE_CHECKING:
    from onrecord.analysis.comparison import Comparison, compare

__version__ = version("onrecord")

__all__ = [
    "Article",
    "Comparison",
    "Extraction",
    "LocalEntity",
    "MarkedText",
    "Mention",
    "OnrecordError",
    "Passage",
    "Quote",
    "Selection",
    "__version__",
    "compare",
]


def __getattr__(name: str) -> Any:
    """What compares needs pandas and the storage engine, most of a second to load: only when asked for."""
    if name in {"Comparison", "compare"}:
        from onrecord.analysis import comparison

        return getattr(comparison, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
