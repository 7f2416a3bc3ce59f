"""JSON as other programs write it: NaN, huge numbers and deep nesting are read, and written as they were."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

__all__ = ["parsed", "parsed_at", "room_for_odd_values", "written"]

_NESTED = 4000
"""The recursion limit while odd values are handled; Python's own is 1000. A level costs some 400 bytes."""

_DIGITS = 100_000
"""The digits of a number that is read; Python's own limit is 4,300. So many take a twentieth of a second."""

_CONSTANTS = {"NaN": float("nan"), "Infinity": float("inf"), "-Infinity": float("-inf")}
"""One NaN for all: inside lists and dictionaries, Python takes the same NaN for equal to itself."""

_DECODER = json.JSONDecoder(parse_constant=_CONSTANTS.__getitem__)

_lock = Lock()
_inside = 0
_before = (0, 0)


def parsed(text: str) -> Any:
    """The value of a JSON text. Raises ValueError or RecursionError where it is not one, or beyond bounds."""
    return _DECODER.decode(text)


def parsed_at(text: str, start: int) -> tuple[Any, int]:
    """The value that begins at `start`, and the place after it. Raises as `parsed` does."""
    return _DECODER.raw_decode(text, start)


def written(value: object) -> str:
    """The JSON text of a value, in ASCII. Raises TypeError for a value that JSON does not have."""
    return json.dumps(value)


@contextmanager
def room_for_odd_values() -> Iterator[None]:
    """Raises Python's limits of nesting and digits inside the block, so that values can be compared too."""
    global _inside, _before
    with _lock:
        if _inside == 0:
            _before = sys.getrecursionlimit(), sys.get_int_max_str_digits()
            sys.setrecursionlimit(max(_NESTED, _before[0]))
            sys.set_int_max_str_digits(_DIGITS)
        _inside += 1
    try:
        yield
    finally:
        with _lock:
            _inside -= 1
            if _inside == 0:
                sys.set_int_max_str_digits(_before[1])
                _lower_recursion_limit(_before[0])


def _lower_recursion_limit(limit: int) -> None:
    """Lowers the limit; where a thread is nested more deeply just now, the higher one stays."""
    try:
        sys.setrecursionlimit(limit)
    except RecursionError:
        return
