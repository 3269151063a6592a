"""A worker process: a pipeline of its own, batches of articles in, their rows out, over its two pipes.

It is started as a program (``python -m onrecord.extraction.worker``), not forked or spawned by
multiprocessing: so it never runs its parent's main script again, whatever that is (a Streamlit page,
a notebook). When its parent dies, its input ends and so does it.
"""

from __future__ import annotations

import os
import pickle
import signal
import struct
import subprocess
import sys
from collections.abc import Sequence
from typing import IO, Any

from onrecord._errors import ModelError, OnrecordError
from onrecord.records import Article, Extraction, Failure

LENGTH = struct.Struct(">Q")
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
"""Workers share the cores among themselves; threads inside each would only get in each other's way."""


class WorkerDiedError(Exception):
    """The process ended in the middle of a batch: killed, out of memory, crashed."""


class Worker:
    """The parent's end of one worker process. Not for use by two threads at once."""

    def __init__(self, model: str | None) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "onrecord.extraction.worker", model or ""],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, **ONE_THREAD},
            start_new_session=True,  # Ctrl-C reaches the parent alone, which then stops the workers
        )
        self._ready = False

    def run(self, batch: Sequence[Article]) -> list[Extraction | Failure]:
        """The results of a batch, in order. Raises ``WorkerDiedError``; on the first batch ``ModelError``."""
        try:
            if not self._ready:
                self._greet()
            _send(self._process.stdin, list(batch))
            answer: list[Extraction | Failure] = _receive(self._process.stdout)
        except (EOFError, OSError, ValueError) as error:
            raise WorkerDiedError(self._ending()) from error
        return answer

    def stop(self) -> None:
        """End the process, whatever it is doing. May be called from another thread, and twice."""
        self._process.terminate()
        try:
            self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def close(self) -> None:
        """Give the pipes back, once no thread reads from them."""
        self.stop()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:  # what was still to be written has nowhere to go
                    continue

    def _greet(self) -> None:
        try:
            greeting = _receive(self._process.stdout)
        except EOFError as error:
            raise ModelError(
                f"Expected a worker process to load the model; it ended ({self._ending()}). "
                "Its own message stands above; --processes 1 works without workers."
            ) from error
        if isinstance(greeting, OnrecordError):
            raise greeting
        self._ready = True

    def _ending(self) -> str:
        try:
            code = self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            return "it closed its pipes"
        if code < 0:
            return f"stopped by signal {-code}" + (", probably for want of memory" if code == -9 else "")
        return f"exit code {code}"


def _send(pipe: IO[bytes] | None, message: object) -> None:
    assert pipe is not None  # noqa: S101 - Popen was given PIPE
    data = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    pipe.write(LENGTH.pack(len(data)))
    pipe.write(data)
    pipe.flush()


def _receive(pipe: IO[bytes] | None) -> Any:
    """The next message. Raises ``EOFError`` when the other end is gone."""
    assert pipe is not None  # noqa: S101 - Popen was given PIPE
    head = pipe.read(LENGTH.size)
    if len(head) < LENGTH.size:
        raise EOFError
    (length,) = LENGTH.unpack(head)
    if len(data := pipe.read(length)) < length:
        raise EOFError
    return pickle.loads(data)  # noqa: S301 - written by our own process, over a pipe that nobody else has


def main(model: str | None) -> None:
    """Serve batches until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    incoming = sys.stdin.buffer
    outgoing = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(
        sys.stderr.fileno(), sys.stdout.fileno()
    )  # what a library prints must not end up between messages
    from onrecord.extraction.extract import extract_batch
    from onrecord.extraction.pipeline import load_pipeline

    try:
        nlp = load_pipeline(model)
    except OnrecordError as error:
        _send(outgoing, error)
        return
    try:
        _send(outgoing, None)
        while True:
            _send(outgoing, extract_batch(_receive(incoming), nlp))
    except (EOFError, BrokenPipeError):
        return  # the parent is done, or gone


if __name__ == "__main__":
    main(sys.argv[1] or None)
