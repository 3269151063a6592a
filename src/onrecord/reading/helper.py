"""The helper process behind ``apart``: takes jobs from standard input, gives articles back.

It bounds its own memory, and reaches neither the network nor other programs, whatever a parser is told.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from typing import Any, BinaryIO

from onrecord._errors import InputError
from onrecord.reading.apart import Job
from onrecord.reading.formats import load
from onrecord.reading.sources import Source
from onrecord.records import Failure

GRACE = 5.0
"""Seconds beyond the limit, in which the process that started us ends us and says why."""
FORBIDDEN = ("socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system", "os.exec", "os.fork")
"""Audit events of the interpreter that reading a document never needs."""


def main() -> None:
    """Serve jobs until standard input closes."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not come between
    _bound_memory(int(sys.argv[1]))
    sys.addaudithook(_refuse)
    jobs = sys.stdin.buffer
    while (job := _next(jobs)) is not None:
        for item in _items(job):
            pickle.dump(item, out, protocol=5)
            out.flush()
        pickle.dump(None, out)
        out.flush()


def _next(stream: BinaryIO) -> Job | None:
    try:
        job = pickle.load(stream)  # noqa: S301 - the process that started us wrote it
    except EOFError:
        return None
    return job if isinstance(job, Job) else None


def _items(job: Job) -> Iterator[Any]:
    path, data = job.path, job.data
    opener = (lambda: path.open("rb")) if path else (lambda: BytesIO(data))
    size = path.stat().st_size if path and path.exists() else len(data)
    source = Source(job.name, size, opener, path=path)
    try:
        items = iter(load(job.reader)(source, job.columns, job.limits))
        while (item := _in_time(items, job.limits.seconds)) is not None:
            yield item
    except InputError as error:
        yield Failure(job.name, str(error))
    except RecursionError:
        yield Failure(
            job.name, "Expected a document; the parts of this one lie too deep in each other. Leave it out."
        )
    except MemoryError:
        os._exit(1)  # what is left of the heap is no place to go on in
    except Exception as error:  # a parser may raise anything on a broken file
        what = f"{type(error).__name__}: {error}".splitlines()[0][:200]
        yield Failure(
            job.name, f"The file cannot be read; it is damaged or cut short ({what}). Get it again."
        )


def _in_time(items: Iterator[Any], seconds: float) -> Any:
    """The next item, None at the end. Nobody may be left to end us: then the system's alarm does."""
    alarm = getattr(signal, "setitimer", None)  # Windows has none
    if alarm:
        alarm(signal.ITIMER_REAL, seconds + GRACE)
    item = next(items, None)
    if alarm:
        alarm(signal.ITIMER_REAL, 0)
    return item


def _bound_memory(most: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such bound
        return
    with suppress(ValueError, OSError):  # some systems refuse; the time limit holds
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _refuse(event: str, _arguments: object) -> None:
    if event in FORBIDDEN:
        raise PermissionError(f"reading a document needs no {event}")


if __name__ == "__main__":
    main()
