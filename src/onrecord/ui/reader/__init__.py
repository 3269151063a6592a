"""The reader: texts with their quotes, speakers and names, drawn in the browser and clickable there.

One component in three modes: an article, a list of contexts (evidence), two articles side by side.
"""

from onrecord.ui.reader.component import Event, article, columns, listing
from onrecord.ui.reader.contexts import Context, Highlight

__all__ = ["Context", "Event", "Highlight", "article", "columns", "listing"]
