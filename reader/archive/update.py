"""The update of an index: new and changed articles are read, missing ones are removed."""

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
from reader.articles.corpus import Corpus, CorpusEntry, list_corpus
from reader.base.sanitizing import sanitize_line

__all__ = ["UpdateReport", "update"]


@dataclass(frozen=True, slots=True)
class UpdateReport:
    """The result of an update: articles read, unchanged and removed; articles and sentences in the index.

    `problems` has a line for each article that cannot be read, also if an earlier update found that.
    """

    read: int
    unchanged: int
    removed: int
    articles: int
    sentences: int
    problems: tuple[str, ...]


def update(root: Path, folder: Path, jobs: int, progress: Progress) -> UpdateReport:
    """Brings the index in `folder` up to date with `root`: a folder, zip, file of JSON lines or Parquet.

    It may be killed at any time: the articles it has read are kept, and the next update goes on. Raises
    ArchiveError if the index belongs to another root, is in use or cannot be written; ArticleError if there
    are no articles.
    """
    root = root.resolve()
    listed = list_corpus([root])
    if any(entry.named for entry in listed.entries):
        raise ArchiveError(
            f"{sanitize_line(str(root))} is not a collection of articles; "
            "name a folder, a zip archive, a JSON Lines file or a Parquet file"
        )
    with _locked(folder), ArchiveDatabase.opened(folder, root) as database:
        if database.root != root:
            names = (sanitize_line(str(path)) for path in (folder, database.root))
            raise ArchiveError(f"{' is the index of '.join(names)}; name another folder with -o")
        return _update(database, listed, folder, jobs, progress)


def _update(
    database: ArchiveDatabase, listed: Corpus, folder: Path, jobs: int, progress: Progress
) -> UpdateReport:
    stored, current = database.stamps(), _stamped(listed.entries)
    new = [entry for key, (entry, stamp) in current.items() if stored.get(key) != stamp]
    removed = [key for key in stored if key not in current]
    if removed:
        database.remove(removed)
    done = 0
    for entries, records in read_all(new, jobs):
        batch = zip(map(_key, entries), records, strict=True)
        database.put({key: (current[key][1], record) for key, record in batch})
        done += len(entries)
        progress("reading", done, len(new))
    arrays = build(database, folder, jobs, progress)
    problems = (*listed.problems, *database.problems())
    unchanged = len(current) - len(new)
    return UpdateReport(len(new), unchanged, len(removed), arrays.articles, arrays.sentences, problems)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Makes the folder, and locks it against other updates."""
    name = sanitize_line(str(folder))
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with FileLock(folder / ".lock", timeout=0):
            yield
    except Timeout as error:
        raise ArchiveError(
            f"{name}: another process is updating this index; wait until it has finished"
        ) from error
    except OSError as error:
        raise ArchiveError(
            f"{name}: cannot write the index ({error.strerror}); name another folder with -o"
        ) from error


def _key(entry: CorpusEntry) -> Key:
    return entry.path, entry.member


def _stamped(entries: Sequence[CorpusEntry]) -> dict[Key, tuple[CorpusEntry, Stamp]]:
    """The entries, each with the current state of its file. A file that has disappeared has state 0, 0."""
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
