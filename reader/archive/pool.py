"""Several processes that read articles at once. They end with the one that started them, however it ends."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from itertools import islice
from queue import SimpleQueue
from subprocess import Popen

from reader.archive.model import ArchiveError
from reader.archive.record import Record
from reader.articles.corpus import CorpusEntry
from reader.base.processes import start_child

__all__ = ["read_all"]

BATCH = 100
"""Articles that a process reads at a time; as many are lost when it is killed."""

Answer = tuple[Sequence[CorpusEntry], list[Record | str]]


def read_all(entries: Sequence[CorpusEntry], jobs: int) -> Iterator[Answer]:
    """Batches of entries with their records, or why they cannot be read; in the order they get done.

    Never are more than two batches a process in memory. Raises ArchiveError where a process dies.
    """
    batches = (entries[place : place + BATCH] for place in range(0, len(entries), BATCH))
    with _crew(min(jobs, -(-len(entries) // BATCH))) as ask:
        pending = {ask(batch) for batch in islice(batches, 2 * jobs)}
        while pending:
            done, pending = wait(pending, return_when=FIRST_COMPLETED)
            for future in done:
                yield future.result()
                pending |= {ask(batch) for batch in islice(batches, 1)}


@contextmanager
def _crew(jobs: int) -> Iterator[Callable[[Sequence[CorpusEntry]], Future[Answer]]]:
    """What to give a batch to: so many processes and a thread for each."""
    processes = [start_child("reader.archive.child") for _ in range(jobs)]
    idle: SimpleQueue[Popen[bytes]] = SimpleQueue()
    for process in processes:
        idle.put(process)

    def answer(batch: Sequence[CorpusEntry]) -> Answer:
        process = idle.get()
        try:
            return batch, _asked(process, batch)
        finally:
            idle.put(process)

    try:
        with ThreadPoolExecutor(max(1, jobs)) as threads:
            yield lambda batch: threads.submit(answer, batch)
    finally:
        for process in processes:
            process.kill()
            process.communicate()


def _asked(process: Popen[bytes], batch: Sequence[CorpusEntry]) -> list[Record | str]:
    assert process.stdin is not None  # noqa: S101  both are pipes
    assert process.stdout is not None  # noqa: S101
    try:
        pickle.dump(batch, process.stdin, protocol=5)
        process.stdin.flush()
        return pickle.load(process.stdout)  # type: ignore[no-any-return]  # noqa: S301  our own process
    except (EOFError, OSError, pickle.UnpicklingError) as error:
        raise ArchiveError(
            f"the process that read {batch[0].path} and others has died; run this again, it goes on"
        ) from error
