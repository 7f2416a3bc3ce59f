"""Types of arguments: each makes a value from a word, or says why it cannot."""

from __future__ import annotations

import re
from argparse import ArgumentTypeError
from pathlib import Path

__all__ = ["STANDARD_OUTPUT", "date_prefix", "output_file", "positive", "score"]

STANDARD_OUTPUT = "-"
"""The name of standard output as a file."""

_DATE_PREFIX = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d(:\d\d(:\d\d(\.\d{1,3}Z?)?)?)?)?)?)?")
"""An ISO 8601 date and time in UTC, or the beginning of one: 2026, 2026-02, 2026-02-03T04."""


def positive(text: str) -> int:
    """A whole number, 1 or more."""
    if not (text.isdecimal() and int(text)):
        raise ArgumentTypeError(f"{text!r} is not a whole number from 1 up")
    return int(text)


def score(text: str, lowest: float = 0) -> float:
    """A score from `lowest` to 100."""
    try:
        number = float(text)
    except ValueError:
        number = -1
    if not lowest <= number <= 100:
        raise ArgumentTypeError(f"{text!r} is not a score from {lowest:g} to 100")
    return number


def date_prefix(text: str) -> str:
    """A date and time in UTC, or the beginning of one."""
    if not _DATE_PREFIX.fullmatch(text):
        raise ArgumentTypeError(f"{text!r} is not a date; write it as 2026-02-03")
    return text


def output_file(name: str) -> Path | None:
    """The file that an option names; None for standard output."""
    return None if name == STANDARD_OUTPUT else Path(name)
