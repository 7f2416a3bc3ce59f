"""A pool of child processes that read articles. They end with the program, however it ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from itertools import islice
from queue import SimpleQueue

from reader.archive.child import nothing_shared
from reader.archive.model import ArchiveError
from reader.archive.record import Record
from reader.articles.corpus import CorpusEntry
from reader.base.child.client import ChildClient, ChildEndedError

__all__ = ["read_all"]

BATCH = 100
"""The number of articles that a child reads at a time, and that are lost if it is killed."""

Batch = Sequence[CorpusEntry]
Records = list[Record | str]
Client = ChildClient[Batch, Records]


def read_all(entries: Batch, jobs: int) -> Iterator[tuple[Batch, Records]]:
    """Batches of entries with their records, or the reasons why they cannot be read, as they complete.

    At most two batches per child are in memory. Raises ArchiveError if a child was killed, FaultError for a
    fault in reader itself.
    """
    batches = (entries[place : place + BATCH] for place in range(0, len(entries), BATCH))
    with _pool(min(jobs, -(-len(entries) // BATCH))) as read:
        pending = {read(batch) for batch in islice(batches, 2 * jobs)}
        while pending:
            done, pending = wait(pending, return_when=FIRST_COMPLETED)
            for future in done:
                yield future.result()
                pending |= {read(batch) for batch in islice(batches, 1)}


@contextmanager
def _pool(jobs: int) -> Iterator[Callable[[Batch], Future[tuple[Batch, Records]]]]:
    """The function that gives a batch to one of the children, each of which has a thread."""
    clients = [Client("reader.archive.child", nothing_shared()) for _ in range(jobs)]
    idle: SimpleQueue[Client] = SimpleQueue()
    for client in clients:
        idle.put(client)

    def read(batch: Batch) -> tuple[Batch, Records]:
        client = idle.get()
        try:
            return batch, _records(client, batch)
        finally:
            idle.put(client)

    try:
        with ThreadPoolExecutor(max(1, jobs)) as threads:
            yield lambda batch: threads.submit(read, batch)
    finally:
        for client in clients:
            client.close()


def _records(client: Client, batch: Batch) -> Records:
    try:
        return client.ask(batch)
    except ChildEndedError as error:
        raise ArchiveError(
            f"the process that read {batch[0].path} and others was killed; run this again to continue"
        ) from error
