"""Onrecord: who said what, about whom, where, and how two outlets tell the same event."""

from importlib.metadata import version

from onrecord._errors import OnrecordError
from onrecord.records import Article, Extraction, LocalEntity, MarkedText, Mention, Passage, Quote, Selection

__version__ = version("onrecord")

__all__ = [
    "Article",
    "Extraction",
    "LocalEntity",
    "MarkedText",
    "Mention",
    "OnrecordError",
    "Passage",
    "Quote",
    "Selection",
    "__version__",
]
