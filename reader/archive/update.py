"""The index of a folder brought up to date: what is new is read, what has gone is forgotten."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from reader.archive.building import build
from reader.archive.database import ArchiveDatabase, Key, Stamp
from reader.archive.model import ArchiveError, Progress
from reader.archive.pool import read_all
from reader.articles.corpus import CorpusEntry, list_corpus
from reader.base.sanitizing import sanitize_line

__all__ = ["UpdateReport", "update"]


@dataclass(frozen=True, slots=True)
class UpdateReport:
    """What an update did: articles read, left as they were, and forgotten; what the archive now has.

    `problems` has a line for each article that cannot be read, also if that was found out before.
    """

    read: int
    unchanged: int
    removed: int
    articles: int
    sentences: int
    problems: tuple[str, ...]


def update(root: Path, folder: Path, jobs: int, progress: Progress) -> UpdateReport:
    """Brings the index in `folder` up to date with `root`: a folder, zip, file of JSON lines or Parquet.

    It may be killed at any time: what was read is kept, and the next update goes on. Raises ArchiveError
    where the index is of another root, in use, or cannot be written; ArticleError where there is no article.
    """
    root = root.resolve()
    listed = list_corpus([root])
    if any(entry.named for entry in listed.entries):
        raise ArchiveError(
            f"{sanitize_line(str(root))} is no archive: "
            "name a folder, a zip archive, a file of JSON lines or Parquet"
        )
    with _alone(folder), ArchiveDatabase.opened(folder, root) as database:
        if database.root != root:
            other = sanitize_line(str(database.root))
            raise ArchiveError(f"{sanitize_line(str(folder))} is the index of {other}: name another with -o")
        known = database.stamps()
        found = _stamped(listed.entries)
        new = [entry for key, (entry, stamp) in found.items() if known.get(key) != stamp]
        gone = [key for key in known if key not in found]
        if gone:
            database.remove(gone)
        done = 0
        for entries, records in read_all(new, jobs):
            read = zip(entries, records, strict=True)
            database.put({_key(entry): (found[_key(entry)][1], record) for entry, record in read})
            done += len(entries)
            progress("reading", done, len(new))
        arrays = build(database, folder, jobs, progress)
        problems = (*listed.problems, *database.problems())
        return UpdateReport(
            len(new), len(found) - len(new), len(gone), arrays.articles, arrays.sentences, problems
        )


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Makes the folder, and keeps other updates from it."""
    name = sanitize_line(str(folder))
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with FileLock(folder / ".lock", timeout=0):
            yield
    except Timeout as error:
        raise ArchiveError(f"{name}: this index is being made by another process; wait for it") from error
    except OSError as error:
        raise ArchiveError(
            f"{name}: the index cannot be written ({error.strerror}); name another place with -o"
        ) from error


def _key(entry: CorpusEntry) -> Key:
    return entry.path, entry.member


def _stamped(entries: Sequence[CorpusEntry]) -> dict[Key, tuple[CorpusEntry, Stamp]]:
    """The entries, each with how its file is now. Of a file that has gone meanwhile all is 0."""
    stamps: dict[Path, Stamp] = {}
    for entry in entries:
        if entry.path not in stamps:
            stamps[entry.path] = _stamp(entry.path)
    return {_key(entry): (entry, stamps[entry.path]) for entry in entries}


def _stamp(path: Path) -> Stamp:
    try:
        status = os.stat(path)  # noqa: PTH116  half the time of Path.stat, a hundred thousand times
    except OSError:
        return Stamp(0, 0)
    return Stamp(status.st_size, status.st_mtime_ns)
