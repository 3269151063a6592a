"""Reading turns files into articles and knows formats. It never touches NLP."""

from onrecord.reading.limits import Limits
from onrecord.reading.preview import Preview, previews
from onrecord.reading.reader import read, read_bytes

__all__ = ["Limits", "Preview", "previews", "read", "read_bytes"]
