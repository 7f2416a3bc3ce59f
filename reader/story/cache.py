"""Alignments of articles kept between runs, in one file for each first article of a pair.

They can always be computed again: a file that is damaged, or was written by another matcher, is ignored.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import reader.claims
import reader.differences
import reader.language
import reader.matching
from reader.articles.model import Article, Role
from reader.base.files import make_private_folder, write_whole
from reader.matching.model import Alignment
from reader.matching.thresholds import FLOOR
from reader.story.stored_matches import DAMAGE, from_stored, to_stored

__all__ = ["AlignmentCache"]

_MAX_BYTES = 64 * 1024 * 1024
"""Bytes of all files together: several stories of fifty articles. The oldest files are removed first."""

_MATCHER = (reader.language, reader.claims, reader.matching, reader.differences)
"""The packages on which an alignment and its differences depend."""

Row = dict[str, Any]
"""The alignments of one article: stored matches, by the cache name of the other article."""


class AlignmentCache:
    """Alignments in the files of a folder, which need not exist yet.

    `problem` is "", or one line that says why alignments cannot be saved.
    """

    def __init__(self, folder: Path, most: int = _MAX_BYTES) -> None:
        """The cache in a folder; its files have at most `most` bytes together."""
        self.problem = ""
        self._most = most
        self._folder = folder
        self._rows: dict[str, Row] = {}
        self._new: set[str] = set()

    def get(self, a: Article, b: Article) -> Alignment | None:
        """The alignment of two articles, None if it is not stored or its file cannot be read."""
        stored = self._row(_name(a)).get(_name(b))
        if stored is None:
            return None
        try:
            return Alignment(a.id, b.id, from_stored(stored, a, b), FLOOR)
        except DAMAGE:
            return None

    def put(self, a: Article, b: Article, alignment: Alignment) -> None:
        """Remembers an alignment of settled matches until it is saved."""
        self._row(_name(a))[_name(b)] = to_stored(alignment.matches)
        self._new.add(_name(a))

    def save(self) -> None:
        """Writes what was put, each file whole or not at all; `problem` says if that fails."""
        try:
            make_private_folder(self._folder)
            for name in sorted(self._new):
                write_whole(self._path(name), json.dumps(self._rows[name]).encode(), mode=0o600)
            self._new.clear()
            self._remove_oldest()
        except OSError as error:
            self.problem = f"{self._folder}: matches cannot be saved here ({error.strerror})"

    def _row(self, name: str) -> Row:
        if name not in self._rows:
            self._rows[name] = _read(self._path(name))
        return self._rows[name]

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.json"

    def _remove_oldest(self) -> None:
        """Removes the oldest files while all files together are too large."""
        files = [(path, path.stat()) for path in self._folder.glob("*.json")]
        total = 0
        for path, status in sorted(files, key=lambda file: -file[1].st_mtime):
            total += status.st_size
            if total > self._most:
                path.unlink(missing_ok=True)


def _read(path: Path) -> Row:
    try:
        row = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return row if isinstance(row, dict) else {}


def _name(article: Article) -> str:
    """A hash of all that matching reads of an article: its text, its date, and its body sentences."""
    body = [(s.start, s.end) for s in article.sentences if article.role(s) is Role.BODY]
    read: Mapping[str, object] = {"matcher": _matcher(), "text": article.sha256, "date": article.date}
    return sha256(json.dumps({**read, "body": body}).encode()).hexdigest()[:40]


@cache
def _matcher() -> str:
    """The version of the matcher: a hash of its code, so that nobody can forget to raise a number."""
    folders = (Path(package.__path__[0]) for package in _MATCHER)
    code = b"".join(path.read_bytes() for folder in folders for path in sorted(folder.rglob("*.py")))
    return sha256(code).hexdigest()
