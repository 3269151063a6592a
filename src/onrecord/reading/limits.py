"""How much reading takes in before it says no: every limit has a message that names it."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1 << 20


@dataclass(frozen=True)
class Limits:
    """Bounds for one run. A limit that is met gives a ``Failure``, never a cut text."""

    file_bytes: int = 2048 * MIB
    """Bytes of one file; of one inside an archive, its unpacked bytes."""
    article_chars: int = 1_000_000
    """Characters of one article (spaCy's own default bound on a text)."""
    articles: int = 1_000_000
    """Articles of one run."""
    archive_files: int = 100_000
    """Files inside one archive."""
    archive_bytes: int = 4096 * MIB
    """Unpacked bytes of one archive, all its files together."""
    memory_bytes: int = 256 * MIB
    """Bytes of a document that must lie in memory as a whole (a PDF, a Word file, a packed table)."""
    page_bytes: int = 32 * MIB
    """Bytes of one web page or feed, and of a document's markup: a parsed tree takes ten times that."""
    seconds: float = 60.0
    """How long a document may take until its next article is there."""
    process_bytes: int = 2048 * MIB
    """Address space of the process that reads documents."""

    @property
    def text_bytes(self) -> int:
        """Bytes beyond which no text file holds an article of ``article_chars``, even in UTF-32."""
        return min(self.file_bytes, 4 * self.article_chars + MIB)

    @property
    def line_chars(self) -> int:
        """Characters of one line of JSON: every character escaped, and room for annotations."""
        return 32 * self.article_chars + MIB


def size(count: int) -> str:
    """A number of bytes in words: ``size(3 * MIB) == "3 MB"``."""
    for unit, name in ((1 << 30, "GB"), (MIB, "MB"), (1 << 10, "kB")):
        if count >= unit:
            return f"{count / unit:.1f}".removesuffix(".0") + f" {name}"
    return f"{count} bytes"
