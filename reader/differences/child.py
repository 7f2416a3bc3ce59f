"""The child process that matches two long articles."""

from __future__ import annotations

import gc
from typing import NamedTuple

from reader.articles.model import Article
from reader.base.child.encodings import PickleEncoding
from reader.base.child.loop import Report, answer_requests
from reader.differences.compare import compare
from reader.matching.model import Alignment

__all__ = ["Task", "main"]

_NICE = 10
"""The steps by which the process lets others go first."""


class Task(NamedTuple):
    """Two articles to be matched, and the lowest score (0-100) of a match."""

    a: Article
    b: Article
    floor: float


def main() -> None:
    """Answers the program's requests: a Task with an Alignment.

    Long texts come as bytes, of which `bytes.decode` makes strings. In the answer the articles are their
    numbers: the program has them.
    """
    gc.disable()  # what is made is in no cycles: looking through it for garbage is in vain
    numbers: dict[int, int] = {}
    encoding = PickleEncoding(lambda value: numbers.get(id(value)), bytes.decode)

    def work(task: Task, report: Report) -> Alignment:
        numbers.clear()
        numbers.update({id(task.a): 0, id(task.b): 1})
        return compare(task.a, task.b, floor=task.floor, progress=report)

    answer_requests(work, encoding, nice=_NICE)


if __name__ == "__main__":
    main()
