"""Tracebacks without any text of articles: the types of the exceptions and the lines of code they passed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from traceback import StackSummary, walk_tb

__all__ = ["raised_in_our_code", "trace"]

_OUR_CODE = tuple(f"{Path(__file__).parents[2] / package}/" for package in ("reader", "annotations"))


def trace(error: BaseException) -> str:
    """The traceback of an exception and of those that led to it, the first one first.

    The messages of exceptions are left out, since they can quote an article: all but those of the system.
    """
    return "\n".join(_paragraphs(error))


def raised_in_our_code(error: BaseException) -> bool:
    """Whether a line of reader itself raised the exception, or a function in C that it called."""
    frames = list(walk_tb(error.__traceback__))
    return bool(frames) and frames[-1][0].f_code.co_filename.startswith(_OUR_CODE)


def _paragraphs(error: BaseException) -> Iterator[str]:
    if earlier := error.__cause__ or (None if error.__suppress_context__ else error.__context__):
        yield from _paragraphs(earlier)
        yield "which led to:"
    yield from (line.rstrip("\n") for line in StackSummary.extract(walk_tb(error.__traceback__)).format())
    yield f"{type(error).__module__}.{type(error).__qualname__}{_system_message(error)}"


def _system_message(error: BaseException) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f": {error.strerror}"
    return f": {error.name}" if isinstance(error, ImportError) and error.name else ""
