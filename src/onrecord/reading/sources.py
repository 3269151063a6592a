"""Where bytes come from: files, folders, zip archives, compressed files, and what a browser sends.

Nothing is unpacked to disk: a file inside an archive is read where it lies, within the limits.
"""

from __future__ import annotations

import gzip
import io
import os
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from onrecord._errors import InputError, TooLargeError, UnreadableError
from onrecord.reading.containers import zip_ending
from onrecord.reading.limits import Limits, size
from onrecord.records import Failure

HIDDEN = (".", "~$")
"""What begins a hidden file's name, and that of a file which Word keeps while it has another open."""
PAGE_FOLDERS = ("_files", ".files", "-Dateien", "_fichiers", "_archivos", "_arquivos", "_file", "_bestanden")
"""What browsers add to a page's name, by their language, for the folder of its parts."""
DAMAGED = (OSError, EOFError, zlib.error, zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError)
"""What a damaged archive or compressed file can raise."""


@dataclass(frozen=True)
class Source:
    """Something with a name and bytes; ``open`` may be called more than once."""

    name: str
    size: int
    """Bytes; for a compressed file, before it is unpacked."""
    open: Callable[[], BinaryIO]
    packed: bool = False
    """Inside an archive or compressed: seeking is slow and the size may lie."""
    path: Path | None = None
    """Where its bytes lie on disk as they are, if they do."""

    @property
    def ending(self) -> str:
        """The ending that tells the format, lower case, without ``.gz``."""
        return PurePosixPath(self._unzipped).suffix.lower()

    @property
    def stem(self) -> str:
        """The file's name without its ending."""
        return PurePosixPath(self._unzipped.replace("\\", "/")).stem

    @property
    def _unzipped(self) -> str:
        return self.name[:-3] if self.name.lower().endswith(".gz") else self.name


def find_sources(paths: Iterable[Path | str], limits: Limits) -> Iterator[Source | Failure]:
    """Every file to read below ``paths``, folders in sorted order; hidden files and READMEs are passed over.

    A README that is the only path given is read: then it is what was asked for.
    """
    given = [Path(path) for path in paths]
    for path in given:
        if path.is_dir():
            found: Iterable[Path] = _walk(path)
        elif len(given) > 1 and _is_readme(path.name):
            continue
        else:
            found = (path,)
        for file in found:
            yield from _file(file, limits)


def bytes_source(name: str, data: bytes, limits: Limits) -> Iterator[Source | Failure]:
    """What a browser sent: a file's name and its bytes. An archive gives its files."""
    label = printable(PurePosixPath(name.replace("\\", "/")).name or "unnamed")
    yield from _open(Source(label, len(data), lambda: io.BytesIO(data)), limits)


