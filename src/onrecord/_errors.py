"""Everything that Onrecord raises on purpose.

OnrecordError
├── InputError               a file or a line that cannot be used; the rest of the batch goes on
│   ├── UnreadableError      not text, broken archive, unknown format, wrong encoding
│   ├── TooLargeError        over a size or count limit
│   ├── ColumnError          a table without a text column, or a mapping that names none
│   └── InterchangeError     a line of the interchange format that does not hold together
├── ModelError               the spaCy pipeline is missing or lacks a parser or NER
├── WorkspaceError           a folder that is no workspace, or one written by a newer Onrecord
│   └── ReadOnlyError        a write to a workspace that was opened to read
└── QueryError               a search that full-text search cannot parse

A message says what was expected, what came, and what to do next.
"""


class OnrecordError(Exception):
    """Base of all errors that Onrecord raises on purpose."""


class InputError(OnrecordError):
    """A file or a line that cannot be used; the rest of the batch goes on."""


class UnreadableError(InputError):
    """Not text, a broken archive, or a format Onrecord does not know."""


class TooLargeError(InputError):
    """Over a size or count limit."""


class ColumnError(InputError):
    """A table without a text column, or a column mapping that names none."""


class InterchangeError(InputError):
    """A line of the interchange format that does not hold together."""


class ModelError(OnrecordError):
    """The spaCy pipeline is missing, or lacks a parser or a named-entity recogniser."""


class WorkspaceError(OnrecordError):
    """A folder that is no workspace, or one written by a newer Onrecord."""


class ReadOnlyError(WorkspaceError):
    """A write to a workspace that was opened to read."""


class QueryError(OnrecordError):
    """A search that full-text search cannot parse."""
