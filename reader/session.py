"""What reader remembers from one launch to the next, for convenience only: none of it is the user's work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any

from reader.articles.containers import parted
from reader.paths import Paths
from reader.resources import sample_corpus

if TYPE_CHECKING:
    from tinydb import TinyDB

__all__ = ["Comparison", "Session"]

_OPENED, _COMPARED, _RESTORED = "last opened", "comparisons", "restored"
_MOST = 20  # comparisons remembered


@dataclass(frozen=True, slots=True)
class Comparison:
    """Articles that were compared: their titles and the paths to open again (`file!member` in an archive)."""

    titles: tuple[str, ...]
    paths: tuple[str, ...]


class Session:
    """A TinyDB file. One that is damaged counts as empty and is written anew; a write may raise OSError."""

    def __init__(self, places: Paths) -> None:
        self._places = places
        self._lock = RLock()  # the app remembers things in several threads

    def paths_to_open(self, named: Sequence[Path], *, sample: bool = False) -> list[Path]:
        """What to begin with: what was named, else what was open last, else the shelf, else the sample."""
        if sample:
            return [sample_corpus()]
        last = [
            Path(document["path"])
            for document in self._read(_OPENED)
            if isinstance(document.get("path"), str)
        ]
        there = [path for path in last if parted(path)[0].exists()]
        return list(named) or there or self._shelf() or [sample_corpus()]

    def _shelf(self) -> list[Path]:
        from reader.library import kept_paths, shelf_folder

        return [shelf_folder(self._places)] if kept_paths(self._places) else []

    def remember_opened(self, named: Sequence[Path]) -> None:
        """Keeps what was opened for the next launch."""
        self._write(_OPENED, [{"path": str(path.absolute())} for path in named])

    def comparisons(self) -> list[Comparison]:
        """The articles compared so far, the last ones first."""
        found = []
        for document in self._read(_COMPARED):
            titles, paths = document.get("titles"), document.get("paths")
            if isinstance(titles, list) and isinstance(paths, list) and paths:
                found.append(Comparison(tuple(map(str, titles)), tuple(map(str, paths))))
        return found

    def remember_comparison(self, comparison: Comparison) -> None:
        """Puts a comparison first; the oldest are forgotten."""
        with self._lock:
            others = [other for other in self.comparisons() if other.paths != comparison.paths]
            kept = [comparison, *others][:_MOST]
            self._write(_COMPARED, [{"titles": list(one.titles), "paths": list(one.paths)} for one in kept])

    def restored(self, article: str) -> frozenset[int]:
        """The paragraphs of an article (its sha-256) that the user said are no boilerplate."""
        for document in self._read(_RESTORED):
            paragraphs = document.get("paragraphs")
            if document.get("article") == article and isinstance(paragraphs, list):
                return frozenset(number for number in paragraphs if isinstance(number, int))
        return frozenset()

    def remember_restored(self, article: str, paragraphs: frozenset[int]) -> None:
        """Keeps which paragraphs of an article are no boilerplate."""
        mine = [{"article": article, "paragraphs": sorted(paragraphs)}] if paragraphs else []
        with self._lock:
            others = [document for document in self._read(_RESTORED) if document.get("article") != article]
            self._write(_RESTORED, [*others, *mine])

    # The file

    def _read(self, table: str) -> list[dict[str, Any]]:
        if not self._places.session.exists():
            return []
        try:
            with self._lock, self._opened() as database:
                return [dict(document) for document in database.table(table)]
        except (ValueError, TypeError, AttributeError, OSError):
            return []  # damaged or not readable: conveniences are no reason to stop

    def _write(self, table: str, documents: Sequence[dict[str, Any]]) -> None:
        self._places.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        with self._lock:
            try:
                self._replace(table, documents)
            except (ValueError, TypeError, AttributeError):
                self._places.session.unlink(missing_ok=True)
                self._replace(table, documents)

    def _replace(self, table: str, documents: Sequence[dict[str, Any]]) -> None:
        self._places.session.touch(mode=0o600)
        with self._opened() as database:
            database.table(table).truncate()
            database.table(table).insert_multiple(documents)

    @contextmanager
    def _opened(self) -> Iterator[TinyDB]:
        from tinydb import TinyDB

        with TinyDB(self._places.session) as database:
            yield database
