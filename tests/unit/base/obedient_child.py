"""A child process that does what it is asked, for the tests of the protocol."""

from __future__ import annotations

import os
import signal
import sys
import time
from typing import Any

from reader.base.child.encodings import JsonEncoding
from reader.base.child.loop import Report, answer_requests
from reader.base.child.time_limit import allow


class NoWishError(Exception):
    """The request is refused."""


def refuse(message: str) -> None:
    raise NoWishError(message)


def refuse_because(number: str) -> int:
    try:
        return int(number)
    except ValueError as error:
        raise NoWishError("not a number") from error


def print_everywhere(text: str) -> None:
    print(text, flush=True)
    print(text, file=sys.stderr, flush=True)
    os.write(1, text.encode())


def compute(seconds: float) -> None:
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass


def compute_in_steps(steps: list[float]) -> None:
    for seconds in steps:
        allow(seconds)
        compute(seconds)


def prepare(request: tuple[Any, bytes]) -> None:
    (order, argument), _ = request
    if order == "prepare":
        compute(argument)


ORDERS = {
    "prepare": lambda _: None,
    "compute": compute,
    "compute in steps": compute_in_steps,
    "echo": lambda value: value,
    "who": lambda _: os.getpid(),
    "refuse": refuse,
    "refuse because": refuse_because,
    "look up": lambda key: {}[key],
    "signal": lambda name: os.kill(os.getpid(), getattr(signal, name)),
    "sleep": time.sleep,
    "exit": os._exit,
    "allocate": lambda size: len(bytearray(size)),
    "print": print_everywhere,
    "answer strangely": lambda _: object(),
}


def obey(request: tuple[Any, bytes], report: Report) -> tuple[Any, bytes]:
    (order, argument), data = request
    if order != "progress":
        return ORDERS[order](argument), data
    for number in range(argument):
        report(number / argument)
    return None, b""


if __name__ == "__main__":
    answer_requests(obey, JsonEncoding(), prepare=prepare, refusals=(NoWishError,), memory=1_000_000_000)
