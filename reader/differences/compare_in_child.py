"""The matching of long articles in a child process.

Matching makes hundreds of megabytes of small objects; in a child they neither stay in the program's memory
nor take its interpreter away from the screen.
"""

from __future__ import annotations

from collections.abc import Callable

from reader.articles.model import Article
from reader.base.child.client import ChildClient, ChildEndedError, Ending
from reader.base.child.encodings import PickleEncoding
from reader.base.errors import UserError
from reader.base.faults import logged_fault
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
    """The same Alignment as `compare` makes. `progress` may raise, to end the work.

    Raises MatchingError where the system has no memory left for it, FaultError where reader has a fault.
    """
    task = Task(a, b, floor)
    encoding = PickleEncoding(_as_bytes, task.__getitem__)
    client: ChildClient[Task, Alignment] = ChildClient("reader.differences.child", encoding)
    try:
        return client.ask(task, progress)
    except ChildEndedError as error:
        if error.ending is Ending.CRASHED:
            raise logged_fault("a crash", "the child process that matches has crashed") from error
        raise MatchingError("matching ended early; close other programs to free memory and retry") from error
    finally:
        client.close()


def _as_bytes(value: object) -> bytes | None:
    """The bytes of a long text. Were it pickled itself, it would keep a copy of them as long as it lives."""
    return value.encode() if isinstance(value, str) and len(value) > _LONG else None
