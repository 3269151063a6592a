"""Reading turns files into articles and knows formats. It never touches NLP."""

from onrecord.reading.limits import Limits
from onrecord.reading.reader import read, read_bytes

__all__ = ["Limits", "read", "read_bytes"]
