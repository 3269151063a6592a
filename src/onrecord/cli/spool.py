"""Records kept in a temporary file, so that they are made once and gone through as often as needed."""

from __future__ import annotations

import pickle
import tempfile
import weakref
from collections.abc import Iterable, Iterator


class Spool[T]:
    """A sequence of records on disk; it goes with the object."""

    def __init__(self, items: Iterable[T] = ()) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed when the spool goes
        weakref.finalize(self, self._file.close)
        self._count = 0
        for item in items:
            self.append(item)

    def append(self, item: T) -> None:
        """Add a record at the end; not while going through them."""
        pickle.dump(item, self._file, protocol=5)
        self._count += 1

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[T]:
        self._file.seek(0)
        for _ in range(self._count):
            yield pickle.load(self._file)  # noqa: S301 - written by this process a moment ago
