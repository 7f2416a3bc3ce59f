"""The program's side: a child process that is started when first needed, and again after it has ended."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from enum import Enum, auto
from threading import Lock
from typing import IO, Any, BinaryIO, Generic, TypeVar, cast

from reader.base.child.encodings import Encoding
from reader.base.child.messages import NO_MEMORY, MessageKind, receive, send
from reader.base.child.time_limit import SIGNALS
from reader.base.faults import fault, logged_fault
from reader.base.log import write_log

__all__ = ["ChildClient", "ChildEndedError", "Ending", "RefusedError"]

Request = TypeVar("Request")
Answer = TypeVar("Answer")

_PATIENCE = 5.0
"""Seconds that a process may take to end, once it has closed its output."""

_FULL = (errno.ENOMEM, errno.EAGAIN)
"""The system has no memory, or no process, left for a child."""

_FROM_OUTSIDE = (-signal.SIGKILL, -signal.SIGTERM, -signal.SIGHUP, -signal.SIGINT)
"""Exit statuses of a child that somebody else has ended."""

_LAST_WORDS = 10_000
"""Bytes of a child's standard error that go to the log."""


class Ending(Enum):
    """The way in which a child ended before it had answered."""

    TOO_LONG = auto()
    NO_MEMORY = auto()
    KILLED = auto()
    """From outside: by the user, or by a system that has no memory left."""
    CRASHED = auto()
    """In C code: what the child read, or a library, is damaged."""


class ChildEndedError(Exception):
    """The child ended before it had answered."""

    def __init__(self, ending: Ending) -> None:
        super().__init__(ending.name)
        self.ending = ending


class RefusedError(Exception):
    """The child has refused the request. The message is the one of the exception there, for the user."""


class ChildClient(Generic[Request, Answer]):
    """A child that runs a module of ours. Many threads may ask; it answers one request at a time.

    Each request may take `seconds` of processor time; 0 means no limit.
    """

    def __init__(self, module: str, encoding: Encoding[Request, Answer], *, seconds: float = 0) -> None:
        self._module = module
        self._encoding = encoding
        self._seconds = seconds
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._stderr: IO[bytes] | None = None

    def ask(self, request: Request, report: Callable[[float], None] | None = None) -> Answer:
        """The child's answer. `report` gets the shares that are done (0-1); it may raise, to end the work.

        Raises RefusedError, ChildEndedError, and FaultError where our own code in the child has a fault.
        """
        with self._lock:
            try:
                message, answer = self._exchange(request, report)
            except BaseException:  # the child may still be at work: the next request needs another one
                self.close()
                raise
        if message["kind"] == MessageKind.ANSWER:
            return cast(Answer, answer)
        raise self._error_of(message)

    def close(self) -> None:
        """Ends the process."""
        if self._process:
            self._process.kill()
            self._process.communicate()
        self._process = None
        if last_words := self._last_words():
            write_log(f"standard error of {self._module}\n{last_words}")

    def _exchange(
        self, request: Request, report: Callable[[float], None] | None
    ) -> tuple[dict[str, Any], Answer | None]:
        """The last message to a request, and the answer if it is one."""
        process = self._running()
        to_child, from_child = cast(BinaryIO, process.stdin), cast(BinaryIO, process.stdout)
        try:
            send(to_child, MessageKind.REQUEST, seconds=self._seconds)
            self._encoding.write(request, to_child)
            to_child.flush()
            while message := receive(from_child):
                if message["kind"] == MessageKind.ANSWER:
                    return message, self._encoding.read(from_child)
                if message["kind"] != MessageKind.PROGRESS:
                    return message, None
                if report:
                    report(message["share"])
        except (BrokenPipeError, EOFError):
            pass  # it has ended: the reason is in its exit status
        raise self._why_it_ended(process)

    def _error_of(self, message: dict[str, Any]) -> Exception:
        if message["kind"] == MessageKind.FAULT:
            return logged_fault(message["error"], f"fault in {self._module}\n{message['trace']}")
        if message["cause"]:
            write_log(f"refused in {self._module}\n{message['cause']}")
        return RefusedError(message["message"])

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._stderr = _temporary_file()
            try:
                self._process = _start(self._module, self._stderr)
            except OSError as error:
                if error.errno in _FULL:
                    raise ChildEndedError(Ending.NO_MEMORY) from error
                raise fault(error, f"starting {self._module}") from error
        return self._process

    def _why_it_ended(self, process: subprocess.Popen[bytes]) -> Exception:
        try:
            status = process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            return logged_fault("a child process hangs", f"{self._module} closed its output and went on")
        if -status in SIGNALS:
            return ChildEndedError(Ending.TOO_LONG)
        if status == NO_MEMORY:
            return ChildEndedError(Ending.NO_MEMORY)
        if status in _FROM_OUTSIDE:
            return ChildEndedError(Ending.KILLED)
        if status < 0:
            return ChildEndedError(Ending.CRASHED)
        return logged_fault("a child process ended", f"{self._module} ended with exit status {status}")

    def _last_words(self) -> str:
        if self._stderr is None:
            return ""
        with self._stderr as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - _LAST_WORDS))
            last_words = file.read().decode(errors="replace").strip()
        self._stderr = None
        return last_words


def _temporary_file() -> IO[bytes] | None:
    """A file for a child's standard error; None where none can be made."""
    import tempfile  # slow to import

    try:
        return tempfile.TemporaryFile()
    except OSError:
        return None


def _start(module: str, stderr: IO[bytes] | None) -> subprocess.Popen[bytes]:
    """A process that runs a module of ours. It finds modules where this one does; -P: not in its folder."""
    places = os.pathsep.join(place for place in sys.path if place)
    return subprocess.Popen(  # noqa: S603  the module is named in our own code
        [sys.executable, "-P", "-m", module],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=stderr or subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": places},
        start_new_session=True,  # ctrl+c is for the program
    )
