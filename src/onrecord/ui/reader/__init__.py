"""The reader: texts with their quotes, speakers and names, drawn in the browser and clickable there.

One component in several modes: an article, a list of contexts (evidence), two articles in linked columns, a
statement's tellings, a table of words that open their evidence.
"""

from onrecord.ui.reader.component import Event, article, columns, grid, listing, told
from onrecord.ui.reader.contexts import Context, Highlight
from onrecord.ui.reader.grid import GridRow, Item
from onrecord.ui.reader.linked import Link
from onrecord.ui.reader.tellings import Telling

__all__ = [
    "Context", "Event", "GridRow", "Highlight", "Item", "Link", "Telling", "article", "columns", "grid",
    "listing", "told",
]  # fmt: skip
