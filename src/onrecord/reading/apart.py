"""A process of its own for parsers of what strangers made: it can be ended when it hangs or grows.

One helper process serves a whole run and is started when the first file needs it. A file that takes too
long, needs too much memory or crashes its parser ends the helper, gives a ``Failure``, and the next file
starts a new one. Only pickled plain records come back through the pipe.
"""

from __future__ import annotations

import pickle
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Event, Timer
from typing import TYPE_CHECKING, Any, NamedTuple

from onrecord._errors import TooLargeError, UnreadableError
from onrecord.reading.limits import Limits, size
from onrecord.reading.sources import Source

if TYPE_CHECKING:
    import subprocess


class Job(NamedTuple):
    """What the helper is asked: a reader's name and its arguments, with the bytes or where they lie."""

    reader: str
    name: str
    path: Path | None
    data: bytes
    columns: dict[str, str] | None
    limits: Limits


class Helper:
    """The helper process, started when first asked. Close it, or it waits until this process ends."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def run(self, reader: str, source: Source, columns: Any, limits: Limits) -> Iterator[Any]:
        """What ``reader`` yields for ``source``. Raises ``UnreadableError`` if the helper had to be ended."""
        data = b"" if source.path else _whole(source, limits)
        job = Job(reader, source.name, source.path, data, dict(columns) if columns else None, limits)
        process = self._started(limits)
        finished = False
        try:
            _send(process, job)
            while (item := _receive(process, limits)) is not None:
                yield item
            finished = True
        finally:
            if not finished:  # broken, too slow, or nobody wants the rest
                self.close()

    def close(self) -> None:
        """End the process, whatever it does."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    _close(pipe)

    def _started(self, limits: Limits) -> subprocess.Popen[bytes]:
        import subprocess

        if self._process is None or self._process.poll() is not None:
            self.close()
            # -P: no module of that name in the current folder comes in the way.
            command = [sys.executable, "-P", "-m", "onrecord.reading.helper", str(limits.process_bytes)]
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,  # Ctrl-C is for us; we end it
            )
        return self._process


def _close(pipe: Any) -> None:
    with suppress(OSError):  # what was still to be written to a process that is gone
        pipe.close()


def _whole(source: Source, limits: Limits) -> bytes:
    from onrecord.reading.articles import read_whole

    if source.packed and source.size > limits.memory_bytes:  # as an archive announces it
        raise TooLargeError(
            f"Expected a document of at most {size(limits.memory_bytes)}, this one has {size(source.size)}. "
            "Split it, or raise the limit."
        )
    return read_whole(source, limits.memory_bytes, "a document")


def _send(process: subprocess.Popen[bytes], job: Job) -> None:
    assert process.stdin is not None  # noqa: S101 - a pipe was asked for
    try:
        pickle.dump(job, process.stdin, protocol=5)
        process.stdin.flush()
    except OSError as error:
        raise UnreadableError(_broke(process, job.limits)) from error


def _receive(process: subprocess.Popen[bytes], limits: Limits) -> Any:
    """The next item; None at the end. The clock runs while we wait, not while others use what came."""
    assert process.stdout is not None  # noqa: S101 - a pipe was asked for
    late = Event()

    def end() -> None:
        late.set()
        process.kill()

    timer = Timer(limits.seconds, end)
    timer.daemon = True
    timer.start()
    try:
        return pickle.load(process.stdout)  # noqa: S301 - our own process wrote it
    except (EOFError, OSError, pickle.UnpicklingError) as error:
        if late.is_set():
            raise UnreadableError(
                f"Expected a document that is read within {limits.seconds:g} seconds; this one took longer. "
                "Save it anew in a simpler form, or raise the limit."
            ) from error
        raise UnreadableError(_broke(process, limits)) from error
    finally:
        timer.cancel()


def _broke(process: subprocess.Popen[bytes], limits: Limits) -> str:
    process.wait()
    return (
        f"Expected a document that is read within {size(limits.process_bytes)} of memory; reading broke off "
        f"(status {process.returncode}). It is damaged or made to do harm: save it anew, or leave it out."
    )
