"""The articles of an archive in an SQLite file. Each batch of them is stored whole or not at all.

SQLite, because an indexing that is killed loses no finished batch, an edited article is replaced in place,
and one of a hundred thousand articles is read without the others. The arrays that are searched are built
from it (`arrays`).
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import NamedTuple

import numpy as np

from reader.archive.model import ArchiveError, ArticleRef
from reader.archive.record import Record
from reader.base.sanitizing import sanitize_line

__all__ = ["NAME", "ArchiveDatabase", "Key", "Stamp"]

NAME = "articles.sqlite"
"""The name of the file in the folder of an index."""

_FORMAT = 1
"""The version of the tables, in SQLite's own user_version."""

_TABLES = """
create table articles (
    number integer primary key autoincrement, path blob not null, member text not null,
    size integer not null, mtime integer not null, problem text not null, sha256 text not null,
    title text not null, source text not null, date text not null, url text not null, place text not null,
    text text not null, sentences integer not null, spans blob not null, counts blob not null,
    words blob not null, unique (path, member));
create table facts (root blob not null, changes integer not null);
"""

_RECORD = "title, source, date, url, place, sha256, text, spans, counts, words"

Key = tuple[Path, str]
"""A file, and the member in it if the file is a container, else ""."""


class Stamp(NamedTuple):
    """The state of a file when it was read: its size in bytes and its time of change in nanoseconds."""

    size: int
    mtime: int


class ArchiveDatabase:
    """The articles of the folder or file `root`. `changes` counts the changes of articles."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        root, self.changes = connection.execute("select root, changes from facts").fetchone()
        self.root = Path(os.fsdecode(root))

    @classmethod
    @contextmanager
    def opened(cls, folder: Path, root: Path | None = None) -> Iterator[ArchiveDatabase]:
        """The database in the folder of an index. With a `root` it is created if there is none; without one
        it is for reading only.

        Raises ArchiveError if there is none or it cannot be read, also while it is in use.
        """
        path = folder / NAME
        name = sanitize_line(str(folder))
        if root is None and not path.is_file():
            raise ArchiveError(f'{name} has no index; make one with "reader corpus index DIR"')
        try:
            with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as connection:
                _prepare(connection, root, name)
                yield cls(connection)
        except sqlite3.Error as error:
            raise ArchiveError(
                f"{name}: cannot use this index ({error}); delete it and make it again"
            ) from error

    def stamps(self) -> dict[Key, Stamp]:
        """The state of each file and member when it was read, those that could not be read included."""
        rows = self._connection.execute("select path, member, size, mtime from articles")
        return {(Path(os.fsdecode(path)), member): Stamp(*stamp) for path, member, *stamp in rows}

    def problems(self) -> list[str]:
        """A line for each article that could not be read."""
        rows = self._connection.execute(
            "select problem from articles where problem != '' order by path, member"
        )
        return [problem for (problem,) in rows]

    def put(self, read: Mapping[Key, tuple[Stamp, Record | str]]) -> None:
        """Stores records, or the reasons why articles cannot be read, in one transaction."""
        with self._changing():
            for (path, member), (stamp, record) in read.items():
                self._put((os.fsencode(path), member), stamp, record)

    def remove(self, keys: Iterable[Key]) -> None:
        """Removes articles, in one transaction."""
        with self._changing():
            for path, member in keys:
                self._connection.execute(
                    "delete from articles where path = ? and member = ?", (os.fsencode(path), member)
                )
                self.changes += 1

    def numbers(self) -> list[tuple[int, int]]:
        """The number of each article that was read, in order, and the number of its sentences."""
        return self._connection.execute(
            "select number, sentences from articles where problem = '' order by number"
        ).fetchall()

    def records(self) -> Iterator[Record]:
        """All articles that were read, in the order of their numbers."""
        rows = self._connection.execute(
            f"select {_RECORD} from articles where problem = '' order by number"  # noqa: S608  a constant
        )
        return map(_record, rows)

    def record(self, number: int) -> Record:
        """The article with a number, which must exist."""
        query = f"select {_RECORD} from articles where number = ?"  # noqa: S608  a constant
        return _record(self._connection.execute(query, (number,)).fetchone())

    @contextmanager
    def _changing(self) -> Iterator[None]:
        before = self.changes
        self._connection.execute("begin immediate")
        try:
            yield
            self._connection.execute("update facts set changes = ?", (self.changes,))
        except BaseException:
            self.changes = before
            self._connection.execute("rollback")
            raise
        self._connection.execute("commit")

    def _put(self, key: tuple[bytes, str], stamp: Stamp, record: Record | str) -> None:
        values = _values(record)
        stored = self._connection.execute(
            "select sha256, title, source, date, url, problem from articles where path = ? and member = ?",
            key,
        ).fetchone()
        names = ", ".join(values)
        self.changes += stored != tuple(values[name] for name in _COMPARED)
        self._connection.execute(
            f"insert into articles (path, member, size, mtime, {names})"  # noqa: S608  names of our own
            f" values (?, ?, ?, ?, {', '.join('?' * len(values))}) on conflict (path, member) do update set"
            f" size = excluded.size, mtime = excluded.mtime,"
            f" {', '.join(f'{name} = excluded.{name}' for name in values)}",
            (*key, *stamp, *values.values()),
        )


_COMPARED = ("sha256", "title", "source", "date", "url", "problem")
"""The columns whose change is a change of the article."""


def _prepare(connection: sqlite3.Connection, root: Path | None, name: str) -> None:
    connection.execute("pragma journal_mode = wal")
    connection.execute("pragma synchronous = normal")
    (version,) = connection.execute("pragma user_version").fetchone()
    if version == 0 and root is not None:
        connection.execute("begin exclusive")
        for statement in _TABLES.split(";\n"):
            connection.execute(statement)
        connection.execute("insert into facts values (?, 0)", (os.fsencode(root),))
        connection.execute(f"pragma user_version = {_FORMAT}")
        connection.execute("commit")
    elif version != _FORMAT:
        raise ArchiveError(f"{name}: another version of reader made this index; delete it and make it again")
    if root is None:
        connection.execute("begin")  # a search sees one state, whatever is indexed meanwhile


def _values(read: Record | str) -> dict[str, object]:
    """The columns of an article, without those of its place and state."""
    record, problem = (_UNREAD, read) if isinstance(read, str) else (read, "")
    return {
        **asdict(record.article),
        "sha256": record.sha256,
        "problem": problem,
        "text": record.text,
        "sentences": len(record.counts),
        "spans": record.spans.tobytes(),
        "counts": record.counts.tobytes(),
        "words": record.words.tobytes(),
    }


_UNREAD = Record(
    ArticleRef("", "", "", "", ""),
    "",
    "",
    np.zeros(0, np.uint32),
    np.zeros(0, np.uint16),
    np.zeros(0, np.uint32),
)


def _record(row: Sequence[str | bytes]) -> Record:
    title, source, date, url, place, sha256, text, spans, counts, words = row
    return Record(
        ArticleRef(str(title), str(source), str(date), str(url), str(place)),
        str(sha256),
        str(text),
        np.frombuffer(bytes(spans), np.uint32),  # type: ignore[arg-type]
        np.frombuffer(bytes(counts), np.uint16),  # type: ignore[arg-type]
        np.frombuffer(bytes(words), np.uint32),  # type: ignore[arg-type]
    )
