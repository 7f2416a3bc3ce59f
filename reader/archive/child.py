"""The child process that reads articles for the index: batches of entries come in, their records go out."""

from __future__ import annotations

from collections.abc import Sequence

from reader.archive.record import Record, record_of
from reader.articles.corpus import CorpusEntry
from reader.articles.errors import ArticleError
from reader.base.child.encodings import PickleEncoding
from reader.base.child.loop import Report, answer_requests

__all__ = ["main", "nothing_shared"]


def main() -> None:
    """Answers the requests of the program."""
    answer_requests(_records, nothing_shared())


def nothing_shared() -> PickleEncoding:
    """The encoding of batches and records, for both processes."""
    return PickleEncoding(lambda _: None, lambda name: name)


def _records(batch: Sequence[CorpusEntry], _: Report) -> list[Record | str]:
    return [_record(entry) for entry in batch]


def _record(entry: CorpusEntry) -> Record | str:
    """The record of an article, or one line that says why it cannot be read."""
    try:
        return record_of(entry.load())
    except ArticleError as error:
        return str(error)


if __name__ == "__main__":
    main()
