"""The process that reads articles for the index: batches of entries come in, their records go out."""

from __future__ import annotations

import pickle
import sys
from typing import BinaryIO

from reader.archive.record import Record, record_of
from reader.articles.corpus import CorpusEntry
from reader.articles.errors import ArticleError

__all__ = ["read", "serve"]


def read(entry: CorpusEntry) -> Record | str:
    """The record of an article, or one line on why it cannot be read."""
    try:
        return record_of(entry.load())
    except ArticleError as error:
        return str(error)


def serve(asked: BinaryIO, answers: BinaryIO) -> None:
    """Answers batch by batch, until nobody asks any more."""
    while True:
        try:
            entries = pickle.load(asked)  # noqa: S301  from the process that started this one
        except EOFError:
            return
        pickle.dump([read(entry) for entry in entries], answers, protocol=5)
        answers.flush()


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer)