def printable(name: str) -> str:
    """A file's name as text that UTF-8 can hold, whatever bytes the file system has."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _walk(folder: Path) -> Iterator[Path]:
    for parent, folders, files in os.walk(folder):
        parts = _parts_of_pages(files)
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in parts)
        for name in sorted(files):
            if not name.startswith(HIDDEN) and not _is_readme(name):
                yield Path(parent, name)


def _parts_of_pages(names: Iterable[str]) -> set[str]:
    """The folders in which browsers save the scripts, pictures and frames of the pages among ``names``."""
    stems = (name.rpartition(".")[0] for name in names if name.lower().endswith((".html", ".htm", ".xhtml")))
    return {stem + suffix for stem in stems for suffix in PAGE_FOLDERS}


def _is_readme(name: str) -> bool:
    return name.lower().partition(".")[0] == "readme"


def _file(path: Path, limits: Limits) -> Iterator[Source | Failure]:
    name = printable(str(path))
    try:
        found = path.stat()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        yield Failure(
            name, f"Expected a file or folder: {reason.lower()}. Check the path and who may read it."
        )
        return
    if not stat.S_ISREG(found.st_mode):
        yield Failure(name, "Expected a file or folder, found a pipe or device. Save it to a file first.")
        return
    yield from _open(Source(name, found.st_size, lambda: path.open("rb"), path=path), limits)


def _open(source: Source, limits: Limits) -> Iterator[Source | Failure]:
    """The source itself, or the files inside it; size and compression are seen to here."""
    if source.size > limits.file_bytes:
        yield Failure(source.name, _too_large(source.size, limits.file_bytes))
    elif source.size == 0:
        yield Failure(source.name, "Expected an article, found an empty file. Nothing to read here.")
    elif source.name.lower().endswith(".gz"):
        yield Source(source.name, source.size, lambda: _gunzip(source, limits.file_bytes), packed=True)
    elif source.ending in {".zip", ""} and _is_archive(source):
        yield from _archive(source, limits)
    else:
        yield source


def _is_archive(source: Source) -> bool:
    """Whether it is a zip archive of files, not a document that is packed as one."""
    try:
        ending = zip_ending(source.open, packed=source.packed)
    except (*DAMAGED, InputError):
        return source.ending == ".zip"  # opening it says what is wrong
    return ending == ".zip" or (ending is None and source.ending == ".zip")


def _too_large(got: int, limit: int) -> str:
    return f"Expected at most {size(limit)} a file, got {size(got)}. Split it, or raise the limit."


def _gunzip(source: Source, limit: int) -> BinaryIO:
    file = source.open()
    return io.BufferedReader(Bounded(gzip.GzipFile(fileobj=file), limit, under=file))


class Bounded(io.RawIOBase):
    """A stream that raises ``TooLargeError`` after ``limit`` bytes: what is packed may unpack to anything."""

    def __init__(
        self, stream: io.BufferedIOBase | BinaryIO, limit: int, under: BinaryIO | None = None
    ) -> None:
        super().__init__()
        self._stream, self._left, self._limit = stream, limit, limit
        self._under = under  # the file below a decompressor, which doesn't close it

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        self._left -= len(data)
        if self._left < 0:
            raise TooLargeError(
                f"Expected at most {size(self._limit)} unpacked, got more. Split it, or raise the limit."
            )
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._stream.close()
        if self._under is not None:
            self._under.close()
        super().close()


def _archive(source: Source, limits: Limits) -> Iterator[Source | Failure]:
    with source.open() as stream:
        try:
            archive = zipfile.ZipFile(stream)
            entries = _entries(archive, limits)
        except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError, OSError) as error:
            yield Failure(source.name, f"Expected a zip archive: {error}. Make the archive again.")
            return
        except InputError as error:
            yield Failure(source.name, str(error))
            return
        with archive:
            parts = _parts_of_pages(entry.filename for entry in entries)
            for entry in entries:
                if any(str(above) in parts for above in PurePosixPath(entry.filename).parents):
                    continue
                yield from _entry(archive, entry, f"{source.name}/{printable(entry.filename)}", limits)


def _entries(archive: zipfile.ZipFile, limits: Limits) -> list[zipfile.ZipInfo]:
    """The archive's files in sorted order, once their number and announced sizes are within the limits."""
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(entries) > limits.archive_files:
        raise TooLargeError(
            f"Expected at most {limits.archive_files:,} files in an archive, got {len(entries):,}. "
            "Split it, or raise the limit."
        )
    if (total := sum(entry.file_size for entry in entries)) > limits.archive_bytes:
        raise TooLargeError(
            f"Expected at most {size(limits.archive_bytes)} in an archive, this one has {size(total)}. "
            "Unpack the part you need, or raise the limit."
        )
    return sorted(entries, key=lambda entry: entry.filename)


def _entry(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, limits: Limits
) -> Iterator[Source | Failure]:
    path = PurePosixPath(entry.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
        yield Failure(
            name,
            "Expected a path inside the archive, found one that leads out of it. Make the archive again.",
        )
    elif _is_readme(path.name) or any(part.startswith((*HIDDEN, "__MACOSX")) for part in path.parts):
        return
    elif entry.flag_bits & 1:
        yield Failure(name, "Expected a file that opens, found one under a password. Unpack it first.")
    elif path.suffix.lower() == ".zip":
        yield Failure(
            name, "Expected articles, found an archive inside an archive. Unpack the outer one first."
        )
    else:
        yield from _open(
            Source(name, entry.file_size, lambda: _unzip(archive, entry, limits), packed=True), limits
        )


def _unzip(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, limits: Limits) -> BinaryIO:
    try:
        return io.BufferedReader(Bounded(archive.open(entry), limits.file_bytes))  # type: ignore[arg-type]
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise UnreadableError(f"Expected a file that unpacks: {error}. Make the archive again.") from error
