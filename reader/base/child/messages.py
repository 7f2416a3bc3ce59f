"""The messages between the program and a child process: each is a line of JSON."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Any, BinaryIO

__all__ = ["NO_MEMORY", "MessageKind", "receive", "send"]

NO_MEMORY = 71
"""The exit status of a child that has no memory left (EX_OSERR of sysexits.h)."""


class MessageKind(StrEnum):
    """The kinds of message; REQUEST goes to the child, the others come from it."""

    REQUEST = "request"
    """`seconds`: the processor time it may take, 0 for no limit. The request follows."""
    PROGRESS = "progress"
    """`share`: the part of the work that is done, 0-1."""
    ANSWER = "answer"
    """The answer follows."""
    REFUSAL = "refusal"
    """`message`: why there is no answer, for the user; `cause`: the traceback of what led to it, or ""."""
    FAULT = "fault"
    """`error`: the type of an unexpected exception; `trace`: its traceback."""


def send(stream: BinaryIO, kind: MessageKind, **facts: Any) -> None:
    """Writes a message. Raises BrokenPipeError where the other process has ended."""
    stream.write(json.dumps({"kind": kind, **facts}).encode() + b"\n")


def receive(stream: BinaryIO) -> dict[str, Any] | None:
    """The next message; None where the other process has ended."""
    line = stream.readline()
    return json.loads(line) if line.endswith(b"\n") else None
