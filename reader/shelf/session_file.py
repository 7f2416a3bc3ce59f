"""The JSON file of the session: lists of records by name, which several threads and processes may share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Any

from reader.base.files import make_private_folder, write_whole

__all__ = ["Record", "SessionFile"]

Record = dict[str, Any]

_PATIENCE = 10.0
"""Seconds to wait for another process that writes."""


class SessionFile:
    """Reads and replaces lists of records. A damaged file, and a damaged list, counts as empty."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = RLock()  # the app remembers things in several threads

    def records(self, name: str) -> list[Record]:
        """The records of a list, in order."""
        return _records(self._lists().get(name))

    def update(self, name: str, change: Callable[[list[Record]], list[Record]]) -> None:
        """Replaces a list by what `change` makes of it, while nobody else writes. Raises OSError."""
        import json

        with self._alone():
            lists = {other: _records(stored) for other, stored in self._lists().items()}
            lists[name] = change(lists.get(name, []))
            write_whole(self._path, json.dumps(lists).encode(), mode=0o600)

    def _lists(self) -> dict[str, Any]:
        import json  # only once the articles are on screen

        try:
            content = json.loads(self._path.read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}  # not there, damaged or not readable: a convenience is not a reason to stop
        return content if isinstance(content, dict) else {}

    @contextmanager
    def _alone(self) -> Iterator[None]:
        from filelock import FileLock  # slow to import: asyncio, sqlite3

        make_private_folder(self._path.parent)
        lock = self._path.with_name(f"{self._path.name}.lock")
        with self._lock, FileLock(lock, timeout=_PATIENCE, mode=0o600):
            yield


def _records(stored: Any) -> list[Record]:
    if isinstance(stored, dict):  # earlier versions wrote with TinyDB, which numbers them
        stored = [*stored.values()]
    return [record for record in stored if isinstance(record, dict)] if isinstance(stored, list) else []
