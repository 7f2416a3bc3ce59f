"""The child's side: a loop that answers one request after another until the program has ended."""

from __future__ import annotations

import faulthandler
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType
from typing import Any, BinaryIO, Generic, TypeVar

from reader.base.child.encodings import Encoding
from reader.base.child.messages import NO_MEMORY, MessageKind, receive, send
from reader.base.child.time_limit import time_limit
from reader.base.tracebacks import trace

__all__ = ["Report", "answer_requests"]

Request = TypeVar("Request")
Answer = TypeVar("Answer")

Report = Callable[[float], None]
"""Reports the share of the work that is done, 0-1."""


def answer_requests(
    work: Callable[[Request, Report], Answer],
    encoding: Encoding[Answer, Request],
    *,
    prepare: Callable[[Request], object] = lambda _: None,
    refusals: tuple[type[Exception], ...] = (),
    memory: int = 0,
    nice: int = 0,
) -> None:
    """Answers the requests on standard input with the results of `work`, on standard output.

    prepare: called before the time of `work` begins, to import what it needs.
    refusals: the exceptions whose messages are for the user. All others are faults of ours.
    memory: bytes of address space that the process may take; 0 for no limit.
    nice: the steps by which the process lets others go first.
    """
    requests, answers = sys.stdin.buffer, _only_for_answers()
    sys.excepthook = _print_trace
    _limit_memory(memory)
    os.nice(nice)
    try:
        _Loop(work, prepare, encoding, refusals, requests, answers).run()
    except BrokenPipeError:  # the program has ended
        os._exit(0)
    except MemoryError:
        os._exit(NO_MEMORY)


@dataclass(frozen=True, slots=True)
class _Loop(Generic[Request, Answer]):
    work: Callable[[Request, Report], Answer]
    prepare: Callable[[Request], object]
    encoding: Encoding[Answer, Request]
    refusals: tuple[type[Exception], ...]
    requests: BinaryIO
    answers: BinaryIO

    def run(self) -> None:
        while message := receive(self.requests):
            request = self.encoding.read(self.requests)
            try:
                answer = self._worked(request, message["seconds"])
            except (MemoryError, BrokenPipeError):
                raise
            except self.refusals as error:
                cause = trace(error.__cause__) if error.__cause__ else ""
                self._send(MessageKind.REFUSAL, message=str(error), cause=cause)
            except Exception as error:  # noqa: BLE001  whatever nobody expected is a fault of ours
                self._send(MessageKind.FAULT, error=type(error).__name__, trace=trace(error))
            else:
                self._answer(answer)

    def _worked(self, request: Request, seconds: float) -> Answer:
        """The result of the work. When its time is over, a signal ends the process, even inside C."""
        self.prepare(request)
        with time_limit(seconds):
            return self.work(request, lambda share: self._send(MessageKind.PROGRESS, share=share))

    def _answer(self, answer: Answer) -> None:
        send(self.answers, MessageKind.ANSWER)
        self.encoding.write(answer, self.answers)
        self.answers.flush()

    def _send(self, kind: MessageKind, **facts: Any) -> None:
        send(self.answers, kind, **facts)
        self.answers.flush()


def _only_for_answers() -> BinaryIO:
    """Standard output, from now on for answers alone; and standard error for the interpreter's last words.

    Libraries may print what they like: it could be article text, which the log must not hold.
    """
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    nowhere = open(os.devnull, "w")  # noqa: PTH123, SIM115  open as long as the process lives
    os.dup2(nowhere.fileno(), sys.stdout.fileno())
    faulthandler.enable(sys.stderr.fileno())
    sys.stdout = sys.stderr = nowhere
    return answers


def _print_trace(kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
    os.write(2, trace(error).encode(errors="replace"))


def _limit_memory(memory: int) -> None:
    if memory:
        import resource

        with suppress(ValueError, OSError):  # macOS has no such limit
            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
