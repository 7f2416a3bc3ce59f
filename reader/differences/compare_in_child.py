"""Long articles are matched in a process of their own.

It makes hundreds of megabytes of small objects, of which this one never gets to know, and it leaves this
one's interpreter to whoever reads.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from subprocess import Popen
from typing import IO, cast

from reader.articles.model import Article
from reader.base.errors import UserError
from reader.base.processes import start_child
from reader.differences.child import Task
from reader.matching.model import Alignment
from reader.matching.thresholds import FLOOR

__all__ = ["MatchingError", "compare_in_child"]

_LONG = 10_000
"""Code points."""


class MatchingError(UserError):
    """Two articles could not be matched."""


def compare_in_child(
    a: Article, b: Article, *, floor: float = FLOOR, progress: Callable[[float], None] | None = None
) -> Alignment:
    """What `matching.align` finds, found by another process. `progress` may raise, to end it.

    Raises MatchingError where the process ends before it is done: the system had no memory left for it.
    """
    process = start_child("reader.differences.child")
    try:
        return _asked(process, Task(a, b, floor), progress or (lambda _: None))
    except (BrokenPipeError, EOFError, pickle.UnpicklingError) as error:
        raise MatchingError("matching ended before it was done: is there enough memory?") from error
    finally:
        process.kill()
        process.communicate()


def _asked(process: Popen[bytes], task: Task, progress: Callable[[float], None]) -> Alignment:
    asked, answers = cast(IO[bytes], process.stdin), cast(IO[bytes], process.stdout)
    request = pickle.Pickler(asked, pickle.HIGHEST_PROTOCOL)
    request.persistent_id = _as_bytes  # type: ignore[method-assign]
    request.dump(task)
    asked.flush()
    while True:
        answer = pickle.Unpickler(answers)  # noqa: S301  a process of our own wrote it
        answer.persistent_load = task.__getitem__  # type: ignore[method-assign]
        said: float | Alignment = answer.load()
        if isinstance(said, Alignment):
            return said
        progress(said)


def _as_bytes(found: object) -> bytes | None:
    """The bytes of a long text. Were it pickled itself, it would keep a copy of them as long as it lives."""
    return found.encode() if isinstance(found, str) and len(found) > _LONG else None
