"""The separate process that matches two long articles: it answers one request, and ends."""

from __future__ import annotations

import gc
import os
import pickle
import sys
from typing import NamedTuple

from reader.articles.model import Article
from reader.differences.compare import compare

__all__ = ["Task", "main"]

_NICE = 10
"""How far the process stands back when others want the processor."""


class Task(NamedTuple):
    """What is to be matched, and from which score (0-100)."""

    a: Article
    b: Article
    floor: float


def main() -> None:
    """Answers the pickled Task on standard input, of whose texts `bytes.decode` makes strings.

    Answers are pickled too: shares that are done (0-1), then the Alignment, in which the articles are
    their numbers: who asked has them.
    """
    os.nice(_NICE)
    gc.disable()  # what is made is in no cycles: looking through it for garbage is in vain
    answers = sys.stdout.buffer
    sys.stdout = sys.stderr  # whatever a library prints is no answer
    request = pickle.Unpickler(sys.stdin.buffer)  # noqa: S301  the program that started this one wrote it
    request.persistent_load = bytes.decode  # type: ignore[method-assign]
    task: Task = request.load()

    def report(share: float) -> None:
        pickle.dump(share, answers)
        answers.flush()

    answer = pickle.Pickler(answers, pickle.HIGHEST_PROTOCOL)
    numbers = {id(article): number for number, article in enumerate(task[:2])}
    answer.persistent_id = lambda found: numbers.get(id(found))  # type: ignore[method-assign]
    answer.dump(compare(task.a, task.b, floor=task.floor, progress=report))
    answers.flush()


if __name__ == "__main__":
    main()
