"""JSON lines, one article each, through which scripts and other tools talk to Onrecord.

``to_line`` writes what was extracted, ``from_line`` checks and loads it, ``read_extracted`` reads a
file of such lines. The format is described in ``docs/``; what is written here can be loaded here.
"""

from onrecord.interchange.load import from_line, read_extracted, read_extracted_bytes
from onrecord.interchange.write import to_line

__all__ = ["from_line", "read_extracted", "read_extracted_bytes", "to_line"]
